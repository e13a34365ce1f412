"""Test rate limiters that clients share, and separate ones."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import hubspot_crm
import pytest
from hubspot_crm import HubSpot, RateLimitError
from hubspot_crm._core.http.httpx2_transport import Httpx2Transport
from hubspot_crm._core.options import Timing
from hubspot_crm._core.rate_limit import LocalRateLimiter, RateLimit, RateLimits
from hubspot_crm._core.retries import Retries
from hubspot_crm._core.transport import Headers

from tests.core.limited import Clock, clock, limiter
from tests.support.enforcing import Enforcing, LimitedTransport
from tests.support.loopback import Loopback, json_answer

__all__ = ["clock", "limiter"]


RECORD = {"id": "1", "properties": {}, "createdAt": "2020-01-01T00:00:00Z"}


@pytest.fixture
def enforcing() -> Iterator[tuple[Loopback, Enforcing]]:
    rule = Enforcing(20, 1.0)
    with Loopback(rule) as server:
        yield server, rule


def run_clients(url: str, transports: Sequence[LimitedTransport]) -> None:
    """Send 30 requests by each of several clients, from several threads each."""

    def work(transport: LimitedTransport) -> None:
        with HubSpot(
            "token",
            base_url=url,
            transport=transport,
            rate_limiter=None,  # the transport has one
            retries=Retries(attempts=1),
        ) as client:
            for _ in range(10):
                client.tasks.get("1")

    with ThreadPoolExecutor(3 * len(transports)) as pool:
        list(pool.map(work, [*transports] * 3))


def test_two_clients_share_a_limiter(enforcing: tuple[Loopback, Enforcing], clock: Clock) -> None:
    server, rule = enforcing
    limiter = LocalRateLimiter(RateLimits(buckets={"": RateLimit(20, 1.0)}), clock=clock)
    transports = [LimitedTransport(Httpx2Transport(), limiter, clock) for _ in range(2)]
    run_clients(server.url, transports)
    assert (rule.refused, rule.answered) == (0, 60)
    for each in transports:
        each.close()


def test_without_sharing_they_would_be_refused(enforcing: tuple[Loopback, Enforcing]) -> None:
    server, _ = enforcing
    limits = RateLimits(buckets={"": RateLimit(20, 1.0)})
    transports = [
        LimitedTransport(Httpx2Transport(), LocalRateLimiter(limits, clock=clock), clock)
        for clock in (Clock(), Clock())
    ]
    with pytest.raises(RateLimitError):
        run_clients(server.url, transports)
    for each in transports:
        each.close()


def test_a_client_has_a_limiter_of_its_own_and_shares_it_with_its_twins() -> None:
    """The clock advances only while the client sleeps."""
    clock = Clock()

    def sleep(seconds: float) -> None:
        clock.now += seconds

    with Loopback(lambda request: json_answer(RECORD)) as server:
        timing = Timing(clock=clock, sleep=sleep)
        with HubSpot("token", base_url=server.url, timing=timing) as client:
            twin = client.with_options(headers={"X-Twin": "1"})
            for _ in range(100):
                client.tasks.get("1")
                twin.tasks.get("1")
    assert 20 < clock.now - 1_000 < 23


def test_a_search_is_counted_apart() -> None:
    clock = Clock()
    limiter = hubspot_crm.LocalRateLimiter(clock=clock)
    with Loopback(lambda request: json_answer({"total": 0, "results": []})) as server:
        with HubSpot("token", base_url=server.url, rate_limiter=limiter) as client:
            assert list(client.tasks.search()) == []
    search, default = limiter.state("search"), limiter.state()
    assert search and default and (search.used, default.used) == (1, 0)


def test_no_limiter_where_none_is_wanted() -> None:
    def refuse(seconds: float) -> None:
        raise AssertionError("nothing to wait for")

    with Loopback(lambda request: json_answer(RECORD)) as server:
        timing = Timing(clock=lambda: 0.0, sleep=refuse)
        with HubSpot("token", base_url=server.url, timing=timing, rate_limiter=None) as client:
            for _ in range(120):
                client.tasks.get("1")


def test_a_call_that_cannot_wait_takes_no_place() -> None:
    clock = Clock()
    limiter = hubspot_crm.LocalRateLimiter(clock=clock)
    waits = [limiter.reserve("") for _ in range(200)]
    with HubSpot("token", rate_limiter=limiter, retries=Retries(deadline=1.0)) as client:
        for _ in range(5):
            with pytest.raises(hubspot_crm.ApiTimeoutError, match="rate limit"):
                client.tasks.get("1")
    assert limiter.reserve("") - waits[-1] < 0.2


def test_async_is_the_same(limiter: LocalRateLimiter) -> None:
    async def main() -> list[float]:
        return [await limiter.reserve_async("search") for _ in range(3)]

    assert asyncio.run(main())[:2] == [0.0, 0.0]
    asyncio.run(limiter.observe_async("", 200, Headers([("X-Max", "7")])))
    state = limiter.state()
    assert state and state.requests == 7


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_fork_while_the_lock_is_held(limiter: LocalRateLimiter) -> None:
    read, write = os.pipe()
    with limiter._lock:  # pyright: ignore[reportPrivateUsage]
        child = os.fork()
        if child == 0:
            os.write(write, b"y" if limiter.reserve("") == 0.0 else b"n")
            os._exit(0)
    os.waitpid(child, 0)
    assert os.read(read, 1) == b"y"
    os.close(read)
    os.close(write)


def test_the_limits_of_the_api_are_known() -> None:
    limiter = hubspot_crm.LocalRateLimiter()
    default, search = limiter.state(), limiter.state("search")
    assert default and (default.requests, default.seconds) == (100, 10.0)
    assert search and (search.requests, search.seconds) == (5, 1.0)
    limiter.observe("", 200, Headers([("x-hubspot-ratelimit-max", "190")]))
    default = limiter.state()
    assert default and default.requests == 190
    assert repr(limiter) == "LocalRateLimiter(default, search)"


@pytest.mark.parametrize(("requests", "seconds"), [(0, 1.0), (1, 0.0), (1, float("inf"))])
def test_a_limit_must_be_one(requests: int, seconds: float) -> None:
    with pytest.raises(ValueError, match="requests in"):
        RateLimit(requests, seconds)
