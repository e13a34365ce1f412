"""Serialize forms: URL-encoded ones, and multipart ones with files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import urlencode

from msgspec import UNSET, Struct

from ..codec.encoding import encode
from ..codec.urls import is_array, scalar_text
from ..operation import RequestBody
from .files import AnyFile as AnyFile
from .files import File as File
from .files import Joined, Portions, check_file, content_of, file_of, is_file

URL_ENCODED = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class Form(RequestBody):
    """A form, URL-encoded or multipart depending on its media type."""

    def build(self, body: object) -> tuple[bytes, str] | None:
        """Return the content and its media type, or None if the body is not a mapping."""
        if not isinstance(body, Mapping):
            return None
        members = cast(Mapping[str, object], body)
        if self.media_type.partition(";")[0].strip().lower() == MULTIPART:
            return multipart(members)
        return url_encoded(members), self.media_type


@dataclass(frozen=True, slots=True)
class FileForm(RequestBody):
    """A `multipart/form-data` body. `files` are the names of the parts that are files."""

    files: tuple[str, ...] = field(default=(), kw_only=True)

    def build(self, body: object) -> tuple[bytes, str] | None:
        """Return the content and its media type, or None if the body is not a mapping.

        Raises:
            InputError: The value of a file is not a file.
        """
        if not isinstance(body, Mapping):
            return None
        members = cast(Mapping[str, object], body)
        check_files(members, self.files)
        return multipart(members)


def check_files(members: Mapping[str, object], names: Iterable[str]) -> None:
    """Check that the properties of these names are files, or sequences of files.

    Raises:
        InputError: One of them is not. The error names it.
    """
    for name in names:
        value = members.get(name)
        for each in cast(Sequence[object], value) if is_array(value) else [value]:
            if each is not None and each is not UNSET:
                check_file(name, each)


def url_encoded(members: Mapping[str, object]) -> bytes:
    """Return the properties as `application/x-www-form-urlencoded`.

    Arrays are sent as repeated names; None is omitted.

    Raises:
        ValueError: A value is neither a scalar nor an array of scalars.
    """
    pairs = [(name, scalar_text(name, each)) for name, each in _each(members)]
    return urlencode(pairs).encode("ascii")


def multipart(members: Mapping[str, object]) -> tuple[bytes, str]:
    """Return the properties as `multipart/form-data` (RFC 7578), and its media type.

    The media type includes the boundary. Bytes, paths, open files and `File` are sent as files,
    strings and numbers as they are, anything else as JSON. Arrays are sent as several parts of one
    name; None is omitted. Files that are not in memory are read while they are sent.
    """
    from secrets import token_hex  # imported lazily: slow to load

    parts = [_part(name, each) for name, each in _each(members)]
    boundary = token_hex(16)
    while any(
        isinstance(each, bytes) and boundary.encode() in each for part in parts for each in part
    ):
        boundary = token_hex(16)
    begin, end = b"--" + boundary.encode() + b"\r\n", f"--{boundary}--\r\n".encode()
    pieces = [piece for head, content in parts for piece in (begin + head, content, b"\r\n")] + [
        end
    ]
    media_type = f"{MULTIPART}; boundary={boundary}"
    in_memory = [each for each in pieces if isinstance(each, bytes)]
    if len(in_memory) == len(pieces):
        return b"".join(in_memory), media_type
    # The transports accept portions where bytes are declared.
    return cast(bytes, Joined(pieces)), media_type


def _each(members: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in members.items():
        if is_array(value) and not is_file(value):
            yield from ((name, each) for each in cast(Sequence[object], value))
        elif value is not None:
            yield name, value


def _part(name: str, value: object) -> tuple[bytes, bytes | Portions]:
    """Return the headers and the content of a part."""
    head = f'Content-Disposition: form-data; name="{_quoted(name)}"'
    content: bytes | Portions
    if is_file(value):
        file = file_of(name, value)
        head += f'; filename="{_quoted(file.name)}"' if file.name else ""
        headers = {"Content-Type": file.media_type, **file.headers}
        head = "\r\n".join(
            [head, *(f"{_line(key)}: {_line(text)}" for key, text in headers.items())]
        )
        content = content_of(file)
    elif isinstance(value, (Struct, Mapping, list, tuple)) or value is None:
        content = encode(cast(object, value))
        head += "\r\nContent-Type: application/json"
    else:
        content = scalar_text(name, value).encode()
    return f"{head}\r\n\r\n".encode(), content


def _quoted(text: str) -> str:
    """Return a name, escaped as browsers escape it in a Content-Disposition."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _line(text: str) -> str:
    if not text.isprintable():
        raise ValueError("a header of a part must be one line of printable characters")
    return text
