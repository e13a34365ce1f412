"""Write types as the pages show them, and find the models in them."""

from __future__ import annotations

import json
from collections.abc import Mapping

from msgspec.structs import asdict

from specloom.ir import (
    AliasSchema,
    Array,
    Constraints,
    EnumSchema,
    Literal,
    Map,
    Nullable,
    ObjectSchema,
    Primitive,
    Reference,
    Schema,
    SchemaId,
    Type,
    Union,
    Unknown,
)
from specloom.reference.views import Limit

_MOST_SHOWN = 4
_MOST_STEPS = 20


def label(type_: Type, schemas: Mapping[SchemaId, Schema]) -> str:
    """Return a type in the notation of the pages: `string`, `object[]`, `map<string>`."""
    match type_:
        case Primitive(name):
            return name
        case Array(items):
            inner = label(items, schemas)
            return f"({inner})[]" if " | " in inner else f"{inner}[]"
        case Map(values):
            return f"map<{label(values, schemas)}>"
        case Nullable(inner_type):
            return label(inner_type, schemas)
        case Union(members):
            names = list(dict.fromkeys(label(each, schemas) for each in members))
            more = [] if len(names) <= _MOST_SHOWN else ["…"]
            return " | ".join([*names[:_MOST_SHOWN], *more])
        case Literal(base):
            return f"enum<{base.name}>"
        case Reference(key):
            schema = schemas[key]
            match schema:
                case ObjectSchema():
                    return "object"
                case EnumSchema():
                    return label(schema.type, schemas)
                case AliasSchema():
                    target = resolved(type_, schemas)
                    return "any" if isinstance(target, Reference) else label(target, schemas)
        case Unknown():
            return "any"


def resolved(type_: Type, schemas: Mapping[SchemaId, Schema]) -> Type:
    """Return what an alias stands for, through several steps; other types stay as they are."""
    for _ in range(_MOST_STEPS):
        if not isinstance(type_, Reference):
            return type_
        schema = schemas[type_.schema]
        if isinstance(schema, ObjectSchema):
            return type_
        type_ = schema.type
    return Unknown()


def innermost(type_: Type, schemas: Mapping[SchemaId, Schema]) -> Type:
    """Return the type inside arrays, maps and null: what has properties, alternatives or options."""
    for _ in range(_MOST_STEPS):
        match type_:
            case Array(inner) | Map(inner) | Nullable(inner):
                type_ = inner
            case Reference():
                found = resolved(type_, schemas)
                if found == type_:
                    return found
                type_ = found
            case _:
                return type_
    return Unknown()


def is_nullable(type_: Type, schemas: Mapping[SchemaId, Schema]) -> bool:
    """Return whether null is a value of a type."""
    return isinstance(resolved(type_, schemas), Nullable)


def format_of(type_: Type, schemas: Mapping[SchemaId, Schema]) -> str:
    """Return the format of a scalar, or of the items of an array."""
    found = innermost(type_, schemas)
    return (found.format or "") if isinstance(found, Primitive) else ""


def options_of(type_: Type, schemas: Mapping[SchemaId, Schema]) -> tuple[str, ...]:
    """Return the values of an enumeration."""
    found = innermost(type_, schemas)
    return tuple(map(shown_json, found.values)) if isinstance(found, Literal) else ()


def limits_of(constraints: Constraints) -> tuple[Limit, ...]:
    """Return the limits of a value."""
    found = asdict(constraints)
    limits: list[Limit] = []
    for kind, least, most in (
        ("value", "minimum", "maximum"),
        ("exclusive", "exclusive_minimum", "exclusive_maximum"),
        ("length", "min_length", "max_length"),
        ("items", "min_items", "max_items"),
    ):
        if found[least] is not None or found[most] is not None:
            limits.append(Limit(kind, found[least], found[most]))
    if constraints.pattern is not None:
        limits.append(Limit("pattern", text=constraints.pattern))
    return tuple(limits)


def shown_json(value: object) -> str:
    """Return a short value in one line: a string as it is, anything else as JSON."""
    is_plain = isinstance(value, str) and value.strip() == value != ""
    return str(value) if is_plain else json.dumps(value, ensure_ascii=False)
