"""Canonical identities: which definitions and operations of several documents are equal."""
