"""Serialize parameters for URLs, headers and cookies, in the default style of their location."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Literal, cast
from urllib.parse import quote, unquote

from msgspec import UNSET, to_builtins

from ..errors import InputError
from .encoding import has_wire_form, written

Place = Literal["path", "query", "header", "cookie"]
Pairs = list[tuple[str, str]]
Escape = Callable[[str], str]

_DECODINGS = 4
_BLANKS = "\0\t\n\r "
_EXPRESSION = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A scalar or an array of scalars in the default style. `styles.Styled` has other styles.

    Attributes:
        name: The wire name.
        place: The location: path, query, header or cookie.
        allow_empty: Whether a path parameter may be empty.
        is_joined: Whether an array is sent as one value, joined by commas; nothing if it is empty.
    """

    name: str
    place: Place
    allow_empty: bool = field(default=False, kw_only=True)
    is_joined: bool = field(default=False, kw_only=True)

    def pairs(self, value: object, escape: Escape) -> Pairs:
        """Return the names and values for a query or a Cookie header."""
        texts = self._texts(value, escape)
        if self.is_joined and texts:
            texts = [",".join(texts)]
        return [(escape(self.name), text) for text in texts]

    def text(self, value: object, escape: Escape) -> str:
        """Return the string for a path expression or a header."""
        return ",".join(self._texts(value, escape))

    def _texts(self, value: object, escape: Escape) -> list[str]:
        """Serialize a scalar, or each element of an array. A null element is an empty string."""
        if type(value) is str or not is_array(value):  # most values are strings
            return [escape(self._scalar(value))]
        elements = cast(Iterable[object], value)
        return ["" if each is None else escape(self._scalar(each)) for each in elements]

    def _scalar(self, value: object) -> str:
        try:
            return scalar_text(self.name, value)
        except ValueError as error:
            raise InputError(f"{self.place} parameter {error}", parameter=self.name) from None


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
            text = text.replace("{" + name + "}", _path_text(parameter, values.get(name, UNSET)))
        if names and (text in (".", "..") or ("/" in text and climbs(text))):
            message = f"path parameter {names[-1]!r}: {text!r} would change the path"
            raise InputError(message, parameter=names[-1])
        segments.append(text)
    return "/".join(segments)


def pairs(parameter: Parameter, value: object) -> Pairs:
    """Return percent-encoded names and values for a query or a Cookie header."""
    try:
        return parameter.pairs(value, encoded)
    except UnicodeEncodeError:
        raise _not_unicode(parameter) from None


def header_value(parameter: Parameter, value: object) -> str:
    """Return the value of a header, with arrays joined by commas. Its characters are not checked."""
    return parameter.text(value, str)


def climbs(text: str) -> bool:
    """Return whether a segment of a path is "." or ".." after a server has decoded it.

    Some servers treat backslashes and encoded slashes as slashes, decode twice, or strip
    parameters.
    """
    for _ in range(_DECODINGS):
        text = unquote(text, errors="replace")
    segments = text.replace("\\", "/").split("/")
    return any(segment.partition(";")[0].strip(_BLANKS) in (".", "..") for segment in segments)


def _path_text(parameter: Parameter, value: object) -> str:
    try:
        text = "" if value is UNSET else parameter.text(value, encoded)
    except UnicodeEncodeError:
        raise _not_unicode(parameter) from None
    if not text and (value is UNSET or not parameter.allow_empty):
        message = f"path parameter {parameter.name!r} must not be empty"
        raise InputError(message, parameter=parameter.name)
    return text


def _not_unicode(parameter: Parameter) -> InputError:
    message = f"{parameter.place} parameter {parameter.name!r} has lone surrogates, which UTF-8 cannot encode"
    return InputError(message, parameter=parameter.name)


def encoded(text: str) -> str:
    """Percent-encode all characters that can have a meaning in a URL."""
    return quote(text, safe="")


def is_array(value: object) -> bool:
    """Return whether a value is sent as an array. Strings and bytes are not."""
    return isinstance(value, (Sequence, Set)) and not isinstance(value, (str, bytes, bytearray))


def scalar_text(name: str, value: object) -> str:
    """Serialize a scalar as JSON would, without quotes.

    Raises:
        ValueError: The value is not a scalar. The message contains the name.
    """
    if type(value) is str:
        return value
    if has_wire_form(value):
        value = written(value)
    try:
        plain: object = to_builtins(value)
    except TypeError:
        plain = value
    if isinstance(plain, bool):
        return "true" if plain else "false"
    if isinstance(plain, (str, int)) or (isinstance(plain, float) and math.isfinite(plain)):
        return str(plain)
    found = f"a value of type {type(value).__name__}"
    found = str(value) if isinstance(value, float) else "null" if value is None else found
    raise ValueError(f"{name!r} cannot contain {found}")
