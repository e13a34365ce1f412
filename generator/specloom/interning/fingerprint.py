"""Tell equal schemas: all schemas in, the same fingerprint for those of one structure out.

Two schemas are equal when their names, members, types, limits and requirements are, references
followed. Texts, examples and the order of members do not count. Schemas may refer to each other
in circles, so fingerprints are refined by rounds: each round mixes in those that a schema's
references had in the round before, until a round tells no more schemas apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import TypeAlias, assert_never

from specloom.ir import (
    AliasSchema,
    Array,
    EnumSchema,
    Literal,
    Map,
    Nullable,
    ObjectSchema,
    Primitive,
    Reference,
    Schema,
    SchemaId,
    Tag,
    Type,
    Union,
    Unknown,
)

Fingerprint: TypeAlias = str
OfReference: TypeAlias = Callable[[SchemaId], str]


def fingerprint_schemas(schemas: Mapping[SchemaId, Schema]) -> dict[SchemaId, Fingerprint]:
    """A fingerprint for each schema; equal for equal structure, whatever the documents' order."""
    found = {key: digest(_shape(schema, lambda _: "")) for key, schema in schemas.items()}
    distinct = len(set(found.values()))
    while True:
        before = found
        found = {
            key: digest(_shape(schema, lambda each: before.get(each, "?")))
            for key, schema in schemas.items()
        }
        now = len(set(found.values()))
        if now == distinct:
            return found
        distinct = now


def type_shape(type_: Type | None, of: OfReference) -> object:
    """A type as nested tuples that are equal when the types are; `of` speaks for references."""
    match type_:
        case None:
            return None
        case Primitive(name, format_):
            return ("primitive", name, format_)
        case Array(items):
            return ("array", type_shape(items, of))
        case Map(values):
            return ("map", type_shape(values, of))
        case Reference(schema):
            return ("reference", of(schema))
        case Nullable(inner):
            return ("nullable", type_shape(inner, of))
        case Union(members, tag):
            shapes = sorted((type_shape(each, of) for each in members), key=repr)
            return ("union", *shapes) if tag is None else ("union", *shapes, _tag_shape(tag, of))
        case Literal(base, values):
            return ("literal", base.name, *sorted(map(repr, values)))
        case Unknown():
            return ("unknown",)
        case _:
            assert_never(type_)


def _tag_shape(tag: Tag, of: OfReference) -> object:
    types = sorted((value, repr(type_shape(each, of))) for value, each in tag.types)
    return (tag.property, types, type_shape(tag.otherwise, of))


def _shape(schema: Schema, of: OfReference) -> object:
    match schema:
        case ObjectSchema():
            members = sorted(
                (
                    (
                        each.wire_name,
                        each.required,
                        type_shape(each.type, of),
                        repr(each.constraints),
                        *(("read-only",) if each.read_only else ()),
                        *(("write-only",) if each.write_only else ()),
                    )
                    for each in schema.properties
                ),
                key=lambda member: member[0],
            )
            additional = type_shape(schema.additional, of)
            return ("object", schema.wire_name, members, additional, repr(schema.error_fields))
        case EnumSchema() | AliasSchema():
            return ("alias", schema.wire_name, type_shape(schema.type, of))
        case _:
            assert_never(schema)


def digest(shape: object) -> Fingerprint:
    """A short text that is equal for shapes with equal `repr`."""
    return blake2b(repr(shape).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
