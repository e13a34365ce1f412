"""Typed models of the headers that a response declares."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime
from inspect import isclass
from itertools import chain
from types import NoneType
from typing import Annotated, Any, ClassVar, Self, get_args, get_origin

import msgspec

from ..errors import DecodingError
from ..transport import Headers
from .conversion import FAULTS, UNIONS, exact_number, fields_of
from .decoding import Model, fit, parse

_INTEGER = re.compile(r"[+-]?\d{1,4000}", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
_TRUTHS = {"true": True, "1": True, "false": False, "0": False}
_SEPARATORS = {"pipeDelimited": "|", "spaceDelimited": " ", "tabDelimited": "\t"}


class HeaderModel(Model):
    """The headers of a response, by their names in the OpenAPI document.

    A header that was not sent is UNSET. A header that does not match its type stays a string, and
    is recorded in `misfits`.
    """

    _forms: ClassVar[Mapping[str, str]] = {}

    @classmethod
    def from_headers(cls, headers: Mapping[str, str]) -> Self:
        """Return a model of the `headers` of a raw response, a stream or an error.

        Headers that the model does not declare are ignored; names are compared case-insensitively.
        This never raises for what a server sends.
        """
        given = headers if isinstance(headers, Headers) else Headers(headers.items())
        fields = fields_of(cls).items()
        return cls.from_dict(
            {
                name: _value(given, name, field.kind, cls._forms.get(name, ""))
                for name, field in fields
                if name in given
            }
        )


def _value(headers: Headers, name: str, kind: Any, form: str) -> object:
    text = headers[name].strip()
    if form == "json":
        try:
            value = parse(text.encode("utf-8", "surrogatepass"))
        except DecodingError:
            return text
        return value if _fits(value, kind) else text
    if name.lower() == "set-cookie":  # the only header whose commas do not separate values
        return _fitting(text, kind, form, headers.multiple(name))
    return _fitting(text, kind, form)


def _fitting(text: str, kind: Any, form: str = "", parts: Sequence[str] | None = None) -> object:
    """Return the JSON value of a string as a type, or the string if it does not match."""
    members = tuple(_members(kind))
    if object in members or Any in members:
        return text
    if parts is None:
        separator = _SEPARATORS.get(form, ",")
        parts = [part.strip() for part in text.split(separator)] if text else []
    found = chain(_scalars(text, members), _collections(parts, members, form))
    # If strings are allowed, the string itself is the last choice, else the first.
    for value in chain(found, [text]) if str in members else chain([text], found):
        if _fits(value, kind):
            return value
    return text


def _fits(value: object, kind: Any) -> bool:
    problems: list[str] = []
    fit(value, kind, problems.append)
    return not problems


def _members(kind: Any) -> Iterator[Any]:
    """Yield the types of a union, or any other type itself."""
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if get_origin(bare) in UNIONS:
        for each in get_args(bare):
            yield from _members(each)
    else:
        yield bare


def _scalars(text: str, members: Sequence[Any]) -> Iterator[object]:
    if NoneType in members and text in ("", "null")[: 1 if str in members else 2]:
        yield None
    if _INTEGER.fullmatch(text):
        yield int(text)
    elif _NUMBER.fullmatch(text) and math.isfinite(float(text)):
        yield exact_number(text)
    if text.lower() in _TRUTHS:
        yield _TRUTHS[text.lower()]
    if datetime in members:
        try:
            yield parsedate_to_datetime(text).isoformat()  # the date format of HTTP
        except (*FAULTS, IndexError, TypeError):
            pass


def _collections(parts: Sequence[str], members: Sequence[Any], form: str) -> Iterator[object]:
    for kind in members:
        origin, arguments = get_origin(kind), get_args(kind)
        if origin in (list, Sequence):
            yield [_fitting(part, arguments[0]) for part in parts]
        elif origin in (dict, Mapping):
            pairs = _pairs(parts, form)
            if pairs is not None:
                yield {name: _fitting(text, arguments[1]) for name, text in pairs.items()}
        elif isclass(kind) and issubclass(kind, msgspec.Struct):
            pairs, fields = _pairs(parts, form), fields_of(kind)
            if pairs is not None:
                kinds = {name: field.kind for name, field in fields.items()}
                yield {
                    name: _fitting(text, kinds.get(name, object)) for name, text in pairs.items()
                }


def _pairs(parts: Sequence[str], form: str) -> Mapping[str, str] | None:
    """Return the names and values of an object in simple style, or None if it is no object."""
    if form == "exploded":
        split = [part.partition("=") for part in parts]
        return (
            {name: text for name, _, text in split}
            if all(equals for _, equals, _ in split)
            else None
        )
    return dict(zip(parts[::2], parts[1::2], strict=True)) if len(parts) % 2 == 0 else None
