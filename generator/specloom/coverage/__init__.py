"""Determine which operations of the documents the generated package supports."""
