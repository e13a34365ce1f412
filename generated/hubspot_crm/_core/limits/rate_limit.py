"""Requests that are to be sent in, the seconds each has to wait out, so that none is refused."""

from __future__ import annotations

import math
import os
from bisect import bisect_right
from collections.abc import Callable, Mapping
from threading import Lock
from time import monotonic
from typing import ClassVar
from weakref import WeakSet

from msgspec import Struct, field

from ..options import RateLimiter as RateLimiter
from ..transport import Headers

GRACE = 0.1  # of the interval: how old the count in an answer may be
CLOSE = 0.0001  # seconds: times so close are one, for how they are kept rounds them
LONGEST_PAUSE = 60.0  # seconds; what asks for more is no burst limit


class RateLimit(Struct, frozen=True):
    """At most so many requests in any span of so many seconds.

    Raises ValueError where either is not above 0 and finite.
    """

    requests: int
    seconds: float

    def __post_init__(self) -> None:
        if not (self.requests >= 1 and 0 < self.seconds < math.inf):
            raise ValueError(
                f"not {self.requests} requests in {self.seconds} seconds: use more of both"
            )


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

    def limiter(self, clock: Callable[[], float]) -> RateLimiter:
        """The limiter of a client that is given none."""
        return LocalRateLimiter(self, clock=clock)


class RateLimitState(Struct, frozen=True, kw_only=True):
    """What a limiter knows of a bucket.

    At most `requests` are sent in any `seconds`; `used` were in the last ones, with what others
    sent as far as answers told. The rest is what answers said last, None where they did not.
    """

    requests: int
    seconds: float
    used: int
    remaining: int | None
    daily: int | None
    daily_remaining: int | None


class Told(Struct, frozen=True):
    """What one answer tells of the default limit; None for what it does not."""

    requests: int | None = None
    seconds: float | None = None
    remaining: int | None = None
    daily: int | None = None
    daily_remaining: int | None = None


def read_told(headers: Headers, names: RateLimitHeaders) -> Told:
    """The rate-limit fields of an answer; one that is no sensible number is as one not sent."""
    milliseconds = _count(headers, names.interval_milliseconds, least=1, most=86_400_000)
    return Told(
        _count(headers, names.limit, least=1, most=100_000),
        None if milliseconds is None else milliseconds / 1000,
        _count(headers, names.remaining),
        _count(headers, names.daily),
        _count(headers, names.daily_remaining),
    )


def pause_of(status: int, headers: Headers, told: Told, seconds: float) -> float | None:
    """How long a bucket rests after an answer; None where the answer is no reason to.

    A limit that lasts longer than a minute is for the call to raise, not for others to wait for.
    """
    if status != 429 or told.daily_remaining == 0:
        return None
    asked = _count(headers, "retry-after")
    pause = seconds / 5 if asked is None else asked
    return pause if pause <= LONGEST_PAUSE else None


