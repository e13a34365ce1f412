"""Bodies that are sent as they are: bytes, a file or an iterable in, portions of bytes out."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias, cast

from msgspec import UNSET

from .operation import RequestBody
from .resource import AsyncResource, Resource

_PORTION = 65_536


class ReadableFile(Protocol):
    """A file that is open for reading bytes."""

    def read(self, size: int, /) -> bytes: ...


# Iterables that come asynchronously are for async clients.
Source: TypeAlias = bytes | str | ReadableFile | Iterable[bytes] | AsyncIterable[bytes]


@dataclass(frozen=True, slots=True)
class Upload(RequestBody):
    """A body that is bytes, all at once or by portions."""

    def build(self, body: object) -> tuple[bytes, str] | None:
        """Raises TypeError for what has no bytes."""
        if isinstance(body, Portions):
            # What passes it on only ever sends it.
            return cast(bytes, body), self.media_type
        return (bytes(body), self.media_type) if isinstance(body, (bytes, bytearray)) else None


class Portions:
    """What is sent portion by portion. `length` is that of all of it in bytes, where it is known.

    A file is sent from where it stands, every time that it is sent; an iterable but once, after
    which it is `spent`.
    """

    def __init__(self, source: object) -> None:
        self._source = source
        self._start: int | None = None
        self.length: int | None = None
        self.spent = False
        if isinstance(source, os.PathLike):
            raise TypeError("give the file itself, open for reading bytes, not its path")
        if hasattr(source, "seek") and hasattr(source, "tell"):
            file = cast("_Seekable", source)
            try:
                self._start = file.tell()
                self.length = file.seek(0, os.SEEK_END) - self._start
                file.seek(self._start)
            except OSError:  # a pipe
                self._start = None

    def _begin(self) -> object:
        if self.spent:
            raise ValueError("this body was sent already, and cannot be read again")
        if self._start is None:
            self.spent = True
        else:
            cast("_Seekable", self._source).seek(self._start)
        return self._source

    def _read(self) -> Iterator[bytes]:
        source = self._begin()
        if hasattr(source, "read"):
            file = cast(ReadableFile, source)
            while portion := file.read(_PORTION):
                yield portion
        else:
            yield from cast("Iterable[bytes]", source)


class SyncPortions(Portions):
    """Portions for a sync client."""

    def __iter__(self) -> Iterator[bytes]:
        return self._read()


class AsyncPortions(Portions):
    """Portions for an async client. Files are read in between, which is short."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        if isinstance(self._source, AsyncIterable):
            async for portion in cast("AsyncIterable[bytes]", self._begin()):
                yield portion
        else:
            for portion in self._read():
                yield portion


def portions(resource: Resource | AsyncResource, source: object) -> object:
    """The body as the client of a resource can send it. Raises TypeError for what is none."""
    if source is UNSET or isinstance(source, (bytes, bytearray, str)):
        return source
    if isinstance(resource, AsyncResource):
        return AsyncPortions(source)
    if hasattr(source, "read") or hasattr(source, "__iter__"):
        return SyncPortions(source)
    raise TypeError("a body is bytes, a file, or an iterable of bytes")


class _Seekable(Protocol):
    def tell(self) -> int: ...
    def seek(self, offset: int, whence: int = 0, /) -> int: ...
