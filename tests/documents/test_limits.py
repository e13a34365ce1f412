"""What a document may take: a download as a whole is timed, and a project file can allow more."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from specloom.diagnostics import SpecloomError
from specloom.documents.fetch import TooSlowError, fetch
from specloom.project import Limits
from specloom.project_file import load_project
from tests.generate.support import specloom
from tests.support.loopback import Answer, Loopback

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
Serve = Callable[[socket.socket, threading.Event], None]


@contextmanager
def serving(serve: Serve) -> Iterator[str]:
    """Serve one connection after the other; yields the URL."""
    ended = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.1)

        def run() -> None:
            while not ended.is_set():
                try:
                    connection = listener.accept()[0]
                except OSError:
                    continue
                with connection:
                    connection.settimeout(5)
                    try:
                        connection.recv(65536)
                        serve(connection, ended)
                    except OSError:
                        pass

        thread = threading.Thread(target=run)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}/a.yaml"
        finally:
            ended.set()
            thread.join()


def drip(connection: socket.socket, ended: threading.Event) -> None:
    """Send the head at once, and the body a byte at a time."""
    connection.sendall(ANSWER)
    while not ended.wait(0.1):
        connection.sendall(b" ")


def drip_head(connection: socket.socket, ended: threading.Event) -> None:
    """Send headers that never end."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-A: ")
    while not ended.wait(0.1):
        connection.sendall(b"a")


def say_nothing(connection: socket.socket, ended: threading.Event) -> None:
    """Take the request, and send nothing."""
    ended.wait()


@pytest.mark.parametrize("serve", [drip, drip_head, say_nothing])
def test_a_download_ends_in_time_however_it_drips(serve: Serve) -> None:
    with serving(serve) as url:
        start = time.monotonic()
        with pytest.raises(TooSlowError, match="it took longer than 1 s"):
            fetch(url, Limits(seconds=1))
        assert 0.9 < time.monotonic() - start < 5


def test_a_body_without_end_is_refused_by_its_size() -> None:
    def flood(connection: socket.socket, ended: threading.Event) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        while not ended.is_set():
            connection.sendall(b" " * 65536)

    with serving(flood) as url, pytest.raises(SpecloomError) as caught:
        fetch(url, Limits(bytes=1_000_000))
    assert [each.code for each in caught.value.diagnostics] == ["too-large"]


def test_what_is_no_http_or_ends_early_is_an_error() -> None:
    def cut(connection: socket.socket, ended: threading.Event) -> None:
        connection.sendall(b"SSH-2.0-x\r\n")

    with serving(cut) as url, pytest.raises((OSError, ValueError)):
        fetch(url, Limits())
    with Loopback() as server:
        server.answer(Answer(body=b"a: 1"))
        assert fetch(f"{server.url}/a", Limits()) == b"a: 1"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], str]:
    """Validate a document under settings; returns what is said."""
    monkeypatch.chdir(tmp_path)

    def validate(text: str, settings: str) -> str:
        Path("api.yaml").write_text(HEAD + text, "utf-8")
        Path("specloom.toml").write_text(
            f'{settings}\n[package]\nname = "shop"\n[documents]\nfiles = "api.yaml"\nurls = true\n',
            "utf-8",
        )
        return specloom("validate").errors

    return validate


def test_a_project_file_allows_more_or_fewer_files(project: Callable[[str, str], str]) -> None:
    for number in range(3):
        Path(f"f{number}.yaml").write_text("type: string\n", "utf-8")
    schemas = ", ".join(f"A{n}: {{$ref: f{n}.yaml}}" for n in range(3))
    text = f"components: {{schemas: {{{schemas}}}}}\n"
    said = project(text, "[limits]\nfiles = 2")
    assert "[too-many-files]" in said and "the document refers to more than 2 files" in said
    assert "hint: bundle them, or allow more by [limits] files in the project file" in said
    assert project(text, "[limits]\nfiles = 3") == ""


def test_a_project_file_allows_larger_or_smaller_files(project: Callable[[str, str], str]) -> None:
    text = "components: {schemas: {A: {$ref: large.yaml}}}\n"
    Path("large.yaml").write_text("type: string\n" + "# more\n" * 100, "utf-8")
    said = project(text, "[limits]\nbytes = 300")
    assert "[unreadable-reference]" in said and "more than 300 bytes" in said
    assert "hint: split it, or allow more by [limits] bytes in the project file" in said
    assert project(text, "[limits]\nbytes = 1_000") == ""
    said = project(text, "[limits]\nbytes = 10")
    assert "api.yaml:1:1: error[too-large]: the file has more than 10 bytes" in said


def test_a_project_file_gives_downloads_their_time(project: Callable[[str, str], str]) -> None:
    with serving(drip) as url:
        said = project(
            f"components: {{schemas: {{A: {{$ref: '{url}'}}}}}}\n", "[limits]\nseconds = 1"
        )
    assert "[unreadable-reference]" in said and "it took longer than 1 s" in said
    assert "hint: allow more by [limits] seconds in the project file" in said


@pytest.mark.parametrize(
    "setting",
    ["files = 0", "bytes = -1", "seconds = 1.5", 'files = "9"', "files = true", "depth = 3"],
)
def test_a_limit_that_is_none_is_refused(setting: str, tmp_path: Path) -> None:
    file = tmp_path / "specloom.toml"
    (tmp_path / "api.yaml").write_text(HEAD, "utf-8")
    file.write_text(
        f'[limits]\n{setting}\n[package]\nname = "shop"\n[documents]\nfiles = "api.yaml"\n', "utf-8"
    )
    with pytest.raises(SpecloomError) as caught:
        load_project(file)
    [found] = caught.value.diagnostics
    assert found.code == "invalid-project"
    assert found.location is not None and found.location.line == 2
