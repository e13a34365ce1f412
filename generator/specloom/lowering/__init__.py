"""Documents to IR."""
