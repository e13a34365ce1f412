"""Readers of response bodies whose type depends on the Content-Type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from fnmatch import fnmatchcase
from types import NoneType
from typing import Any as Anything
from typing import get_args

from ..codec.decoding import decode, to_utf8
from ..errors import DecodingError
from ..operation import Reader
from ..transport import Headers, Response


@dataclass(frozen=True, slots=True)
class Text(Reader):
    """Reads the body as a string, in the charset of its Content-Type, or UTF-8."""

    def read(self, response: Response) -> object:
        _, charset = content_type(response.headers)
        try:
            return response.content.decode(charset or "utf-8")
        except (LookupError, UnicodeDecodeError):
            return response.content.decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Json(Reader):
    """Reads the body as JSON of a type that would otherwise mean the raw content.

    For example, with `bytes` the body is a JSON string in Base64.
    """

    kind: Anything

    def read(self, response: Response) -> object:
        if not response.content:
            raise DecodingError("the body is empty")
        return decode(_utf8(response), self.kind)


@dataclass(frozen=True, slots=True)
class Any(Reader):
    """Reads the body as its Content-Type says: JSON of a type, a string, or bytes."""

    kind: Anything = object

    def read(self, response: Response) -> object:
        media_type, _ = content_type(response.headers)
        if self.kind is bytes:
            return response.content
        if not response.content:
            return "" if self.kind is str else None
        if is_json(media_type):
            return decode(_utf8(response), self.kind)
        if self.kind is str or media_type.startswith("text/"):
            return Text().read(response)
        try:
            return decode(_utf8(response), self.kind)
        except DecodingError:
            if self.kind is not object:
                raise
            return response.content


@dataclass(frozen=True, slots=True)
class ByType(Reader):
    """Reads a body that has one of several media types, by its Content-Type.

    `kinds` has the type or the Reader for each media type or range. A response of a media type that
    is not declared is read as JSON if it is JSON, else as bytes if these are among the types, else
    as the first type. Of media types that differ in their parameters, the one with most parameters
    of the response decides, or else the first one.
    """

    kinds: Mapping[str, Anything]

    def read(self, response: Response) -> object:
        kind = self._kind(response.headers.get("content-type", ""))
        if isinstance(kind, Reader):
            return kind.read(response)
        if kind is bytes:
            return response.content
        if not response.content and (kind is object or NoneType in get_args(kind)):
            return None
        if not response.content:
            raise DecodingError("the body is empty")
        return decode(_utf8(response), kind)

    def _kind(self, given: str) -> Anything:
        media_type, *parameters = _parts(given)
        declared: dict[str, Anything] = {}
        nearest = -1
        for name, kind in self.kinds.items():
            bare, *wanted = _parts(name)
            declared.setdefault(bare, kind)
            if bare == media_type and set(wanted) <= set(parameters) and len(wanted) > nearest:
                nearest, declared[bare] = len(wanted), kind
        if media_type in declared:
            return declared[media_type]
        ranges = [
            kind for name, kind in declared.items() if "*" in name and fnmatchcase(media_type, name)
        ]
        if ranges:
            return ranges[0]
        if is_json(media_type):
            return next((kind for name, kind in declared.items() if is_json(name)), object)
        if media_type and not media_type.startswith("text/"):
            raw = (
                kind
                for kind in declared.values()
                if kind is bytes or getattr(kind, "gives_bytes", False)
            )
            return next(raw, next(iter(declared.values())))
        return next(iter(declared.values()))


def is_json(media_type: str) -> bool:
    """Return whether a media type, in lower case and without parameters, is JSON."""
    return media_type.endswith(("/json", "+json", "/x-json"))


def _parts(media_type: str) -> list[str]:
    """Return a media type and its parameters, in lower case and without spaces."""
    return "".join(media_type.split()).replace('"', "").lower().split(";")


def _utf8(response: Response) -> bytes:
    return to_utf8(response.content, response.headers.get("content-type", ""))


def content_type(headers: Headers) -> tuple[str, str | None]:
    """Return the media type, in lower case and without parameters, and the charset.

    The charset is None if the Content-Type names none.
    """
    message = Message()
    message["Content-Type"] = headers.get("content-type", "")
    return message.get_content_type().lower(), message.get_content_charset()
