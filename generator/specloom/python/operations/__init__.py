"""Plan the methods of operations, and the constants that they call."""
