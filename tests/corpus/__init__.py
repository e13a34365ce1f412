"""Generate public documents, and count the results."""
