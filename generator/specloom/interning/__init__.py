"""Merge equal structure of the IR."""
