"""IR to IR: structure that is equal stands once."""
