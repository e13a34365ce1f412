"""Find the properties of models that can have only one value: constants and discriminators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specloom.ir import (
    Array,
    InternedApi,
    Literal,
    Map,
    Nullable,
    ObjectSchema,
    Primitive,
    Property,
    Reference,
    Scalar,
    Schema,
    SchemaId,
    Type,
    Union,
)
from specloom.python.layout.usage import answered, operations, sent, types_of

Schemas = Mapping[SchemaId, Schema]
Constants = Mapping[tuple[SchemaId, str], Scalar]


def constants_of(interned: InternedApi) -> Constants:
    """Return the value of each property that can have only one, by schema and wire name.

    Such properties are required constants, enumerations of one value, and discriminators of a union
    that select the schema by one value.
    """
    schemas = interned.api.schemas
    tags = _tag_values(interned)
    found: dict[tuple[SchemaId, str], Scalar] = {}
    for key, schema in schemas.items():
        for each in schema.properties if isinstance(schema, ObjectSchema) else ():
            selecting = tags.get((key, each.wire_name), {})
            value = _only_value(each.type, schemas)
            if each.read_only:
                continue
            if value is not None and (each.required or selecting):
                found[key, each.wire_name] = value
            elif value is None and len(selecting) == 1 and _is_text(each, schemas):
                found[key, each.wire_name] = next(iter(selecting))
    return found


def _only_value(type_: Type, schemas: Schemas) -> Scalar:
    match type_:
        case Literal():
            return _only_literal(type_)
        case Reference(schema):
            known = schemas[schema]
            return None if isinstance(known, ObjectSchema) else _only_literal(known.type)
        case _:
            return None


def _only_literal(type_: Type) -> Scalar:
    match type_:
        case Literal(_, (value,)):
            return value
        case _:
            return None


def _is_text(property_: Property, schemas: Schemas) -> bool:
    type_ = property_.type
    if isinstance(type_, Reference) and not isinstance(
        known := schemas[type_.schema], ObjectSchema
    ):
        type_ = known.type
    match type_:
        case Primitive("string", None) | Literal(Primitive("string")):
            return True
        case _:
            return False


def _tag_values(interned: InternedApi) -> dict[tuple[SchemaId, str], dict[str, None]]:
    """Return the values of discriminators that select a schema, by schema and property."""
    schemas = interned.api.schemas
    types = [each for schema in schemas.values() for each in types_of(schema)]
    for operation in operations(interned):
        types += [*sent(operation), *answered(operation)]
    found: dict[tuple[SchemaId, str], dict[str, None]] = {}
    for type_ in types:
        for union in _unions(type_):
            for value, each in union.tag.types if union.tag else ():
                if isinstance(each, Reference) and isinstance(schemas[each.schema], ObjectSchema):
                    assert union.tag is not None
                    found.setdefault((each.schema, union.tag.property), {})[value] = None
    return found


def _unions(type_: Type) -> Iterator[Union]:
    match type_:
        case Union(members):
            yield type_
            for each in members:
                yield from _unions(each)
        case Array(inner) | Map(inner) | Nullable(inner):
            yield from _unions(inner)
        case _:
            return
