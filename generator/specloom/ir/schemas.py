"""Named schemas: objects, enumerations and aliases."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from specloom.diagnostics import Location
from specloom.ir.types import Literal, SchemaId, Type


class Constraints(Struct, frozen=True):
    """The limits of a value; None means no limit. Lengths are in characters, counts in items."""

    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    pattern: str | None = None


NO_CONSTRAINTS = Constraints()


class Property(Struct, frozen=True):
    """A property of an object schema.

    Attributes:
        read_only: whether it is only in responses.
        write_only: whether it is only in requests.
        written: how a header is serialized, if not in the simple style: "json", "exploded", or another style.
    """

    wire_name: str
    type: Type
    required: bool
    location: Location
    description: str = ""
    constraints: Constraints = NO_CONSTRAINTS
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    written: str = ""


class ErrorFields(Struct, frozen=True):
    """Which properties of an error body describe the error: names or JSON pointers.

    `existing_id` is a regular expression for the message.
    """

    message: str | None
    category: str | None
    correlation_id: str | None
    context: str | None = None
    details: str | None = None
    existing_id: str | None = None


class ObjectSchema(Struct, frozen=True):
    """An object with properties.

    Attributes:
        additional: the type of other properties, if the document declares it.
        is_headers: whether the properties are the headers of a response.
    """

    id: SchemaId
    wire_name: tuple[str, ...]
    properties: tuple[Property, ...]
    location: Location
    additional: Type | None = None
    description: str = ""
    error_fields: ErrorFields | None = None
    is_headers: bool = False


class EnumSchema(Struct, frozen=True):
    """A named set of scalars."""

    id: SchemaId
    wire_name: tuple[str, ...]
    type: Literal
    location: Location
    description: str = ""


class AliasSchema(Struct, frozen=True):
    """A name for a type that does not need a class."""

    id: SchemaId
    wire_name: tuple[str, ...]
    type: Type
    location: Location
    description: str = ""


Schema: TypeAlias = ObjectSchema | EnumSchema | AliasSchema
