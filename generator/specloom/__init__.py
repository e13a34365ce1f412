"""OpenAPI documents in, one small typed Python client package out."""

__version__ = "0.1.0"
