"""Convert parsed JSON to a type as far as possible, and leave the rest as received."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Callable, Iterator, Mapping, MutableMapping, MutableSequence, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import cache
from inspect import isclass
from threading import Lock
from types import GenericAlias, NoneType, UnionType
from typing import Any, TypeGuard, Union, cast, get_args, get_origin, get_type_hints

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ..errors import one_line
from .encoding import attach

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
                dec_hook=read_scalar,  # feature: custom scalars
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
        dec_hook=read_scalar,  # feature: custom scalars
    )


def is_model(kind: Any) -> TypeGuard[type[Struct]]:
    """Return whether a type is a class of models."""
    return isclass(kind) and issubclass(kind, Struct)


class Field(Struct, frozen=True):
    """A field of a model."""

    attribute: str
    kind: Any
    required: bool
    is_constant: bool = False  # feature: constants


@cache
def fields_of(kind: type[Struct]) -> Mapping[str, Field]:
    """Return the fields of a class of models by wire name."""
    hints = get_type_hints(kind, include_extras=True)
    found: dict[str, Field] = {}
    for each in msgspec.structs.fields(kind):
        field = Field(each.name, hints[each.name], each.required)
        # feature: constants
        required: bool | None = getattr(each.default_factory, "required", None)
        if required is not None:
            field = Field(each.name, hints[each.name], required, is_constant=True)
        # end
        found[each.encode_name] = field
    return found


# feature: custom scalars
def read_scalar(kind: Any, value: object) -> Any:
    """Read a JSON value as a class of scalars that has a class method `from_wire`.

    Other types are checked by msgspec.

    Raises:
        ValueError: The class cannot read the value.
    """
    from_wire = getattr(kind, "from_wire", None)
    return value if from_wire is None else from_wire(value)  # msgspec checks its type


# end


MAPPINGS = (dict, Mapping, MutableMapping)
SEQUENCES = (list, Sequence, MutableSequence)
_LONGEST_REASON = 200
# The digits of a second beyond microseconds.
_FINER = re.compile(r"(?<=\d\d:\d\d:\d\d\.\d{6})\d+(?=$|[Zz+-])")
_NAIVE = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?")  # feature: utc times


class Fitter:
    """Converts values to types that are not unions of models."""

    def fit(self, value: object, kind: Any, note: Note) -> object:
        """Convert a value to a type as far as possible.

        Each field and each element is converted on its own. A value that does not match, or that
        is nested too deeply for Python, stays as received. Models record the errors of their own
        fields; other errors are passed to `note`.
        """
        reason = "matches none of the types of the union"
        try:
            if is_native(kind):
                try:
                    return convert_similar(value, kind)
                except FAULTS as error:
                    reason = str(error)
            return self.fit_parts(value, kind, note, reason)
        except RecursionError:
            note("nested too deeply")
            return value

    def fit_parts(self, value: object, kind: Any, note: Note, reason: str) -> object:
        """Convert the parts of a value that does not match as a whole."""
        origin, arguments = get_origin(kind), get_args(kind)
        if origin in UNIONS:
            kinds = [each for each in arguments if each not in (NoneType, UnsetType)]
            if len(kinds) == 1:
                return self.fit_parts(value, kinds[0], note, reason)
        members, given = as_object(value), value
        if members is not None:
            if is_model(kind):
                return self._fit_model(members, kind)
            if origin in MAPPINGS and arguments[0] is str:
                return {name: self.fit(each, arguments[1], note) for name, each in members.items()}
        elif isinstance(value, list) and origin in SEQUENCES:
            return self.fit_elements(cast("list[object]", value), arguments[0], note)
        note(reason)
        return given

    def fit_elements(self, elements: list[object], kind: Any, note: Note) -> list[object]:
        """Convert each element of an array."""
        found = _models(elements, kind) if is_model(kind) else None
        return found or [self.fit(element, kind, note) for element in elements]

    def _fit_model(self, members: Json, kind: type[Struct]) -> Struct:
        fields = fields_of(kind)
        unknown = {name: member for name, member in members.items() if name not in fields}
        if unknown and (whole := _models([members], kind)):
            return cast(Struct, whole[0])
        values, misfits = self.fit_fields(members, kind)
        model = kind(**values)
        attach(model, unknown, misfits)
        return model

    def fit_fields(self, members: Json, kind: type[Struct]) -> tuple[Json, dict[str, str]]:
        """Return the values of fields, and why some do not match their types, by attribute."""
        values: Json = {}
        misfits: dict[str, str] = {}
        for name, field in fields_of(kind).items():
            if name in members:
                self.fit_field(members[name], field, values, misfits)
            elif field.required:
                values[field.attribute] = UNSET
                misfits[field.attribute] = "missing"
            # feature: constants
            elif field.is_constant:
                values[field.attribute] = UNSET
            # end
        return values, misfits

    def fit_field(self, value: object, field: Field, values: Json, misfits: dict[str, str]) -> None:
        """Add the value of a field, and the reason if it does not match its type."""
        problems: list[str] = []
        values[field.attribute] = self.fit(value, field.kind, problems.append)
        if problems:
            more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
            misfits[field.attribute] = one_line(problems[0], _LONGEST_REASON) + more


def as_object(value: object) -> Json | None:
    return cast(Json, value) if isinstance(value, dict) else None


def convert_similar(value: object, kind: Any) -> Any:
    """Convert a value that matches a native type, or is similar to one that does.

    JSON does not distinguish 1.0 from 1, and some APIs do not distinguish an id from its digits.
    Times with nanoseconds are truncated to microseconds, not rounded.

    Raises:
        FAULTS: The value does not match.
    """
    try:
        return convert(value, kind)
    except FAULTS:
        for similar in _similar(value):
            with suppress(*FAULTS):
                found = convert(similar, kind)
                if type(value) is not int or type(found) is str:
                    return found
        raise


def _similar(value: object) -> Iterator[object]:
    """Yield an integer for an equal number, its digits for an integer, and shorter or UTC times."""
    if isinstance(value, str):
        yield _FINER.sub("", value)
        # feature: utc times
        if _NAIVE.fullmatch(shorter := _FINER.sub("", value)):
            yield f"{shorter}Z"
        # end
    elif type(value) is int:
        yield str(value)
    elif isinstance(value, (float, Decimal)) and -(10**400) < value < 10**400:
        yield from (int(value),) if int(value) == value else ()


def _models(elements: list[object], kind: type[Struct]) -> list[object] | None:
    """Convert objects to models at once, or return None if their known fields do not match.

    Most often, the only problem of an object is that it has unknown fields.
    """
    if not is_native(kind) or not all(isinstance(each, dict) for each in elements):
        return None
    objects, names = cast("list[Json]", elements), fields_of(kind).keys()
    known = [{name: each[name] for name in each if name in names} for each in objects]
    try:
        models: list[Struct] = convert(known, GenericAlias(list, (kind,)))
    except FAULTS:
        return None
    for model, members in zip(models, objects, strict=True):
        if not members.keys() <= names:
            attach(model, {n: m for n, m in members.items() if n not in names}, {})
    return cast("list[object]", models)


fit = Fitter().fit
