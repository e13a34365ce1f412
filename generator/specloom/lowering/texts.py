"""Read the descriptions and the limits that the document states for a value."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from specloom.documents.document import Node
from specloom.ir import NO_CONSTRAINTS, Constraints

_LIMITS = frozenset(
    ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength")
    + ("minItems", "maxItems", "pattern")
)
_MOST_STEPS = 20
_CHOICES = ("anyOf", "oneOf")


def text(node: Node, key: str) -> str:
    """A text of a node without the white space around it, empty where there is none."""
    return (node.text(key) or "").strip()


def description_of(node: Node) -> str:
    """The description of a schema, or of one that describes the same value; see `same_value`."""
    for each in same_value(node):
        found = text(each, "description") if isinstance(each.value, dict) else ""
        if found:
            return found
    return ""


def same_value(node: Node) -> Iterator[Node]:
    """A schema, and those that describe the same value: what it refers to, the only choice but null."""
    seen: set[int] = set()
    found: Node | None = node
    while found is not None and id(found.value) not in seen and len(seen) < _MOST_STEPS:
        yield found
        seen.add(id(found.value))
        found = found.reference() or _only_choice(found)


def _only_choice(node: Node) -> Node | None:
    """The one alternative beside null, or the only part of an `allOf`."""
    if not isinstance(node.value, dict):
        return None
    for keyword in (*_CHOICES, "allOf"):
        if isinstance(node.value.get(keyword), list):
            others = [each for each in node[keyword].elements() if not _is_null(each)]
            return others[0] if len(others) == 1 else None
    return None


def _is_null(node: Node) -> bool:
    return isinstance(node.value, dict) and node.value.get("type") == "null"


def constraints(node: Node) -> Constraints:
    """The limits that a schema states for its value, and those of schemas of the same value."""
    found = NO_CONSTRAINTS
    for each in same_value(node):
        if isinstance(each.value, dict) and not _LIMITS.isdisjoint(each.value):
            found = _either(found, _stated(each))
    return found


def _either(first: Constraints, second: Constraints) -> Constraints:
    """The limits of both; where both have one of a kind, that of the first."""
    if first == NO_CONSTRAINTS:
        return second
    pairs = zip(structs.astuple(first), structs.astuple(second), strict=True)
    return Constraints(*(mine if mine is not None else other for mine, other in pairs))


def _stated(node: Node) -> Constraints:
    return Constraints(
        minimum=_number(node, "minimum"),
        maximum=_number(node, "maximum"),
        exclusive_minimum=_number(node, "exclusiveMinimum"),
        exclusive_maximum=_number(node, "exclusiveMaximum"),
        min_length=node.integer("minLength"),
        max_length=node.integer("maxLength"),
        min_items=node.integer("minItems"),
        max_items=node.integer("maxItems"),
        pattern=node.text("pattern"),
    )


def _number(node: Node, key: str) -> float | None:
    found = node.get(key)
    if found is None or isinstance(found.value, bool):
        return None
    return found.value if isinstance(found.value, (int, float)) else None
