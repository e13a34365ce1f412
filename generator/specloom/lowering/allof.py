"""Flatten objects: a schema with `properties` and `allOf` in, one set of members out."""

from __future__ import annotations

from dataclasses import dataclass, field

from specloom.documents.document import Node


@dataclass(slots=True)
class Merged:
    """The members of an object with those of all its `allOf` parts, in the order written."""

    properties: dict[str, Node] = field(default_factory=dict[str, Node])
    required: set[str] = field(default_factory=set[str])
    additional: Node | None = None
    nullable: bool = False


_ANNOTATIONS = frozenset(
    "title description default deprecated readOnly writeOnly example examples externalDocs".split()
)


def sole_part(node: Node) -> Node | None:
    """The reference that a schema wraps in an `allOf` only to say something of it; None otherwise.

    OpenAPI 3.0 knows no other way to describe a property that is a `$ref`.
    """
    if not isinstance(node.value, dict) or "allOf" not in node.value:
        return None
    says_more = any(
        key not in _ANNOTATIONS and not key.startswith("x-") and key != "allOf"
        for key in node.value
        if not (key == "type" and node.value[key] == "object")
    )
    parts = list(node["allOf"].elements())
    wraps = len(parts) == 1 and isinstance(parts[0].value, dict) and "$ref" in parts[0].value
    return parts[0] if wraps and not says_more else None


def merge_all_of(node: Node) -> Merged | None:
    """The members of the object that a schema describes; None if it describes no object alone.

    A part that is neither an object nor empty, or a choice (`oneOf`, `anyOf`) beside the members,
    makes it something else than a plain object.
    """
    merged = Merged()
    return merged if _collect(node, merged, frozenset()) else None


def _collect(node: Node, merged: Merged, seen: frozenset[tuple[str, ...]]) -> bool:
    node = node.follow()
    if not isinstance(node.value, dict):
        return True
    if node.pointer in seen:
        raise node.error(
            "circular-reference",
            "the schema includes itself through allOf",
            hint="refer to the schema from a property instead",
        )
    if "oneOf" in node.value or "anyOf" in node.value or "enum" in node.value:
        return False
    if not _is_object(node, merged):
        return False
    parts = node.get("allOf")
    for part in parts.elements() if parts else ():
        if not _collect(part, merged, seen | {node.pointer}):
            return False
    properties = node.get("properties")
    merged.properties.update(properties.items() if properties else ())
    merged.required.update(node.texts("required"))
    additional = node.get("additionalProperties")
    if additional is not None and isinstance(additional.value, dict) and additional.value:
        merged.additional = additional
    return True


def _is_object(node: Node, merged: Merged) -> bool:
    declared = node.get("type")
    if declared is None:
        return True
    names = (declared.value,) if isinstance(declared.value, str) else node.texts("type")
    merged.nullable = merged.nullable or "null" in names
    return set(names) <= {"object", "null"} and "object" in names
