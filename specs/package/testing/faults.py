"""The faults of the stand-in: random, from a seed, or on request."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal, get_args

from hubspot_crm._core.transport import Request, Response

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
