"""Test that a deadline ends a call whatever a server sends, and that responses are limited in
size."""

from __future__ import annotations

import asyncio
import gzip
import inspect
import socket
import time
import tracemalloc
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest
from hubspot_crm import transports
from hubspot_crm._core.auth.security import AsyncSource
from hubspot_crm._core.errors import ApiTimeoutError, ResponseTooLargeError
from hubspot_crm._core.options import RequestOptions
from hubspot_crm._core.retries import Retries
from hubspot_crm._core.transport import Headers, Response, Timeout

from tests.support.loopback import Answer, Loopback
from tests.support.whole_core import core
from tests.support.wire import RawServer, read_head

from .sample.client import AsyncSample, Sample


class OwningSync(transports.Httpx2Transport):
    """A transport on a given client, which it closes."""

    def __init__(self, client: httpx2.Client) -> None:
        super().__init__(client)
        self.client = client

    def close(self) -> None:
        self.client.close()


class OwningAsync(transports.AsyncHttpx2Transport):
    """The async counterpart of OwningSync."""

    def __init__(self, client: httpx2.AsyncClient) -> None:
        super().__init__(client)
        self.client = client

    async def aclose(self) -> None:
        await self.client.aclose()


SYNC: dict[str, Callable[[], Any]] = {
    "httpx2": transports.Httpx2Transport,
    "httpx2 given": lambda: OwningSync(httpx2.Client()),
    "pyreqwest": transports.PyreqwestTransport,
}
ASYNC: dict[str, Callable[[], Any]] = {
    "async httpx2": transports.AsyncHttpx2Transport,
    "async httpx2 given": lambda: OwningAsync(httpx2.AsyncClient()),
    "async pyreqwest": transports.AsyncPyreqwestTransport,
    "aiohttp": transports.AiohttpTransport,
}
KINDS = [*SYNC, *ASYNC]
DEADLINE, SOON = 0.4, 5.0
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def act(kind: str, url: str, work: Callable[[Any], Any], token: Any = "t", **options: Any) -> Any:
    """Return the result of a function of a client of one kind; its connections are closed."""
    if kind in SYNC:
        transport = SYNC[kind]()
        try:
            return work(Sample(token, base_url=url, transport=transport, **options))
        finally:
            transport.close()

    async def main() -> Any:
        transport = ASYNC[kind]()
        try:
            made = work(AsyncSample(token, base_url=url, transport=transport, **options))
            return await made if inspect.isawaitable(made) else made
        finally:
            await transport.aclose()

    return asyncio.run(main())


def get(client: Any, **options: Any) -> Any:
    return client.records.get("1", options=RequestOptions(**options))


def dripping(begin: bytes, drip: bytes) -> Callable[[socket.socket], None]:
    """Send one chunk repeatedly, as long as it is read, for at most 30 s."""

    def serve(connection: socket.socket) -> None:
        read_head(connection)
        connection.sendall(begin)
        for _ in range(600):
            connection.sendall(drip)
            time.sleep(0.05)

    return serve


