"""Prepare the arguments of a call by their types: add constants, and check dates."""

from __future__ import annotations

from collections.abc import (
    Callable,
    Iterable,
    Mapping,
    MutableMapping,
    MutableSequence,
    Sequence,
    Set,
)
from datetime import date, datetime
from functools import cache
from inspect import isclass
from itertools import chain
from typing import Annotated, Any, cast, get_args, get_origin

from msgspec import UNSET, Struct, structs

from ..codec.constants import constants_of
from ..codec.conversion import UNIONS, fields_of
from ..codec.tagged import tagged
from ..errors import InputError
from .request import Arguments

_MAPPINGS = (dict, Mapping, MutableMapping)
_SEQUENCES = (list, Sequence, MutableSequence)


class Inputs(Struct, frozen=True, eq=False):
    """The types of the arguments of an operation, by location and name.

    The name "" means the whole body.
    """

    kinds: Mapping[str, Mapping[str, Any]]

    def prepared(self, arguments: Arguments) -> Arguments:
        """Return the arguments of a call as they are sent.

        The constants of a model are added to a mapping that is given for it.

        Raises:
            InputError: An argument has a datetime without a time zone, or a datetime for a date.
        """
        changes: dict[str, object] = {}
        for place, kinds in self.kinds.items():
            given = getattr(arguments, place)
            if "" in kinds:
                changes[place] = prepare(given, kinds[""], "the body")
            elif isinstance(given, Mapping):
                values = cast(Mapping[str, object], given)
                changes[place] = {
                    name: prepare(value, kinds[name], name) if name in kinds else value
                    for name, value in values.items()
                }
        return structs.replace(arguments, **changes)


def prepare(value: Any, kind: Any, name: str) -> Any:
    """Return a value as it is sent; the same object if nothing changes.

    Args:
        value: The value.
        kind: Its declared type.
        name: Its name in errors.

    Raises:
        InputError: The value has a datetime without a time zone, or a datetime for a date.
    """
    if value is None or value is UNSET or isinstance(value, (str, bytes, int, float)):
        return value
    if isinstance(value, date):
        _check_date(value, kind, name)
        return value
    if isinstance(value, Struct):
        return _prepared_model(value, name)
    if isinstance(value, Mapping):
        return _prepared_mapping(cast(Mapping[str, object], value), kind, name)
    if isinstance(value, (Sequence, Set)):
        return _prepared_elements(cast(Sequence[object], value), kind, name)
    return value


def _check_date(value: date, kind: Any, name: str) -> None:
    if not isinstance(value, datetime):
        return
    kinds = set(_alternatives(kind))
    if datetime in kinds:
        if value.utcoffset() is None:
            message = f"{name} is a datetime without a time zone; add one, for example tzinfo=UTC"
            raise InputError(message, parameter=name)
    elif date in kinds:
        message = f"{name} is a datetime; the API expects a date, for example value.date()"
        raise InputError(message, parameter=name)


def _prepared_model(model: Struct, name: str) -> Struct:
    changes: dict[str, object] = {}
    for attribute, kind in _relevant_fields(type(model)):
        value = getattr(model, attribute)
        found = prepare(value, kind, f"{name}.{attribute}")
        if found is not value:
            changes[attribute] = found
    if not changes:
        return model
    replace = cast("Callable[..., Struct]", getattr(model, "__replace__", structs.replace))
    return replace(**changes)


def _prepared_mapping(members: Mapping[str, object], kind: Any, name: str) -> Mapping[str, object]:
    model = _model_for(members, kind)
    if model is not None:
        constants = dict(constants_of(model).values())
        fields = fields_of(model)
        tags = _tag_value(kind, model)
        found = {**tags, **constants, **members}
        for wire_name in members.keys() & {wire_name for wire_name, _ in _relevant_members(model)}:
            found[wire_name] = prepare(
                members[wire_name], fields[wire_name].kind, f"{name}.{wire_name}"
            )
        return found
    values = next(
        (get_args(each)[1] for each in _alternatives(kind) if get_origin(each) in _MAPPINGS), None
    )
    if values is None or not is_relevant(values):
        return members
    return {key: prepare(value, values, f"{name}[{key!r}]") for key, value in members.items()}


