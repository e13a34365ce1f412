"""What an API is like beyond its documents: the types of what a generated `_settings` module
says.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

from msgspec import Struct, field

from .errors import ApiStatusError
from .transport import Request, Response


class RetryRules(Struct, frozen=True, kw_only=True):
    """Which answers of this API pass with time, beyond what HTTP says.

    `never` are statuses that are raised at once. `wait` has the least seconds to wait after a
    status. `policy` finds the name of the limit in the parsed body of a 429, and `lasting` are the
    names of the limits that no call should wait for.
    """

    never: tuple[int, ...] = ()
    wait: Mapping[int, float] = field(default_factory=dict[int, float])
    policy: Callable[[object], object] | None = None
    lasting: tuple[str, ...] = ()


class ErrorRules(Struct, frozen=True, kw_only=True):
    """Which exception stands for a status of this API, a category in an error's body, or a
    limit.
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
        """The RateLimiter of a client that is given none."""


# Takes note of an attempt of a call: its request, the status of its response (None if there is
# none), its number.
Note = Callable[[Request, int | None, int], None]

# Called with the operation, its root and the base URL; around a call, with all its attempts.
Tracing = Callable[[Any, str, str], AbstractContextManager[Note | None]]


# Called with the attempts of a call, a request and the response that redirects it; gives the last
# request, its response, and why that is not followed.
Redirects = Callable[[Any, Request, Response], Awaitable[tuple[Request, Response, str]]]


class Settings(Struct, frozen=True, kw_only=True):
    """All that is known of one API; an API that nothing is known of has the defaults."""

    retries: RetryRules = RetryRules()
    errors: ErrorRules = ErrorRules()
    rate_limits: Limits | None = None
    tracing: Tracing | None = None
    redirects: Redirects | None = None


DEFAULT_SETTINGS = Settings()
