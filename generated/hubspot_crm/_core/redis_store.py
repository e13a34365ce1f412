"""Share rate limits between processes by Redis."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Generator
from contextlib import contextmanager
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Literal, cast
from urllib.parse import quote

from .event_loop import in_thread, refuse_trio
from .rate_limit import (
    CLOSE,
    GRACE,
    LocalRateLimiter,
    RateLimits,
    RateLimitState,
    pause_of,
    read_told,
)
from .transport import Headers

if TYPE_CHECKING:
    from redis import Redis  # type: ignore[import-not-found, unused-ignore]
    from redis.asyncio import Redis as AsyncRedis  # type: ignore[import-not-found, unused-ignore]

_PACKAGE = __name__.partition(".")[0]
_LOGGER = logging.getLogger(_PACKAGE)

# The scripts do what Window does, atomically for all processes, with the clock of Redis. KEYS: the
# slots (a sorted set, by time), the state (a hash). Times are passed as strings, because Redis
# truncates numbers.
_COMMON = """
local function text(number) return string.format('%.6f', number) end
local time = redis.call('TIME')
local now = time[1] + time[2] / 1000000
local state = redis.call('HMGET', KEYS[2], 'requests', 'seconds', 'share', 'slowed', 'rest', 'next')
local requests = tonumber(state[1] or ARGV[1])
local seconds = tonumber(state[2] or ARGV[2])
local slowed = tonumber(state[4] or 0)
local share = math.min((state[3] or 1) + 0.1 * (now - slowed) / seconds, 1)
local rest, serial = tonumber(state[5] or 0), tonumber(state[6] or 0)
local function score(from_end, least)
  local command = from_end and 'ZREVRANGE' or 'ZRANGE'
  return tonumber(redis.call(command, KEYS[1], least, least, 'WITHSCORES')[2])
end
local function add(place)
  serial = serial + 1
  redis.call('ZADD', KEYS[1], text(place), string.format('%.0f', serial))
end
local function keep(place)
  redis.call('HSET', KEYS[2], 'next', string.format('%.0f', serial))
  redis.call('PEXPIRE', KEYS[1], math.ceil((place - now + 2 * seconds) * 1000))
  redis.call('PEXPIRE', KEYS[2], math.ceil((place - now + 2 * seconds) * 1000) + 86400000)
end
"""
_RESERVE = f"""{_COMMON}
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', text(now + {CLOSE} - seconds * (1 + {GRACE})))
local spare = math.max(math.floor(requests / 10), math.min(math.floor(requests / 5), 1))
local room = math.max(math.floor((requests - spare) * share), 1)
local place = math.max(now, rest)
local count = redis.call('ZCARD', KEYS[1])
if count > 0 then
  local last = score(true, 0)
  local used = redis.call('ZCOUNT', KEYS[1], '(' .. text(math.max(now, last) + {CLOSE} - seconds), '+inf')
  local distance = 0
  if used >= room / 2 then
    local left = score(false, count - used) + seconds - last
    distance = math.max(seconds / room, left / (math.max(room - used, 0) + 1))
  end
  place = math.max(place, last + distance)
end
if count >= room then place = math.max(place, score(true, room - 1) + seconds) end
if place - now <= tonumber(ARGV[3]) then
  add(place)
  keep(place)
end
return text(place - now)
"""
_LEARN = f"""{_COMMON}
local function told(name, number) if number ~= '' then redis.call('HSET', KEYS[2], name, number) end end
told('requests', ARGV[3])
told('seconds', ARGV[4])
if ARGV[5] ~= '' then
  requests, seconds = tonumber(ARGV[3]) or requests, tonumber(ARGV[4]) or seconds
  local since = '(' .. text(now + {CLOSE} - seconds * (1 + {GRACE}))
  local others = requests - ARGV[5] - redis.call('ZCOUNT', KEYS[1], since, text(now + {CLOSE}))
  for _ = 1, others do add(now) end
end
local last = redis.call('ZCARD', KEYS[1]) > 0 and score(true, 0) or now
keep(math.max(last, now))
return ''
"""
_SLOW = f"""{_COMMON}
redis.call('HSET', KEYS[2], 'rest', text(math.max(rest, now + ARGV[3])))
if now - slowed >= seconds / 5 then
  redis.call('HSET', KEYS[2], 'share', text(math.max(share / 2, 0.1)), 'slowed', text(now))
