"""Lower the headers of responses to object schemas, whose properties are the headers."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from specloom.documents.document import Node
from specloom.ir import (
    Array,
    Literal,
    ObjectSchema,
    Operation,
    Primitive,
    Property,
    Schema,
    SchemaId,
    Type,
    Unknown,
)
from specloom.ir.words import call_mark, response_mark
from specloom.lowering.common.media_types import notation_of
from specloom.lowering.common.texts import constraints, description_of, text
from specloom.lowering.schemas.definitions import schema_id
from specloom.lowering.schemas.schemas import Schemas

SAID = "Headers of responses, as `from_headers` reads them."
# OpenAPI ignores it here: media types declare it.
IGNORED = "content-type"


def lower_headers(response: Node, schemas: Schemas, words: tuple[str, ...]) -> SchemaId | None:
    """Return the schema of the headers of a response, or None if it has no headers.

    Equal sets of headers are one schema of the document. A set with a single header, which many calls
    may have, is named after that header. A set of a component is named after the component, and any
    other after the first call that has it (see `name_headers`).
    """
    declared = response.get("headers")
    if declared is None or not isinstance(declared.value, dict):
        return None
    found: dict[str, tuple[str, Node]] = {}
    for name, each in declared.items():
        if name and name.lower() != IGNORED and isinstance(each.value, dict):
            found.setdefault(name.lower(), (name, each))
    if not found:
        return None
    properties = tuple(_header(name, each, schemas, words) for name, each in found.values())
    named: tuple[str, ...] = ()
    if len(properties) == 1:
        named = (properties[0].wire_name, "headers")
    elif response.pointer[:2] == ("components", "responses"):
        named = (response.pointer[2], "headers")
    return schemas.keep_headers(
        ObjectSchema(
            id=schema_id(declared),
            wire_name=named,
            properties=properties,
            location=declared.location,
            description=SAID,
            is_headers=True,
        ),
        declared,
    )


def name_headers(operations: Iterable[Operation], schemas: dict[SchemaId, Schema]) -> None:
    """Name schemas without a name after the first call that has them, and remove unused ones."""
    for operation in operations:
        mark = call_mark(operation.call.resource, operation.call.name)
        for each in sorted(operation.responses, key=lambda response: response.status[0] != "2"):
            schema = schemas[each.headers] if each.headers else None
            if schema is not None and not schema.wire_name:
                status = () if each.status.startswith("2") else (response_mark(each.status),)
                named = (mark, *status, "headers")
                schemas[schema.id] = replace(schema, wire_name=named)
    for key in [key for key, schema in schemas.items() if not schema.wire_name]:
        del schemas[key]


def _header(name: str, declared: Node, schemas: Schemas, words: tuple[str, ...]) -> Property:
    node = declared.follow()
    content = node.get("content")
    media_type, described = "", node
    if content is not None and "schema" not in node.mapping():
        media_type, described = next(iter(content.items()), ("", node))
    schema = described.get("schema")
    type_: Type = schemas.type(schema, (*words, name)) if schema is not None else Unknown()
    said = text(declared, "description") or text(node, "description")
    described_by = node if schema is None else schema
    return Property(
        wire_name=name,
        type=type_,
        required=node.flag("required"),
        location=declared.location,
        description=said or description_of(described_by),
        constraints=constraints(described_by),
        deprecated=node.flag("deprecated"),
        written=_written(node, type_, media_type),
    )


def _written(node: Node, type_: Type, media_type: str) -> str:
    """Return how a value is serialized: "json", "exploded" or a style; "" is the simple style."""
    if media_type:
        return "" if notation_of(media_type) == "text" else "json"
    if style := node.text("x-specloom-style"):
        return style
    is_object = not isinstance(type_, (Primitive, Literal, Array))
    return "exploded" if is_object and node.flag("explode") else ""
