"""Serialize parameters for URLs, headers and cookies, in OpenAPI's styles."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Literal, cast
from urllib.parse import quote, unquote
from uuid import UUID

from msgspec import UNSET, to_builtins

from ..errors import InputError
from .scalar import has_wire_form, written

Place = Literal["path", "query", "header", "cookie"]
Pairs = list[tuple[str, str]]
Escape = Callable[[str], str]

_DECODINGS = 4
_BLANKS = "\0\t\n\r "
_EXPRESSION = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter in the default style of its location. `styles.Styled` has other styles.

    Attributes:
        name: The wire name.
        place: The location: path, query, header or cookie.
        style: The style, or None for the default.
        explode: Whether to explode arrays and objects; None for the default of OpenAPI.
        allow_empty: Whether a path parameter may be empty, and an array without elements is sent.
    """

    name: str
    place: Place
    style: str | None = None
    explode: bool | None = None
    allow_empty: bool = field(default=False, kw_only=True)

    def resolved_explode(self) -> bool:
        usual = "form" if self.place in ("query", "cookie") else "simple"
        return (self.style or usual) == "form" if self.explode is None else self.explode

    def pairs(self, value: object, escape: Escape) -> Pairs:
        """Return the names and values for a query or a Cookie header.

        Raises:
            ValueError: The value cannot be serialized in this location.
        """
        return _form(self, value, escape)

    def text(self, value: object, escape: Escape) -> str:
        """Return the string for a path expression or a header.

        Raises:
            ValueError: The value cannot be serialized in this location.
        """
        return _simple(self, value, escape)


def expand(
    template: str, values: Mapping[str, object], parameters: Sequence[Parameter] = ()
) -> str:
    """Fill in the `{name}` expressions of a path template.

    Characters of a value that have a meaning in a URL are percent-encoded.

    Raises:
        InputError: A value is missing, None or, unless that is allowed, empty, or it cannot be
            serialized; or a segment would become "." or "..", which servers resolve to another
            path. The error names the parameter.
    """
    if "{" not in template:
        return template
    declared = {parameter.name: parameter for parameter in parameters if parameter.place == "path"}
    segments: list[str] = []
    for segment in template.split("/"):
        names: list[str] = _EXPRESSION.findall(segment)
        text = segment
        for name in names:
            parameter = declared.get(name) or Parameter(name, "path")
            filled = _path_text(parameter, values.get(name, UNSET))
            text = text.replace("{" + name + "}", filled)
        if names and (text in (".", "..") or ("/" in text and climbs(text))):
            message = f"path parameter {names[-1]!r}: {text!r} would change the path"
            raise InputError(message, parameter=names[-1])
        segments.append(text)
    return "/".join(segments)


def pairs(parameter: Parameter, value: object) -> Pairs:
    """Return percent-encoded names and values for a query or a Cookie header.

    Raises:
        ValueError: The value is None or cannot be serialized.
    """
    try:
        return parameter.pairs(value, _encoded)
    except UnicodeEncodeError:
        raise _not_text(parameter) from None


def header_value(parameter: Parameter, value: object) -> str:
    """Return the value of a header, with arrays joined by commas.

    The characters are not checked here.

    Raises:
        ValueError: The value cannot be serialized.
    """
    return parameter.text(value, str)


def climbs(text: str) -> bool:
    """Return whether a segment of a path is "." or ".." after a server has decoded it.

    Some servers treat backslashes and encoded slashes as slashes, decode twice, or strip
    parameters.
    """
    for _ in range(_DECODINGS):
        decoded = unquote(text, errors="replace")
        if decoded == text:
            break
        text = decoded
    segments = text.replace("\\", "/").split("/")
    return any(segment.partition(";")[0].strip(_BLANKS) in (".", "..") for segment in segments)


def _path_text(parameter: Parameter, value: object) -> str:
    try:
        text = "" if value is UNSET else parameter.text(value, _encoded)
    except UnicodeEncodeError:
        raise _not_text(parameter) from None
    if not text and (value is UNSET or not parameter.allow_empty):
        message = f"path parameter {parameter.name!r} must not be empty"
        raise InputError(message, parameter=parameter.name)
    return text


def _not_text(parameter: Parameter) -> InputError:
    message = (
        f"{parameter.place} parameter {parameter.name!r} has a lone surrogate, invalid in UTF-8"
    )
    return InputError(message, parameter=parameter.name)


def _encoded(text: str) -> str:
    return quote(text, safe="")


def _simple(parameter: Parameter, value: object, escape: Escape) -> str:
    if type(value) is str:  # the most frequent case
        return escape(value)
    if isinstance(value, Mapping):
        members = _members(parameter, cast(Mapping[str, object], value))
        joint = "=" if parameter.resolved_explode() else ","
        return ",".join(escape(key) + joint + escape(text) for key, text in members)
    if is_array(value):
        return ",".join(escape(text) for text in _elements(parameter, value))
    return escape(_text(parameter, value))


def _form(parameter: Parameter, value: object, escape: Escape) -> Pairs:
    name = escape(parameter.name)
    if isinstance(value, Mapping):
        given = _members(parameter, cast(Mapping[str, object], value))
        members = [(escape(key), escape(text)) for key, text in given]
        if parameter.resolved_explode():
            return members
        return [(name, ",".join(text for member in members for text in member))] if members else []
    if is_array(value):
        texts = [escape(text) for text in _elements(parameter, value)]
        if parameter.resolved_explode() and texts:
            return [(name, text) for text in texts]
        return [(name, ",".join(texts))] if texts or parameter.allow_empty else []
    return [(name, escape(_text(parameter, value)))]


def is_array(value: object) -> bool:
    """Return whether a value is sent as an array. Strings and bytes are not."""
    return isinstance(value, (Sequence, Set)) and not isinstance(value, (str, bytes, bytearray))


def _elements(parameter: Parameter, value: object) -> list[str]:
    """Serialize each element of an array. A null is an empty string."""
    elements = cast(Iterable[object], value)
    return ["" if each is None else _text(parameter, each) for each in elements]


def _members(parameter: Parameter, value: Mapping[str, object]) -> Pairs:
    return [(key, _text(parameter, item)) for key, item in value.items() if item is not UNSET]


def _text(parameter: Parameter, value: object) -> str:
    """Serialize a scalar as JSON would, without quotes."""
    if has_wire_form(value):
        value = written(value)
    match value:
        case Enum():
            return _text(parameter, value.value)
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case int() | Decimal() | UUID():
            return str(value)
        case float() if math.isfinite(value):
            return repr(value)
        case datetime():
            text = value.isoformat()
            return text.removesuffix("+00:00") + "Z" if value.utcoffset() == timedelta(0) else text
        case date() | time():
            return value.isoformat()
        case bytes() | timedelta():
            return str(to_builtins(value))
        case _:
            where = f"{parameter.place} parameter {parameter.name!r}"
            raise InputError(f"{where} cannot have {_described(value)}", parameter=parameter.name)


def scalar_text(name: str, value: object) -> str:
    """Serialize a scalar property of a form.

    Raises:
        ValueError: The value is not a scalar.
    """
    try:
        return _text(Parameter(name, "query"), value)
    except ValueError:
        raise ValueError(f"{name!r} cannot have {_described(value)}") from None


def _described(value: object) -> str:
    if value is None:
        return "null"
    return f"{value}" if isinstance(value, float) else f"a value of type {type(value).__name__}"
