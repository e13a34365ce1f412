"""The faults of the stand-in, random, from a seed, or on request; and its rate limits."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from random import Random
from typing import Literal, get_args

from hubspot_crm._core.transport import Request, Response

from ._calls import Refusal

Fault = Literal[
    "drop_before", "drop_after", "stall", "status_500", "status_500_after", "storm_429",
    "daily_429", "lock_423", "migration_477", "truncated_body", "garbage_body", "short_pages",
    "empty_pages", "duplicate_answers", "reordered_answers",
]  # fmt: skip
KINDS: tuple[Fault, ...] = get_args(Fault)


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults:
    """The probability of each fault for a request, from 0 to 1, together at most 1.

    `drop_before` and `drop_after` close the connection without a response, before and after the work was
    done; `stall` does the work and responds `stall_seconds` later. `status_500` does nothing;
    `status_500_after` does the work and hides it. `storm_429` refuses `storm_length` requests in a row;
    `daily_429`, `lock_423` and `migration_477` refuse one. `truncated_body` ends early and `garbage_body`
    is not JSON, both after the work was done. Pages may be shorter than requested, or empty, although
    there are more; the results of a batch may be in another order, and one of them may be repeated.
    """

    drop_before: float = 0.0
    drop_after: float = 0.0
    stall: float = 0.0
    status_500: float = 0.0
    status_500_after: float = 0.0
    storm_429: float = 0.0
    daily_429: float = 0.0
    lock_423: float = 0.0
    migration_477: float = 0.0
    truncated_body: float = 0.0
    garbage_body: float = 0.0
    short_pages: float = 0.0
    empty_pages: float = 0.0
    duplicate_answers: float = 0.0
    reordered_answers: float = 0.0
    stall_seconds: float = 60.0
    storm_length: int = 5

    def __post_init__(self) -> None:
        chances = [getattr(self, kind) for kind in KINDS]
        if min(chances) < 0 or sum(chances) > 1:
            raise ValueError(
                "the probabilities of faults must be from 0 to 1, and at most 1 in total"
            )


class Chance:
    """Decides for each request which fault occurs."""

    def __init__(self, faults: Faults, random: Random) -> None:
        self.faults, self._random = faults, random
        self._storm = 0
        self._planned: list[tuple[Fault | Response, str]] = []

    def plan(self, fault: Fault | Response, path: str) -> None:
        """Apply a fault to the next request whose URL contains this string. Raises ValueError."""
        if isinstance(fault, str) and fault not in KINDS:
            raise ValueError(f"unknown fault {fault!r}; the faults are {', '.join(KINDS)}")
        self._planned.append((fault, path))

    def draw(self, request: Request) -> Fault | Response | None:
        """Return the fault for a request."""
        for planned in self._planned:
            if planned[1] in request.url:
                self._planned.remove(planned)
                return planned[0]
        if self._storm:
            self._storm -= 1
            return "storm_429"
        drawn = self._random.random()
        for kind in KINDS:
            drawn -= getattr(self.faults, kind)
            if drawn < 0:
                self._storm = self.faults.storm_length - 1 if kind == "storm_429" else 0
                return kind
        return None


_DAY = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The requests allowed in ten seconds, the searches in one second, and the requests in a day (UTC)."""

    burst: int = 190
    search: int = 5
    daily: int = 1_000_000


class Meter:
    """Counts requests. Refused requests count only towards the daily limit."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._burst: deque[float] = deque()
        self._search: deque[float] = deque()
        self._day = self._today = 0

    def count(self, now: float, *, search: bool) -> dict[str, str]:
        """Count a request; return the headers about the limit, which searches do not have. Raises Refusal."""
        limits = self._limits
        if self._day != now // _DAY:
            self._day, self._today = int(now // _DAY), 0
        self._today += 1
        if self._today > limits.daily:
            raise too_many("DAILY", self._headers())
        if search:
            if not _room(self._search, now, 1.0, limits.search):
                raise too_many("SECONDLY")
            return {}
        if not _room(self._burst, now, 10.0, limits.burst):
            raise too_many("TEN_SECONDLY_ROLLING", self._headers())
        return self._headers()

    def _headers(self) -> dict[str, str]:
        values = {
            "Daily": self._limits.daily,
            "Daily-Remaining": max(0, self._limits.daily - self._today),
            "Interval-Milliseconds": 10_000,
            "Max": self._limits.burst,
            "Remaining": self._limits.burst - len(self._burst),
        }
        return {f"X-HubSpot-RateLimit-{name}": str(value) for name, value in values.items()}


def _room(times: deque[float], now: float, seconds: float, most: int) -> bool:
    while times and times[0] <= now - seconds:
        times.popleft()
    if len(times) < most:
        times.append(now)
        return True
    return False


def too_many(policy: str, headers: dict[str, str] | None = None) -> Refusal:
    """Return the 429 response for a limit, by its name."""
    text = f"You have reached your {policy.lower()} limit."
    members = {"errorType": "RATE_LIMIT", "policyName": policy}
    return Refusal(429, "RATE_LIMITS", text, headers=headers, members=members)
