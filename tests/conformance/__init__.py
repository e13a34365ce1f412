"""Runs of generated packages against servers of other projects, which validate requests."""
