"""Upgrade OpenAPI 3.0 to OpenAPI 3.1."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.diagnostics import Diagnostic, Location, Pointer, Severity
from specloom.documents.document import Document, Json, Node
from specloom.documents.pointers import copied
from specloom.documents.specification import REFERABLE, Kind, walk_objects

# Keywords that describe a schema without restricting it; they stay outside if a schema is wrapped.
_ANNOTATIONS = frozenset(
    "title description default example examples deprecated readOnly writeOnly externalDocs xml".split()
)


def upgrade_3_0(document: Document) -> Document:
    """Return the document in OpenAPI 3.1, without sharing values with the original.

    `nullable` becomes a type, the flags `exclusiveMinimum` and `exclusiveMaximum` become limits,
    the `example` of a schema becomes its `examples`, and siblings of a `$ref`, which OpenAPI 3.0
    ignores, are removed. Formats do not change.
    """
    root = {key: copied(value) for key, value in document.root.items()}
    root["openapi"] = "3.1.0"
    origins = dict(document.origins)
    upgraded = Document(document.path, root, origins, document.findings)
    findings: list[Diagnostic] = []
    for kind, node in walk_objects(upgraded):
        if not isinstance(node.value, dict):
            continue
        if kind is Kind.SCHEMA:
            _upgrade_schema(node, node.value, origins)
            findings += _array_without_items(node)
        elif kind in REFERABLE and kind is not Kind.PATH_ITEM and "$ref" in node.value:
            _keep_only_reference(node.value)
        elif kind is Kind.OPERATION and "responses" not in node.value:
            findings.append(
                _missing(
                    node,
                    "no-responses",
                    "the operation has no 'responses'",
                    "its result is untyped",
                )
            )
    return upgraded.with_findings(findings)


def _array_without_items(node: Node) -> Iterator[Diagnostic]:
    """Report an array without `items`, which OpenAPI 3.1 allows."""
    schema = node.mapping()
    if schema.get("type") in ("array", ["array", "null"]) and "items" not in schema:
        yield _missing(
            node, "array-without-items", "the array has no 'items'", "its elements are untyped"
        )


def _missing(node: Node, code: str, problem: str, result: str) -> Diagnostic:
    name = problem.split("'")[1]
    return Diagnostic(
        code, f"{problem}; {result}", f"add {name!r}", node.location, Severity.WARNING
    )


def _keep_only_reference(members: dict[str, Json]) -> None:
    for key in [key for key in members if key != "$ref"]:
        del members[key]


def _upgrade_schema(node: Node, schema: dict[str, Json], origins: dict[Pointer, Location]) -> None:
    """Rewrite a schema in place; source locations of moved parts are added to `origins`."""
    nullable = schema.pop("nullable", False) is True
    at_nullable = node.document.location((*node.pointer, "nullable"))
    if "$ref" in schema:
        _keep_only_reference(schema)
    upgrade_limit(schema, "minimum", "exclusiveMinimum")
    upgrade_limit(schema, "maximum", "exclusiveMaximum")
    if "example" in schema:
        at_example = node.document.location((*node.pointer, "example"))
        if _rename_example(schema):
            origins[(*node.pointer, "examples", "0")] = at_example
    if nullable and ("$ref" in schema or "allOf" in schema or "not" in schema):
        origins[(*node.pointer, "anyOf", "0")] = node.location
        origins[(*node.pointer, "anyOf", "1")] = at_nullable
        wrap_nullable(schema)
    elif nullable:
        for added in add_null(schema):
            origins[(*node.pointer, *added)] = at_nullable


def upgrade_limit(schema: dict[str, Json], limit: str, exclusive: str) -> None:
    """Turn a limit with an exclusive flag into the exclusive limit."""
    if not isinstance(schema.get(exclusive), bool):
        return
    if schema[exclusive] is True and limit in schema:
        schema[exclusive] = schema.pop(limit)
    else:
        del schema[exclusive]


def _rename_example(schema: dict[str, Json]) -> bool:
    """Replace `example` by `examples`, unless the schema has both; return whether it was replaced."""
    members = list(schema.items())
    has_both = "examples" in schema
    schema.clear()
    for key, value in members:
        if key != "example":
            schema[key] = value
        elif not has_both:
            schema["examples"] = [value]
    return not has_both


def wrap_nullable(schema: dict[str, Json]) -> None:
    """Turn the schema into a union of its previous form and null.

    Strictly, `nullable` has no effect next to `$ref` in OpenAPI 3.0, and cannot widen an `allOf`;
    authors who write it there mean that the value may be null, and their servers send null.
    """
    inner = {key: value for key, value in schema.items() if not _is_annotation(key)}
    outer = {key: value for key, value in schema.items() if _is_annotation(key)}
    schema.clear()
    schema.update(outer)
    schema["anyOf"] = [inner, {"type": "null"}]


def _is_annotation(key: str) -> bool:
    return key in _ANNOTATIONS or key.startswith("x-")


def add_null(schema: dict[str, Json]) -> Iterator[Pointer]:
    """Add null to the types, options and constants; yield where an element was added."""
    if isinstance(schema.get("type"), str):
        schema["type"] = [schema["type"], "null"]
    additions: tuple[tuple[str, Json], ...] = (
        ("anyOf", {"type": "null"}),
        ("oneOf", {"type": "null"}),
        ("enum", None),
    )
    for key, addition in additions:
        elements = schema.get(key)
        if isinstance(elements, list) and addition not in elements:
            yield (key, str(len(elements)))
            elements.append(addition)
