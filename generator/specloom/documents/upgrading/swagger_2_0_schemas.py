"""Upgrade the schemas and references of Swagger 2.0 to those of OpenAPI 3.0."""

from __future__ import annotations

from types import MappingProxyType

from specloom.documents.document import Document, Json, Node
from specloom.documents.source_map import Moves
from specloom.documents.specification import Kind, walk_objects

_PREFIXES = MappingProxyType(
    {
        "#/definitions/": "#/components/schemas/",
        "#/parameters/": "#/components/parameters/",
        "#/responses/": "#/components/responses/",
        "#/securityDefinitions/": "#/components/securitySchemes/",
    }
)


def upgrade_schemas(root: dict[str, Json], moves: Moves) -> None:
    """Rewrite, in place, every schema of a document and every `$ref`."""
    for kind, node in walk_objects(Document("", root)):
        if not isinstance(node.value, dict):
            continue
        reference = node.value.get("$ref")
        if isinstance(reference, str):
            node.value["$ref"] = moved_reference(reference)
        if kind is Kind.SCHEMA:
            _upgrade_schema(node, node.value, moves)


def moved_reference(text: str) -> str:
    """Return the target in OpenAPI 3 of a reference for Swagger 2.0."""
    for old, new in _PREFIXES.items():
        if text.startswith(old):
            return new + text.removeprefix(old)
    return text


def _upgrade_schema(node: Node, schema: dict[str, Json], moves: Moves) -> None:
    nullable = schema.pop("x-nullable", None)
    if nullable is True:
        if "$ref" in schema:
            # OpenAPI 3.0 ignores siblings of a reference.
            schema["allOf"] = [{"$ref": schema.pop("$ref")}]
            moves.note((*node.pointer, "allOf", "0"), node.pointer)
        schema["nullable"] = True
    discriminator = schema.get("discriminator")
    if isinstance(discriminator, str):
        schema["discriminator"] = {"propertyName": discriminator}
    if schema.get("type") == "file":
        schema.update(type="string", format="binary")
    schema.pop("collectionFormat", None)


def add_tag_values(components: dict[str, Json]) -> None:
    """Add the values of `x-ms-discriminator-value` to the mappings of discriminators."""
    schemas = components.get("schemas")
    if not isinstance(schemas, dict):
        return
    for name, schema in schemas.items():
        if not isinstance(schema, dict):
            continue
        value = schema.get("x-ms-discriminator-value")
        if isinstance(value, str):
            for base in _bases(schema, schemas, frozenset((name,))):
                discriminator = base.get("discriminator")
                if isinstance(discriminator, dict):
                    mapping = discriminator.setdefault("mapping", {})
                    if isinstance(mapping, dict):
                        mapping.setdefault(value, f"#/components/schemas/{name}")


def _bases(
    schema: dict[str, Json], schemas: dict[str, Json], seen: frozenset[str]
) -> list[dict[str, Json]]:
    """Yield the schema and those that it extends by `allOf`."""
    found = [schema]
    parts = schema.get("allOf")
    for part in parts if isinstance(parts, list) else ():
        reference = part.get("$ref") if isinstance(part, dict) else None
        name = reference.rpartition("/")[2] if isinstance(reference, str) else ""
        base = schemas.get(name)
        if name not in seen and isinstance(base, dict):
            found += _bases(base, schemas, seen | {name})
    return found
