"""Answers that are open: status, headers, and what is still to be read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass

from ..transport import Headers, Request, Response
from .meter import Meter


@dataclass(frozen=True, slots=True)
class Opened:
    """An answer that is still to be read, once."""

    status: int
    headers: Headers
    chunks: Iterator[bytes]
    close: Callable[[], None]

    def read(self, request: Request) -> Response:
        """The response, read to its end."""
        meter = Meter(request)
        meter.status = self.status
        try:
            return Response(self.status, self.headers, meter.all(self.chunks))
        finally:
            self.close()


@dataclass(frozen=True, slots=True)
class AsyncOpened:
    """An answer that is still to be read, once, asynchronously."""

    status: int
    headers: Headers
    chunks: AsyncIterator[bytes]
    close: Callable[[], Awaitable[None]]

    async def read(self, request: Request) -> Response:
        """The response, read to its end."""
        meter = Meter(request)
        meter.status = self.status
        try:
            return Response(self.status, self.headers, await meter.all_async(self.chunks))
        finally:
            await self.close()


def open_read(answer: Response) -> Opened:
    """An answer that is read already, in one portion."""
    return Opened(answer.status, answer.headers, iter([answer.content]), lambda: None)


def open_read_async(answer: Response) -> AsyncOpened:
    """As `open_read`."""
    return AsyncOpened(answer.status, answer.headers, _one(answer), _nothing)


async def _one(answer: Response) -> AsyncIterator[bytes]:
    yield answer.content


async def _nothing() -> None:
    """There is nothing to close."""
