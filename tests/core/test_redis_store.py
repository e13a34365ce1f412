"""Test the limiter for several processes against a real redis-server; skipped without one."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hubspot_crm
import pytest
import redis
import redis.asyncio
from hubspot_crm._core import redis_store
from hubspot_crm._core.rate_limit import (
    LocalRateLimiter,
    RateLimit,
    RateLimitHeaders,
    RateLimits,
)
from hubspot_crm._core.redis_store import RedisRateLimiter
from hubspot_crm._core.transport import Headers
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.support.enforcing import Enforcing
from tests.support.loopback import Loopback
from tests.support.redis_server import BINARY, free_port, redis_server

ROOT = Path(__file__).parent.parent.parent
NAMES = RateLimitHeaders(limit="X-Max", remaining="X-Left", interval_milliseconds="X-Interval")
LIMITS = RateLimits(buckets={"": RateLimit(100, 10.0), "search": RateLimit(5, 1.0)}, headers=NAMES)
needs_redis = pytest.mark.skipif(
    BINARY is None, reason="redis-server is not installed; make redis installs it"
)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with redis_server(tmp_path_factory.mktemp("redis")) as url:
        yield url


@pytest.fixture
def url(running: str) -> str:
    with redis.Redis.from_url(running) as client:
        client.flushall()
    return running


@pytest.fixture
def limiter(url: str) -> Iterator[RedisRateLimiter]:
    made = RedisRateLimiter(url, account="1", limits=LIMITS, when_away="raise")
    yield made
    made.close()


# --- the same as the local one ---------------------------------------------------------------

TIME = "redis.call('TIME')"
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("pass"), st.floats(0, 12)),
        st.tuples(st.just("reserve"), st.sampled_from(["", "search"])),
        st.tuples(st.just("answer"), st.integers(0, 120), st.sampled_from([20, 100, 190])),
        st.tuples(st.just("refuse"), st.sampled_from(["", "search"])),
    ),
    max_size=60,
)


@needs_redis
@settings(max_examples=60, deadline=None, suppress_health_check=[*HealthCheck])
@given(steps=STEPS)
@example(  # an entry as old as the interval, except for rounding
    steps=[("answer", 3, 20), ("reserve", ""), ("reserve", ""), ("refuse", ""), ("reserve", "")]
)
def test_slots_are_those_of_the_local_limiter(
    steps: list[tuple[Any, ...]], url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulated = "redis.call('HMGET', 'clock', 'seconds', 'micros')"
    for name in ("_RESERVE", "_LEARN", "_SLOW"):
        text: str = getattr(redis_store, name)
        monkeypatch.setattr(redis_store, name, text.replace(TIME, simulated))
    with redis.Redis.from_url(url) as client:
        client.flushall()
        now = 1_000_000_000.0
        local = LocalRateLimiter(LIMITS, clock=lambda: now)
        shared = RedisRateLimiter(client, account="1", limits=LIMITS, when_away="raise")
        for step in steps:
            match step:
                case ("pass", seconds):
                    now = round(now + seconds, 6)
                case ("reserve", bucket):
                    whole, micros = divmod(round(now * 1e6), 1_000_000)
                    client.hset("clock", mapping={"seconds": whole, "micros": micros})
                    for _ in range(7):
                        mine, its = local.reserve(bucket, 300), shared.reserve(bucket, 300)
                        assert its == pytest.approx(mine, abs=1e-3)
                case _:
                    whole, micros = divmod(round(now * 1e6), 1_000_000)
                    client.hset("clock", mapping={"seconds": whole, "micros": micros})
                    bucket = step[1] if step[0] == "refuse" else ""
                    fields = Headers(
                        []
                        if step[0] == "refuse"
                        else [("X-Left", str(step[1])), ("X-Max", str(step[2]))]
                    )
                    for each in (local, shared):
                        each.observe(bucket, 429 if step[0] == "refuse" else 200, fields)


# --- in Redis --------------------------------------------------------------------------------


@needs_redis
def test_two_limiters_of_one_account_share_and_others_do_not(url: str) -> None:
    one, two, other = (
        RedisRateLimiter(url, account=account, limits=LIMITS) for account in ("1", "1", "2")
    )
    waits = [limiter.reserve("search") for _ in range(10) for limiter in (one, two)]
    assert waits == sorted(waits)
    assert waits[-1] > 3
    assert other.reserve("search") == 0.0
    for limiter in (one, two, other):
        limiter.close()


@needs_redis
def test_what_one_learned_all_know(url: str) -> None:
    one, two = (RedisRateLimiter(url, account="1", limits=LIMITS) for _ in range(2))
    one.observe("", 200, Headers([("X-Max", "10"), ("X-Left", "0"), ("X-Interval", "50000")]))
    assert two.reserve("") > 40
    one.observe("search", 429, Headers([("Retry-After", "30")]))
    assert two.reserve("search") > 20
    one.close()
    two.close()


@needs_redis
def test_a_place_too_far_off_is_not_taken(limiter: RedisRateLimiter) -> None:
    for _ in range(30):
        limiter.reserve("search")
    assert limiter.reserve("search", 1.0) > 1.0
    far = limiter.reserve("search", 1.0)
    assert limiter.reserve("search", far + 1) <= far


@needs_redis
def test_keys_end_by_themselves_and_name_the_account(limiter: RedisRateLimiter, url: str) -> None:
    limiter.reserve("search")
    limiter.observe("", 429, Headers([("X-Max", "10"), ("X-Left", "0")]))
    with redis.Redis.from_url(url, decode_responses=True) as client:
        keys = sorted(client.scan_iter())
        assert keys == [
            "{hubspot_crm:1:search}:places",
            "{hubspot_crm:1:search}:state",
            "{hubspot_crm:1:}:places",
            "{hubspot_crm:1:}:state",
        ]
        assert all(0 < client.ttl(key) < 100_000 for key in keys)


@needs_redis
@pytest.mark.parametrize("makes_async_client", [False, True])
def test_async(url: str, makes_async_client: bool) -> None:
    async def main() -> list[float]:
        if not makes_async_client:
            limiter = RedisRateLimiter(url, account="1", limits=LIMITS, when_away="raise")
            return await use(limiter)
        async with redis.asyncio.Redis.from_url(url) as client:
            return await use(RedisRateLimiter(client, account="1", limits=LIMITS))

    async def use(limiter: RedisRateLimiter) -> list[float]:
        waits = await asyncio.gather(*(limiter.reserve_async("search") for _ in range(20)))
        await limiter.observe_async("", 200, Headers([("X-Max", "7")]))
        limiter.close()
        return sorted(waits)

    waits = asyncio.run(main())
    assert waits[-1] > 3
    with redis.Redis.from_url(url) as client:
        assert client.hget("{hubspot_crm:1:}:state", "requests") == b"7"


@needs_redis
def test_an_async_redis_is_not_for_sync_clients(url: str) -> None:
    limiter = RedisRateLimiter(redis.asyncio.Redis.from_url(url), account="1", limits=LIMITS)
    with pytest.raises(TypeError, match=r"redis\.Redis or a URL"):
        limiter.reserve("")


PROCESS = """
import sys, time
from hubspot_crm import HubSpot
from hubspot_crm._core.http.httpx2_transport import Httpx2Transport
from hubspot_crm._core.redis_store import RedisRateLimiter
from hubspot_crm._core.rate_limit import RateLimit, RateLimits
from tests.support.enforcing import LimitedTransport

