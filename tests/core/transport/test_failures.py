"""Test what every transport raises for a request without a response, and whether it may have been
sent."""

from __future__ import annotations

import socket
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace

import pytest
from hubspot_crm import ApiConnectionError, ApiTimeoutError
from hubspot_crm.transports import Request, Timeout

from tests.support.loopback import Answer, Loopback
from tests.support.wire import RawServer, read_head

from .drivers import PATIENT, Driver, drive, request

SHORT = 0.1


def failed(transport: Driver, sent: Request) -> ApiConnectionError:
    with pytest.raises(ApiConnectionError) as caught:
        transport.send(sent)
    assert (caught.value.method, caught.value.url) == (sent.method, sent.shown_url)
    return caught.value


@contextmanager
def unused_port() -> Iterator[str]:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{unused.getsockname()[1]}"


class TestNeverSent:
    def test_nobody_listens(self, transport: Driver) -> None:
        with unused_port() as url:
            error = failed(transport, request(url))
        assert type(error) is ApiConnectionError
        assert not error.maybe_sent

    def test_no_such_host(self, transport: Driver) -> None:
        error = failed(transport, request("http://host.invalid/"))
        assert not error.maybe_sent

    def test_no_connection_in_time(self, transport: Driver) -> None:
        """A listener whose queue is full does not respond."""
        with socket.socket() as full, ExitStack() as queue:
            full.bind(("127.0.0.1", 0))
            full.listen(0)
            for _ in range(4):
                waiting = queue.enter_context(socket.socket())
                waiting.setblocking(False)
                waiting.connect_ex(full.getsockname())
            url = f"http://127.0.0.1:{full.getsockname()[1]}"
            error = failed(transport, request(url, timeout=replace(PATIENT, connect=SHORT)))
        assert isinstance(error, ApiTimeoutError)
        assert not error.maybe_sent

    def test_no_tls_handshake_in_time(self, transport: Driver) -> None:
        released = threading.Event()
        with RawServer(lambda _: bool(released.wait(10))) as raw:
            url = raw.url.replace("http:", "https:")
            error = failed(transport, request(url, timeout=replace(PATIENT, connect=SHORT)))
            released.set()
        assert isinstance(error, ApiTimeoutError)
        assert not error.maybe_sent

    def test_no_tls_at_all(self, server: Loopback, transport: Driver) -> None:
        error = failed(transport, request(server.url.replace("http:", "https:")))
        assert not error.maybe_sent
        assert server.requests == []

    def test_no_place_in_the_pool_in_time(self, kind: str) -> None:
        released = threading.Event()

        def serve(connection: socket.socket) -> None:
            read_head(connection)
            released.wait(10)
            connection.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")

        # aiohttp has one limit for the slot in the pool and the connection.
        timeout = replace(PATIENT, pool=0.4, connect=0.4 if kind == "aiohttp" else PATIENT.connect)
        with RawServer(serve) as raw, drive(kind, max_connections=1) as transport:
            pair = [request(raw.url, timeout=timeout)] * 2
            answers = transport.send_at_once(*pair, failed=released.set)
            assert raw.connections == 1
        (error,) = [answer for answer in answers if isinstance(answer, Exception)]
        assert isinstance(error, ApiTimeoutError)
        assert not error.maybe_sent


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
def test_a_connection_that_ends_without_a_word(
    server: Loopback, transport: Driver, method: str
) -> None:
    """The request is sent once, whatever the method: transports do not repeat requests."""
    server.answer(Answer(200), Answer(raw=b""), Answer(200))
    transport.send(request(server.url, method))
    error = failed(transport, request(server.url, method))
    assert type(error) is ApiConnectionError
    assert error.maybe_sent
    assert len(server.requests) == 2
    assert transport.send(request(server.url, method)).status == 200


@pytest.mark.parametrize(
    "raw",
    [
        b"not HTTP at all\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\njunk",
        b"HTTP/1.1 999999 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Le",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 2_000_000,
    ],
    ids=lambda raw: repr(raw[:60]),
)
def test_a_response_that_breaks_http(server: Loopback, transport: Driver, raw: bytes) -> None:
    server.answer(Answer(raw=raw), Answer(200))
    error = failed(transport, request(server.url, "POST", content=b"a"))
    assert type(error) is ApiConnectionError
    assert error.maybe_sent
    assert transport.send(request(server.url)).status == 200


