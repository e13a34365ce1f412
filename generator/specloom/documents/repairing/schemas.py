"""Repair schemas that are not JSON Schema, to what their authors most likely meant."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from specloom.diagnostics import Pointer
from specloom.documents.document import Json, Node, kind_of
from specloom.documents.pointers import Missing
from specloom.documents.repairing.repairs import Repairs
from specloom.documents.repairing.values import number, text
from specloom.documents.upgrading.openapi_3_0 import add_null, upgrade_limit, wrap_nullable

TYPES = frozenset(("string", "integer", "number", "boolean", "array", "object", "null"))

_MEANT: Mapping[str, dict[str, Json]] = MappingProxyType(
    {
        **dict.fromkeys(("any", "unknown", "mixed", "undefined", "*", ""), {}),
        **dict.fromkeys(("str", "text", "char", "varchar", "enum"), {"type": "string"}),
        **{
            name: {"type": "string", "format": name}
            for name in ("date", "date-time", "uuid", "uri", "email", "byte", "binary", "password")
        },
        **dict.fromkeys(("datetime", "timestamp"), {"type": "string", "format": "date-time"}),
        **dict.fromkeys(("url",), {"type": "string", "format": "uri"}),
        **dict.fromkeys(("guid",), {"type": "string", "format": "uuid"}),
        **dict.fromkeys(("file",), {"type": "string", "format": "binary"}),
        **dict.fromkeys(("int", "int32", "short", "bigint"), {"type": "integer"}),
        **dict.fromkeys(("int64", "long"), {"type": "integer", "format": "int64"}),
        **dict.fromkeys(("float", "double", "decimal", "numeric", "real"), {"type": "number"}),
        **dict.fromkeys(("bool",), {"type": "boolean"}),
        **dict.fromkeys(("list", "set"), {"type": "array"}),
        **dict.fromkeys(("map", "dict", "hash", "json", "struct"), {"type": "object"}),
        **dict.fromkeys(("none", "nil"), {"type": "null"}),
        **{name: {"type": name} for name in TYPES},
    }
)
_STRUCTURE = frozenset(
    ("properties", "required", "additionalProperties", "allOf", "anyOf", "oneOf", "items", "enum")
)


def repair_schema(node: Node, schema: dict[str, Json], names: frozenset[str], to: Repairs) -> None:
    """Repair a schema in place; `names` are the schemas to which a type may refer."""
    pointer = node.pointer
    _repair_required_flags(node, schema, to)
    _repair_type(pointer, schema, names, to)
    _repair_nullable(node, schema, to)
    for limit, exclusive in (
        ("minimum", "exclusiveMinimum"),
        ("maximum", "exclusiveMaximum"),
    ):
        if isinstance(schema.get(exclusive), bool):
            to.warn(
                (*pointer, exclusive),
                "flag-of-older-dialect",
                f"{exclusive!r} is a number in OpenAPI 3.1, found a boolean",
                f"write the value of '{limit!r}' here",
            )
            upgrade_limit(schema, limit, exclusive)
    _repair_choices(pointer, schema, to)
    _repair_items(pointer, schema, to)
    _repair_enum(pointer, schema, to)
    if isinstance(schema.get("discriminator"), str):
        schema["discriminator"] = {"propertyName": schema["discriminator"]}
        to.warn(
            (*pointer, "discriminator"),
            "discriminator-string",
            "a discriminator is an object since OpenAPI 3.0, found a string",
            "write an object: {propertyName: ...}",
        )
    _repair_discriminator(pointer, schema, to)
    _repair_siblings(pointer, schema, to)


def _repair_required_flags(node: Node, schema: dict[str, Json], to: Repairs) -> None:
    """Turn `required: true` of a property into a `required` list of its object."""
    properties = schema.get("properties")
    if not isinstance(properties, dict):
        return
    for name, each in properties.items():
        if not isinstance(each, dict) or isinstance(each.get("required", []), list):
            continue
        flag = each.pop("required")
        to.warn(
            (*node.pointer, "properties", name, "required"),
            "required-on-property",
            f"'required' must be an array of names, found {kind_of(flag)}; the property is "
            "added to the list of the enclosing schema",
            f"remove it, and write 'required: [{name}]' next to 'properties'",
        )
        listed = schema.setdefault("required", [])
        if flag in (True, "true", "True") and isinstance(listed, list) and name not in listed:
            listed.append(name)


def _repair_type(
    pointer: Pointer, schema: dict[str, Json], names: frozenset[str], to: Repairs
) -> None:
    declared = schema.get("type")
    if "type" not in schema or (isinstance(declared, str) and declared in TYPES):
        return
    if isinstance(declared, list) and all(isinstance(x, str) and x in TYPES for x in declared):
        if declared and len(set(map(str, declared))) == len(declared):
            return
    wanted = declared if isinstance(declared, list) else [declared]
    found: list[Json] = []
    replaced: dict[str, Json] = {}
    for each in wanted:
        if isinstance(each, str) and each in names and each not in TYPES:
            replaced = {"$ref": f"#/components/schemas/{each}"}
        elif isinstance(each, dict) and "type" not in replaced:
            replaced = dict(each)  # a schema as the value of 'type'
        else:
            replaced = _MEANT.get(each.strip().lower(), {}) if isinstance(each, str) else {}
            if each is None and isinstance(declared, list):
                replaced = {"type": "null"}
        found.append(replaced.get("type"))
    to.warn(
        (*pointer, "type"),
        "unknown-type",
        (
            f"{declared!r} is not a type of JSON Schema"
            if declared is not None
            else "the type is null"
        ),
        "use string, integer, number, boolean, array, object or null",
    )
    del schema["type"]
    if isinstance(declared, list):
        known = list(dict.fromkeys(each for each in found if isinstance(each, str)))
        if known and len(known) >= len({str(each) for each in declared}):
            schema["type"] = [*known] if len(known) > 1 else known[0]
        return
    for key, value in replaced.items():
        if key == "format":
            schema.setdefault(key, value)
        else:
            schema[key] = value


def _nullable_hint(schema: dict[str, Json]) -> str:
    declared = schema.get("type")
    if isinstance(declared, str):
        return f"write 'type: [{declared}, \"null\"]' instead"
    return "write a union of the schema and 'type: \"null\"' with 'anyOf'"


def _repair_nullable(node: Node, schema: dict[str, Json], to: Repairs) -> None:
    for key in ("nullable", "x-nullable"):
        if key not in schema:
            continue
        value = schema[key]
        if key == "nullable":
            to.warn(
                (*node.pointer, key),
                "nullable",
                "OpenAPI 3.1 has no 'nullable'; it is read as in OpenAPI 3.0",
                _nullable_hint(schema),
            )
            del schema[key]
        if value not in (True, "true"):
            continue
        to.changed = True
        if "$ref" in schema or "allOf" in schema or "not" in schema:
            to.place((*node.pointer, "anyOf", "0"), node.pointer)
            to.place((*node.pointer, "anyOf", "1"), (*node.pointer, key))
            wrap_nullable(schema)
        else:
            for added in add_null(schema):
                to.place((*node.pointer, *added), (*node.pointer, key))
        break


def _repair_choices(pointer: Pointer, schema: dict[str, Json], to: Repairs) -> None:
    for key in ("allOf", "anyOf", "oneOf", "prefixItems"):
        value = schema.get(key)
        if key not in schema or (isinstance(value, list) and value):
            continue
        to.warn(
            (*pointer, key),
            "wrong-shape",
            f"expected an array of schemas, found {kind_of(value) if value != [] else 'none'}",
            "add at least one schema",
        )
        if isinstance(value, dict) and value:
            schema[key] = [value]
            to.place((*pointer, key, "0"), (*pointer, key))
        else:
            del schema[key]


def _repair_items(pointer: Pointer, schema: dict[str, Json], to: Repairs) -> None:
    items = schema.get("items")
    if isinstance(items, list):
        to.warn(
            (*pointer, "items"),
            "tuple-items",
            "an array with a schema for each item is called 'prefixItems' in OpenAPI 3.1",
            "write 'prefixItems'",
        )
        del schema["items"]
        if items:
            schema["prefixItems"] = items
            to.place((*pointer, "prefixItems"), (*pointer, "items"))
    additional = schema.get("additionalProperties")
    if isinstance(additional, str) and additional.lower() in ("true", "false"):
        schema["additionalProperties"] = additional.lower() == "true"
        to.warn(
            (*pointer, "additionalProperties"),
            "wrong-type",
            "expected a schema or a boolean, found a string",
            "remove the quotes",
        )


def _repair_enum(pointer: Pointer, schema: dict[str, Json], to: Repairs) -> None:
    values = schema.get("enum")
    if "enum" not in schema:
        return
    if not isinstance(values, list) or not values:
        to.warn(
            (*pointer, "enum"),
            "wrong-shape",
            "an enum must be an array",
            "write an array, or remove 'enum'",
        )
        del schema["enum"]
        if isinstance(values, (str, int, float)):
            schema["enum"] = [values]
        return
    convert = {"string": text, "integer": number, "number": number}.get(str(schema.get("type")))
    if convert is None:
        return
    is_text = schema["type"] == "string"
    for index, value in enumerate(values):
        if value is None or isinstance(value, str) is is_text:
            continue
        converted = convert(value)
        if not isinstance(converted, Missing) and not isinstance(value, list):
            values[index] = converted
            to.warn(
                (*pointer, "enum", str(index)),
                "enum-of-other-type",
                f"the value is {kind_of(value)}, but the type is {schema['type']!r}",
                "write the value in quotes" if is_text else "remove the quotes",
            )


def _repair_discriminator(pointer: Pointer, schema: dict[str, Json], to: Repairs) -> None:
    found = schema.get("discriminator")
    if found is None and "discriminator" not in schema:
        return
    if not isinstance(found, dict) or not isinstance(found.get("propertyName"), str):
        to.warn(
            (*pointer, "discriminator"),
            "wrong-shape",
            "a discriminator must have a 'propertyName'",
            "write an object: {propertyName: ...}",
        )
        del schema["discriminator"]
        return
    mapping = found.get("mapping", {})
    if not isinstance(mapping, dict) or not all(isinstance(x, str) for x in mapping.values()):
        kept = mapping.items() if isinstance(mapping, dict) else ()
        found["mapping"] = {key: each for key, each in kept if isinstance(each, str)}
        to.warn(
            (*pointer, "discriminator", "mapping"),
            "wrong-shape",
            "a mapping must contain references to schemas",
            "write a reference like '#/components/schemas/Name' for each value",
        )


def _repair_siblings(pointer: Pointer, schema: dict[str, Json], to: Repairs) -> None:
    """Turn a `$ref` with siblings, which OpenAPI 3.1 allows, into an `allOf` of both."""
    if not isinstance(schema.get("$ref"), str) or _STRUCTURE.isdisjoint(schema):
        return
    reference: dict[str, Json] = {"$ref": schema.pop("$ref")}
    parts = schema.get("allOf")
    listed: list[Json] = [*(parts if isinstance(parts, list) else ()), reference]
    own: dict[str, Json] = {key: schema.pop(key) for key in _STRUCTURE & set(schema) - {"allOf"}}
    for part in (reference, own) if own else (reference,):
        to.place((*pointer, "allOf", str(len(listed) - (part is reference))), pointer)
    schema["allOf"] = [*listed, own] if own else listed
    to.changed = True
