"""The types of values, as JSON Schema has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal as OneOf, NewType, TypeAlias

SchemaId = NewType("SchemaId", str)
"""Where a schema stands, `<document>#<JSON pointer>`; unique over all documents of a run."""

Scalar: TypeAlias = str | int | float | bool | None
PrimitiveName: TypeAlias = OneOf["string", "integer", "number", "boolean", "null"]


@dataclass(frozen=True, slots=True)
class Primitive:
    """A JSON scalar; `format` is the document's own word, or None."""

    name: PrimitiveName
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Array:
    """A JSON array of one type of items."""

    items: Type


@dataclass(frozen=True, slots=True)
class Map:
    """A JSON object with free keys and one type of values."""

    values: Type


@dataclass(frozen=True, slots=True)
class Reference:
    """A schema that is defined elsewhere."""

    schema: SchemaId


@dataclass(frozen=True, slots=True)
class Nullable:
    """A type or null."""

    type: Type


@dataclass(frozen=True, slots=True)
class Tag:
    """The member of an object whose value says of which type it is; `otherwise` for other values."""

    property: str
    types: tuple[tuple[str, Type], ...]
    otherwise: Type | None = None


@dataclass(frozen=True, slots=True)
class Union:
    """Any one of several types; a tag tells which, where the document names one."""

    members: tuple[Type, ...]
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Literal:
    """One of some scalars of one type; open, for servers add values without notice."""

    base: Primitive
    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Any JSON value: the document does not say, or says it in a way that has no type here."""


Type: TypeAlias = Primitive | Array | Map | Reference | Nullable | Union | Literal | Unknown
