"""The types of values, as JSON Schema has them."""

from __future__ import annotations

from typing import Literal as OneOf
from typing import NewType, TypeAlias

from msgspec import Struct

SchemaId = NewType("SchemaId", str)
"""Where a schema stands, `<document>#<JSON pointer>`; unique over all documents of a run."""

Scalar: TypeAlias = str | int | float | bool | None
PrimitiveName: TypeAlias = OneOf["string", "integer", "number", "boolean", "null"]


class Primitive(Struct, frozen=True):
    """A JSON scalar; `format` is the document's own word, or None."""

    name: PrimitiveName
    format: str | None = None


class Array(Struct, frozen=True):
    """A JSON array of one type of items."""

    items: Type


class Map(Struct, frozen=True):
    """A JSON object with free keys and one type of values."""

    values: Type


class Reference(Struct, frozen=True):
    """A schema that is defined elsewhere."""

    schema: SchemaId


class Nullable(Struct, frozen=True):
    """A type or null."""

    type: Type


class Tag(Struct, frozen=True):
    """The member of an object whose value says of which type it is; `otherwise` for other values."""

    property: str
    types: tuple[tuple[str, Type], ...]
    otherwise: Type | None = None


class Union(Struct, frozen=True):
    """Any one of several types; a tag tells which, where the document names one."""

    members: tuple[Type, ...]
    tag: Tag | None = None


class Literal(Struct, frozen=True):
    """One of some scalars of one type; open, for servers add values without notice."""

    base: Primitive
    values: tuple[Scalar, ...]


class Unknown(Struct, frozen=True):
    """Any JSON value: the document does not say, or says it in a way that has no type here."""


Type: TypeAlias = Primitive | Array | Map | Reference | Nullable | Union | Literal | Unknown
