"""Wait for the rate limiter of a client before each attempt of a call."""

from __future__ import annotations

import logging
import math
from typing import Any, Protocol

from ..codec.decoding import parse
from ..errors import ApiTimeoutError, DecodingError
from ..settings import RetryRules
from ..transport import Headers, Response

LOG = logging.getLogger(__name__.partition("._core")[0])


class Attempts(Protocol):
    """The attempts of a call, as far as rate limits concern them."""

    call: Any

    def left(self) -> float | None: ...
    def too_late(self, message: str) -> ApiTimeoutError: ...
    async def sleep(self, seconds: float) -> None: ...


async def wait_for_turn(attempts: Attempts) -> None:
    """Wait until the rate limiter allows the next attempt.

    Raises:
        ApiTimeoutError: The call may not take as long as that.
    """
    call, left = attempts.call, attempts.left()
    limiter, bucket = call.configuration.rate_limiter, call.operation.bucket
    if limiter is None:
        return
    longest = math.inf if left is None else left
    if call.is_async:
        wait = await limiter.reserve_async(bucket, longest)
    else:
        wait = limiter.reserve(bucket, longest)
    if wait <= 0:
        return
    left = attempts.left()
    if left is not None and wait >= left:
        raise attempts.too_late(
            f"the rate limit requires a wait of {wait:g} s, beyond the deadline of the call"
        )
    log = LOG.info if wait >= 1 else LOG.debug  # short waits are normal in long runs
    place = f"{call.arguments.root}{call.operation.path}"
    log("%s %s: waiting %.2f s for the rate limit", call.operation.method, place, wait)
    await attempts.sleep(wait)


async def observe(attempts: Attempts, response: Response) -> None:
    """Update the rate limiter from a response."""
    call = attempts.call
    limiter, bucket = call.configuration.rate_limiter, call.operation.bucket
    if limiter is None:
        return
    headers = _with_pause(response, call.configuration.settings.retries)
    if call.is_async:
        await limiter.observe_async(bucket, response.status, headers)
    else:
        limiter.observe(bucket, response.status, headers)


def _with_pause(response: Response, rules: RetryRules) -> Headers:
    """Return the headers of a response, with the interval of the limit that a 429 names."""
    headers = response.headers
    if response.status != 429 or not rules.intervals or "retry-after" in headers:
        return headers
    try:
        interval = rules.intervals.get(rules.policy_in(parse(response.content)) or "")
    except DecodingError:
        return headers
    if interval is None:
        return headers
    return Headers([*headers.items(), ("Retry-After", str(math.ceil(interval)))])
