"""Files to upload, and content that is streamed instead of held in memory."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping, Sequence
from io import TextIOBase
from pathlib import PurePath
from typing import Protocol, TypeAlias, cast

from ..errors import InputError

OCTETS = "application/octet-stream"
_PORTION = 65_536


class ReadableFile(Protocol):
    """A file that is open for reading bytes."""

    def read(self, size: int, /) -> bytes: ...


class File:
    """A file to upload.

    It is not a dataclass, so that a body in JSON refuses it.

    Args:
        name: The name of the file.
        content: Bytes, a path, or a file that is open for reading bytes. Paths and open files are
            read in chunks while they are sent.
        media_type: The media type of the content.
        headers: Other headers of the part of the form.
    """

    __slots__ = ("content", "headers", "media_type", "name")

    def __init__(
        self,
        name: str,
        content: bytes | os.PathLike[str] | ReadableFile,
        media_type: str = OCTETS,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.name = name
        self.content = content
        self.media_type = media_type
        self.headers: Mapping[str, str] = headers or {}

    def __repr__(self) -> str:
        return f"File({self.name!r}, media_type={self.media_type!r})"


# A value for a file: its bytes, a path, a file that is open for reading bytes, or a `File`.
AnyFile: TypeAlias = File | bytes | os.PathLike[str] | ReadableFile


def is_file(value: object) -> bool:
    """Return whether a value can be sent as a file."""
    if isinstance(value, (File, bytes, bytearray, memoryview, os.PathLike, Portions)):
        return True
    return hasattr(value, "read") and not isinstance(value, TextIOBase)


def check_file(name: str, value: object) -> None:
    """Check the value of an argument that has to be a file.

    Raises:
        InputError: It is something else, such as a str or a file that is open for reading text.
    """
    content = value.content if isinstance(value, File) else value
    if is_file(content):
        return
    if isinstance(content, TextIOBase):
        hint = f"{name!r} is a file in text mode; open it in binary mode: open(path, 'rb')"
    else:
        hint = (
            f"{name!r} must be a file: bytes, a pathlib.Path, a file in binary mode, or "
            f"File(...), not a value of type {type(content).__name__}"
        )
    if isinstance(content, str):
        hint += "; use pathlib.Path(value) for a path, or value.encode() for the content"
    raise InputError(hint, parameter=name)


def file_of(name: str, value: object, media_type: str = OCTETS) -> File:
    """Return a value as a `File`, with the name of the file, or `name` if it has none."""
    if isinstance(value, File):
        return value
    if isinstance(value, os.PathLike):
        called = PurePath(cast("os.PathLike[str]", value)).name
    else:
        given = getattr(value, "name", None)
        called = PurePath(given).name if isinstance(given, str) else ""
    return File(called or name, cast(bytes, value), media_type)


def content_of(value: object) -> bytes | Portions:
    """Return the content of a file.

    Returns:
        Bytes if the content is in memory, else `Portions` that are read while they are sent.

    Raises:
        TypeError: The value is not a file.
    """
    if isinstance(value, File):
        return content_of(value.content)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(cast("bytes | bytearray | memoryview", value))
    return value if isinstance(value, Portions) else Streamed(value)


class Portions:
    """Content that is sent in chunks.

    It can be sent again from its beginning, for example by a retry, unless it is `spent`.
    `length` is its length in bytes, or None if it is not known in advance.
    """

    length: int | None = None

    @property
    def spent(self) -> bool:
        """Whether the content was read and cannot be read again."""
        return False

    def __iter__(self) -> Iterator[bytes]:
        raise NotImplementedError

    async def iterate(self) -> AsyncIterator[bytes]:
        """Yield the chunks to an async client. Reading a file blocks for a short time."""
        for portion in self:
            yield portion

    def asynchronous(self) -> AsyncPortions:
        """Return the same content for a transport that iterates asynchronously."""
        return AsyncPortions(self)


class AsyncPortions:
    """Chunks of content for `async for`."""

    def __init__(self, portions: Portions) -> None:
        self._portions = portions
        self.length = portions.length

    @property
    def spent(self) -> bool:
        """Whether the content was read and cannot be read again."""
        return self._portions.spent

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._portions.iterate()


class Streamed(Portions):
    """The content of a path, an open file, or an iterable of bytes.

    A path is opened each time it is sent. An open file is sent from the position that it had at the
    beginning of the call. A file that cannot seek, or an iterable, can be sent only once.
    """

    def __init__(self, source: object) -> None:
        self._source = source
        self._start: int | None = None
        self._is_spent = False
        if isinstance(source, os.PathLike):
            self.length = os.stat(cast("os.PathLike[str]", source)).st_size
        elif hasattr(source, "seek") and hasattr(source, "tell"):
            file = cast("_Seekable", source)
            try:
                self._start = file.tell()
                self.length = file.seek(0, os.SEEK_END) - self._start
                file.seek(self._start)
            except OSError:  # a pipe
                self._start, self.length = None, None
        elif not hasattr(source, "read") and not isinstance(source, (Iterable, AsyncIterable)):
            raise TypeError("a body must be bytes, a path, a file, or an iterable of bytes")

    @property
    def spent(self) -> bool:
        return self._is_spent

    def __iter__(self) -> Iterator[bytes]:
        source = self._source
        if isinstance(source, os.PathLike):
            with open(cast("os.PathLike[str]", source), "rb") as file:
                yield from _read(file)
            return
        self._begin()
        if hasattr(source, "read"):
            yield from _read(cast(ReadableFile, source))
        elif isinstance(source, Iterable):
            yield from cast("Iterable[bytes]", source)
        else:
            raise TypeError("an asynchronous iterable requires the async client")

    async def iterate(self) -> AsyncIterator[bytes]:
        source: object = self._source
        if isinstance(source, AsyncIterable):
            self._begin()
            async for portion in cast("AsyncIterable[bytes]", source):
                yield portion
        else:
            for portion in self:
                yield portion

    def _begin(self) -> None:
        if self._is_spent:
            raise ValueError("the body is a stream that was already sent, and cannot be sent again")
        if self._start is None:
            self._is_spent = True
        else:
            cast("_Seekable", self._source).seek(self._start)


class Joined(Portions):
    """Bytes and chunked content, concatenated."""

    def __init__(self, parts: Sequence[bytes | Portions]) -> None:
        self._parts = parts
        lengths = [each.length if isinstance(each, Portions) else len(each) for each in parts]
        self.length = None if None in lengths else sum(filter(None, lengths))

    @property
    def spent(self) -> bool:
        return any(isinstance(each, Portions) and each.spent for each in self._parts)

    def __iter__(self) -> Iterator[bytes]:
        for part in self._parts:
            if isinstance(part, Portions):
                yield from part
            else:
                yield part


def _read(file: ReadableFile) -> Iterator[bytes]:
    while portion := file.read(_PORTION):
        if not isinstance(cast(object, portion), (bytes, bytearray)):
            raise TypeError("the file is in text mode; open it in binary mode: open(path, 'rb')")
        yield portion


class _Seekable(Protocol):
    def tell(self) -> int: ...
    def seek(self, offset: int, whence: int = 0, /) -> int: ...
