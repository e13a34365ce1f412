"""Test the async client on trio: it waits with trio, and reports what cannot run there."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from hubspot_crm import transports
from hubspot_crm._core.auth.oauth_credential import OAuthCredential
from hubspot_crm._core.auth.security import Secret
from hubspot_crm._core.auth.tokens import MemoryTokenStore, Tokens
from hubspot_crm._core.batch.operation import BatchOptions
from hubspot_crm._core.batch.outcome import outcome_of
from hubspot_crm._core.errors import ApiTimeoutError
from hubspot_crm._core.options import RequestOptions
from hubspot_crm._core.rate_limit import LocalRateLimiter, RateLimit, RateLimits
from hubspot_crm._core.retries import Retries
from hubspot_crm._resource import AsyncResource

from tests.support.batch_server import CREATE, BatchServer, answer, created
from tests.support.loopback import Answer, Loopback

from .sample.client import AsyncSample
from .scripted import RECORD

trio = pytest.importorskip("trio")


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def run(work: Any, *args: Any, **options: Any) -> Any:
    """Return the result of a function of a client on trio."""

    async def main() -> Any:
        async with AsyncSample(*args, **options) as client:
            return await work(client)

    return trio.run(main)


def test_retries_rate_limits_and_deadlines() -> None:
    limiter = LocalRateLimiter(RateLimits(buckets={"": RateLimit(20, 0.2)}))
    with Loopback() as server:
        for status in (500, 500, 200):
            server.answer_json(RECORD, status=status)
        server.answer(Answer(200, b"{}", delay=1.0))

        async def work(client: Any) -> None:
            assert (await client.records.get("1")).id == "1"
            began = time.monotonic()
            with pytest.raises(ApiTimeoutError):
                await client.records.get("1", options=RequestOptions(deadline=0.2))
            assert time.monotonic() - began < 0.9

        retries = Retries(backoff=0.01)
        run(work, "t", base_url=server.url, retries=retries, rate_limiter=limiter)
        assert len(server.requests) == 4


def test_tokens_are_renewed() -> None:
    def renew(_: Tokens | None) -> Tokens:
        time.sleep(0.05)
        return Tokens(access_token=Secret("new"))

    credential = OAuthCredential(MemoryTokenStore(), renew, leeway=60)
    with Loopback() as server:
        server.answer_json(RECORD)
        run(lambda client: client.records.get("1"), credential, base_url=server.url)
        assert server.requests[0].headers["authorization"] == "Bearer new"


def test_tokens_that_are_refused_are_renewed() -> None:
    granted = iter(["old", "new"])
    credential = OAuthCredential(
        MemoryTokenStore(),
        lambda _: Tokens(access_token=Secret(next(granted))),
        leeway=60,
        needs_refresh_token=False,
    )
    with Loopback() as server:
        server.answer_json({}, status=401)
        server.answer_json(RECORD)
        run(lambda client: client.records.get("1"), credential, base_url=server.url)
        sent = [each.headers["authorization"] for each in server.requests]
    assert sent == ["Bearer old", "Bearer new"]


def batch(server: BatchServer, inputs: Any, **options: Any) -> Any:
    transport = transports.AsyncMockTransport(server.receive)

    async def work(client: Any) -> Any:
        batching = BatchOptions(repeat_wait=0, **options)
        return await AsyncResource(client)._batch(CREATE, inputs, batching=batching)

    return run(work, "t", base_url="https://a.example", transport=transport, rate_limiter=None)


def names(count: int) -> list[dict[str, Any]]:
    return [{"name": f"n{number}"} for number in range(count)]


def test_a_batch() -> None:
    server = BatchServer(lambda inputs: answer(created(inputs), 201))
    outcome = batch(server, names(20), concurrency=3)
    assert outcome.complete and outcome.succeeded_count == 20

    async def some() -> AsyncIterator[dict[str, Any]]:
        for each in names(5):
            await trio.sleep(0)
            yield each

    assert batch(server, some()).succeeded_count == 5


def test_a_batch_whose_inputs_fail_raises_that_very_error() -> None:
    def some() -> Any:
        yield from names(4)
        raise LookupError("no more")

    server = BatchServer(lambda inputs: answer(created(inputs), 201))
    with pytest.raises(LookupError, match="no more") as caught:
        batch(server, some())
    outcome = outcome_of(caught.value)
    assert outcome is not None and not outcome.exhausted


def test_a_batch_that_is_cancelled_ends() -> None:
    async def hang(_: object) -> Any:
        await trio.sleep(30)

    async def main() -> None:
        transport = transports.AsyncMockTransport(hang)
        async with AsyncSample("t", transport=transport, rate_limiter=None) as client:
            with trio.move_on_after(0.1) as scope:
                batching = BatchOptions(grace=0.1)
                await AsyncResource(client)._batch(CREATE, names(9), batching=batching)
            assert scope.cancelled_caught

    began = time.monotonic()
    trio.run(main)
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("name", ["AiohttpTransport", "AsyncPyreqwestTransport"])
def test_transports_that_need_asyncio_say_so(name: str) -> None:
    async def main() -> None:
        transport = getattr(transports, name)()
        async with AsyncSample("t", transport=transport) as client:
            with pytest.raises(RuntimeError, match=f"{name} requires asyncio; on trio use"):
                await client.records.get("1")

    trio.run(main)
