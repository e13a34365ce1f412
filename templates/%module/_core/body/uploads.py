"""Request bodies that are sent unchanged: bytes, a file, or an iterable of bytes."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from io import TextIOBase
from mimetypes import guess_type
from typing import ClassVar, Protocol, TypeAlias, cast

from msgspec import UNSET

from ..operation import RequestBody
from .files import OCTETS, File, Portions, ReadableFile, check_file, content_of, file_of

# Only async clients accept asynchronous iterables.
Source: TypeAlias = (
    File | bytes | os.PathLike[str] | ReadableFile | Iterable[bytes] | AsyncIterable[bytes]
)


class Sends(Protocol):
    """A resource of a sync or async client."""

    _is_async: ClassVar[bool]


@dataclass(frozen=True, slots=True)
class Upload(RequestBody):
    """A body of bytes, in memory or streamed."""

    def build(self, body: object) -> tuple[bytes, str] | None:
        """Return the content and its media type.

        For a range of media types, the extension of the file name decides. Returns None for a str
        if the media type is text.

        Raises:
            InputError: The body is not a file, such as a str for a media type that is not text.
        """
        if isinstance(body, str) and self.media_type.startswith("text/"):
            return None
        if isinstance(body, (str, TextIOBase)) or not _has_bytes(body):
            check_file("body", body)
        # The transports accept portions where bytes are declared.
        return cast(bytes, content_of(body)), _media_type(self.media_type, body)


def portions(resource: Sends, source: object) -> object:
    """Return the body as the client of a resource can send it.

    Raises:
        TypeError: The body is an asynchronous iterable, and the client is synchronous.
    """
    if source is UNSET or isinstance(source, (bytes, bytearray, str, File)):
        return source
    is_asynchronous = isinstance(source, AsyncIterable) and not hasattr(source, "read")
    if is_asynchronous and not resource._is_async:  # pyright: ignore[reportPrivateUsage]
        raise TypeError("a body must be bytes, a path, a file, or an iterable of bytes")
    return source


def _has_bytes(body: object) -> bool:
    """Return whether a body is an iterable that may yield bytes; sending it checks that."""
    return isinstance(body, (Iterable, AsyncIterable)) and not isinstance(
        body, (dict, list, tuple, set)
    )


def _media_type(declared: str, body: object) -> str:
    """Return the media type of a body for which a media type or a range is declared."""
    known = body.media_type if isinstance(body, File) and body.media_type != OCTETS else ""
    if "*" not in declared.partition(";")[0]:
        return known or declared
    if not known and not isinstance(body, (bytes, bytearray, Portions)):
        guessed = guess_type(file_of("", body).name)[0] or ""
        known = guessed if fnmatchcase(guessed, declared.partition(";")[0].strip().lower()) else ""
    return known or OCTETS