end
redis.call('PEXPIRE', KEYS[2], 86400000)
return ''
"""

RETRY_AFTER = 5.0  # seconds until Redis is tried again after a failure

Call = tuple[str, str, tuple[object, ...]]  # script, bucket, arguments


class RedisRateLimiter:
    """Keep the requests of all processes that use one account within the limits of the API.

    If Redis does not respond, each process applies the limits by itself, and one warning is logged.

    Args:
        redis: A URL or a client of redis-py. The caller closes a client that it passes. A client of
            `redis.asyncio` serves async clients only.
        account: Any string, not a secret. Limiters with the same account share its limits.
        limits: The limits; by default, those of the API.
        when_away: "raise" to raise `redis.RedisError` if Redis does not respond.
        clock: Returns the time in seconds.

    Raises:
        ImportError: redis-py is not installed (extra `redis`).
    """

    known: ClassVar[RateLimits] = RateLimits()
    package: ClassVar[str] = _PACKAGE

    def __init__(
        self,
        redis: str | Redis | AsyncRedis,
        *,
        account: str,
        limits: RateLimits | None = None,
        when_away: Literal["local", "raise"] = "local",
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._error, self._client, self._is_async = _connected(redis)
        self._owns_client = isinstance(redis, str)
        self._limits = limits or self.known
        self._local = LocalRateLimiter(self._limits, clock=clock)
        self._root = f"{self.package}:{quote(account, safe='')}"
        self._raises = when_away == "raise"
        self._clock = clock
        self._try_at: float | None = None  # set while Redis does not respond
        self._lock = Lock()

    def reserve(self, bucket: str, longest: float = math.inf) -> float:
        """Reserve the next slot of all processes.

        Args:
            bucket: The name of the bucket, "" for the default one.
            longest: A slot more than this many seconds away is not reserved.

        Returns:
            The seconds to wait before sending, 0.0 for none.

        Raises:
            TypeError: The limiter has a client of `redis.asyncio`.
            redis.RedisError: Redis does not respond, and `when_away` is "raise".
        """
        call = self._reservation(bucket, longest)
        wait = self._run(call) if call else b"0"
        return self._local.reserve(bucket, longest) if wait is None else float(wait)

    def observe(self, bucket: str, status: int, headers: Headers) -> None:
        """Update the limits of all processes from a response. Raises as `reserve`."""
        for call in self._lessons(bucket, status, headers):
            self._run(call)

    async def reserve_async(self, bucket: str, longest: float = math.inf) -> float:
        """Reserve the next slot of all processes, as `reserve`."""
        call = self._reservation(bucket, longest)
        wait = await self._run_async(call) if call else b"0"
        return self._local.reserve(bucket, longest) if wait is None else float(wait)

    async def observe_async(self, bucket: str, status: int, headers: Headers) -> None:
        """Update the limits of all processes from a response, as `observe`."""
        for call in self._lessons(bucket, status, headers):
            await self._run_async(call)

    def state(self, bucket: str = "") -> RateLimitState | None:
        """Return what responses to this process reported about a bucket; None without a limit."""
        return self._local.state(bucket)

    def close(self) -> None:
        """Close the connections to Redis, unless the caller passed a client."""
        if self._owns_client:
            self._client.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._root!r})"

    def _reservation(self, bucket: str, longest: float) -> Call | None:
        name = self._name(bucket)
        return None if name is None else (_RESERVE, name, (min(longest, 1e9),))

    def _lessons(self, bucket: str, status: int, headers: Headers) -> list[Call]:
        self._local.observe(bucket, status, headers)
        name, state = self._name(bucket), self._local.state(bucket)
        if name is None or state is None:
            return []
        told = read_told(headers, self._limits.headers)
        known = (told.requests, told.seconds, told.remaining)
        calls: list[Call] = []
        if known != (None, None, None) and "" in self._limits.buckets:
            calls.append((_LEARN, "", tuple("" if each is None else each for each in known)))
        pause = pause_of(status, headers, told, state.seconds)
        if pause is not None:
            calls.append((_SLOW, name, (pause,)))
        return calls

    def _name(self, bucket: str) -> str | None:
        """Return the bucket whose limit applies to this bucket, or None if none does."""
        return next((name for name in (bucket, "") if name in self._limits.buckets), None)

    def _run(self, call: Call) -> bytes | str | None:
        """Run a script and return its result, or None if Redis does not respond."""
        if self._is_async:
            raise TypeError(
                "a sync client requires a redis.Redis or a URL, not a redis.asyncio.Redis"
            )
        with self._watched() as is_due:
            return self._evaluate(call) if is_due else None
        return None

    async def _run_async(self, call: Call) -> bytes | str | None:
        if not self._is_async:
            return await in_thread(lambda: self._run(call))
        refuse_trio("redis.asyncio", "a redis.Redis or a URL")
        with self._watched() as is_due:
            return await self._evaluate(call) if is_due else None
        return None

    @contextmanager
    def _watched(self) -> Generator[bool]:
        """Yield whether to call Redis now: False for RETRY_AFTER seconds after a failure."""
        is_due = self._try_at is None or self._clock() >= self._try_at
        try:
            yield is_due
        except self._error as error:
            self._lost(error)
            return
        if is_due and self._try_at is not None:
            self._try_at = None
            _LOGGER.info("Redis is available again: processes share the rate limits")

    def _evaluate(self, call: Call) -> Any:
        """Call a script, and return its result or an awaitable of it."""
        script, name, arguments = call
        limit = self._limits.buckets[name]
        tag = f"{{{self._root}:{quote(name, safe='')}}}"  # both keys on one node of a cluster
        return self._client.register_script(script)(
            keys=[f"{tag}:places", f"{tag}:state"],
            args=[limit.requests, limit.seconds, *arguments],
        )

    def _lost(self, error: Exception) -> None:
        if self._raises:
            raise error
        with self._lock:
            is_news, self._try_at = self._try_at is None, self._clock() + RETRY_AFTER
        if is_news:
            _LOGGER.warning(
                "Redis is not available (%s): this process applies the rate limits by itself",
                type(error).__name__,
            )


def _connected(redis: str | Redis | AsyncRedis) -> tuple[type[Exception], Any, bool]:
    """Return the base class of errors of redis-py, a client, and whether it is async."""
    try:
        from redis import Redis, RedisError  # type: ignore[import-not-found, unused-ignore]
        from redis.asyncio import Redis as AsyncRedis  # type: ignore[import-not-found, unused-ignore]
        from redis.backoff import NoBackoff  # type: ignore[import-not-found, unused-ignore]
        from redis.retry import Retry  # type: ignore[import-not-found, unused-ignore]
    except ImportError as error:
        message = f"RedisRateLimiter requires redis-py: pip install {_PACKAGE}[redis]"
        raise ImportError(message) from error
    if isinstance(redis, str):
        retry = Retry(NoBackoff(), 1)
        settings = {"socket_timeout": 1.0, "socket_connect_timeout": 1.0, "retry": retry}
        return RedisError, cast(Any, Redis).from_url(redis, **settings), False
    return RedisError, redis, isinstance(redis, AsyncRedis)
