"""Reading: JSON and YAML files become documents with the position of every value."""
