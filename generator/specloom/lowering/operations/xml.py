"""Lower the XML Objects of a schema to a table that defines how its values are serialized.

The table is JSON: `[usage, shapes]`. A usage is the name of an element, and the index of its shape:
`{"name", "shape", "prefix", "namespace", "attribute", "wrapped", "text"}`. A shape is the type of a
scalar, `{"members": {wire name: usage}}`, or `{"items": usage}`. Null means any value.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

from specloom.documents.document import Node, Pointer

Usage: TypeAlias = dict[str, Any]
SCALARS = ("string", "integer", "number", "boolean")


def xml_table(schema: Node) -> str:
    """Return the table for the schema of a body."""
    table = _Table()
    target = schema.follow()
    usage = table.usage(schema, target.pointer[-1] if target.pointer[-1] != "schema" else "root")
    return json.dumps([usage, table.shapes], separators=(",", ":"))


class _Table:
    def __init__(self) -> None:
        self.shapes: list[Any] = []
        self._numbers: dict[Pointer, int] = {}

    def usage(self, node: Node, name: str) -> Usage:
        """Return how a value with a name is serialized, unless its schema declares another name."""
        target = node.follow()
        hints: dict[str, Any] = {}
        for holder in (target, node):
            found = holder.get("xml") if isinstance(holder.value, dict) else None
            if found is not None and isinstance(found.value, dict):
                hints |= found.value
        usage: Usage = {"name": hints.get("name") or name, "shape": self._number(target, name)}
        for key in ("prefix", "namespace"):
            if isinstance(hints.get(key), str) and hints[key]:
                usage[key] = hints[key]
        kind = hints.get("nodeType")
        if hints.get("attribute") is True or kind == "attribute":
            usage["attribute"] = True
        if hints.get("wrapped") is True or (kind == "element" and _is_array(target)):
            usage["wrapped"] = True
        if hints.get("x-ms-text") is True or kind in ("text", "cdata"):
            usage["text"] = True
        return usage

    def _number(self, target: Node, name: str) -> int:
        known = self._numbers.get(target.pointer)
        if known is not None:
            return known
        number = self._numbers[target.pointer] = len(self.shapes)
        self.shapes.append(None)
        self.shapes[number] = self._shape(target, name)
        return number

    def _shape(self, node: Node, name: str) -> Any:
        if not isinstance(node.value, dict):
            return None
        if _is_array(node):
            items = node.get("items")
            item = {"name": name, "shape": None} if items is None else self.usage(items, name)
            return {"items": item}
        members = {key: self.usage(each, key) for key, each in _properties(node, set())}
        if members:
            return {"members": members}
        declared = node.value.get("type")
        kinds = declared if isinstance(declared, list) else [declared]
        return next((each for each in kinds if each in SCALARS), None)


def _is_array(node: Node) -> bool:
    declared = node.value.get("type") if isinstance(node.value, dict) else None
    return declared == "array" or (isinstance(declared, list) and "array" in declared)


def _properties(node: Node, seen: set[Pointer]) -> Iterator[tuple[str, Node]]:
    """Yield the properties of an object, with those of its parts first."""
    node = node.follow()
    if node.pointer in seen or not isinstance(node.value, dict):
        return
    seen.add(node.pointer)
    for key in ("allOf", "oneOf", "anyOf"):
        parts = node.get(key)
        for part in parts.elements() if parts and isinstance(parts.value, list) else ():
            yield from _properties(part, seen)
    properties = node.get("properties")
    if properties is not None and isinstance(properties.value, dict):
        yield from properties.items()
