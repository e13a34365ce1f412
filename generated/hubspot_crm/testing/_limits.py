"""Rate limits, and the response headers about them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from ._answers import Refusal

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
