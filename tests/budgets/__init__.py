"""Limits on what the package costs, in counts that are the same on all machines."""
