"""IR to names: a table beside the IR, assigned in one pass."""
