"""Test credentials that renew themselves: once for all waiting calls, ahead of time, without
losing tokens."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from hubspot_crm._core.auth.security import Bearer, Secret
from hubspot_crm._core.auth.tokens import MemoryTokenStore, Tokens
from hubspot_crm._core.call.request import Arguments
from hubspot_crm._core.client import AsyncClient, Client
from hubspot_crm._core.errors import OAuthError
from hubspot_crm._core.operation import Operation

from tests.core.authorised import Clock, Server, auth, clock, make, tokens, url
from tests.support.loopback import Answer, Loopback, json_answer

__all__ = ["auth", "clock", "url"]


def test_one_refresh_for_fifty_threads_and_fifty_tasks(
    auth: Server, url: str, clock: Clock
) -> None:
    auth.delay = 0.2
    credential = make(url, clock).credential(tokens())

    async def tasks() -> list[str]:
        return await asyncio.gather(*(credential.read_async() for _ in range(50)))

    with ThreadPoolExecutor(51) as pool:
        loop = pool.submit(asyncio.run, tasks())
        threads = [pool.submit(credential) for _ in range(50)]
        assert {each.result() for each in threads} == {"a1"}
        assert loop.result() == ["a1"] * 50
    assert auth.count == 1


def test_the_loop_runs_on_while_tokens_are_renewed(auth: Server, url: str, clock: Clock) -> None:
    auth.delay = 0.2

    async def main() -> int:
        reading = asyncio.create_task(make(url, clock).credential(tokens()).read_async())
        turns = 0
        while not reading.done():
            turns += 1
            await asyncio.sleep(0.005)
        return turns

    assert asyncio.run(main()) > 3


def test_a_long_run_is_renewed_ahead_of_each_expiry(auth: Server, url: str, clock: Clock) -> None:
    store = MemoryTokenStore(tokens(0, expires_at=2800.0))
    credential = make(url, clock).credential(store)
    seen: list[str] = []
    for now in (1000.0, 2739.9, 2740.0, 4479.9, 4480.0, 6000.0):
        clock.now = now
        seen.append(credential())
    assert seen == ["a0", "a0", "a1", "a1", "a2", "a2"]
    assert store.load() == Tokens(
        access_token=Secret("a2"),
        refresh_token=Secret("r2"),
        expires_at=4480.0 + 1800.0,
        lifetime=1800.0,
    )


def test_leeway_is_bounded_by_half_the_life_of_the_token(clock: Clock) -> None:
    assert tokens(0, 2000.0).due_at(60.0) == 1940.0
    assert tokens(0, 2000.0).due_at(5000.0) == 1100.0
    assert Tokens(access_token=Secret("a"), expires_at=100.0).due_at(60.0) == 40.0
    assert Tokens(access_token=Secret("a")).due_at(60.0) == float("inf")


def test_tokens_without_an_end_are_not_renewed(auth: Server, url: str, clock: Clock) -> None:
    credential = make(url, clock).credential(tokens(0, expires_at=None))
    clock.now = 1e12
    assert credential() == "a0" and auth.count == 0


def test_clients_of_both_kinds_share_one_credential(auth: Server, url: str, clock: Clock) -> None:
    credential = make(url, clock).credential(tokens())
    operation: Operation[object] = Operation(
        "GET", "/x", security=(("o",),), responses={200: object}
    )

    async def call(base_url: str) -> object:
        security = {"o": Bearer(credential)}
        async with AsyncClient(base_url=base_url, product="t", security=security) as client:
            return await client(operation, Arguments(""))

    with Loopback(lambda _: json_answer({})) as api:
        with Client(base_url=api.url, product="t", security={"o": Bearer(credential)}) as client:
            client(operation, Arguments(""))
        asyncio.run(call(api.url))
        sent = [each.headers["authorization"] for each in api.requests]
    assert sent == ["Bearer a1", "Bearer a1"] and auth.count == 1


def test_a_waiting_task_that_is_cancelled_loses_nothing(
    auth: Server, url: str, clock: Clock
) -> None:
    auth.delay = 0.2
    store = MemoryTokenStore(tokens())
    credential = make(url, clock).credential(store)

    async def main() -> str:
        waiting = asyncio.create_task(credential.read_async())
        await asyncio.sleep(0.05)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        return await credential.read_async()

    assert asyncio.run(main()) == "a1"
    saved = store.load()
    assert saved is not None and saved.refresh_token == "r1" and auth.count == 1


def test_two_credentials_of_one_store_refresh_once(auth: Server, url: str, clock: Clock) -> None:
    auth.delay = 0.1
    store = MemoryTokenStore(tokens())
    oauth = make(url, clock)
    credentials = [oauth.credential(store) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda each: each(), credentials)) == {"a1"}
    assert auth.count == 1


def test_the_application_itself(clock: Clock) -> None:
    with Loopback() as server:
        server.answer_json({"access_token": "app1", "expires_in": 100})
        server.answer_json({"access_token": "app2", "expires_in": 100})
        credential = make(server.url, clock).app_credential(scopes=["journal"])
        assert [credential(), credential()] == ["app1", "app1"]
        clock.now += 51
        assert credential() == "app2"
        assert b"scope=journal" in server.requests[1].body


def test_a_refusal_reaches_every_caller_as_its_own_error(
    auth: Server, url: str, clock: Clock
) -> None:
    credential = make(url, clock).credential(tokens(7))
    errors: list[OAuthError] = []
    for _ in range(3):
        with pytest.raises(OAuthError, match="BAD_REFRESH_TOKEN") as caught:
            credential()
        errors.append(caught.value)
    assert len({id(each) for each in errors}) == 3
    with pytest.raises(OAuthError) as caught:
        asyncio.run(credential.read_async())
    assert caught.value.code == "BAD_REFRESH_TOKEN"


def test_a_refusal_is_not_requested_again_at_once(clock: Clock) -> None:
    with Loopback(lambda _: json_answer({"status": "BAD"}, status=400)) as server:
        store = MemoryTokenStore(tokens())
        credential = make(server.url, clock).credential(store)
        for _ in range(10):
            with pytest.raises(OAuthError):
                credential()
        assert len(server.requests) == 1
        store.save(tokens(5, expires_at=9000.0))  # installed again
        clock.now += 5
        assert credential() == "a5"


def test_a_token_serves_to_its_end_where_it_cannot_be_renewed(
    auth: Server, url: str, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    credential = make(url, clock).credential(tokens(0, expires_at=1030.0))
    auth.fault = Answer(503)
    assert credential() == "a0"
    clock.now = 1029.9
    assert credential() == "a0"
    assert "cannot be renewed yet: 503" in caplog.text and "r0" not in caplog.text
    clock.now = 1030.0
    with pytest.raises(OAuthError, match="503"):
        credential()
    auth.fault, clock.now = None, 1040.0
    assert credential() == "a1"
