"""Lower schemas to the types of the IR."""