redis_url, url = sys.argv[1:]
limits = RateLimits(buckets={"": RateLimit(20, 1.0)})
limiter = RedisRateLimiter(redis_url, account="1", limits=limits, when_away="raise")
transport = LimitedTransport(Httpx2Transport(), limiter, time.time)
with HubSpot("token", base_url=url, transport=transport, rate_limiter=None) as client:
    for _ in range(30):
        client.tasks.get("1")
transport.close()
limiter.close()
"""


@needs_redis
def test_two_processes_share_by_redis(url: str) -> None:
    rule = Enforcing(20, 1.0)
    with Loopback(rule) as server:
        command = [sys.executable, "-c", PROCESS, url, server.url]
        environment = {"PYTHONPATH": f"{ROOT}:{ROOT / 'generated'}"}
        both = [subprocess.Popen(command, env=environment) for _ in range(2)]
        assert [each.wait(60) for each in both] == [0, 0]
    assert (rule.refused, rule.answered) == (0, 60)


# --- without Redis ---------------------------------------------------------------------------


def test_redis_away_is_one_warning_and_the_local_limit(
    caplog: pytest.LogCaptureFixture,
) -> None:
    url = f"redis://user:secret@127.0.0.1:{free_port()}"
    limiter = RedisRateLimiter(url, account="1", limits=LIMITS, clock=lambda: 50.0)
    with caplog.at_level(logging.INFO, "hubspot_crm"):
        waits = [limiter.reserve("search") for _ in range(10)]
        limiter.observe("search", 429, Headers())
    assert waits[-1] > 1
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "secret" not in caplog.text + repr(limiter)
    limiter.close()


def test_redis_away_raises_where_that_is_requested() -> None:
    url = f"redis://127.0.0.1:{free_port()}"
    limiter = RedisRateLimiter(url, account="1", limits=LIMITS, when_away="raise")
    for _ in range(2):
        with pytest.raises(redis.ConnectionError):
            limiter.reserve("")
    with pytest.raises(redis.ConnectionError):
        asyncio.run(limiter.reserve_async(""))
    limiter.close()


@needs_redis
def test_redis_that_comes_back_is_used_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    port, now = free_port(), 0.0
    url = f"redis://127.0.0.1:{port}"
    limiter = RedisRateLimiter(url, account="1", limits=LIMITS, clock=lambda: now)
    limiter.reserve("search")
    with redis_server(tmp_path, port), caplog.at_level(logging.INFO, "hubspot_crm"):
        limiter.reserve("search")  # too early to try again
        with redis.Redis.from_url(url) as client:
            assert client.dbsize() == 0
            now = 6.0
            limiter.reserve("search")
            assert client.dbsize() == 2
    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"]
    limiter.close()


def test_without_redis_py_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(ImportError, match=r"pip install hubspot_crm\[redis\]"):
        hubspot_crm.RedisRateLimiter("redis://127.0.0.1", account="1")


@needs_redis
def test_the_limits_of_the_api_are_known(url: str) -> None:
    limiter = hubspot_crm.RedisRateLimiter(url, account="1", when_away="raise")
    waits = [limiter.reserve("search") for _ in range(20)]
    assert waits[-1] > 3
    limiter.close()
