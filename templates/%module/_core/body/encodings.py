"""Forms whose properties have an encoding of their own (the Encoding Object of OpenAPI)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import cast
from urllib.parse import quote

from msgspec import UNSET, Struct

from ..codec.encoding import encode, to_builtins
from ..codec.styles import Styled, is_object
from ..codec.urls import is_array, scalar_text
from ..operation import RequestBody
from .files import OCTETS, File, file_of, is_file
from .forms import MULTIPART, check_files, multipart


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How one property is serialized: in a style, or as content of a media type.

    With `encoded`, bytes are sent as a Base64 string and not as a file.
    """

    media_type: str = ""
    style: str = ""
    explode: bool | None = None
    allow_reserved: bool = False
    encoded: bool = False

    def is_styled(self) -> bool:
        return bool(self.style) or self.explode is not None or self.allow_reserved


@dataclass(frozen=True, slots=True)
class EncodedForm(RequestBody):
    """A form with properties that are objects, or that have an encoding of their own."""

    encodings: Mapping[str, Encoding] = field(default_factory=dict[str, Encoding], kw_only=True)
    files: tuple[str, ...] = field(default=(), kw_only=True)

    def build(self, body: object) -> tuple[bytes, str] | None:
        """Return the content and its media type, or None if the body is serialized already.

        Raises:
            TypeError: The body is neither a mapping, a model, bytes nor a string.
            InputError: The value of a file is not a file.
        """
        if isinstance(body, (bytes, bytearray, str)):
            return None
        members = _members(body)
        check_files(members, self.files)
        if self.media_type.startswith(MULTIPART):
            return multipart({name: self._part(name, each) for name, each in members.items()})
        pairs = [pair for name, each in members.items() for pair in self._pairs(name, each)]
        return "&".join(f"{name}={value}" for name, value in pairs).encode("ascii"), self.media_type

    def _pairs(self, name: str, value: object) -> list[tuple[str, str]]:
        encoding = self.encodings.get(name, Encoding())
        style = Styled(
            name,
            "query",
            encoding.style or "form",
            encoding.explode,
            allow_reserved=encoding.allow_reserved,
            media_type=(
                "" if encoding.is_styled() or isinstance(value, str) else encoding.media_type
            ),
        )
        if is_object(value) and not encoding.is_styled() and not style.media_type:
            # By default, an object is serialized as JSON.
            value = encode(value).decode()
        return style.pairs(value, _form_encoded)

    def _part(self, name: str, value: object) -> object:
        encoding = self.encodings.get(name)
        if encoding is None:
            return value
        if encoding.encoded:
            value = _as_text(value)
        if encoding.is_styled() and is_array(value) and encoding.explode is False:
            # An array that is not exploded is one part with the elements joined.
            [(_, text)] = Styled(name, "query", encoding.style or "form", False).pairs(value, str)
            return text
        if not encoding.media_type:
            return value
        if is_array(value) and not is_file(value) and "json" not in encoding.media_type:
            return [self._file(name, each) for each in cast(Iterable[object], value)]
        return self._file(name, value)

    def _file(self, name: str, value: object) -> object:
        """Return a part of the declared media type, by default the first one declared."""
        declared = [each.strip() for each in self.encodings[name].media_type.split(",")]
        media_type = declared[0]
        if isinstance(value, File):
            return value
        if is_file(value):
            file = file_of(name, value)
            return file_of(name, value, _of_file(file.name, declared))
        if "*" in media_type:
            return value
        if "json" in media_type and not isinstance(value, str):  # a string is JSON already
            content = encode(value)
        else:
            content = scalar_text(name, value).encode()
        return File("", content, media_type)


def _of_file(name: str, declared: list[str]) -> str:
    """Return the declared media type that fits the file name, else the first that is no range."""
    from mimetypes import guess_type  # imported lazily: few forms need it

    guessed = guess_type(name)[0] or ""
    if any(fnmatchcase(guessed, each) for each in declared):
        return guessed
    return next((each for each in declared if "*" not in each), OCTETS)


def _members(body: object) -> Mapping[str, object]:
    if isinstance(body, Mapping):
        members = cast(Mapping[str, object], body)
    elif isinstance(body, Struct):
        names = zip(body.__struct_encode_fields__, body.__struct_fields__, strict=True)
        members = {wire_name: getattr(body, name) for wire_name, name in names}
    else:
        raise TypeError("a form must be a mapping or a model")
    return {name: each for name, each in members.items() if each is not UNSET and each is not None}


def _as_text(value: object) -> object:
    """Return bytes, and bytes in arrays, as Base64 strings."""
    if isinstance(value, (bytes, bytearray)):
        return to_builtins(value)
    if is_array(value):
        return [_as_text(each) for each in cast(Iterable[object], value)]
    return value


def _form_encoded(text: str) -> str:
    return quote(text, safe="").replace("%20", "+")
