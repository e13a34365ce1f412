"""Read the descriptions and the limits of values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from specloom.documents.document import Node
from specloom.ir import NO_CONSTRAINTS, Constraints

_LIMITS = frozenset(
    "minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength minItems maxItems "
    "pattern".split()
)
Limit = TypeVar("Limit", int, float)
_MOST_STEPS = 20
_CHOICES = ("anyOf", "oneOf")


def text(node: Node, key: str) -> str:
    """Return a string property of a node without surrounding whitespace, or "" if it is missing."""
    return (node.text(key) or "").strip()


def description_of(node: Node) -> str:
    """Return the description of a schema, or of one that describes the same value; see `same_value`."""
    for each in same_value(node):
        found = text(each, "description") if isinstance(each.value, dict) else ""
        if found:
            return found
    return ""


def same_value(node: Node) -> Iterator[Node]:
    """Yield a schema, and those that describe the same value.

    These are the target of its reference, and its only alternative to null.
    """
    seen: set[int] = set()
    found: Node | None = node
    while found is not None and id(found.value) not in seen and len(seen) < _MOST_STEPS:
        yield found
        seen.add(id(found.value))
        found = found.reference() or _only_choice(found)


def _only_choice(node: Node) -> Node | None:
    """Return the only alternative besides null, or the only part of an `allOf`."""
    if not isinstance(node.value, dict):
        return None
    for keyword in (*_CHOICES, "allOf"):
        if isinstance(node.value.get(keyword), list):
            others = [each for each in node[keyword].elements() if not _is_null(each)]
            return others[0] if len(others) == 1 else None
    return None


def _is_null(node: Node) -> bool:
    return isinstance(node.value, dict) and node.value.get("type") == "null"


def constraints(*nodes: Node) -> Constraints:
    """Return the combined limits of several schemas of one value, including those of their targets."""
    found = NO_CONSTRAINTS
    for node in nodes:
        for each in same_value(node):
            if isinstance(each.value, dict) and not _LIMITS.isdisjoint(each.value):
                found = _both(found, _stated(each))
    return found


def _both(first: Constraints, second: Constraints) -> Constraints:
    """Return the tighter limit of each kind. Of two patterns, the first is used."""
    if first == NO_CONSTRAINTS:
        return second
    return Constraints(
        minimum=_highest(first.minimum, second.minimum),
        maximum=_lowest(first.maximum, second.maximum),
        exclusive_minimum=_highest(first.exclusive_minimum, second.exclusive_minimum),
        exclusive_maximum=_lowest(first.exclusive_maximum, second.exclusive_maximum),
        min_length=_highest(first.min_length, second.min_length),
        max_length=_lowest(first.max_length, second.max_length),
        min_items=_highest(first.min_items, second.min_items),
        max_items=_lowest(first.max_items, second.max_items),
        pattern=first.pattern if first.pattern is not None else second.pattern,
    )


def _highest(first: Limit | None, second: Limit | None) -> Limit | None:
    if first is None or second is None:
        return second if first is None else first
    return max(first, second)


def _lowest(first: Limit | None, second: Limit | None) -> Limit | None:
    if first is None or second is None:
        return second if first is None else first
    return min(first, second)


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
