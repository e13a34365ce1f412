"""Test token stores: in memory, in a file, a store that fails, and stores across a fork."""

from __future__ import annotations

import logging
import multiprocessing
import os
import stat
import sys
import threading
from pathlib import Path

import pytest
from hubspot_crm._core.auth.oauth_credential import OAuthCredential
from hubspot_crm._core.auth.security import Secret
from hubspot_crm._core.auth.tokens import FileTokenStore, MemoryTokenStore, Tokens
from hubspot_crm._core.errors import OAuthError

from tests.core.authorised import Clock, Server, auth, clock, make, tokens, url
from tests.support.loopback import Loopback

__all__ = ["auth", "clock", "url"]


def test_an_empty_store_says_what_to_do(url: str, clock: Clock) -> None:
    store = MemoryTokenStore()
    credential = make(url, clock).credential(store)
    with pytest.raises(OAuthError, match="store the tokens of a code exchange"):
        credential()
    store.save(tokens(0, expires_at=9000.0))
    assert credential() == "a0"
    store.save(Tokens(access_token=Secret("a"), expires_at=0.0))
    with pytest.raises(OAuthError, match="no refresh token"):
        make(url, clock).credential(store)()


class Failing:
    """A store that fails on request, with a message that contains its argument."""

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
    assert caplog.messages == ["new tokens cannot be stored yet: OSError"]
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
