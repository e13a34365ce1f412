"""Find the limits of an argument that can be checked before a request is sent."""

from __future__ import annotations

from collections.abc import Mapping

from specloom.ir import (
    AliasSchema,
    Array,
    Constraints,
    Nullable,
    Primitive,
    Reference,
    Schema,
    SchemaId,
    Type,
)


def bounds(
    type_: Type, constraints: Constraints, schemas: Mapping[SchemaId, Schema]
) -> Mapping[str, float]:
    """Return the limits of a number, of the items of a list, or of the characters of a string.

    Returns:
        The limits by the argument names of the core's class `Bounds`.
    """
    match type_:
        case Nullable(inner):
            return bounds(inner, constraints, schemas)
        case Reference(schema):
            known = schemas[schema]
            if isinstance(known, AliasSchema) and isinstance(known.type, (Primitive, Array)):
                return bounds(known.type, constraints, schemas)
            found = {}
        case Primitive("integer" | "number"):
            found = {
                "minimum": constraints.minimum,
                "maximum": constraints.maximum,
                "exclusive_minimum": constraints.exclusive_minimum,
                "exclusive_maximum": constraints.exclusive_maximum,
            }
        case Primitive("string", format_) if format_ != "binary":
            found = {"minimum": constraints.min_length, "maximum": constraints.max_length}
        case Array():
            found = {"minimum": constraints.min_items, "maximum": constraints.max_items}
        case _:
            found = {}
    return {name: limit for name, limit in found.items() if limit is not None}
