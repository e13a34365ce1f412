"""Generated packages held against servers that other people wrote, and that judge requests."""
