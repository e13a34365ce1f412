"""The base class of all generated models, which preserves everything that it decodes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Self, cast

import msgspec

from . import decoding, encoding, extras


class Model(msgspec.Struct, forbid_unknown_fields=True, dict=True, repr_omit_defaults=True):
    """A typed JSON object.

    A field that the object does not have is UNSET, which is different from None (null).
    Constructing a model validates nothing. Decoding leaves an invalid value as received and records
    it in `misfits`. Two models are equal if their fields and unknown fields are equal. Copies and
    pickles include both.
    """

    @property
    def unknown_fields(self) -> Mapping[str, object]:
        """The properties that the type does not declare, by wire name; read-only."""
        return MappingProxyType(dict(extras.unknown_of(self)))

    @property
    def misfits(self) -> Mapping[str, str]:
        """Why attributes do not match their types, by attribute; read-only.

        Such an attribute holds the JSON value as received, or UNSET if a required field was
        missing.
        """
        return MappingProxyType(dict(extras.misfits_of(self)))

    def with_unknown_fields(self, members: Mapping[str, object]) -> Self:
        """Return a copy with these additional properties, by wire name."""
        added = cast("dict[str, object]", encoding.to_builtins(members))
        copied = self.__replace__()
        extras.attach(copied, {**extras.unknown_of(self), **added}, {})
        return copied

    def to_dict(self) -> dict[str, Any]:
        """Return the object in wire form: wire names and JSON types, with unknown fields."""
        return cast("dict[str, Any]", encoding.to_builtins(self))

    def to_json(self) -> bytes:
        """Return the object as JSON in UTF-8, with unknown fields.

        Raises:
            TypeError: JSON has no representation for a value.
            ValueError: A number is not finite, or the object is nested too deeply.
        """
        return encoding.encode(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Return a model of an object in wire form.

        Raises:
            DecodingError: The object is nested too deeply.
        """
        return cast(Self, decoding.convert(data, cls))

    @classmethod
    def from_json(cls, text: bytes | str) -> Self:
        """Return a model of a JSON object.

        Raises:
            DecodingError: This is not JSON, is nested too deeply, or is not an object.
        """
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
        separator = "" if shown.endswith("()") else ", "
        return f"{shown[:-1]}{separator}unknown_fields={unknown!r})"

    def __copy__(self) -> Self:
        return self.__replace__()

    def __replace__(self, **changes: Any) -> Self:
        return extras.replaced(self, changes)

    def __reduce__(self) -> tuple[Any, ...]:
        fields = msgspec.structs.asdict(self)
        parts = fields, dict(extras.unknown_of(self)), dict(extras.misfits_of(self))
        return _restore, (type(self), *parts)


def _restore(
    kind: type[Model],
    fields: dict[str, Any],
    unknown: dict[str, object],
    misfits: dict[str, str],
) -> Model:
    model = kind(**fields)
    extras.attach(model, unknown, misfits)
    return model
