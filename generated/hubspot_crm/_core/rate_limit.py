"""Delay requests so that they stay within the rate limits of an API.

A limiter returns the seconds to wait before each request; it does not wait itself.
"""

from __future__ import annotations

import math
import os
from bisect import bisect_right
from collections.abc import Callable, Mapping
from threading import Lock
from time import monotonic
from typing import ClassVar, Protocol
from weakref import WeakSet

from msgspec import Struct, field

from .transport import Headers

GRACE = 0.1  # of the interval: how old the count in a response may be
CLOSE = 0.0001  # seconds: times this close are equal, because storing them rounds them
LONGEST_PAUSE = 60.0  # seconds; a longer pause does not come from a burst limit


class RateLimit(Struct, frozen=True):
    """A limit of so many requests in any span of so many seconds.

    Raises:
        ValueError: `requests` is below 1, or `seconds` is not positive and finite.
    """

    requests: int
    seconds: float

    def __post_init__(self) -> None:
        if not (self.requests >= 1 and 0 < self.seconds < math.inf):
            raise ValueError(
                f"not {self.requests} requests in {self.seconds} seconds: both must be larger"
            )


class RateLimitHeaders(Struct, frozen=True, kw_only=True):
    """The names of the header fields that report the default limit of an API; "" for none.

    Attributes:
        limit: The requests allowed in the interval.
        remaining: The requests left in the interval.
        interval_milliseconds: The length of the interval.
        daily: The requests allowed in a day.
        daily_remaining: The requests left in the day.
    """

    limit: str = ""
    remaining: str = ""
    interval_milliseconds: str = ""
    daily: str = ""
    daily_remaining: str = ""


class RateLimiter(Protocol):
    """Delays the requests of a client.

    A client calls `reserve` before every request and `observe` after every response. `reserve`
    reserves the next slot in a bucket, "" for the default one, and returns the seconds to wait
    before sending. A slot more than `longest` seconds away is not reserved. Slots are given in the
    order of the calls.

    All methods may be called from any thread and any event loop.
    """

    def reserve(self, bucket: str, longest: float = math.inf) -> float: ...

    def observe(self, bucket: str, status: int, headers: Headers) -> None: ...

    async def reserve_async(self, bucket: str, longest: float = math.inf) -> float: ...

    async def observe_async(self, bucket: str, status: int, headers: Headers) -> None: ...


class RateLimits(Struct, frozen=True, kw_only=True):
    """The rate limits of an API by bucket.

    The bucket "" is the default one; its limit applies to buckets that have none of their own.
    """

    buckets: Mapping[str, RateLimit] = field(default_factory=dict[str, RateLimit])
    headers: RateLimitHeaders = RateLimitHeaders()

    def limiter(self, clock: Callable[[], float]) -> RateLimiter:
        """Return the limiter of a client that is created without one."""
        return LocalRateLimiter(self, clock=clock)


class RateLimitState(Struct, frozen=True, kw_only=True):
    """What a limiter knows about a bucket.

    Attributes:
        requests: The most requests in any span of `seconds`.
        seconds: The length of that span.
        used: The requests in the last span, with those of other clients as far as responses report
            them.
        remaining: The requests left, as last reported, or None if not reported.
        daily: The requests allowed in a day, as last reported, or None.
        daily_remaining: The requests left in the day, as last reported, or None.
    """

    requests: int
    seconds: float
    used: int
    remaining: int | None
    daily: int | None
    daily_remaining: int | None


class Told(Struct, frozen=True):
    """What one response reports about the default limit; None for what it does not report."""

    requests: int | None = None
    seconds: float | None = None
    remaining: int | None = None
    daily: int | None = None
    daily_remaining: int | None = None


def read_told(headers: Headers, names: RateLimitHeaders) -> Told:
    """Read the rate-limit header fields of a response. Ignore fields without a sensible number."""
    milliseconds = _count(headers, names.interval_milliseconds, least=1, most=86_400_000)
    return Told(
        _count(headers, names.limit, least=1, most=100_000),
        None if milliseconds is None else milliseconds / 1000,
        _count(headers, names.remaining),
        _count(headers, names.daily),
        _count(headers, names.daily_remaining),
    )


