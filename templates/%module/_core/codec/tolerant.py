"""Convert parsed JSON to a type as far as possible, and leave the rest as received."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, MutableMapping, MutableSequence, Sequence
from decimal import Decimal
from inspect import isclass
from itertools import chain
from types import NoneType
from typing import Annotated, Any, Literal, cast, get_args, get_origin

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ..errors import one_line
from .extras import attach
from .scalar import read
from .shapes import FAULTS, UNIONS, Json, Shape, first_tag, is_native, shape_of
from .tagged import Tagged, tagged

# Called with the reason why a value does not match its type.
Note = Callable[[str], None]

_MAPPINGS = (dict, Mapping, MutableMapping)
_SEQUENCES = (list, Sequence, MutableSequence)
_CONTAINERS: Mapping[type, tuple[Any, ...]] = {dict: _MAPPINGS, list: _SEQUENCES}
_LONGEST_REASON = 200
# The digits of a second beyond microseconds.
_FINER = re.compile(r"(?<=\d\d:\d\d:\d\d\.\d{6})\d+(?=$|[Zz+-])")
_TOO_FAR = 100  # a distance at which an object most likely has another type
_LARGEST_WHOLE = 10**400
_OTHER_TYPE = 1000  # the distance of another literal, such as a tag


def fit(value: object, kind: Any, note: Note) -> object:
    """Convert a value to a type as far as possible.

    Each field and each element is converted on its own. A value that does not match, or that is
    nested too deeply for Python, stays as received. Models record the errors of their own fields;
    other errors are passed to `note`.
    """
    reason = "matches none of the types of the union"
    try:
        if is_native(kind):
            try:
                return msgspec.convert(value, kind, str_keys=True, dec_hook=read)
            except FAULTS as error:
                reason = str(error)
                shorter = _FINER.sub("", value) if isinstance(value, str) else value
                if shorter != value:  # truncated, not rounded
                    return fit(shorter, kind, note)
                whole = _as_integer(value, kind)
                if whole is not None:
                    return whole
        return _descend(value, kind, note, reason)
    except RecursionError:
        note("nested too deeply")
        return value


def _as_integer(value: object, kind: Any) -> object | None:
    """Convert a number such as 1.0 to a type that accepts integers, else return None.

    JSON does not distinguish 1.0 from 1.
    """
    if not isinstance(value, (float, Decimal)):
        return None
    try:
        if -_LARGEST_WHOLE < value < _LARGEST_WHOLE and value == (whole := int(value)):
            return cast(object, msgspec.convert(whole, kind, dec_hook=read))
    except FAULTS:
        pass
    return None


def _descend(value: object, kind: Any, note: Note, reason: str) -> object:
    """Convert the parts of a value that does not match as a whole."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        tag = tagged(kind)
        tagged_members = _as_object(value)
        if tag is not None and tagged_members is not None and tag.name in tagged_members:
            return _fit_tagged(tagged_members, tag, note)
        return _descend(value, _bare(kind), note, reason)
    if origin in UNIONS:
        return _fit_union(value, arguments, note, reason)
    members, elements = _as_object(value), _as_array(value)
    if members is not None:
        if _is_struct(kind) and shape_of(kind).allows_tag_of(members):
            return _fit_struct(members, kind)
        if origin in _MAPPINGS and arguments[0] is str:
            return {name: fit(member, arguments[1], note) for name, member in members.items()}
    elif elements is not None and origin in _SEQUENCES:
        return _fit_elements(elements, arguments[0], note)
    note(reason)
    return value


def _as_object(value: object) -> Json | None:
    return cast(Json, value) if isinstance(value, dict) else None


def _as_array(value: object) -> list[object] | None:
    return cast("list[object]", value) if isinstance(value, list) else None


