"""Answers that are open: status, headers, and what is still to be read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass

from .transport import Headers


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
