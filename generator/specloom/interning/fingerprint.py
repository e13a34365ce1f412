"""Tell equal schemas: all schemas in, the same fingerprint for those of one structure out.

Two schemas are equal when their names, members, types, limits and requirements are, references
followed. Texts, examples and the order of members do not count. Schemas may refer to each other
in circles, so fingerprints are refined by rounds: each round mixes in those that a schema's
references had in the round before, until a round tells no more schemas apart.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
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
OfReference: TypeAlias = Callable[[SchemaId], object]


def fingerprint_schemas(schemas: Mapping[SchemaId, Schema]) -> dict[SchemaId, Fingerprint]:
    """A fingerprint for each schema; equal for equal structure, whatever the documents' order."""
    shapes = {key: _Written(schema) for key, schema in schemas.items()}
    found = {key: each.fingerprint(lambda _: "") for key, each in shapes.items()}
    distinct = len(set(found.values()))
    while True:
        before = found
        found = {
            key: each.fingerprint(lambda each: before.get(each, "?"))
            for key, each in shapes.items()
        }
        now = len(set(found.values()))
        if now == distinct:
            return found
        distinct = now


class _Written:
    """A schema's shape, written down once with a gap for each reference.

    The members of a union are in the order of their shapes, so that one with references has to be
    written down anew for what its references are found to be.
    """

    def __init__(self, schema: Schema) -> None:
        text = repr(_shape(schema, _Gap))
        # Whatever a document says is escaped in it, so that no text has the mark.
        self._parts = text.split(_MARK)
        self._union = schema if len(self._parts) > 1 and "('union'" in text else None

    def fingerprint(self, of: OfReference) -> Fingerprint:
        if self._union is not None:
            return digest(_shape(self._union, of))
        parts = self._parts
        if len(parts) > 1:
            parts = [repr(of(SchemaId(each))) if n % 2 else each for n, each in enumerate(parts)]
        return _hashed("".join(parts))


_MARK = "\0"


class _Gap:
    """Stands for what a reference refers to."""

    def __init__(self, schema: SchemaId) -> None:
        self._schema = schema

    def __repr__(self) -> str:
        return f"{_MARK}{self._schema}{_MARK}"


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
                        written(each.constraints),
                        *(("read-only",) if each.read_only else ()),
                        *(("write-only",) if each.write_only else ()),
                        *((each.written,) if each.written else ()),
                    )
                    for each in schema.properties
                ),
                key=lambda member: member[0],
            )
            additional = type_shape(schema.additional, of)
            kind = "headers" if schema.is_headers else "object"
            return (kind, schema.wire_name, members, additional, repr(schema.error_fields))
        case EnumSchema() | AliasSchema():
            return ("alias", schema.wire_name, type_shape(schema.type, of))
        case _:
            assert_never(schema)


def digest(shape: object) -> Fingerprint:
    """A short text that is equal for shapes with equal `repr`."""
    return _hashed(repr(shape))


def _hashed(text: str) -> Fingerprint:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@lru_cache(maxsize=1024)
def written(value: Hashable) -> str:
    """The `repr` of what is the same in most places, such as no limits; to make it takes long."""
    return repr(value)
