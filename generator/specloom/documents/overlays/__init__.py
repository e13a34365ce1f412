"""Overlays: the actions of OpenAPI Overlays change documents."""
