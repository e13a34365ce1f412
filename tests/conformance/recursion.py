"""Cut recursion out of a document: Prism copies what references lead to, which explodes otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_PREFIX = "#/components/schemas/"
# Among choices that are all "anything" there is no one that alone fits.
_CHOICES = ("oneOf", "anyOf", "discriminator")


def without_recursion(document: Any) -> tuple[Any, frozenset[str]]:
    """The document, its recursive schemas shallow: what they refer to may be anything.

    The names of those schemas as well; with none, the document is as it was.
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