def stalled(begin: bytes, reads: bool = True) -> Callable[[socket.socket], None]:
    """Start a response, and send nothing more until the client is gone."""

    def serve(connection: socket.socket) -> None:
        if reads:
            read_head(connection)
            connection.sendall(begin)
            while connection.recv(4096):
                pass
        else:
            threading.Event().wait(1)

    return serve


class TestStalls:
    @pytest.mark.parametrize(
        "begin",
        [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab"],
        ids=["before the head", "in the head", "in the body"],
    )
    def test_of_the_response(self, transport: Driver, begin: bytes) -> None:
        with RawServer(stalled(begin)) as raw:
            error = failed(transport, request(raw.url, timeout=replace(PATIENT, read=SHORT)))
        assert isinstance(error, ApiTimeoutError)
        assert error.maybe_sent

    def test_of_the_reading_of_a_request(self, kind: str) -> None:
        """pyreqwest has no write timeout, but its read timeout covers writing."""
        phase = "read" if "pyreqwest" in kind else "write"
        with RawServer(stalled(b"", reads=False)) as raw, drive(kind) as transport:
            sent = request(raw.url, "POST", content=b"a" * 30_000_000)
            error = failed(transport, replace(sent, timeout=replace(PATIENT, **{phase: SHORT})))
        assert isinstance(error, ApiTimeoutError)
        assert error.maybe_sent

    def test_a_slow_response_is_not_a_stall(self, transport: Driver) -> None:
        def serve(connection: socket.socket) -> None:
            read_head(connection)
            connection.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 6\r\n\r\n")
            for _ in range(6):
                connection.sendall(b"a")
                threading.Event().wait(0.25)

        with RawServer(serve) as raw:
            timeout = replace(PATIENT, read=1.0)
            assert transport.send(request(raw.url, timeout=timeout)).content == b"aaaaaa"

    def test_another_request_is_not_harmed(self, server: Loopback, transport: Driver) -> None:
        server.answer(Answer(200, delay=1.5), Answer(200, b"next"))
        timeout = replace(PATIENT, read=SHORT)
        assert isinstance(failed(transport, request(server.url, timeout=timeout)), ApiTimeoutError)
        assert transport.send(request(server.url)).content == b"next"


class TestSecrets:
    @pytest.mark.parametrize("case", ["refused", "broken", "in the body", "timeout", "writing"])
    def test_a_key_in_the_url_is_never_shown(self, transport: Driver, case: str) -> None:
        begins = {"in the body": b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\na"}

        def serve(connection: socket.socket) -> None:
            read_head(connection)
            connection.sendall(begins.get(case, b"junk\r\n\r\n"))

        silent = stalled(b"", reads=case == "timeout")
        with unused_port() as unused, RawServer(serve) as raw, RawServer(silent) as mute:
            base = {"refused": unused, "timeout": mute.url, "writing": mute.url}.get(case, raw.url)
            sent = request(
                f"{base}/a?key=hunter2",
                "POST",
                content=b"a" * (20_000_000 if case == "writing" else 1),
                headers=[("Authorization", "Bearer hunter2")],
                timeout=Timeout(connect=5, read=0.2, write=0.2, pool=5),
                shown_url=f"{base}/a?key=***",
            )
            error = failed(transport, sent)
        shown = "".join(traceback.format_exception(error)) + repr(error) + str(error)
        assert "hunter2" not in shown

    def test_what_happened_is_shown_where_there_is_no_secret(self, transport: Driver) -> None:
        with unused_port() as url:
            error = failed(transport, request(url))
        shown = "".join(traceback.format_exception(error)).lower()
        assert "refused" in shown or "all connection attempts failed" in shown


class TestCancellation:
    @pytest.mark.parametrize("kind", ["async httpx2", "async pyreqwest", "aiohttp"])
    def test_leaves_the_transport_usable(self, kind: str) -> None:
        import asyncio

        with Loopback() as server, drive(kind, max_connections=1) as transport:
            server.answer(Answer(200, delay=1.5), Answer(200, b"next"))

            async def cancel() -> None:
                task = asyncio.ensure_future(transport.transport.send(request(server.url)))
                while not server.requests:
                    await asyncio.sleep(0.01)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task

            transport.run(cancel)
            assert transport.send(request(server.url)).content == b"next"
