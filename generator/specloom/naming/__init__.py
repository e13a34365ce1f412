"""Assign Python names to the parts of the IR, in one pass."""