def _prepared_elements(elements: Iterable[object], kind: Any, name: str) -> object:
    items = next(
        (get_args(each)[0] for each in _alternatives(kind) if get_origin(each) in _SEQUENCES), None
    )
    if items is None or not is_relevant(items):
        return elements
    return [prepare(each, items, f"{name}[{index}]") for index, each in enumerate(elements)]


def _model_for(members: Mapping[str, object], kind: Any) -> type[Struct] | None:
    """Return the model of a mapping: that of its tag, or the only one that it matches."""
    for each in chain([kind], _annotated(kind)):
        tag = tagged(each)
        if tag is not None and tag.name in members:
            value = members[tag.name]
            found = tag.kinds.get(value, tag.otherwise) if isinstance(value, str) else tag.otherwise
            return found if isclass(found) and issubclass(found, Struct) else None
    models = [each for each in _alternatives(kind) if isclass(each) and issubclass(each, Struct)]
    if len(models) > 1:
        models = [each for each in models if _fits(members, each)]
    return models[0] if len(models) == 1 else None


def _fits(members: Mapping[str, object], model: type[Struct]) -> bool:
    """Return whether an object matches the required fields, all fields and constants of a model."""
    fields, constants = fields_of(model), dict(constants_of(model).values())
    return (
        members.keys() <= fields.keys()
        and all(
            name in members or name in constants for name, each in fields.items() if each.required
        )
        and all(members.get(name, value) == value for name, value in constants.items())
    )


def _tag_value(kind: Any, model: type[Struct]) -> dict[str, object]:
    """Return the tag of a model in a union, if it has only one value."""
    for each in chain([kind], _annotated(kind)):
        tag = tagged(each)
        values = [value for value, known in tag.kinds.items() if known is model] if tag else []
        if tag is not None and len(values) == 1:
            return {tag.name: values[0]}
    return {}


def _annotated(kind: Any) -> list[Any]:
    """Return the annotated types in a union and its nested unions."""
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if get_origin(bare) not in UNIONS:
        return []
    found = [each for each in get_args(bare) if get_origin(each) is Annotated]
    return [*found, *chain.from_iterable(map(_annotated, get_args(bare)))]


def _alternatives(kind: Any) -> tuple[Any, ...]:
    """Return the types in a union and its nested unions, or any other type itself."""
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if get_origin(bare) not in UNIONS:
        return (bare,)
    return tuple(chain.from_iterable(map(_alternatives, get_args(bare))))


@cache
def _relevant_fields(kind: type[Struct]) -> tuple[tuple[str, Any], ...]:
    """Return the attributes of a model that `prepare` may change or check, and their types."""
    return tuple(
        (each.attribute, each.kind) for each in fields_of(kind).values() if is_relevant(each.kind)
    )


@cache
def _relevant_members(kind: type[Struct]) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (name, each.kind) for name, each in fields_of(kind).items() if is_relevant(each.kind)
    )


@cache
def is_relevant(kind: Any) -> bool:
    """Return whether a type contains dates, constants or tags."""
    return _reaches_relevant(kind, set())


def _reaches_relevant(kind: Any, seen: set[type[Struct]]) -> bool:
    for each in _alternatives(kind):
        if each is date or each is datetime:
            return True
        if isclass(each) and issubclass(each, Struct):
            if each in seen:
                continue
            seen.add(each)
            kinds = [field.kind for field in fields_of(each).values()]
            if constants_of(each) or any(_reaches_relevant(inner, seen) for inner in kinds):
                return True
        elif any(
            _reaches_relevant(inner, seen)
            for inner in get_args(each)
            if get_origin(each) is not None
        ):
            return True
    return tagged(kind) is not None or any(map(tagged, _annotated(kind)))
