"""Lower documents to the IR."""
