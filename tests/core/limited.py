"""A rate limiter with a clock that tests set."""

from __future__ import annotations

import threading

import pytest
from hubspot_crm._core.rate_limit import (
    LocalRateLimiter,
    RateLimit,
    RateLimitHeaders,
    RateLimits,
)

NAMES = RateLimitHeaders(
    limit="X-Max",
    remaining="X-Left",
    interval_milliseconds="X-Interval",
    daily="X-Daily",
    daily_remaining="X-Daily-Left",
)
LIMITS = RateLimits(buckets={"": RateLimit(100, 10.0), "search": RateLimit(5, 1.0)}, headers=NAMES)


class Clock:
    """A clock that advances only on request."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.seen = threading.local()  # by each thread, last

    def __call__(self) -> float:
        self.seen.now = self.now
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limiter(clock: Clock) -> LocalRateLimiter:
    return LocalRateLimiter(LIMITS, clock=clock)
