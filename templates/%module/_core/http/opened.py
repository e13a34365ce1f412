"""Responses whose status and headers have been received, and whose body can still be read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass

from ..transport import Headers, Request, Response
from .meter import Meter


@dataclass(frozen=True, slots=True)
class Opened:
    """A response whose body has not been read yet. It can be read once."""

    status: int
    headers: Headers
    chunks: Iterator[bytes]
    close: Callable[[], None]

    def read(self, request: Request) -> Response:
        """Read the body to its end, close the response, and return it."""
        meter = Meter(request)
        meter.status = self.status  # feature: response size
        try:
            return Response(self.status, self.headers, meter.all(self.chunks))
        finally:
            self.close()


@dataclass(frozen=True, slots=True)
class AsyncOpened:
    """A response whose body has not been read yet, for async transports. It can be read once."""

    status: int
    headers: Headers
    chunks: AsyncIterator[bytes]
    close: Callable[[], Awaitable[None]]

    async def read(self, request: Request) -> Response:
        """Read the body to its end, close the response, and return it."""
        meter = Meter(request)
        meter.status = self.status  # feature: response size
        try:
            return Response(self.status, self.headers, await meter.all_async(self.chunks))
        finally:
            await self.close()


def open_read(answer: Response) -> Opened:
    """Return a response that has been read as an Opened with one chunk."""
    return Opened(answer.status, answer.headers, iter([answer.content]), lambda: None)


def open_read_async(answer: Response) -> AsyncOpened:
    """Return a response that has been read as an AsyncOpened with one chunk."""
    return AsyncOpened(answer.status, answer.headers, _one(answer), _nothing)


async def _one(answer: Response) -> AsyncIterator[bytes]:
    yield answer.content


async def _nothing() -> None:
    """Do nothing, because there is nothing to close."""
