"""Bodies of forms: members by name in; URL-encoded text, or parts with files among them, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import urlencode

from msgspec import Struct

from .encoding import encode
from .urls import is_array, scalar_text

URL_ENCODED = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class File:
    """A file to send: the name that the server sees, its bytes, its media type, other headers."""

    name: str
    content: bytes
    media_type: str = "application/octet-stream"
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


def url_encoded(members: Mapping[str, object]) -> bytes:
    """The members as `application/x-www-form-urlencoded`; arrays as repeated names."""
    pairs = [(name, scalar_text(name, each)) for name, each in _each(members)]
    return urlencode(pairs).encode("ascii")


def multipart(members: Mapping[str, object]) -> tuple[bytes, str]:
    """The members as `multipart/form-data` (RFC 7578), and the media type with its boundary.

    Bytes and `File` are sent as files, texts and numbers as they are, anything else as JSON; arrays
    as several parts of one name.
    """
    from secrets import token_hex  # takes a while to load

    parts = [_part(name, each) for name, each in _each(members)]
    boundary = token_hex(16)
    while any(boundary.encode() in part for part in parts):
        boundary = token_hex(16)
    lines = [b"--" + boundary.encode() + b"\r\n" + part + b"\r\n" for part in parts]
    end = f"--{boundary}--\r\n".encode()
    return b"".join([*lines, end]), f"{MULTIPART}; boundary={boundary}"


def _each(members: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in members.items():
        if is_array(value):
            yield from ((name, each) for each in cast(Sequence[object], value))
        else:
            yield name, value


def _part(name: str, value: object) -> bytes:
    disposition = f'Content-Disposition: form-data; name="{_quoted(name)}"'
    match value:
        case File():
            named = f'{disposition}; filename="{_quoted(value.name)}"' if value.name else disposition
            headers = {"Content-Type": value.media_type, **value.headers}
            lines = [f"{_line(key)}: {_line(text)}" for key, text in headers.items()]
            head, content = "\r\n".join([named, *lines]), value.content
        case bytes() | bytearray():
            return _part(name, File(name, bytes(value)))
        case Struct() | Mapping() | list() | tuple() | None:
            content = encode(cast(object, value))
            head = f"{disposition}\r\nContent-Type: application/json"
        case _:
            head, content = disposition, scalar_text(name, value).encode()
    return f"{head}\r\n\r\n".encode() + content


def _quoted(text: str) -> str:
    """A name as browsers send it in a Content-Disposition."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _line(text: str) -> str:
    if not text.isprintable():
        raise ValueError("a header of a part is one line of printable text")
    return text
