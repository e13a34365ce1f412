"""Validating: documents are checked against the published schemas and the rules beyond them."""
