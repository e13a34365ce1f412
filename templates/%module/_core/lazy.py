"""Expand the roots of resources that a client opens."""

from __future__ import annotations

from collections.abc import Mapping


def expand(template: str, values: Mapping[str, object]) -> str:
    """As that of `urls`, which is loaded with the first call."""
    from .codec import urls

    return urls.expand(template, values)
