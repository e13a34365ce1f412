"""Read what a node says in prose and in limits: nodes in, plain texts and `Constraints` out."""

from __future__ import annotations

from specloom.documents.document import Node
from specloom.ir import NO_CONSTRAINTS, Constraints

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


def _number(node: Node, key: str) -> float | None:
    found = node.get(key)
    if found is None or isinstance(found.value, bool):
        return None
    return found.value if isinstance(found.value, (int, float)) else None
