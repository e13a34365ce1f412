# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""hubspot-crm, version v3."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hubspot_crm.v3 import models
    from hubspot_crm.v3._client import AsyncHubSpot, HubSpot

__all__ = ["AsyncHubSpot", "HubSpot", "models"]

# fmt: off
_EXPORTS = {
    "hubspot_crm.v3._client": ["AsyncHubSpot", "HubSpot"],
}
# fmt: on


def __getattr__(name: str) -> object:
    for module, names in _EXPORTS.items():
        if name in names:
            value: object = getattr(import_module(module), name)
            globals()[name] = value
            return value
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
