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
    # fmt: off
    from hubspot_crm._core.errors import (
        ApiConnectionError, ApiError, ApiStatusError, ApiTimeoutError, AuthenticationError, BadRequestError,
        ConflictError, DailyLimitError, DecodingError, InputError, InternalServerError, LockedError,
        MigrationInProgressError, MissingScopesError, NotFoundError, OAuthError, PaginationError,
        PermissionDeniedError, RateLimitError, UnprocessableEntityError, ValidationError,
    )
    # fmt: on
    from hubspot_crm._core.forms import File
    from hubspot_crm._core.journal import JournalError
    from hubspot_crm._core.mock_transport import AsyncMockTransport, MockTransport, json_response
    from hubspot_crm._core.options import RequestOptions, Timing
    # fmt: off
    from hubspot_crm._core.outcome import (
        BatchError, BatchItemError, Failed, Outcome, Succeeded, UnansweredError, Unknown, Unsent, outcome_of,
    )
    # fmt: on
    from hubspot_crm._core.progress import BarProgress, LogProgress, Progress, track
    from hubspot_crm._core.raw import RawResponse
    from hubspot_crm._core.resource import UNSET, UnsetType
    from hubspot_crm._core.retries import Retries
    from hubspot_crm._core.security import Secret
    from hubspot_crm._core.tokens import FileTokenStore, MemoryTokenStore, Tokens
    from hubspot_crm._core.transport import Timeout
    from hubspot_crm._oauth import OAuth
    # fmt: off
    from hubspot_crm.rate_limits import (
        LocalRateLimiter, RateLimit, RateLimitState, RateLimiter, RateLimits, RedisRateLimiter,
    )
    # fmt: on
    from hubspot_crm.v2026_09._client import AsyncHubSpot, HubSpot

# fmt: off
__all__ = [
    "ApiConnectionError", "ApiError", "ApiStatusError", "ApiTimeoutError", "AsyncHubSpot", "AsyncMockTransport",
    "AuthenticationError", "BadRequestError", "BarProgress", "BatchError", "BatchItemError", "BatchOptions",
    "ConflictError", "DailyLimitError", "DecodingError", "Failed", "File", "FileTokenStore", "HubSpot", "InputError",
    "InternalServerError", "JournalError", "LocalRateLimiter", "LockedError", "LogProgress", "MemoryTokenStore",
    "MigrationInProgressError", "MissingScopesError", "MockTransport", "NotFoundError", "OAuth", "OAuthError",
    "Outcome", "PaginationError", "PermissionDeniedError", "Progress", "RateLimit", "RateLimitError",
    "RateLimitState", "RateLimiter", "RateLimits", "RawResponse", "RedisRateLimiter", "RequestOptions", "Retries",
    "Secret", "Succeeded", "Timeout", "Timing", "Tokens", "UNSET", "UnansweredError", "Unknown",
    "UnprocessableEntityError", "Unsent", "UnsetType", "ValidationError", "find_by", "json_response", "outcome_of",
    "track", "transports", "v2025_09", "v2026_03", "v2026_09", "v3",
]
# fmt: on

# fmt: off
_EXPORTS = {
    "hubspot_crm._core.batch_options": ["BatchOptions", "find_by"],
    "hubspot_crm._core.errors": [
        "ApiConnectionError", "ApiError", "ApiStatusError", "ApiTimeoutError", "AuthenticationError",
        "BadRequestError", "ConflictError", "DailyLimitError", "DecodingError", "InputError", "InternalServerError",
        "LockedError", "MigrationInProgressError", "MissingScopesError", "NotFoundError", "OAuthError",
        "PaginationError", "PermissionDeniedError", "RateLimitError", "UnprocessableEntityError", "ValidationError",
    ],
    "hubspot_crm._core.forms": ["File"],
    "hubspot_crm._core.journal": ["JournalError"],
    "hubspot_crm._core.mock_transport": ["AsyncMockTransport", "MockTransport", "json_response"],
    "hubspot_crm._core.options": ["RequestOptions", "Timing"],
    "hubspot_crm._core.outcome": [
        "BatchError", "BatchItemError", "Failed", "Outcome", "Succeeded", "UnansweredError", "Unknown", "Unsent",
        "outcome_of",
    ],
    "hubspot_crm._core.progress": ["BarProgress", "LogProgress", "Progress", "track"],
    "hubspot_crm._core.raw": ["RawResponse"],
    "hubspot_crm._core.resource": ["UNSET", "UnsetType"],
    "hubspot_crm._core.retries": ["Retries"],
    "hubspot_crm._core.security": ["Secret"],
    "hubspot_crm._core.tokens": ["FileTokenStore", "MemoryTokenStore", "Tokens"],
    "hubspot_crm._core.transport": ["Timeout"],
    "hubspot_crm._oauth": ["OAuth"],
    "hubspot_crm.rate_limits": [
        "LocalRateLimiter", "RateLimit", "RateLimitState", "RateLimiter", "RateLimits", "RedisRateLimiter",
    ],
    "hubspot_crm.v2026_09._client": ["AsyncHubSpot", "HubSpot"],
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
