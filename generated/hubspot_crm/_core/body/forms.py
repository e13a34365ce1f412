"""Bodies of forms: URL-encoded text, and multipart bodies with files among their parts."""

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
    """A form: URL-encoded, or with parts, as its media type says."""

    def build(self, body: object) -> tuple[bytes, str] | None:
        """The content and its media type."""
        if not isinstance(body, Mapping):
            return None
        members = cast(Mapping[str, object], body)
        if self.media_type.partition(";")[0].strip().lower() == MULTIPART:
            return multipart(members)
        return url_encoded(members), self.media_type


@dataclass(frozen=True, slots=True)
class FileForm(RequestBody):
    """A `multipart/form-data` body whose parts `files` are files."""

    files: tuple[str, ...] = field(default=(), kw_only=True)

    def build(self, body: object) -> tuple[bytes, str] | None:
        """Return the content and its media type.

        Raises:
            InputError: Something else is given for a file.
        """
        if not isinstance(body, Mapping):
            return None
        members = cast(Mapping[str, object], body)
        check_files(members, self.files)
        return multipart(members)


def check_files(members: Mapping[str, object], names: Iterable[str]) -> None:
    """Check that the members of these names are files, or sequences of files.

    Raises:
        InputError: One is not, with its name.
    """
    for name in names:
        value = members.get(name)
        for each in cast(Sequence[object], value) if is_array(value) else [value]:
            if each is not None and each is not UNSET:
                check_file(name, each)


def url_encoded(members: Mapping[str, object]) -> bytes:
    """The members as `application/x-www-form-urlencoded`; arrays as repeated names, None left
    out.
    """
    pairs = [(name, scalar_text(name, each)) for name, each in _each(members)]
    return urlencode(pairs).encode("ascii")


def multipart(members: Mapping[str, object]) -> tuple[bytes, str]:
    """The members as `multipart/form-data` (RFC 7578), and the media type with its boundary.

    Bytes, paths, open files and `File` are sent as files, strings and numbers as they are, anything
    else as JSON; arrays as several parts of one name; None is left out. Files that are not in
    memory are read as they are sent.
    """
    from secrets import token_hex  # takes a while to load

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
    # What passes portions on only ever sends them.
    return cast(bytes, Joined(pieces)), media_type


def _each(members: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in members.items():
        if is_array(value) and not is_file(value):
            yield from ((name, each) for each in cast(Sequence[object], value))
        elif value is not None:
            yield name, value


def _part(name: str, value: object) -> tuple[bytes, bytes | Portions]:
    """The head and the content of a part."""
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
    """A name as browsers send it in a Content-Disposition."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _line(text: str) -> str:
    if not text.isprintable():
        raise ValueError("a header of a part is one line of printable text")
    return text
