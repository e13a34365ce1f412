"""Plan the modules of models."""
