"""Open an answer without reading it, on any transport."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from ..http.mock_transport import AsyncMockTransport, MockTransport
from ..http.opened import AsyncOpened, Opened, open_read, open_read_async
from ..transport import AsyncTransport, Request, Transport


@runtime_checkable
class Streaming(Protocol):
    """A transport that can open an answer; raises what `send` raises, also while it is read."""

    def stream(self, request: Request) -> Opened: ...


@runtime_checkable
class AsyncStreaming(Protocol):
    """An async transport that can open an answer."""

    async def stream(self, request: Request) -> AsyncOpened: ...


def open_sync(transport: Transport, request: Request) -> Opened:
    """The response, opened; it is read to its end already if the transport knows no other way."""
    if isinstance(transport, Streaming):
        return transport.stream(request)
    if isinstance(transport, MockTransport):
        answer = transport.respond(request)
        return answer if isinstance(answer, Opened) else open_read(transport.read(request, answer))
    from ..http.httpx2_transport import Httpx2Transport
    from .httpx2 import open_httpx2

    if isinstance(transport, Httpx2Transport):
        return open_httpx2(transport.held.get(), request)
    return open_read(transport.send(request))


async def open_async(transport: AsyncTransport, request: Request) -> AsyncOpened:
    """As `open_sync`."""
    if isinstance(transport, AsyncStreaming):
        return await transport.stream(request)
    if isinstance(transport, AsyncMockTransport):
        answer = await transport.respond(request)
        return (
            answer
            if isinstance(answer, AsyncOpened)
            else open_read_async(await transport.read(request, answer))
        )
    from ..http.httpx2_transport import AsyncHttpx2Transport
    from .httpx2 import open_httpx2_async

    if isinstance(transport, AsyncHttpx2Transport):
        return await open_httpx2_async(transport.held.get(), request)
    return open_read_async(await transport.send(request))
