"""Encode typed values as JSON, including the unknown fields of models."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType, NoneType
from typing import TypeVar, cast
from typing import Any

import msgspec
from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import replace

M = TypeVar("M", bound=Struct)

_UNKNOWN = "unknown fields"  # the space prevents a conflict with attributes
_MISFITS = "misfits"
_NOTHING: Mapping[str, str] = MappingProxyType({})


class _Ever:
    """Whether any model has had unknown fields or invalid values. If not, none has to be checked."""

    attached = False


def attach(model: Struct, unknown: Mapping[str, object], misfits: Mapping[str, str]) -> None:
    """Store unknown fields, by wire name, and reasons why fields are invalid, by attribute."""
    for name, found in ((_UNKNOWN, unknown), (_MISFITS, misfits)):
        if found:
            _Ever.attached = True
            vars(model)[name] = dict(found)


def ever_attached() -> bool:
    return _Ever.attached


def replaced(model: M, changes: Mapping[str, object]) -> M:
    """Return a copy with new values for some attributes, which no longer count as invalid."""
    copied = replace(model, **changes)
    if _Ever.attached:
        misfits = {k: v for k, v in misfits_of(model).items() if k not in changes}
        attach(copied, unknown_of(model), misfits)
    return copied


def unknown_of(model: Struct) -> Mapping[str, object]:
    """Return the unknown fields of a model, by wire name; usually empty. Do not modify it."""
    return cast(Mapping[str, object], vars(model).get(_UNKNOWN, _NOTHING))


def misfits_of(model: Struct) -> Mapping[str, str]:
    """Return the reasons why fields of a model are invalid, by attribute; usually empty."""
    return cast(Mapping[str, str], vars(model).get(_MISFITS, _NOTHING))


def has_wire_form(value: object) -> bool:
    """Whether a value is a scalar of a class with a method `to_wire`, which returns a JSON value."""
    return hasattr(type(value), "to_wire")


def written(value: Any) -> object:
    """Return the JSON value of a scalar that has a wire form."""
    return value.to_wire()




# Most values are of these types; checking for them first saves a call for each.
_FINITE = frozenset((str, int, bool, NoneType, UnsetType, datetime))
_LEAVES = _FINITE | {float}


def encode(value: object) -> bytes:
    """Encode a value as JSON in UTF-8: models, mappings, sequences, scalars, dates.

    Fields that are UNSET are omitted; None is null. Dates with a time are as in RFC 3339, decimals
    are numbers.

    Raises:
        TypeError: JSON has no representation for a value, such as UNSET in a list or mapping.
        ValueError: A number is not finite, or the value is nested too deeply.
    """
    try:
        return _encoded(_with_unknown_fields(value) if ever_attached() else value)
    except RecursionError:
        raise ValueError("nested too deeply for JSON") from None


def to_builtins(value: object) -> object:
    """Convert a value to wire form: the dicts, lists and scalars of JSON."""
    return msgspec.to_builtins(
        _with_unknown_fields(value), builtin_types=(Decimal,), str_keys=True, enc_hook=_plainer
    )


def _encoded(value: object) -> bytes:
    try:
        text = _ENCODER.encode(value)
    except UnicodeEncodeError:  # a lone surrogate has to be escaped
        text = _escaped(to_builtins(value)).encode("ascii")
    # The encoder emits these words for numbers that are not finite. Searching for the first letter,
    # and then for the word from the end, is fastest.
    if any(word[:1] in text and text.rfind(word) >= 0 for word in (b"null", b"NaN", b"Infinity")):
        _refuse_infinite([to_builtins(value)])
    return text


def _refuse_infinite(values: Iterable[object]) -> None:
    """Raise ValueError if a number in wire form is not finite, at any depth."""
    for value in values:
        if type(value) in _FINITE:
            continue
        if isinstance(value, dict):
            _refuse_infinite(cast("dict[str, object]", value).values())
        elif isinstance(value, list):
            _refuse_infinite(cast("list[object]", value))
        elif isinstance(value, (float, Decimal)) and not math.isfinite(value):
            raise ValueError(f"{value} is not a number that JSON can represent")


def _plainer(value: object) -> object:
    """Convert a type that msgspec does not support: custom scalars, mappings and sequences."""
    name = type(value).__name__
    if has_wire_form(value):
        return written(value)
    if isinstance(value, Mapping):
        return dict(cast(Mapping[object, object], value))
    # msgspec supports these types as values: here, they are keys of a mapping.
    if isinstance(value, (Sequence, Set)) and not isinstance(value, (tuple, list, frozenset)):
        return list(cast(Sequence[object], value))
    if value is UNSET:
        raise TypeError("UNSET is for fields that are omitted; JSON has no representation for it")
    raise TypeError(f"JSON has no representation for a value of type {name}")


_ENCODER = msgspec.json.Encoder(decimal_format="number", enc_hook=_plainer)


def _with_unknown_fields(value: object) -> object:
    """Return the value with every model in it replaced by a dict in wire form."""
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
    # `__struct_encode_fields__` is not in the type stubs up to msgspec 0.21.
    wire_names: tuple[str, ...] = getattr(model, "__struct_encode_fields__")
    for wire_name, name in zip(wire_names, model.__struct_fields__, strict=True):
        value = getattr(model, name)
        if value is not UNSET:
            plain = value if type(value) in _LEAVES else _with_unknown_fields(value)
            members[wire_name] = plain
    members.update(unknown_of(model))
    return members


def _escaped(value: object) -> str:
    """Encode a value in wire form as ASCII JSON, for strings that UTF-8 cannot represent."""
    import json  # imported lazily: rarely needed

    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return "{" + ",".join(f"{json.dumps(k)}:{_escaped(v)}" for k, v in members.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_escaped, cast("list[object]", value))) + "]"
    if isinstance(value, str):
        return json.dumps(value)
    return _ENCODER.encode(value).decode("ascii")
