"""Find the properties of a schema, also those in nested objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specloom.diagnostics import format_pointer
from specloom.documents.document import Node

DEPTH = 3
_DEEPEST = 10


def properties_of(schema: Node, above: str = "", depth: int = 0) -> Iterator[tuple[str, Node]]:
    """Yield the properties of an object, and those nested in it, by their JSON pointers.

    Outer properties come first.
    """
    schema = schema.follow()
    inner: list[tuple[str, Node]] = []
    for part in _parts(schema):
        properties = part.get("properties")
        for name, each in properties.items() if properties is not None else ():
            pointer = above + format_pointer((name,))[1:]
            followed = each.follow()
            yield pointer, followed
            inner.append((pointer, followed))
    if depth + 1 < DEPTH:
        for pointer, each in inner:
            yield from properties_of(each, pointer, depth + 1)


def _parts(schema: Node, depth: int = 0) -> Iterator[Node]:
    if not isinstance(schema.value, dict) or depth > _DEEPEST:
        return
    yield schema
    parts = schema.get("allOf")
    for each in parts.elements() if parts is not None else ():
        yield from _parts(each.follow(), depth + 1)


def property_named(
    properties: Mapping[str, Node], names: tuple[str, ...], types: tuple[str, ...]
) -> str | None:
    """Return the pointer to the first property with one of the names, in lower case, and of one of the types."""
    found = {pointer: pointer.rpartition("/")[2].lower() for pointer in properties}
    for name in names:
        for pointer, each in found.items():
            if each == name and has_type(properties[pointer], types):
                return pointer
    return None


def has_type(schema: Node, types: tuple[str, ...]) -> bool:
    """Return whether a schema, or one of its alternatives, has one of the types."""
    if not isinstance(schema.value, dict):
        return False
    value = schema.value.get("type")
    if isinstance(value, list):
        return any(each in types for each in value)
    if value is None:
        parts = schema.value.get("anyOf")
        nodes = schema.get("anyOf") if isinstance(parts, list) else None
        return nodes is not None and any(
            has_type(each.follow(), types) for each in nodes.elements()
        )
    return value in types
