"""Upgrading: documents in Swagger 2.0 and OpenAPI 3.0 become documents in OpenAPI 3.1."""
