"""Open a response without reading its body, on any transport, and limit how it is read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Iterator
from dataclasses import replace
from typing import Protocol, runtime_checkable

from ..event_loop import DeadlineExpired, within
from ..http.mock_transport import AsyncMockTransport, MockTransport
from ..http.reading import AsyncOpened, Meter, Opened, open_read, open_read_async
from ..http.reading import ends_in
from ..transport import AsyncTransport, Request, Transport


@runtime_checkable
class Streaming(Protocol):
    """A transport that can open a response.

    Opening and reading the response raise what `send` raises.
    """

    def stream(self, request: Request) -> Opened: ...


@runtime_checkable
class AsyncStreaming(Protocol):
    """An async transport that can open a response."""

    async def stream(self, request: Request) -> AsyncOpened: ...


def open_sync(transport: Transport, request: Request) -> Opened:
    """Send a request and return the response, opened.

    If the transport cannot stream, the whole body is read first.
    """
    if isinstance(transport, Streaming):
        return transport.stream(request)
    if isinstance(transport, MockTransport):
        answer = transport.respond(request)
        return answer if isinstance(answer, Opened) else open_read(answer)
    from ..http.httpx2_transport import Httpx2Transport, open_httpx2

    if isinstance(transport, Httpx2Transport):
        return open_httpx2(transport.held.get(), request)
    return open_read(transport.send(request))


async def open_async(transport: AsyncTransport, request: Request) -> AsyncOpened:
    """Send a request with an async transport. See `open_sync`."""
    if isinstance(transport, AsyncStreaming):
        return await transport.stream(request)
    if isinstance(transport, AsyncMockTransport):
        answer = transport.respond(request)
        if isinstance(answer, Awaitable):
            answer = await answer
        return answer if isinstance(answer, AsyncOpened) else open_read_async(answer)
    from ..http.httpx2_transport import AsyncHttpx2Transport, open_httpx2_async

    if isinstance(transport, AsyncHttpx2Transport):
        return await open_httpx2_async(transport.held.get(), request)
    return open_read_async(await transport.send(request))


def metered(opened: Opened, meter: Meter) -> Opened:
    """Return the same response. Reading it raises an error when it exceeds a limit."""
    meter.status = opened.status
    return replace(opened, chunks=_metered(opened, meter))


def metered_async(opened: AsyncOpened, meter: Meter) -> AsyncOpened:
    """Return the same response of an async client. See `metered`."""
    meter.status = opened.status
    return replace(opened, chunks=_metered_async(opened, meter))


def _metered(opened: Opened, meter: Meter) -> Iterator[bytes]:
    while True:
        with ends_in(meter.left()):
            portion = next(opened.chunks, None)
        if portion is None:
            return
        yield meter.take(portion)


async def _metered_async(opened: AsyncOpened, meter: Meter) -> AsyncIterator[bytes]:
    while True:
        try:
            left, following = meter.left(), anext(opened.chunks, None)
            portion = await (following if left is None else within(left, following))
        except DeadlineExpired:
            meter.take(b"")
            raise
        if portion is None:
            return
        yield meter.take(portion)
