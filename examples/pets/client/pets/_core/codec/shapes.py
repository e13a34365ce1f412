"""Describe types for decoding: their decoders, and the fields of models."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from inspect import isclass
from threading import Lock
from types import UnionType
from typing import Any, TypeGuard, Union, get_type_hints

import msgspec
from msgspec import Struct

Json = dict[str, object]
Note = Callable[[str], None]  # called with the reason why a value does not match its type

# The errors of decoding and converting; MsgspecError is a ValueError only in newer versions.
FAULTS = (msgspec.MsgspecError, ValueError, ArithmeticError)
UNIONS = (Union, UnionType)

# Numbers that are this short, and neither tiny nor huge, are exact as floats.
_EXACT_LENGTH = 16
_SMALLEST, _LARGEST = 1e-300, 1e300

_FIRST = Lock()
if hasattr(os, "register_at_fork"):  # so that no child process starts with the lock held
    _ends = {"after_in_child": _FIRST.release, "after_in_parent": _FIRST.release}
    os.register_at_fork(before=_FIRST.acquire, **_ends)


@cache
def decoder_of(kind: Any) -> msgspec.json.Decoder[Any] | None:
    """Return the decoder of a type, or None if msgspec does not support it.

    Call this before a type is used: msgspec crashes if several threads at once are the first to
    use a type.
    """
    try:
        with _FIRST:
            return msgspec.json.Decoder(
                kind,
                float_hook=exact_number,
            )
    except TypeError:
        return None


def is_native(kind: Any) -> bool:
    """Return whether msgspec supports a type. It does not support unions of several models."""
    return decoder_of(kind) is not None


def exact_number(digits: str) -> float | Decimal:
    """Return a number that has a fraction or an exponent: a float if that is exact, or a Decimal."""
    number = float(digits)
    if len(digits) <= _EXACT_LENGTH and _SMALLEST < abs(number) < _LARGEST:
        return number
    if math.isfinite(number) and Decimal(digits) == Decimal(repr(number)):
        return number
    return Decimal(digits)


def convert(value: object, kind: Any) -> Any:
    """Convert parsed JSON that matches a native type.

    Raises:
        FAULTS: The value does not match.
    """
    return msgspec.convert(
        value,
        kind,
        str_keys=True,
    )


def is_model(kind: Any) -> TypeGuard[type[Struct]]:
    """Return whether a type is a class of models."""
    return isclass(kind) and issubclass(kind, Struct)


class Field(Struct, frozen=True):
    """A field of a model."""

    attribute: str
    kind: Any
    required: bool


@cache
def fields_of(kind: type[Struct]) -> Mapping[str, Field]:
    """Return the fields of a class of models by wire name."""
    hints = get_type_hints(kind, include_extras=True)
    found: dict[str, Field] = {}
    for each in msgspec.structs.fields(kind):
        field = Field(each.name, hints[each.name], each.required)
        found[each.encode_name] = field
    return found
