"""Parsed JSON that does not fit its type in, the nearest typed value out; the rest stays."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, MutableMapping, MutableSequence, Sequence
from dataclasses import dataclass
from functools import lru_cache
from inspect import isclass
from threading import Lock
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin, get_type_hints

import msgspec
from msgspec import UNSET, Struct, UnsetType

from .errors import one_line
from .extras import attach

# Told what was wrong with a value that stays as it is.
Note = Callable[[str], None]
Json = dict[str, object]

# What decoding and converting raise; msgspec's own error is a ValueError in newer versions only.
FAULTS = (msgspec.MsgspecError, ValueError, ArithmeticError)

_MAPPINGS = (dict, Mapping, MutableMapping)
_SEQUENCES = (list, Sequence, MutableSequence)
_CONTAINERS: Mapping[type, tuple[Any, ...]] = {dict: _MAPPINGS, list: _SEQUENCES}
_UNIONS = (Union, UnionType)
_LONGEST_REASON = 200
_FIRST = Lock()
if hasattr(os, "register_at_fork"):  # so that no child process begins with it held
    _ends = {"after_in_child": _FIRST.release, "after_in_parent": _FIRST.release}
    os.register_at_fork(before=_FIRST.acquire, **_ends)
_TOO_FAR = 100  # a distance at which an object is most likely of another type
_OTHER_TYPE = 1000  # that of a literal that says something else, as a tag would


def fit(value: object, kind: Any, note: Note) -> object:
    """`value` as a `kind`, as far as it goes.

    Struct for struct and element for element: what converts is converted, what does not is kept as
    it came, and so is what lies deeper than Python can go. A model takes what is wrong with its own
    fields; the rest is told to `note`.
    """
    reason = "fits no member of the union"
    try:
        if is_native(kind):
            try:
                return msgspec.convert(value, kind, str_keys=True)
            except FAULTS as error:
                reason = str(error)
        return _descend(value, kind, note, reason)
    except RecursionError:
        note("nested too deeply to be typed")
        return value


@lru_cache(maxsize=None)
def is_native(kind: Any) -> bool:
    """Whether msgspec has a decoder for the type: it has none for unions of several models.

    To be asked before a type is used: threads that are the first to use one at once crash msgspec.
    """
    try:
        with _FIRST:
            msgspec.json.Decoder(kind)
    except TypeError:
        return False
    return True


def _descend(value: object, kind: Any, note: Note, reason: str) -> object:
    """Go one level down in a value that does not fit as a whole."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _descend(value, _bare(kind), note, reason)
    if origin in _UNIONS:
        return _fit_union(value, arguments, note, reason)
    members, elements = _as_object(value), _as_array(value)
    if members is not None:
        if _is_struct(kind) and _shape(kind).allows_tag_of(members):
            return _fit_struct(members, kind)
        if origin in _MAPPINGS and arguments[0] is str:
            return {name: fit(member, arguments[1], note) for name, member in members.items()}
    elif elements is not None and origin in _SEQUENCES:
        return [fit(element, arguments[0], note) for element in elements]
    note(reason)
    return value


def _as_object(value: object) -> Json | None:
    return cast(Json, value) if isinstance(value, dict) else None


def _as_array(value: object) -> list[object] | None:
    return cast("list[object]", value) if isinstance(value, list) else None


def _bare(kind: Any) -> Any:
    """The type itself, where it is annotated with limits."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


@dataclass(frozen=True, slots=True)
class _Field:
    attribute: str
    kind: Any
    required: bool


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a struct type expects of an object: its fields by wire name, and its tag."""

    fields: Mapping[str, _Field]
    tag_field: str | None
    tag: object

    def has_tag_of(self, members: Json) -> bool:
        return self.tag_field is None or members.get(self.tag_field) == self.tag

    def allows_tag_of(self, members: Json) -> bool:
        return self.tag_field not in members or self.has_tag_of(members)

    def unknown(self, members: Json) -> Json:
        return {name: member for name, member in members.items() if name not in self.fields and name != self.tag_field}


