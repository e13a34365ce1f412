"""Expand the root paths of resources without importing the modules for calls."""

from __future__ import annotations

from collections.abc import Mapping


def expand(template: str, values: Mapping[str, object]) -> str:
    """Expand a path template as `urls.expand` does, importing it at the first call."""
    from .codec import urls

    return urls.expand(template, values)
