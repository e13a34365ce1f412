"""Remove recursion from a document, because Prism copies the targets of references."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_PREFIX = "#/components/schemas/"
# Among choices that all accept anything, no choice matches alone.
_CHOICES = ("oneOf", "anyOf", "discriminator")


def without_recursion(document: Any) -> tuple[Any, frozenset[str]]:
    """Return the document with its recursive schemas replaced by schemas that accept anything.

    The names of those schemas are returned too; without any, the document is unchanged.
    """
    schemas = document.get("components", {}).get("schemas", {})
    edges = {name: set(_references(schema)) for name, schema in schemas.items()}
    recursive = frozenset(name for name in edges if name in _reached(name, edges))
    if not recursive:
        return document, recursive
    shallow = {
        name: _cut(schema) if name in recursive else schema for name, schema in schemas.items()
    }
    return {**document, "components": {**document["components"], "schemas": shallow}}, recursive


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        target = value.get("$ref")
        if isinstance(target, str) and target.startswith(_PREFIX):
            yield target.removeprefix(_PREFIX)
        for member in value.values():
            yield from _references(member)
    elif isinstance(value, list):
        for element in value:
            yield from _references(element)


def _reached(name: str, edges: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    left = list(edges[name])
    while left:
        target = left.pop()
        if target not in reached:
            reached.add(target)
            left += edges.get(target, ())
    return reached


def _cut(value: Any) -> Any:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            return {}
        return {key: _cut(member) for key, member in value.items() if key not in _CHOICES}
    return [_cut(element) for element in value] if isinstance(value, list) else value