@lru_cache(maxsize=None)
def _shape(kind: type[Struct]) -> _Shape:
    hints = get_type_hints(kind, include_extras=True)
    fields = {f.encode_name: _Field(f.name, hints[f.name], f.required) for f in msgspec.structs.fields(kind)}
    return _Shape(fields, kind.__struct_config__.tag_field, kind.__struct_config__.tag)


def _is_struct(kind: Any) -> bool:
    return isclass(kind) and issubclass(kind, Struct)


def _fit_struct(members: Json, kind: type[Struct]) -> Struct:
    shape = _shape(kind)
    unknown = shape.unknown(members)
    if unknown and is_native(kind):
        known = {name: member for name, member in members.items() if name not in unknown}
        try:  # most often unknown fields are all there is to it
            model = msgspec.convert(known, kind, str_keys=True)
        except FAULTS:
            pass
        else:
            attach(model, unknown, {})
            return model
    values, misfits = _fit_fields(members, shape)
    model = kind(**values)
    attach(model, unknown, misfits)
    return model


def _fit_fields(members: Json, shape: _Shape) -> tuple[dict[str, object], dict[str, str]]:
    values: dict[str, object] = {}
    misfits: dict[str, str] = {}
    for name, field in shape.fields.items():
        if name in members:
            problems: list[str] = []
            values[field.attribute] = fit(members[name], field.kind, problems.append)
            if problems:
                misfits[field.attribute] = _summary(problems)
        elif field.required:
            values[field.attribute] = UNSET
            misfits[field.attribute] = "missing"
    return values, misfits


def _summary(problems: list[str]) -> str:
    first = one_line(problems[0], _LONGEST_REASON)
    return first if len(problems) == 1 else f"{first} (and {len(problems) - 1} more)"


def _fit_union(value: object, members: tuple[Any, ...], note: Note, reason: str) -> object:
    """Choose one member: a wrong choice loses nothing, for the rest of the value is kept."""
    members = tuple(_bare(member) for member in members if member not in (NoneType, UnsetType))
    if len(members) == 1:
        return _descend(value, members[0], note, reason)
    structs = [member for member in members if _is_struct(member)]
    json_object = _as_object(value)
    if structs and json_object is not None:
        return _fit_best_struct(json_object, structs, members, note, reason)
    for member in sorted(members, key=lambda member: member is str):
        # Text last: it would take what is meant as a date or a literal.
        if is_native(member):
            try:
                return msgspec.convert(value, member, str_keys=True)
            except FAULTS:
                continue
    wanted = _CONTAINERS.get(type(value), ())
    for member in members:
        if get_origin(member) in wanted:
            return _descend(value, member, note, reason)
    note(reason)
    return value


def _fit_best_struct(members: Json, structs: list[Any], union: tuple[Any, ...], note: Note, reason: str) -> object:
    """An exact match, else the nearest by a look at the first level only.

    Looking deeper for the nearest would cost a doubling with each level of a recursive type. An
    object without the tag of a type is none of it: written back, it would have one.
    """
    structs = [struct for struct in structs if _shape(struct).has_tag_of(members)]
    for struct in structs:
        if is_native(struct):
            try:
                return msgspec.convert(members, struct, str_keys=True)
            except FAULTS:
                continue
    distances = [_distance(members, _shape(struct)) for struct in structs]
    if min(distances, default=_TOO_FAR) >= _TOO_FAR:
        for member in union:
            if get_origin(member) in _MAPPINGS:
                return _descend(members, member, note, reason)
    if not structs:
        note(reason)
        return members
    return _descend(members, structs[distances.index(min(distances))], note, reason)


def _distance(members: Json, shape: _Shape) -> int:
    """How badly an object goes with a struct type: 0 is well, by a look at its own members."""
    distance = len(shape.unknown(members))
    for name, field in shape.fields.items():
        if name not in members:
            distance += _TOO_FAR if field.required else 0
        elif not isinstance(members[name], (dict, list)) and is_native(field.kind):
            try:
                msgspec.convert(members[name], field.kind)
            except FAULTS:
                distance += _OTHER_TYPE if get_origin(field.kind) is Literal else 10
    return distance