def _bare(kind: Any) -> Any:
    """Return the type without its annotations (limits or a tag)."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _fit_elements(elements: list[object], kind: Any, note: Note) -> list[object]:
    """Convert each element; those with equal tags at once, which is ten times faster."""
    tag = tagged(kind)
    if tag is None:
        found = _fit_known(elements, kind) if _is_struct(kind) else None
        return found or [fit(element, kind, note) for element in elements]
    groups: dict[str, list[int]] = {}
    for index, element in enumerate(elements):
        told = cast(Json, element).get(tag.name) if isinstance(element, dict) else None
        groups.setdefault(told if isinstance(told, str) else "", []).append(index)
    fitted: list[object] = list(elements)
    for told, places in groups.items():
        chosen = tag.kinds.get(told)
        found = _converted([elements[index] for index in places], chosen) if chosen else None
        for number, index in enumerate(places):
            fitted[index] = found[number] if found else fit(elements[index], kind, note)
    return fitted


def _converted(elements: list[object], kind: Any) -> list[object] | None:
    """Return all elements as a type, or None if one does not match."""
    if is_native(kind):
        try:
            found: list[object] = msgspec.convert(
                elements, list[kind], str_keys=True, dec_hook=read
            )
            return found
        except FAULTS:
            pass
    return None


def _fit_known(elements: list[object], kind: type[Struct]) -> list[object] | None:
    """Return objects as a struct type, or None if their known fields do not match.

    Most often, the only problem of an object is that it has unknown fields.
    """
    shape, objects = shape_of(kind), cast("list[Json]", elements)
    if not all(isinstance(each, dict) for each in elements):
        return None
    names = {*shape.fields, shape.tag_field}
    known: list[object] = [{n: m for n, m in each.items() if n in names} for each in objects]
    models = _converted(known, kind)
    for model, members in zip(models or (), objects, strict=False):
        if not members.keys() <= names:
            attach(cast(Struct, model), shape.unknown(members), {})
    return models


def _fit_tagged(value: Json, tag: Tagged, note: Note) -> object:
    """Convert an object to the type of its tag. With an unknown tag it stays as received."""
    told = value[tag.name]
    kind = tag.kinds.get(told, tag.otherwise) if isinstance(told, str) else tag.otherwise
    if kind is None:
        note(f"its {tag.name} has an unknown value")
        return value
    return fit(value, kind, note)


def _is_struct(kind: Any) -> bool:
    return isclass(kind) and issubclass(kind, Struct)


def _fit_struct(members: Json, kind: type[Struct]) -> Struct:
    shape = shape_of(kind)
    unknown = shape.unknown(members)
    fitted = _fit_known([members], kind) if unknown else None
    if fitted:
        return cast(Struct, fitted[0])
    values, misfits = _fit_fields(members, shape)
    model = kind(**values)
    attach(model, unknown, misfits)
    return model


def _fit_fields(members: Json, shape: Shape) -> tuple[dict[str, object], dict[str, str]]:
    if shape.twin is not None:
        try:
            known = msgspec.convert(members, shape.twin, str_keys=True, dec_hook=read)
        except FAULTS:
            pass
        else:
            return _fit_special(known, shape)
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
        elif field.is_constant:
            values[field.attribute] = UNSET
    return values, misfits


def _fit_special(known: Struct, shape: Shape) -> tuple[dict[str, object], dict[str, str]]:
    """Do the same as `_fit_fields` for an object whose other fields are typed already."""
    values = dict(zip(known.__struct_fields__, msgspec.structs.astuple(known), strict=True))
    misfits: dict[str, str] = {}
    for field in shape.special:
        value = values[field.attribute]
        if value is not UNSET:
            problems: list[str] = []
            tag = field.tag
            members = _as_object(value)
            if tag is not None and members is not None and tag.name in members:
                values[field.attribute] = _fit_tagged(members, tag, problems.append)
            else:
                values[field.attribute] = fit(value, field.kind, problems.append)
            if problems:
                misfits[field.attribute] = _summary(problems)
    return values, misfits


def _summary(problems: list[str]) -> str:
    first = one_line(problems[0], _LONGEST_REASON)
    return first if len(problems) == 1 else f"{first} (and {len(problems) - 1} more)"


def _fit_union(value: object, members: tuple[Any, ...], note: Note, reason: str) -> object:
    """Convert to one type of a union. A wrong choice loses no data: the rest is preserved."""
    json_object = _as_object(value)
    tag = first_tag(members)
    if tag is not None and json_object is not None and tag.name in json_object:
        return _fit_tagged(json_object, tag, note)
    members = tuple(chain.from_iterable(map(_members, members)))
    members = tuple(member for member in members if member not in (NoneType, UnsetType))
    if len(members) == 1:
        return _descend(value, members[0], note, reason)
    structs = [member for member in members if _is_struct(member)]
    if structs and json_object is not None:
        return _fit_best_struct(json_object, structs, members, note, reason)
    for member in sorted(members, key=lambda member: member is str):
        # str comes last: it would accept what is meant as a date or a literal.
        if is_native(member):
            try:
                return msgspec.convert(value, member, str_keys=True, dec_hook=read)
            except FAULTS:
                whole = _as_integer(value, member)
                if whole is not None:
                    return whole
    wanted = _CONTAINERS.get(type(value), ())
    for member in members:
        if get_origin(member) in wanted:
            return _descend(value, member, note, reason)
    note(reason)
    return value


def _members(kind: Any) -> tuple[Any, ...]:
    """Return the types of a union, including nested unions, or any other type itself."""
    bare = _bare(kind)
    if get_origin(bare) not in UNIONS:
        return (bare,)
    return tuple(chain.from_iterable(map(_members, get_args(bare))))


def _fit_best_struct(
    members: Json, structs: list[Any], union: tuple[Any, ...], note: Note, reason: str
) -> object:
    """Convert an object to the struct type that matches, or else to the nearest one.

    Distances consider the first level only: a deeper comparison would double the cost with each
    level of a recursive type. A struct type whose tag the object lacks is no candidate: encoding
    would add the tag.
    """
    structs = [struct for struct in structs if shape_of(struct).has_tag_of(members)]
    structs.sort(key=lambda struct: shape_of(struct).has_other_constants(members))
    for struct in structs:
        if is_native(struct):
            try:
                return msgspec.convert(members, struct, str_keys=True, dec_hook=read)
            except FAULTS:
                continue
    distances = [_distance(members, shape_of(struct)) for struct in structs]
    if min(distances, default=_TOO_FAR) >= _TOO_FAR:
        for member in union:
            if get_origin(member) in _MAPPINGS:
                return _descend(members, member, note, reason)
    if not structs:
        note(reason)
        return members
    return _descend(members, structs[distances.index(min(distances))], note, reason)


def _distance(members: Json, shape: Shape) -> int:
    """Return how badly an object matches a struct type; 0 is best. Nested values are ignored."""
    distance = len(shape.unknown(members)) + _OTHER_TYPE * shape.has_other_constants(members)
    for name, field in shape.fields.items():
        if name not in members:
            distance += _TOO_FAR if field.required else 0
        elif not isinstance(members[name], (dict, list)) and is_native(field.kind):
            try:
                msgspec.convert(members[name], field.kind, dec_hook=read)
            except FAULTS:
                if _as_integer(members[name], field.kind) is None:
                    distance += _OTHER_TYPE if get_origin(field.kind) is Literal else 10
    return distance
