"""Open an answer without reading it: a transport and a request in, status, headers and portions out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Protocol, runtime_checkable

from .opened import AsyncOpened, Opened
from .transport import AsyncTransport, Request, Response, Transport


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
    if type(transport).__module__ == f"{__package__}.httpx2_transport":
        from .httpx2_transport import Httpx2Transport
        from .httpx2_stream import open_httpx2

        if isinstance(transport, Httpx2Transport):
            return open_httpx2(transport, request)
    answer = transport.send(request)
    return Opened(answer.status, answer.headers, iter([answer.content]), lambda: None)


async def open_async(transport: AsyncTransport, request: Request) -> AsyncOpened:
    """As `open_sync`."""
    if isinstance(transport, AsyncStreaming):
        return await transport.stream(request)
    if type(transport).__module__ == f"{__package__}.httpx2_transport":
        from .httpx2_transport import AsyncHttpx2Transport
        from .httpx2_stream import open_httpx2_async

        if isinstance(transport, AsyncHttpx2Transport):
            return await open_httpx2_async(transport, request)
    answer = await transport.send(request)
    return AsyncOpened(answer.status, answer.headers, _one(answer), _nothing)


async def _one(answer: Response) -> AsyncIterator[bytes]:
    yield answer.content


async def _nothing() -> None:
    """There is nothing to close."""
