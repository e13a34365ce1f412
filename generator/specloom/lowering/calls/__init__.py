"""Derive the words by which a client calls an operation from its path, method and tags."""
