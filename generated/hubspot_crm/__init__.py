# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""A typed client, sync and async, for the CRM object APIs of HubSpot.

The clients here are those of version 2026-09.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hubspot_crm import v2025_09, v2026_03, v2026_09, v3
    from hubspot_crm._core.errors import (
        ApiConnectionError,
        ApiError,
        ApiStatusError,
        ApiTimeoutError,
        AuthenticationError,
        BadRequestError,
        ConflictError,
        DecodingError,
        InternalServerError,
        LockedError,
        NotFoundError,
        PaginationError,
        PermissionDeniedError,
        RateLimitError,
        UnprocessableEntityError,
    )
    from hubspot_crm._core.forms import File
    from hubspot_crm._core.options import RequestOptions
    from hubspot_crm._core.resource import UNSET, UnsetType
    from hubspot_crm._core.transport import Timeout
    from hubspot_crm.v2026_09._client import AsyncHubSpot, HubSpot

__all__ = [
    "ApiConnectionError",
    "ApiError",
    "ApiStatusError",
    "ApiTimeoutError",
    "AsyncHubSpot",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "DecodingError",
    "File",
    "HubSpot",
    "InternalServerError",
    "LockedError",
    "NotFoundError",
    "PaginationError",
    "PermissionDeniedError",
    "RateLimitError",
    "RequestOptions",
    "Timeout",
    "UNSET",
    "UnprocessableEntityError",
    "UnsetType",
    "v2025_09",
    "v2026_03",
    "v2026_09",
    "v3",
]

_EXPORTS = {
    "ApiConnectionError": "hubspot_crm._core.errors",
    "ApiError": "hubspot_crm._core.errors",
    "ApiStatusError": "hubspot_crm._core.errors",
    "ApiTimeoutError": "hubspot_crm._core.errors",
    "AsyncHubSpot": "hubspot_crm.v2026_09._client",
    "AuthenticationError": "hubspot_crm._core.errors",
    "BadRequestError": "hubspot_crm._core.errors",
    "ConflictError": "hubspot_crm._core.errors",
    "DecodingError": "hubspot_crm._core.errors",
    "File": "hubspot_crm._core.forms",
    "HubSpot": "hubspot_crm.v2026_09._client",
    "InternalServerError": "hubspot_crm._core.errors",
    "LockedError": "hubspot_crm._core.errors",
    "NotFoundError": "hubspot_crm._core.errors",
    "PaginationError": "hubspot_crm._core.errors",
    "PermissionDeniedError": "hubspot_crm._core.errors",
    "RateLimitError": "hubspot_crm._core.errors",
    "RequestOptions": "hubspot_crm._core.options",
    "Timeout": "hubspot_crm._core.transport",
    "UNSET": "hubspot_crm._core.resource",
    "UnprocessableEntityError": "hubspot_crm._core.errors",
    "UnsetType": "hubspot_crm._core.resource",
}
_SUBMODULES = frozenset(
    [
        "v2025_09",
        "v2026_03",
        "v2026_09",
        "v3",
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
