"""Parameters in all of OpenAPI's styles: a value in, its text in a URL, header or cookie out.

Clients whose operations have none but the usual styles, with plain values, do without this.
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
from .urls import Escape, Pairs, Parameter, climbs, is_array, scalar_text

# What stands between the elements of arrays that are not exploded.
_DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|", "tabDelimited": "\t"}
_RESERVED = ":/?[]@!$&'()*+,;="
_COOKIE = re.compile(r"[ -:<-~]*")
_ESCAPED = re.compile(r"(%[0-9A-Fa-f]{2})")


def _encoded(text: str) -> str:
    return quote(text, safe="")


@dataclass(frozen=True, slots=True)
class Styled(Parameter):
    """A parameter in any style, with any value.

    Null is left out of a query, header or cookie, and is empty among others. `media_type` is that
    of a value that is written as a document of its own, in JSON. `wire_name` is the name to write
    where `name` is only what the path's template calls it. With `allow_reserved`, characters that
    have a meaning in a URL go out as they are.
    """

    media_type: str = field(default="", kw_only=True)
    allow_reserved: bool = field(default=False, kw_only=True)
    wire_name: str = field(default="", kw_only=True)

    def pairs(self, value: object, escape: Escape) -> Pairs:
        """The names and values of a query or a Cookie header."""
        escape = self._escape(escape)
        if value is None:
            return []
        if self.media_type:
            return [(escape(self.name), escape(_document(value, self.media_type)))]
        value = _plain(value)
        if isinstance(value, Mapping):
            return self._member_pairs(cast(Mapping[str, object], value), escape)
        if is_array(value):
            return self._element_pairs(list(cast(Iterable[object], value)), escape)
        return [(quote(self.name, safe=""), escape(self._scalar(value)))]

    def text(self, value: object, escape: Escape) -> str:
        """The text of a path's expression or of a header."""
        escape = self._escape(escape)
        if self.media_type:
            return escape(_document(value, self.media_type))
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
        """Members with their names, elements with none."""
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
        """A value within another one; what is neither text nor number has no form but JSON's."""
        value = _plain(value)
        if is_object(value) or is_array(value):
            return _document(value, "application/json")
        return self._scalar(value)

    def _joint(self, escape: Escape = _encoded) -> str:
        """What stands between elements: a comma as it is, for others are data."""
        delimiter = _DELIMITERS.get(self.style or "")
        return "," if delimiter is None else escape(delimiter)

    def _scalar(self, value: object) -> str:
        return "" if value is None else scalar_text(self.wire_name or self.name, value)

    def _escape(self, escape: Escape) -> Escape:
        if self.style == "cookie":
            return self._cookie
        return self._kept if self.allow_reserved and escape is not str else escape

    def _cookie(self, text: str) -> str:
        """The text as it is. Raises InputError for what would end the cookie, not showing it."""
        if not _COOKIE.fullmatch(text):
            message = (
                f"cookie parameter {self.name!r} holds a semicolon, control or non-ASCII characters"
            )
            raise InputError(message, parameter=self.name)
        return text

    def _kept(self, text: str) -> str:
        """Percent-encoded but for reserved characters and what is encoded already."""
        parts = _ESCAPED.split(text)
        kept = (
            part if index % 2 else quote(part, safe=_RESERVED) for index, part in enumerate(parts)
        )
        escaped = "".join(kept)
        if climbs(escaped):
            message = f"{self.place} parameter {self.name!r}: {text!r} would lead to another path"
            raise InputError(message, parameter=self.name)
        return escaped


def _deep(name: str, value: object, escape: Escape, scalar: Callable[[object], str]) -> Pairs:
    """The members of a value, and theirs, each with the way that leads to it in brackets."""
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
    """Whether a value has members by name."""
    return isinstance(value, (Struct, Mapping))


def _plain(value: object) -> object:
    return to_builtins(value) if isinstance(value, Struct) else value


def _document(value: object, media_type: str) -> str:
    """The value as JSON in ASCII; a text that is to be of another media type as it is."""
    if isinstance(value, str) and "json" not in media_type:
        return value
    text = encode(value).decode()
    return text if text.isascii() else json.dumps(json.loads(text), separators=(",", ":"))
