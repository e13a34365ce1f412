# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""A typed client, sync and async, for the CRM object APIs of HubSpot.

The clients here are those of version 2026-09.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hubspot_crm import transports, v2025_09, v2026_03, v2026_09, v3
    from hubspot_crm._core.batch_options import BatchOptions, find_by
    from hubspot_crm._core.errors import (
        ApiConnectionError,
        ApiError,
        ApiStatusError,
        ApiTimeoutError,
        AuthenticationError,
        BadRequestError,
        ConflictError,
        DailyLimitError,
        DecodingError,
        InputError,
        InternalServerError,
        LockedError,
        MigrationInProgressError,
        MissingScopesError,
        NotFoundError,
        OAuthError,
        PaginationError,
        PermissionDeniedError,
        RateLimitError,
        UnprocessableEntityError,
        ValidationError,
    )
    from hubspot_crm._core.forms import File
    from hubspot_crm._core.journal import JournalError
    from hubspot_crm._core.mock_transport import AsyncMockTransport, MockTransport, json_response
    from hubspot_crm._core.options import RequestOptions, Timing
    from hubspot_crm._core.outcome import (
        BatchError,
        BatchItemError,
        Failed,
        Outcome,
        Succeeded,
        UnansweredError,
        Unknown,
        Unsent,
        outcome_of,
    )
    from hubspot_crm._core.progress import BarProgress, LogProgress, Progress, track
    from hubspot_crm._core.raw import RawResponse
    from hubspot_crm._core.resource import UNSET, UnsetType
    from hubspot_crm._core.retries import Retries
    from hubspot_crm._core.security import Secret
    from hubspot_crm._core.tokens import FileTokenStore, MemoryTokenStore, Tokens
    from hubspot_crm._core.transport import Timeout
    from hubspot_crm._oauth import OAuth
    from hubspot_crm.rate_limits import (
        LocalRateLimiter,
        RateLimit,
        RateLimitState,
        RateLimiter,
        RateLimits,
        RedisRateLimiter,
    )
    from hubspot_crm.v2026_09._client import AsyncHubSpot, HubSpot

__all__ = [
    "ApiConnectionError",
    "ApiError",
    "ApiStatusError",
    "ApiTimeoutError",
    "AsyncHubSpot",
    "AsyncMockTransport",
    "AuthenticationError",
    "BadRequestError",
    "BarProgress",
    "BatchError",
    "BatchItemError",
    "BatchOptions",
    "ConflictError",
    "DailyLimitError",
    "DecodingError",
    "Failed",
    "File",
    "FileTokenStore",
    "HubSpot",
    "InputError",
    "InternalServerError",
    "JournalError",
    "LocalRateLimiter",
    "LockedError",
    "LogProgress",
    "MemoryTokenStore",
    "MigrationInProgressError",
    "MissingScopesError",
    "MockTransport",
    "NotFoundError",
    "OAuth",
    "OAuthError",
    "Outcome",
    "PaginationError",
    "PermissionDeniedError",
    "Progress",
    "RateLimit",
    "RateLimitError",
    "RateLimitState",
    "RateLimiter",
    "RateLimits",
    "RawResponse",
    "RedisRateLimiter",
    "RequestOptions",
    "Retries",
    "Secret",
    "Succeeded",
    "Timeout",
    "Timing",
    "Tokens",
    "UNSET",
    "UnansweredError",
    "Unknown",
    "UnprocessableEntityError",
    "Unsent",
    "UnsetType",
    "ValidationError",
    "find_by",
    "json_response",
    "outcome_of",
    "track",
    "transports",
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
    "AsyncMockTransport": "hubspot_crm._core.mock_transport",
    "AuthenticationError": "hubspot_crm._core.errors",
    "BadRequestError": "hubspot_crm._core.errors",
    "BarProgress": "hubspot_crm._core.progress",
    "BatchError": "hubspot_crm._core.outcome",
    "BatchItemError": "hubspot_crm._core.outcome",
    "BatchOptions": "hubspot_crm._core.batch_options",
    "ConflictError": "hubspot_crm._core.errors",
    "DailyLimitError": "hubspot_crm._core.errors",
    "DecodingError": "hubspot_crm._core.errors",
    "Failed": "hubspot_crm._core.outcome",
    "File": "hubspot_crm._core.forms",
    "FileTokenStore": "hubspot_crm._core.tokens",
    "HubSpot": "hubspot_crm.v2026_09._client",
    "InputError": "hubspot_crm._core.errors",
    "InternalServerError": "hubspot_crm._core.errors",
    "JournalError": "hubspot_crm._core.journal",
    "LocalRateLimiter": "hubspot_crm.rate_limits",
    "LockedError": "hubspot_crm._core.errors",
    "LogProgress": "hubspot_crm._core.progress",
    "MemoryTokenStore": "hubspot_crm._core.tokens",
    "MigrationInProgressError": "hubspot_crm._core.errors",
    "MissingScopesError": "hubspot_crm._core.errors",
    "MockTransport": "hubspot_crm._core.mock_transport",
    "NotFoundError": "hubspot_crm._core.errors",
    "OAuth": "hubspot_crm._oauth",
    "OAuthError": "hubspot_crm._core.errors",
    "Outcome": "hubspot_crm._core.outcome",
    "PaginationError": "hubspot_crm._core.errors",
    "PermissionDeniedError": "hubspot_crm._core.errors",
    "Progress": "hubspot_crm._core.progress",
    "RateLimit": "hubspot_crm.rate_limits",
    "RateLimitError": "hubspot_crm._core.errors",
    "RateLimitState": "hubspot_crm.rate_limits",
    "RateLimiter": "hubspot_crm.rate_limits",
    "RateLimits": "hubspot_crm.rate_limits",
    "RawResponse": "hubspot_crm._core.raw",
    "RedisRateLimiter": "hubspot_crm.rate_limits",
    "RequestOptions": "hubspot_crm._core.options",
    "Retries": "hubspot_crm._core.retries",
    "Secret": "hubspot_crm._core.security",
    "Succeeded": "hubspot_crm._core.outcome",
    "Timeout": "hubspot_crm._core.transport",
    "Timing": "hubspot_crm._core.options",
    "Tokens": "hubspot_crm._core.tokens",
    "UNSET": "hubspot_crm._core.resource",
    "UnansweredError": "hubspot_crm._core.outcome",
    "Unknown": "hubspot_crm._core.outcome",
    "UnprocessableEntityError": "hubspot_crm._core.errors",
    "Unsent": "hubspot_crm._core.outcome",
    "UnsetType": "hubspot_crm._core.resource",
    "ValidationError": "hubspot_crm._core.errors",
    "find_by": "hubspot_crm._core.batch_options",
    "json_response": "hubspot_crm._core.mock_transport",
    "outcome_of": "hubspot_crm._core.outcome",
    "track": "hubspot_crm._core.progress",
}
_SUBMODULES = frozenset(
    [
        "transports",
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
