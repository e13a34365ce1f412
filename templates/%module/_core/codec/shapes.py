"""Describe struct types for decoding: their fields, tags and constants, cached per type."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from threading import Lock
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import UNSET, Struct

from .tagged import Constant, Tagged, tagged

Json = dict[str, object]

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


class Field(Struct, frozen=True):
    """A field of a struct type, and the tag that distinguishes the types that it may have."""

    attribute: str
    kind: Any
    required: bool
    tag: Tagged | None
    is_constant: bool = False


class Shape(Struct, frozen=True):
    """The fields of a struct type by wire name, and its tag.

    If msgspec does not support the type, `twin` is a struct type with the same fields, in which
    those in `special` are untyped. `constants` has the values of fields for which the API declares
    a single value, by wire name.
    """

    fields: Mapping[str, Field]
    tag_field: str | None
    tag: object
    special: tuple[Field, ...] = ()
    twin: type[Struct] | None = None
    constants: Mapping[str, object] = {}

    def has_tag_of(self, members: Json) -> bool:
        return self.tag_field is None or members.get(self.tag_field) == self.tag

    def allows_tag_of(self, members: Json) -> bool:
        return self.tag_field not in members or self.has_tag_of(members)

    def has_other_constants(self, members: Json) -> bool:
        """Return whether an object has another value for a constant field."""
        return any(
            name in members and members[name] != value for name, value in self.constants.items()
        )

    def unknown(self, members: Json) -> Json:
        return {
            name: member
            for name, member in members.items()
            if name not in self.fields and name != self.tag_field
        }


@lru_cache(maxsize=None)
def shape_of(kind: type[Struct]) -> Shape:
    """Return the shape of a struct type."""
    hints = get_type_hints(kind, include_extras=True)
    fields: dict[str, Field] = {}
    for each in msgspec.structs.fields(kind):
        hint, constant = hints[each.name], each.default_factory
        is_constant = isinstance(constant, Constant)
        required = constant.required if isinstance(constant, Constant) else each.required
        fields[each.encode_name] = Field(each.name, hint, required, _tag_of(hint), is_constant)
    config = kind.__struct_config__
    constants = {name: value for name, each in fields.items() for value in _constant(each.kind)}
    if is_native(kind) or config.tag_field is not None:
        return Shape(fields, config.tag_field, config.tag, constants=constants)
    special = tuple(each for each in fields.values() if not is_native(each.kind))
    declared = [
        (
            each.attribute,
            Any if each in special else each.kind,
            msgspec.field(name=name) if each.required else msgspec.field(name=name, default=UNSET),
        )
        for name, each in fields.items()
    ]
    twin = msgspec.defstruct("Twin", declared, kw_only=True)
    return Shape(fields, None, config.tag, special, twin if is_native(twin) else None, constants)


def _constant(kind: Any) -> tuple[object, ...]:
    """Return the value of a literal with a single value, also in a union; else nothing."""
    members = get_args(kind) if get_origin(kind) in UNIONS else (kind,)
    values = [value for each in members if get_origin(each) is Literal for value in get_args(each)]
    return tuple(values) if len(values) == 1 else ()


def _tag_of(kind: Any) -> Tagged | None:
    """Return the tag of a type, or of a type in a union."""
    return first_tag(get_args(kind) if get_origin(kind) in UNIONS else (kind,))


def first_tag(kinds: tuple[Any, ...]) -> Tagged | None:
    return next((tag for tag in map(tagged, kinds) if tag is not None), None)