DRIPS = {
    "body": dripping(HEAD + b"Content-Length: 100000\r\n\r\n", b" "),
    "chunks": dripping(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
    "error": dripping(b"HTTP/1.1 400 Bad\r\nContent-Length: 100000\r\n\r\n", b" "),
    "headers": dripping(HEAD, b"X-A: b\r\n"),
    "status": dripping(b"HTTP/1.1 200 ", b"O"),
}


def assert_late(work: Callable[[], Any], *, maybe_sent: bool | None = True) -> None:
    began = time.monotonic()
    with pytest.raises(ApiTimeoutError) as caught:
        work()
    assert DEADLINE * 0.5 < time.monotonic() - began < SOON
    if maybe_sent is not None:
        assert caught.value.maybe_sent is maybe_sent
    assert caught.value.url is not None


@pytest.mark.parametrize("kind", KINDS)
def test_a_dripping_response_ends_with_the_deadline(kind: str) -> None:
    def check(drip: str) -> None:
        with RawServer(DRIPS[drip]) as server:
            assert_late(lambda: act(kind, server.url, lambda c: get(c, deadline=DEADLINE)))

    drips = [*DRIPS]
    if kind == "httpx2 given":  # it has its own connections, as docs/transports.md says
        drips = ["body", "chunks", "error"]
    with ThreadPoolExecutor(len(drips)) as pool:
        list(pool.map(check, drips))


@pytest.mark.parametrize("kind", KINDS)
def test_a_deadline_of_the_client_and_a_total_of_a_request_end_it_too(kind: str) -> None:
    retries = Retries(deadline=DEADLINE)
    with RawServer(DRIPS["body"]) as server:
        assert_late(lambda: act(kind, server.url, lambda c: get(c), retries=retries))
        if kind in SYNC:
            once = Retries(attempts=1)
            total = Timeout(total=DEADLINE)
            assert_late(
                lambda: act(kind, server.url, lambda c: get(c, timeout=total, retries=once))
            )


def test_a_dripping_tunnel_of_a_proxy_ends_with_the_deadline(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with RawServer(dripping(b"HTTP/1.1 200 ", b"O")) as proxy:
        monkeypatch.setenv("https_proxy", proxy.url.replace("//", "//u:hunter2@"))
        for kind in ("httpx2", "async httpx2", "aiohttp"):
            assert_late(
                lambda kind=kind: act(
                    kind, "https://api.invalid", lambda c: get(c, deadline=DEADLINE)
                ),
                maybe_sent=None,
            )


@pytest.mark.parametrize("kind", KINDS)
def test_the_connection_of_a_call_that_is_late_is_not_used_again(kind: str) -> None:
    """The rest of its response would be read as the next response."""
    bodies = iter([b'{"id"', b'{"id": "2"}'])

    def serve(connection: socket.socket) -> None:
        while read_head(connection):
            body = next(bodies)
            connection.sendall(HEAD + b"Content-Length: 11\r\n\r\n" + body)
            if len(body) < 11:
                time.sleep(0.6)
                connection.sendall(b': "1"}')

    def work(client: Any) -> Any:
        if kind in SYNC:
            with pytest.raises(ApiTimeoutError):
                get(client, deadline=DEADLINE)
            return get(client).id

        async def later() -> Any:
            with pytest.raises(ApiTimeoutError):
                await get(client, deadline=DEADLINE)
            return (await get(client)).id

        return later()

    with RawServer(serve) as server:
        assert act(kind, server.url, work) == "2"
        assert server.connections == 2


class SlowToken(AsyncSource):
    """A credential that takes ten seconds, like a renewal that hangs."""

    def __call__(self) -> str:
        time.sleep(10)
        return "t"

    def read_within(self, seconds: float) -> str:
        time.sleep(seconds)
        raise TimeoutError

    async def read_async(self) -> str:
        await asyncio.sleep(10)
        return "t"


@pytest.mark.parametrize("kind", ["httpx2", "async httpx2"])
def test_waiting_for_a_token_ends_with_the_deadline(kind: str) -> None:
    def work(client: Any) -> Any:
        return get(client, deadline=DEADLINE)

    with Loopback() as server:
        assert_late(lambda: act(kind, server.url, work, token=SlowToken()), maybe_sent=False)
        assert server.requests == []


def test_hooks_of_an_async_client_end_with_the_deadline() -> None:
    async def slow(_: object) -> None:
        await asyncio.sleep(10)

    with Loopback() as server:
        assert_late(
            lambda: act(
                "async httpx2", server.url, lambda c: get(c, deadline=DEADLINE), on_request=slow
            ),
            maybe_sent=False,
        )


def test_mock_transports_know_the_deadline() -> None:
    answer = Response(200, Headers(), b'{"id": "1"}')

    def slow(_: object) -> Response:
        time.sleep(DEADLINE + 0.1)
        return answer

    async def slow_async(_: object) -> Response:
        await asyncio.sleep(10)
        return answer

    client = Sample("t", transport=transports.MockTransport(slow))
    assert_late(lambda: get(client, deadline=DEADLINE))
    async_client = AsyncSample("t", transport=transports.AsyncMockTransport(slow_async))
    assert_late(lambda: asyncio.run(get(async_client, deadline=DEADLINE)))


def test_a_stream_ends_with_the_deadline() -> None:
    """The deadline applies to every reader, and however slowly the chunks arrive."""
    http, limits = core("http.httpx2_transport"), core("streaming.opening")
    streams, kinds = core("streaming.opening"), core("transport")

    def request(url: str) -> Any:
        timeout = kinds.Timeout().within(DEADLINE if url == server.url else 20)
        return kinds.Request("GET", url, url, (), None, timeout, 1000)

    def sync(url: str) -> None:
        transport, sent = http.Httpx2Transport(), request(url)
        meter = core("http.reading").Meter(sent)
        opened = limits.metered(streams.open_sync(transport, sent), meter)
        try:
            assert b"".join(opened.chunks)
        finally:
            opened.close()
            transport.close()

    async def later(url: str) -> None:
        transport, sent = http.AsyncHttpx2Transport(), request(url)
        meter = core("http.reading").Meter(sent)
        opened = limits.metered_async(await streams.open_async(transport, sent), meter)
        try:
            assert [each async for each in opened.chunks]
        finally:
            await opened.close()
            await transport.aclose()

    def read(url: str, is_async: bool) -> None:
        asyncio.run(later(url)) if is_async else sync(url)

    large = HEAD + b"Content-Length: 100000\r\n\r\n"
    with RawServer(DRIPS["chunks"]) as server, RawServer(dripping(large, b" " * 900)) as other:
        for is_async in (False, True):
            began = time.monotonic()
            with pytest.raises(core("errors").ApiTimeoutError):
                read(server.url, is_async)
            assert DEADLINE * 0.5 < time.monotonic() - began < SOON
            with pytest.raises(core("errors").ResponseTooLargeError, match="1000 bytes"):
                read(other.url, is_async)


# --- size -----------------------------------------------------------------------------------------

LIMIT = 100_000
LARGE = b'{"id": "' + b"a" * 20_000_000 + b'"}'


@pytest.fixture(scope="module")
def bombs() -> dict[str, bytes]:
    return {"gzip": gzip.compress(LARGE), "deflate": zlib.compress(LARGE), "": LARGE[:1_000_000]}


@pytest.mark.parametrize("kind", KINDS)
def test_a_response_that_is_too_large_is_not_read(kind: str, bombs: dict[str, bytes]) -> None:
    for encoding, content in bombs.items():
        headers = {"Content-Encoding": encoding} if encoding else {}
        with Loopback(lambda _, c=content, h=headers: Answer(200, c, h)) as server:  # type: ignore[misc]
            tracemalloc.start()
            try:
                with pytest.raises(
                    ResponseTooLargeError, match="larger than max_response_size, 100000 bytes"
                ) as caught:
                    act(kind, server.url, get, max_response_size=LIMIT)
                assert tracemalloc.get_traced_memory()[1] < 8_000_000
            finally:
                tracemalloc.stop()
            assert caught.value.status == 200 and caught.value.method == "GET"
            assert len(server.requests) == 1  # not sent again


@pytest.mark.parametrize("kind", KINDS)
def test_a_response_of_the_very_size_is_read(kind: str) -> None:
    content = b'{"id": "12345"}'
    for headers, body in (({}, content), ({"Content-Encoding": "gzip"}, gzip.compress(content))):
        with Loopback(lambda _, b=body, h=headers: Answer(200, b, h)) as server:  # type: ignore[misc]
            size = len(content)
            assert act(kind, server.url, lambda c: get(c, max_response_size=size)).id == "12345"
            with pytest.raises(ResponseTooLargeError):
                act(kind, server.url, lambda c: get(c, max_response_size=size - 1))
            made = act(
                kind, server.url, lambda c: get(c, max_response_size=None), max_response_size=1
            )
            assert made.id == "12345"


@pytest.mark.parametrize("kind", ["httpx2", "async httpx2", "pyreqwest"])
def test_an_error_that_is_too_large_is_not_read_either(kind: str) -> None:
    with Loopback(lambda _: Answer(400, b" " * 1000)) as server:
        with pytest.raises(ResponseTooLargeError) as caught:
            act(kind, server.url, get, max_response_size=999)
        assert caught.value.status == 400


def test_any_transport_is_held_to_the_size() -> None:
    class Own:
        def send(self, request: Any) -> Response:
            return Response(200, Headers(), b"12345")

        def close(self) -> None: ...

    for transport in (Own(), transports.MockTransport([Response(200, Headers(), b"12345")])):
        with pytest.raises(ResponseTooLargeError):
            get(Sample("t", transport=transport), max_response_size=4)


@pytest.mark.parametrize("size", [-1, 1.5, True, "1"])
def test_a_size_is_a_number_of_bytes(size: Any) -> None:
    with pytest.raises(ValueError, match="max_response_size must be a number of bytes"):
        Sample("t", max_response_size=size)
    with pytest.raises(ValueError, match="max_response_size must be a number of bytes"):
        RequestOptions(max_response_size=size)
