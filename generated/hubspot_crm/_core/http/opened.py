"""Answers that are open: status, headers, and what is still to be read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass

from ..transport import Headers, Response


@dataclass(frozen=True, slots=True)
class Opened:
    """An answer that is still to be read, once."""

    status: int
    headers: Headers
    chunks: Iterator[bytes]
    close: Callable[[], None]


@dataclass(frozen=True, slots=True)
class AsyncOpened:
    """An answer that is still to be read, once, asynchronously."""

    status: int
    headers: Headers
    chunks: AsyncIterator[bytes]
    close: Callable[[], Awaitable[None]]


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
