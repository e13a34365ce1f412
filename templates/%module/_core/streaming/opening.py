"""Open an answer without reading it, on any transport."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

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
    """The answer, opened; read to its end already where the transport knows no other way."""
    if isinstance(transport, Streaming):
        return transport.stream(request)
    return open_read(transport.send(request))


async def open_async(transport: AsyncTransport, request: Request) -> AsyncOpened:
    """As `open_sync`."""
    if isinstance(transport, AsyncStreaming):
        return await transport.stream(request)
    return open_read_async(await transport.send(request))
