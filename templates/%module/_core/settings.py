"""Types for what is known about an API beyond its documents; `_settings` has the values."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

from msgspec import Struct, field

from .errors import ApiStatusError
from .transport import Request, Response


class RetryRules(Struct, frozen=True, kw_only=True):
    """Which responses of an API may be retried, beyond what HTTP specifies.

    Attributes:
        never: Statuses that are raised at once.
        wait: The least seconds to wait after a status.
        policy: Returns the name of the limit in the parsed body of a 429.
        lasting: The names of limits that no call should wait for.
    """

    never: tuple[int, ...] = ()
    wait: Mapping[int, float] = field(default_factory=dict[int, float])
    policy: Callable[[object], object] | None = None
    lasting: tuple[str, ...] = ()


class ErrorRules(Struct, frozen=True, kw_only=True):
    """Which exception to raise for an error response of an API.

    Attributes:
        statuses: Exceptions by status.
        categories: Exceptions by the category in the body.
        policies: Exceptions by the name of the limit that was reached.
    """

    statuses: Mapping[int, type[ApiStatusError]] = field(
        default_factory=dict[int, type[ApiStatusError]]
    )
    categories: Mapping[str, type[ApiStatusError]] = field(
        default_factory=dict[str, type[ApiStatusError]]
    )
    policies: Mapping[str, type[ApiStatusError]] = field(
        default_factory=dict[str, type[ApiStatusError]]
    )


class Limits(Protocol):
    """The rate limits of an API."""

    def limiter(self, clock: Callable[[], float]) -> Any:
        """Return the RateLimiter of a client that is created without one."""


# Records one attempt of a call: its request, the status of its response (None if there is none) and
# its number.
Note = Callable[[Request, int | None, int], None]

# Called with the operation, its root and the base URL; the context spans all attempts of a call.
Tracing = Callable[[Any, str, str], AbstractContextManager[Note | None]]


# Called with the attempts of a call, a request and the response that redirects it. Returns the last
# request, its response, and why that is not followed.
Redirects = Callable[[Any, Request, Response], Awaitable[tuple[Request, Response, str]]]


class Settings(Struct, frozen=True, kw_only=True):
    """What is known about one API. The defaults are for an API without special rules."""

    retries: RetryRules = RetryRules()
    errors: ErrorRules = ErrorRules()
    rate_limits: Limits | None = None
    tracing: Tracing | None = None
    redirects: Redirects | None = None


DEFAULT_SETTINGS = Settings()
