"""The base of every generated model: a struct that loses nothing of what it was decoded from."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Self, cast, get_args, get_type_hints

import msgspec
from msgspec.structs import astuple

from . import decoding, encoding, extras
from .tolerant import fit


class Model(msgspec.Struct, forbid_unknown_fields=True, dict=True, repr_omit_defaults=True):
    """A typed JSON object.

    A field that the object does not have is UNSET, which is not None (null). Constructing a model
    checks nothing; decoding keeps what does not fit as it is and names it in `misfits`.
    Equality is of fields and unknown fields. Comparing, copying and pickling see both.
    """

    @property
    def unknown_fields(self) -> Mapping[str, object]:
        """Members of the object that its type does not declare, by wire name; read-only."""
        return MappingProxyType(dict(extras.unknown_of(self)))

    @property
    def misfits(self) -> Mapping[str, str]:
        """Attributes that hold something else than their type says, and why; read-only.

        The attribute of a misfit holds the JSON value as it came, or UNSET where a required field
        was missing.
        """
        return MappingProxyType(dict(extras.misfits_of(self)))

    def with_unknown_fields(self, members: Mapping[str, object]) -> Self:
        """A copy that has these members as well, by wire name."""
        added = cast("dict[str, object]", encoding.to_builtins(members))
        copied = self.__replace__()
        extras.attach(copied, {**extras.unknown_of(self), **added}, extras.misfits_of(self))
        return copied

    def _additional(self) -> Mapping[str, Any]:
        """The unknown fields, as the type says that its property `additional_fields` gives."""
        kind = _additional_kind(type(self))
        found = extras.unknown_of(self).items()
        return MappingProxyType({name: fit(value, kind, _unsaid) for name, value in found})

    def to_dict(self) -> dict[str, Any]:
        """The object in wire form: wire names, only what JSON knows, unknown fields included."""
        return cast("dict[str, Any]", encoding.to_builtins(self))

    def to_json(self) -> bytes:
        """The object as JSON text, UTF-8, unknown fields included."""
        return encoding.encode(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """The model of an object in wire form, as from_json."""
        return cast(Self, decoding.convert(data, cls))

    @classmethod
    def from_json(cls, text: bytes | str) -> Self:
        """The model of a JSON text. Raises DecodingError where that is no JSON, or no object."""
        return cast(Self, decoding.decode(text, cls))

    def __eq__(self, other: object) -> bool:
        equal = super().__eq__(other)
        if equal is not True:
            return equal
        return extras.unknown_of(self) == extras.unknown_of(cast(Model, other))

    def __repr__(self) -> str:
        shown = super().__repr__()
        unknown = extras.unknown_of(self)
        if not unknown:
            return shown
        separator = "" if shown.endswith("()") or shown.endswith("(") else ", "
        return f"{shown[:-1]}{separator}unknown_fields={unknown!r})"

    def __copy__(self) -> Self:
        return self.__replace__()

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        copied = type(self)(**{name: copy.deepcopy(value, memo) for name, value in _fields(self)})
        unknown = copy.deepcopy(dict(extras.unknown_of(self)), memo)
        extras.attach(copied, unknown, extras.misfits_of(self))
        return copied

    def __replace__(self, **changes: Any) -> Self:
        return extras.replaced(self, changes)

    def __reduce__(self) -> tuple[Any, ...]:
        kept = dict(extras.unknown_of(self)), dict(extras.misfits_of(self))
        return _restore, (type(self), dict(_fields(self)), *kept)


@cache
def _additional_kind(kind: type[Model]) -> Any:
    returned = get_type_hints(vars(kind)["additional_fields"].fget, include_extras=True)
    return get_args(returned["return"])[1]


def _unsaid(reason: str) -> None:
    """What does not fit stays as it came."""


def _fields(model: Model) -> zip[tuple[str, Any]]:
    return zip(model.__struct_fields__, astuple(model), strict=True)


def _restore(
    kind: type[Model],
    fields: dict[str, Any],
    unknown: dict[str, object],
    misfits: dict[str, str],
) -> Model:
    model = kind(**fields)
    extras.attach(model, unknown, misfits)
    return model
