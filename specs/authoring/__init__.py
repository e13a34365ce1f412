"""Writes `specs/documents/` from `specs/tables/`: rows in, OpenAPI documents out."""
