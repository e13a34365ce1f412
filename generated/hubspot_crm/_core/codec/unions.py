"""Convert parsed JSON to one of the types of a union.

The fields of a model that are such unions are converted on their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import chain
from types import GenericAlias, NoneType
from typing import Annotated, Any, Literal, cast, get_args, get_origin

import msgspec
from msgspec import UNSET, Struct, UnsetType

from .conversion import (
    FAULTS,
    MAPPINGS,
    SEQUENCES,
    UNIONS,
    Field,
    Fitter,
    Json,
    Note,
    as_object,
    convert,
    convert_similar,
    fields_of,
    is_model,
    is_native,
)
from .tagged import Tagged, tagged

_CONTAINERS: Mapping[type, tuple[Any, ...]] = {dict: MAPPINGS, list: SEQUENCES}
_TOO_FAR = 100  # a distance at which an object most likely has another type
_OTHER_TYPE = 1000  # the distance of another literal, such as a tag


class UnionFitter(Fitter):
    """Converts values to any type."""

    def fit_parts(self, value: object, kind: Any, note: Note, reason: str) -> object:
        """Convert to one type of a union. A wrong choice loses no data: the rest is preserved."""
        if get_origin(kind) is not Annotated and get_origin(kind) not in UNIONS:
            return super().fit_parts(value, kind, note, reason)
        tag, members = _tag_of(kind), as_object(value)
        if tag is not None and members is not None and tag.name in members:
            return self._fit_tagged(members, tag, note)
        kinds = [each for each in _kinds(kind) if each not in (NoneType, UnsetType)]
        if len(kinds) == 1:
            return super().fit_parts(value, kinds[0], note, reason)
        models = [each for each in kinds if is_model(each)]
        if models and members is not None:
            return self._fit_best_model(members, models, kinds, note, reason)
        # str comes last: it would accept what is meant as a date or a literal.
        for each in filter(is_native, sorted(kinds, key=lambda each: each is str)):
            try:
                return convert_similar(value, each)
            except FAULTS:
                continue
        wanted = _CONTAINERS.get(type(value), ())
        for each in kinds:
            if get_origin(each) in wanted:
                return super().fit_parts(value, each, note, reason)
        note(reason)
        return value

    def fit_elements(self, elements: list[object], kind: Any, note: Note) -> list[object]:
        """Convert each element; those with equal tags at once, which is ten times faster."""
        tag = tagged(kind)
        if tag is None:
            return super().fit_elements(elements, kind, note)
        groups: dict[object, list[int]] = {}
        for index, element in enumerate(elements):
            value = cast(Json, element).get(tag.name) if isinstance(element, dict) else None
            groups.setdefault(value if isinstance(value, str) else "", []).append(index)
        fitted = list(elements)
        for value, indexes in groups.items():
            found = _converted([elements[each] for each in indexes], tag.kinds.get(str(value)))
            for number, index in enumerate(indexes):
                fitted[index] = found[number] if found else self.fit(elements[index], kind, note)
        return fitted

    def fit_fields(self, members: Json, kind: type[Struct]) -> tuple[Json, dict[str, str]]:
        """Convert the fields with native types at once, and the others one by one."""
        special, native = _special_fields(kind)
        if native is None:
            return super().fit_fields(members, kind)
        try:
            known: Struct = convert(members, native)
        except FAULTS:
            return super().fit_fields(members, kind)
        values = msgspec.structs.asdict(known)
        misfits: dict[str, str] = {}
        for field in special:
            if values[field.attribute] is not UNSET:
                self.fit_field(values[field.attribute], field, values, misfits)
        return values, misfits

    def _fit_tagged(self, value: Json, tag: Tagged, note: Note) -> object:
        """Convert an object to the type of its tag. With an unknown tag it stays as received."""
        found = value[tag.name]
        kind = tag.kinds.get(found, tag.otherwise) if isinstance(found, str) else tag.otherwise
        if kind is None:
            note(f"its {tag.name} has an unknown value")
            return value
        return self.fit(value, kind, note)

    def _fit_best_model(
        self, members: Json, models: list[Any], kinds: list[Any], note: Note, reason: str
    ) -> object:
        """Convert an object to the model that it matches, or else to the nearest one.

        Distances consider the first level only: a deeper comparison would double the cost with
        each level of a recursive type.
        """
        models = sorted(models, key=lambda model: _rank(members, model))
        is_other = _has_other_constants(members, models[0])
        for model in filter(is_native, models):
            if not is_other and _has_other_constants(members, model):
                break  # the constant of a model that matches less well decides
            try:
                return convert(members, model)
            except FAULTS:
                continue
        for kind in filter(_is_exact_mapping, kinds):
            try:
                return convert(members, kind)
            except FAULTS:
                continue
        distances = [_distance(members, model) for model in models]
        nearest = min(distances)
        if nearest >= _TOO_FAR:
            for kind in kinds:
                if get_origin(kind) in MAPPINGS:
                    return super().fit_parts(members, kind, note, reason)
        return super().fit_parts(members, models[distances.index(nearest)], note, reason)


def _is_exact_mapping(kind: Any) -> bool:
    """Return whether a type is a mapping whose values can be checked: neither anything nor models."""
    if get_origin(kind) not in MAPPINGS or not is_native(kind):
        return False
    inner = get_args(kind)[1]
    return inner not in (object, Any) and not is_model(inner)


def _converted(elements: list[object], kind: Any) -> list[object] | None:
    """Return all elements as a type, or None if one does not match."""
    if kind is None or not is_native(kind):
        return None
    try:
        return cast("list[object]", convert(elements, GenericAlias(list, (kind,))))
    except FAULTS:
        return None


def _kinds(kind: Any) -> tuple[Any, ...]:
    """Return the types in a union and its nested unions, or any other type itself."""
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if get_origin(bare) not in UNIONS:
        return (bare,)
    return tuple(chain.from_iterable(map(_kinds, get_args(bare))))


def _tag_of(kind: Any) -> Tagged | None:
    """Return the tag of a type, or of a type in a union."""
    kinds = get_args(kind) if get_origin(kind) in UNIONS else (kind,)
    return next((tag for tag in map(tagged, kinds) if tag is not None), None)


@cache
def _special_fields(kind: type[Struct]) -> tuple[tuple[Field, ...], type[Struct] | None]:
    """Return the fields of which msgspec does not support the types, and a class of all fields.

    In that class, the special fields are untyped. It is None if msgspec supports all fields.
    """
    fields = fields_of(kind)
    special = tuple(each for each in fields.values() if not is_native(each.kind))
    declared = [
        (
            each.attribute,
            Any if each in special else each.kind,
            msgspec.field(name=name) if each.required else msgspec.field(name=name, default=UNSET),
        )
        for name, each in fields.items()
    ]
    native = msgspec.defstruct("Native", declared, kw_only=True) if special else None
    return special, native if native is not None and is_native(native) else None


@cache
def _constants(kind: type[Struct]) -> Mapping[str, object]:
    """Return the values of fields for which the API declares a single value, by wire name."""
    found: dict[str, object] = {}
    for name, field in fields_of(kind).items():
        values = [value for each in _kinds(field.kind) for value in _literals(each)]
        if len(values) == 1:
            found[name] = values[0]
    return found


@cache
def _options(kind: type[Struct]) -> Mapping[str, tuple[object, ...]]:
    """Return the literals of each required field that has some, by wire name."""
    found = {
        name: tuple(chain.from_iterable(map(_literals, _kinds(field.kind))))
        for name, field in fields_of(kind).items()
        if field.required
    }
    return {name: values for name, values in found.items() if values}


def _literals(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) is Literal else ()


def _rank(members: Json, kind: type[Struct]) -> tuple[bool, int]:
    """Return a sort key: models with the constants and the literals of an object come first."""
    found = sum(members.get(name, UNSET) in each for name, each in _options(kind).items())
    return _has_other_constants(members, kind), -found


def _has_other_constants(members: Json, kind: type[Struct]) -> bool:
    """Return whether an object has another value for a constant field."""
    return any(members.get(name, value) != value for name, value in _constants(kind).items())


def _distance(members: Json, kind: type[Struct]) -> int:
    """Return how badly an object matches a model; 0 is best. Nested values are ignored."""
    fields = fields_of(kind)
    distance = len(members.keys() - fields.keys())
    distance += _OTHER_TYPE * _has_other_constants(members, kind)
    for name, field in fields.items():
        if name not in members:
            distance += _TOO_FAR if field.required else 0
        elif not isinstance(members[name], (dict, list)) and is_native(field.kind):
            try:
                convert_similar(members[name], field.kind)
            except FAULTS:
                distance += _OTHER_TYPE if get_origin(field.kind) is Literal else 10
    return distance


fit = UnionFitter().fit
