"""Find the texts of documents, and read and write their translations."""
