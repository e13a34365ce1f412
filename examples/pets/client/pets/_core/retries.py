"""A failure and a policy in, the seconds to wait before trying again out, or None to give up.

A request that may have had an effect is not sent again, unless doing it twice does no more than
doing it once: otherwise a record might be made twice.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from .errors import ApiConnectionError, ApiStatusError
from .settings import RetryRules
from .transport import Headers

if TYPE_CHECKING:
    from .operation import Operation

_IDEMPOTENT = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"})
# The server refused and did nothing: 423 Locked, 429 Too Many Requests.
_REFUSED = frozenset({423, 429})
# Of the statuses from 500 on, those that say the same however often one asks.
_LASTING = frozenset({501, 505, 506, 508, 510, 511})


class Retries(Struct, frozen=True, kw_only=True):
    """How often and how patiently a call is tried again.

    `attempts` counts the first one too. The n-th wait is a random time up to `backoff` * 2**(n-1)
    seconds, at most `cap`, on top of what the server asks for. Where the server asks for more than
    `cap`, the error is raised at once. `deadline` bounds the call as a whole, in seconds, to the
    last of the answer's body.

    Raises ValueError for numbers that make no sense.
    """

    attempts: int = 5
    backoff: float = 0.5
    cap: float = 60.0
    deadline: float | None = None

    def __post_init__(self) -> None:
        if self.attempts < 1:
            raise ValueError(f"attempts count the first one: {self.attempts} is too few")
        if not (0 <= self.backoff < math.inf and 0 <= self.cap < math.inf):
            raise ValueError("backoff and cap are finite numbers of seconds, 0 or more")
        check_deadline(self.deadline)

    def pause(
        self,
        error: ApiConnectionError | ApiStatusError,
        rules: RetryRules,
        *,
        attempt: int,
        repeatable: bool,
        random: Callable[[], float],
    ) -> float | None:
        """The seconds to wait after the failure of the n-th attempt; None: raise it."""
        if attempt >= self.attempts or not _may_pass(error, rules, repeatable):
            return None
        least = 0.0
        if isinstance(error, ApiStatusError):
            least = max(error.retry_after or 0.0, rules.wait.get(error.status, 0.0))
        if least > self.cap:
            return None
        return least + random() * min(self.cap, self.backoff * 2.0 ** min(attempt - 1, 60))


def check_deadline(seconds: float | None) -> None:
    """Raises ValueError for a deadline that is no positive, finite number of seconds."""
    if seconds is not None and not 0 < seconds < math.inf:
        raise ValueError(f"a deadline is a positive number of seconds or None, not {seconds}")


def is_repeatable(operation: Operation[object], idempotent: bool | None) -> bool:
    """Whether to send a request again of which nobody knows what it did; the caller may say so."""
    known = operation.idempotent if idempotent is None else idempotent
    return operation.method in _IDEMPOTENT if known is None else known


def _may_pass(
    error: ApiConnectionError | ApiStatusError, rules: RetryRules, repeatable: bool
) -> bool:
    if isinstance(error, ApiConnectionError):
        return repeatable or not error.maybe_sent
    if error.status in rules.never or error.policy in rules.lasting:
        return False
    if error.status in _REFUSED:
        return True
    return repeatable and (error.status == 408 or _is_passing_fault(error.status))


def _is_passing_fault(status: int) -> bool:
    return 500 <= status < 600 and status not in _LASTING


def retry_after(headers: Headers) -> float | None:
    """The seconds that a Retry-After header asks for, as a number or as a date; None: nothing."""
    text = headers.get("retry-after", "").strip()
    if not text:
        return None
    try:
        seconds = float(text)
    except ValueError:
        from email.utils import parsedate_to_datetime  # only an answer with a date needs it

        try:
            seconds = parsedate_to_datetime(text).timestamp() - time.time()
        except (ValueError, OverflowError):
            return None
    return max(0.0, seconds) if math.isfinite(seconds) else None
