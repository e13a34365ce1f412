"""Generate the OpenAPI documents in `specs/documents/` from `specs/tables/`."""
