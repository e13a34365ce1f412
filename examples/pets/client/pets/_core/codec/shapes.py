"""Describe types for decoding: whether msgspec supports them, and the fields of models."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import lru_cache
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

_FIRST = Lock()
if hasattr(os, "register_at_fork"):  # so that no child process starts with the lock held
    _ends = {"after_in_child": _FIRST.release, "after_in_parent": _FIRST.release}
    os.register_at_fork(before=_FIRST.acquire, **_ends)


@lru_cache(maxsize=None)
def is_native(kind: Any) -> bool:
    """Return whether msgspec can decode the type. It cannot decode unions of several models.

    Call this before a type is used: msgspec crashes if several threads at once are the first to
    use a type.
    """
    try:
        with _FIRST:
            msgspec.json.Decoder(kind)
    except TypeError:
        return False
    return True


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


@lru_cache(maxsize=None)
def fields_of(kind: type[Struct]) -> Mapping[str, Field]:
    """Return the fields of a class of models by wire name."""
    hints = get_type_hints(kind, include_extras=True)
    found: dict[str, Field] = {}
    for each in msgspec.structs.fields(kind):
        field = Field(each.name, hints[each.name], each.required)
        found[each.encode_name] = field
    return found
