"""Plan the pages: the IR, the names of Python and the documents in, views out."""
