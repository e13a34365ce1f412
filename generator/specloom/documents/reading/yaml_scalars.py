"""Resolve YAML scalars by the core schema of YAML 1.2."""

from __future__ import annotations

import math
import re

from specloom.documents.pointers import Json

CORE = "tag:yaml.org,2002:"

_NULL = re.compile(r"~|null|Null|NULL|")
_BOOLEAN = re.compile(r"true|True|TRUE|false|False|FALSE")
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_MAYBE_NOT_A_STRING = frozenset("~nNtTfF+-.0123456789")
_MOST_BITS = 14_000  # Python does not parse longer decimal integers
_KINDS: dict[type, str] = {bool: "bool", int: "int", float: "float", type(None): "null"}


class NotJsonError(ValueError):
    """The scalar is valid in YAML but not in JSON: NaN, infinity, or a number out of range."""


def resolve_plain(text: str) -> Json:
    """Return the null, boolean, number or string of an unquoted scalar without a tag.

    `yes`, `no`, `on`, `off`, dates and times are strings. Raises `NotJsonError`.
    """
    if text and text[0] not in _MAYBE_NOT_A_STRING:
        return text
    if _NULL.fullmatch(text):
        return None
    if _BOOLEAN.fullmatch(text):
        return text[0] in "tT"
    if _INTEGER.fullmatch(text):
        return _integer(text)
    if _FLOAT.fullmatch(text):
        return _finite(float(text))
    if _NOT_FINITE.fullmatch(text):
        return _finite(math.inf)
    return text


def resolve_tagged(text: str, tag: str) -> Json:
    """Return the value of a scalar with a tag.

    Raises `NotJsonError`, and `ValueError` if the tag is not one of the core schema or does not
    fit.
    """
    if tag in ("!", CORE + "str"):
        return text
    value = resolve_plain(text)
    if tag == CORE + "float" and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if tag != CORE + _KINDS.get(type(value), ""):
        raise ValueError(f"{text!r} is not a value of the tag {tag!r}")
    return value


def _integer(text: str) -> int:
    try:
        number = int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))
    except ValueError:
        number = None
    if number is None or number.bit_length() > _MOST_BITS:
        raise NotJsonError("an integer has too many digits") from None
    return number


def _finite(number: float) -> float:
    if math.isfinite(number):
        return number
    raise NotJsonError("NaN, infinity and numbers above 1.8e308 are not valid JSON")
