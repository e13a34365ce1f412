"""Decide whether a failed call is tried again, and how long to wait before.

A request that may have taken effect is not sent again unless it is idempotent. Otherwise it might
create a record twice.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from .errors import ApiConnectionError, ApiStatusError
from .settings import RetryRules
from .transport import Headers

if TYPE_CHECKING:
    from .operation import Operation

_IDEMPOTENT = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"})
# The server rejected the request without effect: 423 Locked, 429 Too Many Requests.
_REFUSED = frozenset({423, 429})
# The statuses from 500 that do not change when the request is repeated.
_LASTING = frozenset({501, 505, 506, 508, 510, 511})


class Retries(Struct, frozen=True, kw_only=True):
    """How often a call is tried again, and how long to wait.

    Attributes:
        attempts: The most attempts, including the first.
        backoff: Seconds. The n-th wait is a random time of up to `backoff` * 2**(n-1) seconds, in
            addition to what the server asks for.
        cap: The most seconds of that random time. If the server asks for a longer wait than this,
            the error is raised at once.
        deadline: Seconds for the whole call, until the response body is read, or None for no limit.

    Raises:
        ValueError: A number is out of range.
    """

    attempts: int = 5
    backoff: float = 0.5
    cap: float = 60.0
    deadline: float | None = None

    def __post_init__(self) -> None:
        if self.attempts < 1:
            raise ValueError(f"attempts must be at least 1, not {self.attempts}")
        if not (0 <= self.backoff < math.inf and 0 <= self.cap < math.inf):
            raise ValueError("backoff and cap must be finite numbers of seconds, and not negative")
        check_deadline(self.deadline)

    def pause(
        self,
        error: ApiConnectionError | ApiStatusError,
        *,
        attempt: int,
        repeatable: bool,
        random: Callable[[], float],
        rules: RetryRules,
    ) -> float | None:
        """Return the seconds to wait after a failed attempt, or None to raise the error.

        `attempt` is its number, from 1. `repeatable` is whether the request may be sent again if its
        effect is not known.
        """
        if attempt >= self.attempts or not _may_pass(error, repeatable):
            return None
        least = 0.0
        if isinstance(error, ApiStatusError):
            least = error.retry_after or 0.0
            if error.status in rules.never or error.policy in rules.lasting:
                return None
            least = max(least, rules.wait.get(error.status, 0.0))
        if least > self.cap:
            return None
        return least + random() * min(self.cap, self.backoff * 2.0 ** min(attempt - 1, 60))


def check_deadline(seconds: float | None) -> None:
    """Raise ValueError if a deadline is neither None nor a positive, finite number."""
    if seconds is not None and not 0 < seconds < math.inf:
        raise ValueError(f"a deadline must be a positive number of seconds or None, not {seconds}")


def is_repeatable(operation: Operation[object], idempotent: bool | None) -> bool:
    """Whether to send a request again if its effect is not known.

    `idempotent` is what the caller states, or None to use what is known about the operation.
    """
    known = operation.idempotent if idempotent is None else idempotent
    return operation.method in _IDEMPOTENT if known is None else known


def _may_pass(error: ApiConnectionError | ApiStatusError, repeatable: bool) -> bool:
    """Whether another attempt may succeed and cannot repeat an effect that is not wanted twice."""
    if isinstance(error, ApiConnectionError):
        return repeatable or not error.maybe_sent
    is_passing = error.status == 408 or (500 <= error.status < 600 and error.status not in _LASTING)
    return error.status in _REFUSED or (repeatable and is_passing)


def retry_after(headers: Headers) -> float | None:
    """Return the seconds that a Retry-After header asks for, as a number or a date, or None."""
    text = headers.get("retry-after", "nan").strip()
    try:
        seconds = float(text)
    except ValueError:
        from email.utils import formatdate, parsedate_to_datetime  # only a date needs them

        try:  # by the clock of the server, which may differ
            now = parsedate_to_datetime(headers.get("date") or formatdate(usegmt=True))
            seconds = parsedate_to_datetime(text).timestamp() - now.timestamp()
        except (ValueError, OverflowError):
            return None
    return max(0.0, seconds) if math.isfinite(seconds) else None
