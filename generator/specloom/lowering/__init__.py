"""Lower OpenAPI documents to the IR."""
