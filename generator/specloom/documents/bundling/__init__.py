"""Bundling: a document and the files that it refers to become one document."""
