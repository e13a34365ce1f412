"""Typed values in, JSON text out, with the unknown fields of models back in their place."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import datetime
from decimal import Decimal
from types import NoneType
from typing import cast

import msgspec
from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import astuple

from .extras import ever_attached, unknown_of
from .scalar import has_wire_form, written


def encode(value: object) -> bytes:
    """The JSON text of a value: models, mappings, sequences, scalars, dates.

    Fields that are UNSET are left out; None is null; dates with a time are as RFC 3339, decimals
    as numbers. Raises TypeError for what JSON has no word for, UNSET in a list or mapping
    included, and ValueError for numbers that are not finite and for what is nested too deeply.
    """
    try:
        return _encoded(_with_unknown_fields(value) if ever_attached() else value)
    except RecursionError:
        raise ValueError("nested too deeply to be JSON") from None


def _encoded(value: object) -> bytes:
    try:
        text = _ENCODER.encode(value)
    except UnicodeEncodeError:  # a lone surrogate: only an escape can say it
        text = _escaped(to_builtins(value)).encode("ascii")
    # The encoder writes these for numbers that JSON lacks. A letter is found soonest, a word from
    # the end.
    if any(word[:1] in text and text.rfind(word) >= 0 for word in (b"null", b"NaN", b"Infinity")):
        _refuse_infinite(value)
    return text


def _refuse_infinite(value: object) -> None:
    match value:
        case float() | Decimal() if not math.isfinite(value):
            raise ValueError(f"{value} is not a number that JSON can say")
        case Struct():
            _refuse_any_infinite(astuple(value))
        case dict() | Mapping():
            _refuse_any_infinite(cast(Mapping[object, object], value).values())
        case list() | tuple() | Set():
            _refuse_any_infinite(cast(Sequence[object], value))
        case _:
            pass


def _refuse_any_infinite(values: Iterable[object]) -> None:
    for value in values:
        if type(value) not in _FINITE:
            _refuse_infinite(value)


def to_builtins(value: object) -> object:
    """A value in wire form: dicts, lists and scalars as JSON has them."""
    return msgspec.to_builtins(
        _with_unknown_fields(value), builtin_types=(Decimal,), str_keys=True, enc_hook=_plainer
    )


def _plainer(value: object) -> object:
    """What msgspec does not know: scalars of other classes, objects and arrays all the same."""
    if has_wire_form(value):
        return written(value)
    if isinstance(value, Mapping):
        return dict(cast(Mapping[object, object], value))
    if isinstance(value, (Sequence, Set)):
        return list(cast(Sequence[object], value))
    if value is UNSET:
        raise TypeError("UNSET stands for a field that is left out; JSON cannot say it elsewhere")
    raise TypeError(f"no JSON for a value of type {type(value).__name__}")


_ENCODER = msgspec.json.Encoder(decimal_format="number", enc_hook=_plainer)


# Most values are of these types; looking at them here saves a call for each.
_FINITE = frozenset((str, int, bool, NoneType, UnsetType, datetime))
_LEAVES = _FINITE | {float}


def _with_unknown_fields(value: object) -> object:
    """The value with every model that it holds as a dict in wire form."""
    if isinstance(value, Struct):
        return _members(value)
    if isinstance(value, Mapping):
        mapping = cast(Mapping[object, object], value)
        return {
            key: member if type(member) in _LEAVES else _with_unknown_fields(member)
            for key, member in mapping.items()
        }
    if isinstance(value, (list, tuple, Set)):
        elements = cast(Sequence[object], value)
        return [e if type(e) in _LEAVES else _with_unknown_fields(e) for e in elements]
    return value


def _members(model: Struct) -> dict[str, object]:
    members: dict[str, object] = {}
    config = model.__struct_config__
    if config.tag_field is not None:
        members[config.tag_field] = config.tag
    wire_names: tuple[str, ...] = getattr(
        model, "__struct_encode_fields__"
    )  # untyped up to msgspec 0.21
    names = zip(wire_names, model.__struct_fields__, strict=True)
    for wire_name, name in names:
        value = getattr(model, name)
        if value is not UNSET:
            plain = value if type(value) in _LEAVES else _with_unknown_fields(value)
            members[wire_name] = plain
    members.update(unknown_of(model))
    return members


def _escaped(value: object) -> str:
    """JSON text in ASCII, of a value in wire form: slow, for text that UTF-8 cannot carry."""
    import json  # which is seldom needed

    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return "{" + ",".join(f"{json.dumps(k)}:{_escaped(v)}" for k, v in members.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_escaped, cast("list[object]", value))) + "]"
    if isinstance(value, str):
        return json.dumps(value)
    return _ENCODER.encode(value).decode("ascii")
