"""Read what a node says in prose and in limits: nodes in, plain texts and `Constraints` out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from specloom.diagnostics import Pointer
from specloom.documents.document import Node
from specloom.ir import NO_CONSTRAINTS, Constraints

N = TypeVar("N", int, float)
_LIMITS = frozenset(
    ("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern")
)


def text(node: Node, key: str) -> str:
    """A text of a node without the white space around it, empty where there is none."""
    return (node.text(key) or "").strip()


def constraints(node: Node) -> Constraints:
    """The limits that a schema states for its value."""
    if not isinstance(node.value, dict) or _LIMITS.isdisjoint(node.value):
        return NO_CONSTRAINTS
    found = Constraints(
        minimum=_number(node, "minimum"),
        maximum=_number(node, "maximum"),
        min_length=node.integer("minLength"),
        max_length=node.integer("maxLength"),
        min_items=node.integer("minItems"),
        max_items=node.integer("maxItems"),
        pattern=node.text("pattern"),
    )
    return NO_CONSTRAINTS if found == NO_CONSTRAINTS else found


def all_constraints(node: Node) -> Constraints:
    """The limits that a schema states, with those of what it refers to; the tighter of two."""
    seen: set[Pointer] = set()
    found = NO_CONSTRAINTS
    at: Node | None = node
    while at is not None and at.pointer not in seen:
        seen.add(at.pointer)
        found = tighter(found, constraints(at))
        at = at.reference()
    return found


def tighter(first: Constraints, second: Constraints) -> Constraints:
    """The limits of values that keep to both; of two patterns the first."""
    if NO_CONSTRAINTS in (first, second):
        return second if first == NO_CONSTRAINTS else first
    return Constraints(
        minimum=_of_both(max, first.minimum, second.minimum),
        maximum=_of_both(min, first.maximum, second.maximum),
        min_length=_of_both(max, first.min_length, second.min_length),
        max_length=_of_both(min, first.max_length, second.max_length),
        min_items=_of_both(max, first.min_items, second.min_items),
        max_items=_of_both(min, first.max_items, second.max_items),
        pattern=first.pattern if first.pattern is not None else second.pattern,
    )


def _of_both(choose: Callable[[N, N], N], first: N | None, second: N | None) -> N | None:
    if first is None or second is None:
        return second if first is None else first
    return choose(first, second)


def _number(node: Node, key: str) -> float | None:
    found = node.get(key)
    if found is None or isinstance(found.value, bool):
        return None
    return found.value if isinstance(found.value, (int, float)) else None
