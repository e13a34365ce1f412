"""Fetch documents that are no local files, and record what came by URL."""
