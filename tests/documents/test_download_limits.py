"""Test that a download ends in time, within its size, and is complete or an error."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from specloom.diagnostics import SpecloomError
from specloom.documents.reading.download import download

from tests.generate.support import specloom
from tests.support.loopback import Answer, Loopback

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
Serve = Callable[[socket.socket, threading.Event], None]


@contextmanager
def serving(serve: Serve) -> Iterator[str]:
    """Serve one connection after the other; yield the URL."""
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
    """Send the head at once, and the body one byte at a time."""
    connection.sendall(ANSWER)
    while not ended.wait(0.1):
        connection.sendall(b" ")


def drip_head(connection: socket.socket, ended: threading.Event) -> None:
    """Send headers that never end."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-A: ")
    while not ended.wait(0.1):
        connection.sendall(b"a")


def say_nothing(connection: socket.socket, ended: threading.Event) -> None:
    """Read the request, and send nothing."""
    ended.wait()


@pytest.mark.parametrize("serve", [drip, drip_head, say_nothing])
def test_a_download_ends_in_time_however_it_drips(serve: Serve) -> None:
    with serving(serve) as url:
        start = time.monotonic()
        with pytest.raises(TimeoutError):
            download(url, 1000, 1)
        assert 0.9 < time.monotonic() - start < 5


def test_a_body_without_end_is_refused_by_its_size() -> None:
    def flood(connection: socket.socket, ended: threading.Event) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        while not ended.is_set():
            connection.sendall(b" " * 65536)

    with serving(flood) as url, pytest.raises(SpecloomError) as caught:
        download(url, 1_000_000, 30)
    assert [each.code for each in caught.value.diagnostics] == ["too-large"]


def test_invalid_or_truncated_http_is_an_error(tmp_path: Path) -> None:
    def no_http(connection: socket.socket, ended: threading.Event) -> None:
        connection.sendall(b"SSH-2.0-x\r\n")

    def cut(connection: socket.socket, ended: threading.Event) -> None:
        connection.sendall(ANSWER + b"type: string\n")

    def cut_chunk(connection: socket.socket, ended: threading.Event) -> None:
        head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        connection.sendall(head + b"100\r\ntype: string\n")

    for serve in (no_http, cut, cut_chunk):
        with serving(serve) as url:
            with pytest.raises(ValueError):
                download(url, 1_000_000, 5)
            schemas = f"components: {{schemas: {{A: {{$ref: '{url}'}}}}}}\n"
            (tmp_path / "api.yaml").write_text(HEAD + schemas, "utf-8")
            run = specloom("validate", tmp_path / "api.yaml", "--allow-urls")
            assert run.exit_code == 0
            assert "warning[unreadable-reference]" in run.errors
    with Loopback() as server:
        server.answer(Answer(body=b"a: 1"))
        assert download(f"{server.url}/a", 4, 5) == b"a: 1"
