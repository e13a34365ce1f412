"""Plan the files around the code: metadata, guide, errors, settings."""
