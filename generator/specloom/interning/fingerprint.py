"""Find equal schemas, and compute fingerprints of other nodes of the IR.

Two schemas are equal if their names, properties, types, limits and required properties are equal, and so
are the schemas that they refer to. Descriptions, examples and the order of properties are ignored.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping
from functools import lru_cache
from hashlib import blake2b
from typing import TypeAlias, assert_never

from msgspec.structs import replace

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
from specloom.sharing.refine import refine

Fingerprint: TypeAlias = str
OfReference: TypeAlias = Callable[[SchemaId], object]


def identify_schemas(
    schemas: Mapping[SchemaId, Schema], versions: Collection[str] = ()
) -> dict[SchemaId, int]:
    """Return a number for each schema, the same for equal schemas.

    The names of versions are not compared: a schema without a name of its own is named after its path, which
    contains the version.
    """
    words = frozenset(versions)
    return refine({key: _serializer(_unversioned(each, words)) for key, each in schemas.items()})


def _unversioned(schema: Schema, versions: frozenset[str]) -> Schema:
    if versions.isdisjoint(schema.wire_name):
        return schema
    words = tuple(word for word in schema.wire_name if word not in versions)
    return replace(schema, wire_name=words or schema.wire_name)


def _serializer(schema: Schema) -> Callable[[OfReference], str]:
    """Return a function that serializes a schema, given a replacement for each reference.

    A schema is serialized once, with a gap for each reference. The members of a union are sorted by shape, so
    a union with references is serialized again with the replacements.
    """
    text = repr(_shape(schema, _Gap))
    # The strings of a document are escaped in it, so none of them contains the mark.
    parts = text.split(_MARK)
    if len(parts) == 1:
        return lambda _: text
    if "('union'" in text:
        return lambda of: repr(_shape(schema, of))
    return lambda of: "".join(
        repr(of(SchemaId(each))) if n % 2 else each for n, each in enumerate(parts)
    )


_MARK = "\0"


class _Gap:
    """The position of a reference in a serialized schema."""

    def __init__(self, schema: SchemaId) -> None:
        self._schema = schema

    def __repr__(self) -> str:
        return f"{_MARK}{self._schema}{_MARK}"


def type_shape(type_: Type | None, of: OfReference) -> object:
    """Return a type as nested tuples, equal for equal types. `of` returns the replacement for a reference."""
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
    """Return a short string, equal for shapes with equal `repr`."""
    text = repr(shape).encode("utf-8", "surrogatepass")
    return blake2b(text, digest_size=16).hexdigest()


@lru_cache(maxsize=1024)
def written(value: Hashable) -> str:
    """Return the `repr` of a value that occurs often, such as missing limits, from a cache."""
    return repr(value)
