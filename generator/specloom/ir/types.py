"""The types of values, as in JSON Schema."""

from __future__ import annotations

from typing import Literal as OneOf
from typing import NewType, TypeAlias

from msgspec import Struct

SchemaId = NewType("SchemaId", str)
"""The location of a schema, `<document>#<JSON pointer>`; unique over all documents of a run."""

Scalar: TypeAlias = str | int | float | bool | None
PrimitiveName: TypeAlias = OneOf["string", "integer", "number", "boolean", "null"]


class Primitive(Struct, frozen=True):
    """A JSON scalar. `format` is that of the document, or None."""

    name: PrimitiveName
    format: str | None = None


class Array(Struct, frozen=True):
    """A JSON array; all items have one type."""

    items: Type


class Map(Struct, frozen=True):
    """A JSON object with arbitrary keys; all values have one type."""

    values: Type


class Reference(Struct, frozen=True):
    """A schema that is defined elsewhere."""

    schema: SchemaId


class Nullable(Struct, frozen=True):
    """A type or null."""

    type: Type


class Tag(Struct, frozen=True):
    """The property whose value selects the type of an object. `otherwise` is the type for other values."""

    property: str
    types: tuple[tuple[str, Type], ...]
    otherwise: Type | None = None


class Union(Struct, frozen=True):
    """One of several types. The tag selects one, if the document declares it."""

    members: tuple[Type, ...]
    tag: Tag | None = None


class Literal(Struct, frozen=True):
    """One of several scalars of one type. Other values are accepted, because servers may add some."""

    base: Primitive
    values: tuple[Scalar, ...]


class Unknown(Struct, frozen=True):
    """Any JSON value: the document declares no type, or one that the IR cannot express."""


Type: TypeAlias = Primitive | Array | Map | Reference | Nullable | Union | Literal | Unknown
