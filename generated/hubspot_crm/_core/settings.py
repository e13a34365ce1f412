"""What an API is like beyond its documents: the types of what a generated `_settings` module says."""

from __future__ import annotations

import math
from collections.abc import Mapping

from msgspec import Struct, field

from .errors import ApiStatusError


class RetryRules(Struct, frozen=True, kw_only=True):
    """Which answers of this API pass with time, beyond what HTTP says.

    `never` are statuses that are raised at once. `wait` has the least seconds to wait after a
    status. `policy` points to the name of the limit in the body of a 429 (JSON pointer), and
    `lasting` are the limits that no call should wait for.
    """

    never: tuple[int, ...] = ()
    wait: Mapping[int, float] = field(default_factory=dict[int, float])
    policy: str | None = None
    lasting: tuple[str, ...] = ()


class ErrorRules(Struct, frozen=True, kw_only=True):
    """Which exception stands for a status of this API, or for a category in an error's body."""

    statuses: Mapping[int, type[ApiStatusError]] = field(default_factory=dict[int, type[ApiStatusError]])
    categories: Mapping[str, type[ApiStatusError]] = field(default_factory=dict[str, type[ApiStatusError]])


class RateLimit(Struct, frozen=True):
    """At most so many requests in any span of so many seconds.

    Raises ValueError where either is not above 0 and finite.
    """

    requests: int
    seconds: float

    def __post_init__(self) -> None:
        if not (self.requests >= 1 and 0 < self.seconds < math.inf):
            raise ValueError(f"not {self.requests} requests in {self.seconds} seconds: use more of both")


class RateLimitHeaders(Struct, frozen=True, kw_only=True):
    """The header fields in which this API tells of its default limit; "" for none.

    `limit` has the requests allowed in `interval_milliseconds`, `remaining` those left of them;
    `daily` and `daily_remaining` the same of a day.
    """

    limit: str = ""
    remaining: str = ""
    interval_milliseconds: str = ""
    daily: str = ""
    daily_remaining: str = ""


class RateLimits(Struct, frozen=True, kw_only=True):
    """The limits of this API by bucket, "" the default one; a bucket without one has that."""

    buckets: Mapping[str, RateLimit] = field(default_factory=dict[str, RateLimit])
    headers: RateLimitHeaders = RateLimitHeaders()


class Settings(Struct, frozen=True, kw_only=True):
    """All that is known of one API; an API that nothing is known of has the defaults."""

    retries: RetryRules = RetryRules()
    errors: ErrorRules = ErrorRules()
    rate_limits: RateLimits = RateLimits()


DEFAULT_SETTINGS = Settings()