class Window:
    """One bucket: no more than `room` places in any span of the interval, and evenly spread.

    The first half of the room is given at once, for short runs; then places keep a distance. A
    tenth of what the API allows is left over, for requests that travel at different speeds.
    """

    def __init__(self, limit: RateLimit) -> None:
        self.requests, self.seconds = limit.requests, limit.seconds
        self._places: list[float] = []  # when, in order; some to come, and some of others
        self._resting_until = -math.inf
        self._share, self._slowed_at = 1.0, -math.inf  # of the room: less after refusals

    def reserve(self, now: float, longest: float) -> float:
        """Take the next place; the seconds until then."""
        places, room = self._recent(now), self._room(now)
        place = max(now, self._resting_until)
        if places:
            place = max(place, places[-1] + self._distance(max(now, places[-1]), room))
        if len(places) >= room:
            place = max(place, places[-room] + self.seconds)
        if place - now <= longest:
            places.append(place)
        return place - now

    def learn(self, told: Told, now: float) -> None:
        """Follow the limit that an answer told of, and count what others used of it."""
        self.requests = told.requests or self.requests
        self.seconds = told.seconds or self.seconds
        if told.remaining is not None:
            places = self._recent(now)
            others = self.requests - told.remaining - self.used(now, GRACE)
            at = bisect_right(places, now)
            places[at:at] = [now] * max(others, 0)

    def slow(self, pause: float, now: float) -> None:
        """Rest, and give less room from then on. Refusals that come together count once."""
        self._resting_until = max(self._resting_until, now + pause)
        if now - self._slowed_at >= self.seconds / 5:
            self._share, self._slowed_at = max(self._shared(now) / 2, 0.1), now

    def used(self, now: float, grace: float = 0.0) -> int:
        """The places of the last interval, and of `grace` of one more."""
        first = bisect_right(self._places, now + CLOSE - self.seconds * (1 + grace))
        return bisect_right(self._places, now + CLOSE) - first

    def _recent(self, now: float) -> list[float]:
        """The places that still count, for the others are forgotten."""
        del self._places[: bisect_right(self._places, now + CLOSE - self.seconds * (1 + GRACE))]
        return self._places

    def _shared(self, now: float) -> float:
        """The share of the room that is given; a tenth comes back in each interval."""
        return min(self._share + 0.1 * (now - self._slowed_at) / self.seconds, 1.0)

    def _room(self, now: float) -> int:
        spare = max(self.requests // 10, min(self.requests // 5, 1))
        return max(int((self.requests - spare) * self._shared(now)), 1)

    def _distance(self, start: float, room: int) -> float:
        """Between the last place and the next: what is left of the room, over the time it is
        for.
        """
        first = bisect_right(self._places, start + CLOSE - self.seconds)
        used = len(self._places) - first
        if used < room / 2:
            return 0.0
        left = self._places[first] + self.seconds - self._places[-1]
        return max(self.seconds / room, left / (max(room - used, 0) + 1))


class LocalRateLimiter:
    """Keeps the requests of this process within the limits of the API.

    One is made for each client. Give the same one to several clients of one account
    (`rate_limiter=`), sync or async, and they share its limits. `limits` default to those of the
    API; `clock` gives seconds. Raises no errors of its own.
    """

    known: ClassVar[RateLimits] = RateLimits()

    def __init__(
        self, limits: RateLimits | None = None, *, clock: Callable[[], float] = monotonic
    ) -> None:
        limits = limits or self.known
        self._windows = {name: Window(limit) for name, limit in limits.buckets.items()}
        self._headers = limits.headers
        self._told = Told()
        self._clock = clock
        self.renew_lock()
        _LIMITERS.add(self)

    def reserve(self, bucket: str, longest: float = math.inf) -> float:
        """Take the next place in a bucket; the seconds to wait before sending, 0.0 for none."""
        window = self._window(bucket)
        if window is None:
            return 0.0
        with self._lock:
            return window.reserve(self._clock(), longest)

    def observe(self, bucket: str, status: int, headers: Headers) -> None:
        """Learn from an answer, in whatever order they come."""
        window = self._window(bucket)
        if window is None:
            return
        told = read_told(headers, self._headers)
        with self._lock:
            now, default = self._clock(), self._windows.get("")
            if told != Told() and default:
                self._told = told
                default.learn(told, now)
            pause = pause_of(status, headers, told, window.seconds)
            if pause is not None:
                window.slow(pause, now)

    async def reserve_async(self, bucket: str, longest: float = math.inf) -> float:
        """As reserve; it never waits for anything itself."""
        return self.reserve(bucket, longest)

    async def observe_async(self, bucket: str, status: int, headers: Headers) -> None:
        """As observe."""
        self.observe(bucket, status, headers)

    def state(self, bucket: str = "") -> RateLimitState | None:
        """What is known of a bucket; None where nothing limits it."""
        window = self._window(bucket)
        if window is None:
            return None
        with self._lock:
            told = self._told if window is self._windows.get("") else Told()
            return RateLimitState(
                requests=window.requests,
                seconds=window.seconds,
                used=window.used(self._clock()),
                remaining=told.remaining,
                daily=self._told.daily,
                daily_remaining=self._told.daily_remaining,
            )

    def renew_lock(self) -> None:
        """Take a lock that nobody holds, as a process needs after a fork."""
        self._lock = Lock()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(name or 'default' for name in self._windows)})"

    def _window(self, bucket: str) -> Window | None:
        return self._windows.get(bucket) or self._windows.get("")


def _count(headers: Headers, name: str, *, least: int = 0, most: int = 10**12) -> int | None:
    text = headers.get(name, "") if name else ""
    if not (text.isascii() and text.isdigit() and len(text) <= 13):
        return None
    return int(text) if least <= int(text) <= most else None


_LIMITERS: WeakSet[LocalRateLimiter] = WeakSet()


def _renew_locks() -> None:
    for limiter in _LIMITERS:
        limiter.renew_lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew_locks)
