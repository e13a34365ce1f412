"""Serialize parameters in every style that OpenAPI defines.

Clients that need only the default styles and plain values do not import this module.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import quote

from msgspec import UNSET, Struct

from ..errors import InputError
from .encoding import encode, to_builtins
from .urls import Escape, Pairs, Parameter, climbs, encoded, is_array, scalar_text

# The delimiters of arrays that are not exploded.
_DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|", "tabDelimited": "\t"}
_RESERVED = ":/?[]@!$&'()*+,;="
_COOKIE = re.compile(r"[ -:<-~]*")
_ESCAPED = re.compile(r"(%[0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Styled(Parameter):
    """A parameter in any style, with any value.

    Null is omitted from a query, header or cookie, and is empty within an array or object.

    Attributes:
        style: The style, or None for the default.
        explode: Whether to explode arrays and objects; None for the default of OpenAPI.
        allow_empty: Whether a path parameter may be empty, and an array without elements is sent.
        media_type: The media type of a value that is serialized as JSON instead of in a style.
        allow_reserved: Whether characters that have a meaning in a URL are sent unescaped.
        wire_name: The name to send if `name` is only the name in the path template.
    """

    style: str | None = None
    explode: bool | None = None
    media_type: str = field(default="", kw_only=True)
    allow_reserved: bool = field(default=False, kw_only=True)
    wire_name: str = field(default="", kw_only=True)

    def resolved_explode(self) -> bool:
        usual = "form" if self.place in ("query", "cookie") else "simple"
        return (self.style or usual) == "form" if self.explode is None else self.explode

    def pairs(self, value: object, escape: Escape) -> Pairs:
        """Return the names and values for a query or a Cookie header."""
        escape = self._escape(escape)
        if value is None:
            return []
        if self.media_type:
            return [(escape(self.name), escape(self._document(value)))]
        value = _plain(value)
        if isinstance(value, Mapping):
            return self._member_pairs(cast(Mapping[str, object], value), escape)
        if is_array(value):
            return self._element_pairs(list(cast(Iterable[object], value)), escape)
        return [(quote(self.name, safe=""), escape(self._scalar(value)))]

    def text(self, value: object, escape: Escape) -> str:
        """Return the string for a path expression or a header."""
        escape = self._escape(escape)
        if self.media_type:
            return escape(self._document(value))
        if value is None:
            return ""
        parts = self._parts(_plain(value))
        exploded = self.resolved_explode()
        if self.style == "matrix":
            return self._matrix(parts, escape, exploded)
        between = "=" if exploded else ","
        texts = [
            escape(name) + between + escape(text) if name else escape(text) for name, text in parts
        ]
        if self.style == "label":
            return "." + ("." if exploded else ",").join(texts)
        return self._joint(escape).join(texts)

    def _matrix(self, parts: Pairs, escape: Escape, exploded: bool) -> str:
        name = quote(self.wire_name or self.name, safe="")
        if exploded:
            texts = [(escape(member) or name, escape(text)) for member, text in parts]
        else:
            flat = [
                escape(each)
                for member, text in parts
                for each in ([member] if member else []) + [text]
            ]
            texts = [(name, ",".join(flat))]
        return "".join(f";{member}={text}" if text else f";{member}" for member, text in texts)

    def _parts(self, value: object) -> Pairs:
        """Return properties with their names, or elements with empty names."""
        if isinstance(value, Mapping):
            members = cast(Mapping[str, object], value)
            return [(key, self._nested(each)) for key, each in members.items() if each is not UNSET]
        if is_array(value):
            return [("", self._nested(each)) for each in cast(Iterable[object], value)]
        return [("", self._scalar(value))]

    def _element_pairs(self, elements: list[object], escape: Escape) -> Pairs:
        name = quote(self.name, safe="")
        if self.style == "deepObject":
            return _deep(self.name, elements, escape, self._scalar)
        texts = [escape(self._nested(each)) for each in elements]
        if self.resolved_explode() and texts:
            return [(name, text) for text in texts]
        return [(name, self._joint().join(texts))] if texts or self.allow_empty else []

    def _member_pairs(self, members: Mapping[str, object], escape: Escape) -> Pairs:
        if self.style == "deepObject":
            return _deep(self.name, members, escape, self._scalar)
        if not self.resolved_explode():
            flat = [escape(each) for part in self._parts(members) for each in part]
            return [(quote(self.name, safe=""), self._joint().join(flat))] if flat else []
        found: Pairs = []
        for key, value in members.items():
            for each in cast(Iterable[object], value) if is_array(value) else [value]:
                if each is not UNSET and each is not None:
                    found.append((quote(key, safe=""), escape(self._nested(each))))
        return found

    def _nested(self, value: object) -> str:
        """Serialize a value within another value; objects and arrays become JSON."""
        value = _plain(value)
        if is_object(value) or is_array(value):
            return _json(value)
        return self._scalar(value)

    def _document(self, value: object) -> str:
        """Serialize a value in its media type: a scalar as plain text, anything else as JSON."""
        if self.media_type.startswith("text/") and not (is_object(value) or is_array(value)):
            return self._scalar(value)
        return value if isinstance(value, str) and "json" not in self.media_type else _json(value)

    def _joint(self, escape: Escape = encoded) -> str:
        """Return the delimiter of elements. A comma is not escaped: other commas are data."""
        delimiter = _DELIMITERS.get(self.style or "")
        return "," if delimiter is None else escape(delimiter)

    def _scalar(self, value: object) -> str:
        try:
            return "" if value is None else scalar_text(self.wire_name or self.name, value)
        except ValueError as error:
            raise InputError(f"{self.place} parameter {error}", parameter=self.name) from None

    def _escape(self, escape: Escape) -> Escape:
        if self.style == "cookie":
            return self._cookie
        return self._kept if self.allow_reserved and escape is not str else escape

    def _cookie(self, text: str) -> str:
        """Return a string unescaped.

        Raises:
            InputError: The string would end the cookie. The message does not contain it.
        """
        if not _COOKIE.fullmatch(text):
            message = (
                f"cookie parameter {self.name!r} has a semicolon, control or non-ASCII characters"
            )
            raise InputError(message, parameter=self.name)
        return text

    def _kept(self, text: str) -> str:
        """Percent-encode a string except for reserved characters and existing escapes.

        Raises:
            InputError: The result would lead to another path.
        """
        parts = _ESCAPED.split(text)
        kept = (
            part if index % 2 else quote(part, safe=_RESERVED) for index, part in enumerate(parts)
        )
        escaped = "".join(kept)
        if climbs(escaped):
            message = f"{self.place} parameter {self.name!r}: {text!r} would change the path"
            raise InputError(message, parameter=self.name)
        return escaped


def _deep(name: str, value: object, escape: Escape, scalar: Callable[[object], str]) -> Pairs:
    """Flatten a value into pairs, with the path of each scalar in brackets after the name."""
    value = _plain(value)
    if isinstance(value, Mapping):
        members = list(cast(Mapping[str, object], value).items())
    elif is_array(value):
        members = [(str(at), each) for at, each in enumerate(cast(Iterable[object], value))]
    else:
        return [(quote(name, safe=""), escape(scalar(value)))]
    return [
        pair
        for key, each in members
        if each is not UNSET and each is not None
        for pair in _deep(f"{name}[{key}]", each, escape, scalar)
    ]


def is_object(value: object) -> bool:
    """Return whether a value is a model or a mapping."""
    return isinstance(value, (Struct, Mapping))


def _plain(value: object) -> object:
    return to_builtins(value) if isinstance(value, Struct) else value


def _json(value: object) -> str:
    """Serialize a value as ASCII JSON."""
    text = encode(value).decode()
    return text if text.isascii() else json.dumps(json.loads(text), separators=(",", ":"))
