"""Make example values of types, where the documents have none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, cast

from msgspec import Struct

from specloom.ir import (
    Array,
    Literal,
    Map,
    Nullable,
    ObjectSchema,
    Primitive,
    Property,
    Reference,
    Schema,
    SchemaId,
    Type,
    Union,
    Unknown,
)
from specloom.reference.planning.sources import MISSING, Sources, default_of, example_of
from specloom.reference.planning.types import innermost, resolved

Value: TypeAlias = "str | int | float | bool | None | FileValue | list[Value] | dict[str, Value]"

_DEPTH = 6
_STRINGS = {
    "date": "2026-04-01",
    "date-time": "2026-04-01T09:00:00Z",
    "time": "09:00:00Z",
    "duration": "PT1H",
    "email": "ada@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com",
    "url": "https://example.com",
    "uri-reference": "/path",
    "uuid": "00000000-0000-4000-8000-000000000001",
    "byte": "AAEC",
    "password": "secret",
}
_FILES = ("binary", "file")


class FileValue(Struct, frozen=True):
    """A file that an example sends."""

    name: str


class Synthesis:
    """Makes example values; those that a schema or a property states come first."""

    def __init__(self, schemas: Mapping[SchemaId, Schema], sources: Sources) -> None:
        self.schemas = schemas
        self._sources = sources
        self._above: list[SchemaId] = []

    def value(self, type_: Type, *, is_sent: bool, depth: int = 0) -> Value:
        """Return an example of a type. Requests have the required properties, responses all of them."""
        found = resolved(type_, self.schemas)
        match found:
            case Primitive():
                return scalar(found)
            case Literal(_, values):
                return values[0] if values else None
            case Nullable(inner):
                return self.value(inner, is_sent=is_sent, depth=depth + 1)
            case Array(items):
                return (
                    [] if depth > _DEPTH else [self.value(items, is_sent=is_sent, depth=depth + 1)]
                )
            case Map(values_type):
                if depth > _DEPTH:
                    return {}
                return {"key": self.value(values_type, is_sent=is_sent, depth=depth + 1)}
            case Reference(key):
                schema = self.schemas[key]
                assert isinstance(schema, ObjectSchema)
                return self._object(schema, is_sent, depth)
            case Union(members):
                return self.value(members[0], is_sent=is_sent, depth=depth + 1)
            case Unknown():
                return {}

    def _object(self, schema: ObjectSchema, is_sent: bool, depth: int) -> Value:
        whole = example_of(self._sources.schema(schema.id))
        if isinstance(whole, dict):
            return cast("dict[str, Value]", whole)
        if depth > _DEPTH:
            return {}
        self._above.append(schema.id)
        found = {
            each.wire_name: self.property(schema, each, is_sent=is_sent, depth=depth)
            for each in schema.properties
            if (each.required if is_sent else not each.write_only)
            and not (is_sent and each.read_only)
            and (each.required or not self._is_recursive(each))
        }
        self._above.pop()
        return found

    def _is_recursive(self, property_: Property) -> bool:
        """Return whether the value of a property contains the kind of object that it is in."""
        inside = innermost(property_.type, self.schemas)
        return isinstance(inside, Reference) and inside.schema in self._above

    def property(
        self, schema: ObjectSchema, property_: Property, *, is_sent: bool, depth: int = 0
    ) -> Value:
        """Return an example of a property."""
        node = self._sources.property(schema.id, property_.wire_name)
        for stated in (example_of(node), default_of(node) if is_sent else MISSING):
            if stated is not MISSING:
                return stated  # type: ignore[return-value]
        return self.value(property_.type, is_sent=is_sent, depth=depth + 1)


def scalar(type_: Primitive) -> Value:
    """Return an example of a scalar."""
    match type_.name:
        case "string":
            if type_.format in _FILES:
                return FileValue("example.bin")
            return _STRINGS.get(type_.format or "", "string")
        case "integer":
            return 1
        case "number":
            return 1.5
        case "boolean":
            return True
        case "null":
            return None