def pause_of(status: int, headers: Headers, told: Told, seconds: float) -> float | None:
    """Return the seconds that a bucket pauses after a response, or None if it need not pause.

    Pauses of more than a minute, and exhausted daily limits, are left for the call to raise: other
    calls do not wait for them.
    """
    if status != 429 or told.daily_remaining == 0:
        return None
    asked = _count(headers, "retry-after")
    pause = seconds / 5 if asked is None else asked
    return pause if pause <= LONGEST_PAUSE else None


class Window:
    """One bucket: at most `room` reserved slots in any interval, evenly spread.

    The first half of the room is given at once, for short bursts; later slots have a distance from
    each other. A tenth of what the API allows is not used, because requests travel at different
    speeds.
    """

    def __init__(self, limit: RateLimit) -> None:
        self.requests, self.seconds = limit.requests, limit.seconds
        self._places: list[float] = []  # times in order; some in the future, some of other clients
        self._resting_until = -math.inf
        self._share, self._slowed_at = 1.0, -math.inf  # of the room: less after rejections

    def reserve(self, now: float, longest: float) -> float:
        """Reserve the next slot, unless it is more than `longest` seconds away.

        Returns:
            The seconds until the slot.
        """
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
        """Apply the limit that a response reports, and count what other clients used of it."""
        self.requests = told.requests or self.requests
        self.seconds = told.seconds or self.seconds
        if told.remaining is not None:
            places = self._recent(now)
            others = self.requests - told.remaining - self.used(now, GRACE)
            at = bisect_right(places, now)
            places[at:at] = [now] * max(others, 0)

    def slow(self, pause: float, now: float) -> None:
        """Pause, and give less room afterwards. Rejections close to each other count once."""
        self._resting_until = max(self._resting_until, now + pause)
        if now - self._slowed_at >= self.seconds / 5:
            self._share, self._slowed_at = max(self._shared(now) / 2, 0.1), now

    def used(self, now: float, grace: float = 0.0) -> int:
        """Return the number of slots in the last interval and `grace` of one more."""
        first = bisect_right(self._places, now + CLOSE - self.seconds * (1 + grace))
        return bisect_right(self._places, now + CLOSE) - first

    def _recent(self, now: float) -> list[float]:
        """Return the slots that still count, and remove the older ones."""
        del self._places[: bisect_right(self._places, now + CLOSE - self.seconds * (1 + GRACE))]
        return self._places

    def _shared(self, now: float) -> float:
        """Return the share of the room that is given. It grows by a tenth in each interval."""
        return min(self._share + 0.1 * (now - self._slowed_at) / self.seconds, 1.0)

    def _room(self, now: float) -> int:
        spare = max(self.requests // 10, min(self.requests // 5, 1))
        return max(int((self.requests - spare) * self._shared(now)), 1)

    def _distance(self, start: float, room: int) -> float:
        """Return the seconds between the last slot and the next.

        They spread what is left of the room over the time that it is for.
        """
        first = bisect_right(self._places, start + CLOSE - self.seconds)
        used = len(self._places) - first
        if used < room / 2:
            return 0.0
        left = self._places[first] + self.seconds - self._places[-1]
        return max(self.seconds / room, left / (max(room - used, 0) + 1))


class LocalRateLimiter:
    """Keep the requests of this process within the limits of the API.

    Each client has its own by default. Pass the same limiter to several clients of one account
    (`rate_limiter=`), sync or async, and they share its limits. It raises no errors of its own.

    Args:
        limits: The limits; by default, those of the API.
        clock: Returns the time in seconds.
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
        """Reserve the next slot in a bucket.

        Args:
            bucket: The name of the bucket, "" for the default one.
            longest: A slot more than this many seconds away is not reserved.

        Returns:
            The seconds to wait before sending, 0.0 for none.
        """
        window = self._window(bucket)
        if window is None:
            return 0.0
        with self._lock:
            return window.reserve(self._clock(), longest)

    def observe(self, bucket: str, status: int, headers: Headers) -> None:
        """Update the limits from a response. Responses may come in any order."""
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
        """Reserve the next slot, as `reserve`. This never suspends."""
        return self.reserve(bucket, longest)

    async def observe_async(self, bucket: str, status: int, headers: Headers) -> None:
        """Update the limits from a response, as `observe`."""
        self.observe(bucket, status, headers)

    def state(self, bucket: str = "") -> RateLimitState | None:
        """Return what is known about a bucket, or None if it has no limit."""
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
        """Replace the lock with an unlocked one, as a process needs after a fork."""
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
