# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""hubspot-crm, version 2026-09."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hubspot_crm.v2026_09 import models
    from hubspot_crm.v2026_09._client import AsyncHubSpot, HubSpot

__all__ = [
    "AsyncHubSpot",
    "HubSpot",
    "models",
]

_EXPORTS = {
    "AsyncHubSpot": "hubspot_crm.v2026_09._client",
    "HubSpot": "hubspot_crm.v2026_09._client",
}
_SUBMODULES = frozenset(
    [
        "models",
    ]
)


def __getattr__(name: str) -> object:
    if name in _EXPORTS:
        value: object = getattr(import_module(_EXPORTS[name]), name)
        globals()[name] = value
        return value
    if name in _SUBMODULES:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
