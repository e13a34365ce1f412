"""Credentials that renew themselves: once for all who wait, ahead of time, and never losing tokens."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hubspot_crm._core.errors import AuthenticationError, OAuthError
from hubspot_crm._core.oauth import OAuth
from hubspot_crm._core.operation import Operation
from hubspot_crm._core.request import Arguments
from hubspot_crm._core.security import Bearer, Secret
from hubspot_crm._core.client import AsyncClient, Client
from hubspot_crm._core.oauth_credential import OAuthCredential
from hubspot_crm._core.token_endpoint import OAuthFlow
from hubspot_crm._core.tokens import FileTokenStore, MemoryTokenStore, Tokens
from tests.support.loopback import Answer, Loopback, RecordedRequest, json_answer

FLOW = OAuthFlow(token_url="/token", error_code="status")


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Server:
    """An authorisation server whose refresh tokens serve once; `a<n>` goes with `r<n>`."""

    def __init__(self, *, delay: float = 0.0) -> None:
        self.count = 0
        self.delay = delay
        self.fault: Answer | None = None
        self.lock = threading.Lock()

    def __call__(self, request: RecordedRequest) -> Answer:
        with self.lock:
            if self.fault is not None:
                return self.fault
            if f"refresh_token=r{self.count}&" not in request.body.decode():
                return json_answer({"status": "BAD_REFRESH_TOKEN"}, status=400)
            self.count += 1
            answer = {"access_token": f"a{self.count}", "refresh_token": f"r{self.count}"}
            return json_answer({**answer, "expires_in": 1800}, delay=self.delay)


def tokens(number: int = 0, expires_at: float | None = 0.0) -> Tokens:
    return Tokens(
        access_token=Secret(f"a{number}"),
        refresh_token=Secret(f"r{number}"),
        expires_at=expires_at,
        lifetime=1800.0,
    )


def make(url: str, clock: Callable[[], float]) -> OAuth:
    return OAuth(client_id="i", flow=FLOW, base_url=url, clock=clock, sleep=lambda _: None)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def auth() -> Server:
    return Server()


@pytest.fixture
def url(auth: Server) -> Iterator[str]:
    with Loopback(auth) as running:
        yield running.url


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


def test_a_401_does_not_refresh(auth: Server, url: str, clock: Clock) -> None:
    credential = make(url, clock).credential(tokens(0, expires_at=2800.0))
    operation: Operation[object] = Operation(
        "GET", "/x", security=(("o",),), responses={200: object}
    )
    with Loopback(lambda _: json_answer({}, status=401)) as api:
        with Client(base_url=api.url, product="t", security={"o": Bearer(credential)}) as client:
            with pytest.raises(AuthenticationError):
                client(operation, Arguments(""))
    assert auth.count == 0


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


def test_a_refusal_is_not_asked_for_again_at_once(clock: Clock) -> None:
    with Loopback(lambda _: json_answer({"status": "BAD"}, status=400)) as server:
        store = MemoryTokenStore(tokens())
        credential = make(server.url, clock).credential(store)
        for _ in range(10):
            with pytest.raises(OAuthError):
                credential()
        assert len(server.requests) == 1
        store.save(tokens(5, expires_at=9000.0))  # installed anew
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
    assert "not renewed yet: 503" in caplog.text and "r0" not in caplog.text
    clock.now = 1030.0
    with pytest.raises(OAuthError, match="503"):
        credential()
    auth.fault, clock.now = None, 1040.0
    assert credential() == "a1"


def test_an_empty_store_says_what_to_do(url: str, clock: Clock) -> None:
    store = MemoryTokenStore()
    credential = make(url, clock).credential(store)
    with pytest.raises(OAuthError, match="save the tokens of an exchange"):
        credential()
    store.save(tokens(0, expires_at=9000.0))
    assert credential() == "a0"
    store.save(Tokens(access_token=Secret("a"), expires_at=0.0))
    with pytest.raises(OAuthError, match="no refresh token"):
        make(url, clock).credential(store)()


class Failing:
    """A store that fails when told to, with a text that repeats what it was given."""

    def __init__(self, kept: Tokens) -> None:
        self.kept = kept
        self.loads = self.saves = True

    def load(self) -> Tokens:
        if not self.loads:
            raise OSError("lost a0 r0")
        return self.kept

    def save(self, tokens: Tokens) -> None:
        if not self.saves:
            raise OSError(f"INSERT {tokens.to_json()}")
        self.kept = tokens


def test_tokens_that_cannot_be_saved_serve_and_are_saved_later(
    auth: Server, url: str, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    store = Failing(tokens())
    credential = make(url, clock).credential(store)
    store.saves = False
    assert [credential() for _ in range(3)] == ["a1"] * 3
    assert store.kept.refresh_token == "r0"
    assert caplog.messages == ["new tokens cannot be saved yet: OSError"]
    store.saves = True
    clock.now += 5
    assert credential() == "a1"
    assert (store.kept.refresh_token, auth.count) == ("r1", 1)
    clock.now += 3000
    assert credential() == "a2"


def test_tokens_that_were_never_saved_are_still_the_ones_to_refresh(
    auth: Server, url: str, clock: Clock
) -> None:
    store = Failing(tokens())
    credential = make(url, clock).credential(store)
    store.saves = False
    assert credential() == "a1"
    clock.now += 3000
    assert credential() == "a2"


def test_a_store_that_cannot_be_read(auth: Server, url: str, clock: Clock) -> None:
    store = Failing(tokens(0, expires_at=1030.0))
    credential = make(url, clock).credential(store)
    store.loads = False
    with pytest.raises(OAuthError, match="^the token store failed: OSError$"):
        credential()
    store.loads = True
    clock.now = 900.0
    assert credential() == "a0"
    store.loads, clock.now = False, 1000.0
    assert credential() == "a0"  # it has not expired yet
    clock.now = 1031.0
    with pytest.raises(OAuthError):
        credential()


def test_a_file_is_private_and_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "tokens.json"
    store = FileTokenStore(path)
    assert store.load() is None
    path.write_text("old")
    path.chmod(0o644)
    store.save(tokens(3))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert store.load() == tokens(3)
    with store.lock():
        assert sorted(each.name for each in tmp_path.iterdir()) == [
            "tokens.json",
            "tokens.json.lock",
        ]
        assert stat.S_IMODE((tmp_path / "tokens.json.lock").stat().st_mode) == 0o600
    path.write_text('{"access_token": "a3')
    with pytest.raises(OAuthError) as caught:
        store.load()
    assert "a3" not in str(caught.value)


def test_a_save_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FileTokenStore(tmp_path / "tokens.json")
    store.save(tokens(1))

    def full(_descriptor: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="disk full"):
        store.save(tokens(2))
    assert store.load() == tokens(1)
    assert [each.name for each in tmp_path.iterdir()] == ["tokens.json"]


def test_a_link_to_the_file_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "tokens.json"
    link.symlink_to(tmp_path / "real" / "tokens.json")
    FileTokenStore(link).save(tokens(1))
    assert link.is_symlink() and FileTokenStore(tmp_path / "real" / "tokens.json").load()


def _child(url: str, path: str, results: multiprocessing.Queue[str]) -> None:
    results.put(make(url, Clock()).credential(FileTokenStore(path))())


@pytest.mark.skipif(sys.platform == "win32", reason="files are not locked there")
def test_processes_that_share_a_file_refresh_once(tmp_path: Path) -> None:
    path = str(tmp_path / "tokens.json")
    FileTokenStore(path).save(tokens())
    context = multiprocessing.get_context("spawn")
    results: multiprocessing.Queue[str] = context.Queue()
    server = Server(delay=0.3)
    with Loopback(server) as running:
        children = [
            context.Process(target=_child, args=(running.url, path, results)) for _ in range(3)
        ]
        for each in children:
            each.start()
        assert [results.get(timeout=60) for _ in children] == ["a1"] * 3
        for each in children:
            each.join()
    assert server.count == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_fork_amid_a_renewal_can_renew_itself(clock: Clock) -> None:
    begun, going = threading.Event(), threading.Event()

    def renew(_: Tokens | None) -> Tokens:
        begun.set()
        assert going.wait(60)
        return tokens(os.getpid(), expires_at=9000.0)

    class Store:
        def load(self) -> Tokens | None:
            return None

        def save(self, tokens: Tokens) -> None:
            pass

    credential = OAuthCredential(Store(), renew, leeway=60, clock=clock)
    waiting = threading.Thread(target=credential)
    waiting.start()
    assert begun.wait(60)
    child = os.fork()
    if child == 0:
        try:
            going.set()
            os._exit(0 if credential() == f"a{os.getpid()}" else 1)
        except BaseException:
            os._exit(2)
    _, status = os.waitpid(child, 0)
    going.set()
    waiting.join()
    assert os.waitstatus_to_exitcode(status) == 0
    assert credential() == f"a{os.getpid()}"


def test_logging_shows_no_token(
    auth: Server, url: str, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    make(url, clock).credential(tokens())()
    assert [each for each in caplog.messages if "a1" in each or "r0" in each] == []
