"""What the package may cost, in counts that are the same on every machine."""
