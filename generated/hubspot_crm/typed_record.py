"""The base of the record classes that `typed_properties` generates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Protocol, Self

from msgspec import UNSET

from .values import decode, decode_list, encode

_MARK = "property"


class Record(Protocol):
    """A record as a client of any version returns it."""

    @property
    def id(self) -> str: ...
    @property
    def properties(self) -> Mapping[str, object]: ...


@dataclass(frozen=True, slots=True)
class _Property:
    name: str
    type: str
    multiple: bool
    read_only: bool

    def read(self, value: object) -> object:
        if not isinstance(value, str | None):
            return value  # a response with another structure than declared
        return decode_list(value) if self.multiple else decode(value, self.type)


def prop(name: str, type: str, *, multiple: bool = False, read_only: bool = False) -> Any:
    """Return the default of an attribute of a record class: UNSET, with the property it stands for."""
    return field(default=UNSET, metadata={_MARK: _Property(name, type, multiple, read_only)})


@dataclass(kw_only=True)
class TypedRecord:
    """A record with one typed attribute for each property.

    A property that was neither read nor given is UNSET; None means no value, and clears it. An attribute
    whose string does not fit its type holds the string, and is listed in `misfits`.
    """

    object_type: ClassVar[str]

    id: str | None = None
    _read: dict[str, object] = field(
        default_factory=dict[str, object], init=False, repr=False, compare=False
    )

    @classmethod
    def property_names(cls) -> list[str]:
        """Return the properties to request, so that every attribute is filled."""
        return [each.name for _, each in _properties(cls)]

    @classmethod
    def from_record(cls, record: Record) -> Self:
        """Return an instance with the properties of a record as attributes."""
        texts = record.properties
        known = [(attribute, each) for attribute, each in _properties(cls) if each.name in texts]
        made = cls(id=record.id)
        for attribute, each in known:
            setattr(made, attribute, each.read(texts[each.name]))
            made._read[attribute] = each.read(texts[each.name])
        return made

    def to_properties(self) -> dict[str, str]:
        """Return the properties that were set or changed, as `create` and `update` take them.

        Raises:
            ValueError: a property cannot hold its value, or a changed property is read-only.
            TypeError: a property cannot hold a value of this type.
        """
        encoded: dict[str, str] = {}
        for attribute, each in _properties(type(self)):
            value = getattr(self, attribute)
            if value is UNSET or (attribute in self._read and value == self._read[attribute]):
                continue
            if each.read_only:
                raise ValueError(f"property {each.name!r} is read-only")
            try:
                encoded[each.name] = encode(value, each.type)
            except (TypeError, ValueError) as error:
                error.add_note(f"property {each.name!r}")
                raise
        return encoded

    @property
    def misfits(self) -> Mapping[str, str]:
        """Attributes that hold a string because the value did not fit their type, with that type."""
        return {
            attribute: each.type
            for attribute, each in _properties(type(self))
            if isinstance(self._read.get(attribute), str)
            and each.type in ("bool", "date", "datetime", "number")
        }


def _properties(kind: type[TypedRecord]) -> Iterator[tuple[str, _Property]]:
    for each in fields(kind):
        if _MARK in each.metadata:
            yield each.name, each.metadata[_MARK]
