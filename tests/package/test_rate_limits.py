"""Test what hubspot-crm does when HubSpot refuses requests because of a limit."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hubspot_crm import (
    AsyncHubSpot,
    AsyncMockTransport,
    BatchOptions,
    DailyLimitError,
    HubSpot,
    MockTransport,
    Retries,
    Timing,
    json_response,
)
from hubspot_crm.testing import StandIn
from hubspot_crm.transports import Request, Response


class Busy:
    """Refuses requests with one policy until another program has freed the limit."""

    def __init__(self, policy: str, until: float) -> None:
        self.policy, self.until, self.now = policy, until, 0.0
        self.requests = 0

    @property
    def timing(self) -> Timing:
        return Timing(clock=lambda: self.now, sleep=self._sleep, random=lambda: 0.5)

    def respond(self, request: Request) -> Response:
        self.requests += 1
        if self.now >= self.until:
            return json_response({"total": 0, "results": []})
        body = {"policyName": self.policy, "errorType": "RATE_LIMIT", "message": "limit"}
        return json_response(body, status=429)

    def _sleep(self, seconds: float) -> None:
        self.now += seconds


def search(busy: Busy) -> None:
    client = HubSpot("t", transport=MockTransport(busy.respond), timing=busy.timing)
    assert list(client.contacts.search()) == []


def search_async(busy: Busy) -> None:
    asyncio.run(_search(busy))


def search_on_trio(busy: Busy) -> None:
    pytest.importorskip("trio").run(_search, busy)


async def _search(busy: Busy) -> None:
    transport = AsyncMockTransport(busy.respond)
    async with AsyncHubSpot("t", transport=transport, timing=busy.timing) as client:
        assert [each async for each in client.contacts.search()] == []


@pytest.mark.parametrize("act", [search, search_async, search_on_trio])
@pytest.mark.parametrize(
    ("policy", "until", "requests"), [("TEN_SECONDLY_ROLLING", 9.5, 2), ("SECONDLY", 2.5, 3)]
)
def test_a_search_waits_for_the_limit_that_is_used_up(
    act: Any, policy: str, until: float, requests: int
) -> None:
    busy = Busy(policy, until)
    act(busy)
    assert busy.requests == requests and until <= busy.now < until + 3


@pytest.mark.parametrize("headers", [{"Retry-After": "3600"}, {}])
@pytest.mark.parametrize("is_async", [False, True])
def test_a_daily_limit_ends_a_batch(headers: dict[str, str], is_async: bool) -> None:
    crm = StandIn(seed=1)
    limit = json_response({"policyName": "DAILY", "message": "Daily limit."}, 429, headers)
    requests: list[Request] = []

    def respond(request: Request) -> Response:
        requests.append(request)
        return limit if len(requests) > 1 else crm.transport().send(request)

    inputs = [{"properties": {"name": str(number)}} for number in range(500)]
    batching = BatchOptions(concurrency=1)

    async def main() -> Any:
        async with AsyncHubSpot("t", transport=AsyncMockTransport(respond)) as client:
            return await client.companies.batch.create(inputs, batching=batching)

    if is_async:
        outcome = asyncio.run(main())
    else:
        with HubSpot("t", transport=MockTransport(respond)) as client:
            outcome = client.companies.batch.create(inputs, batching=batching)
    assert len(requests) == 2
    assert outcome.succeeded_count == 100 and len(outcome.unsent) == 400
    assert not outcome.failed and not outcome.unknown
    error = outcome.stopped_by
    assert isinstance(error, DailyLimitError)
    assert error.retry_after == (3600 if headers else None) and "policy DAILY" in str(error)


def test_a_limit_that_lasts_too_long_for_a_call_is_raised() -> None:
    busy = Busy("TEN_SECONDLY_ROLLING", 99)
    client = HubSpot("t", transport=MockTransport(busy.respond), timing=busy.timing)
    with pytest.raises(Exception, match="policy TEN_SECONDLY_ROLLING, retry after 10 s"):
        client.with_options(retries=Retries(deadline=5)).contacts.search().first()
    assert busy.requests == 1
