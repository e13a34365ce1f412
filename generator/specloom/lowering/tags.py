"""Read discriminators: a schema with choices or with subtypes in, values and their definitions out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from specloom.diagnostics import Pointer, SpecloomError
from specloom.documents.document import Document, Node

COMPONENTS = ("components", "schemas")


class Discriminator(Struct, frozen=True):
    """The member that tells, and the definition for each of its values, in the document's order.

    `default` is the definition for other values, where the document has one.
    """

    property: str
    targets: tuple[tuple[str, Node], ...]
    default: Node | None = None


def discriminator(node: Node, choices: Iterable[Node]) -> Discriminator | None:
    """The discriminator of a schema whose choices are given; None where it has none that works.

    What `mapping` does not name goes by the name of its definition.
    """
    declared = node.get("discriminator")
    if declared is None or not isinstance(declared.value, dict):
        return None
    name = declared.value.get("propertyName")
    if not isinstance(name, str):
        return None
    mapped = list(_mapped(declared))
    known = {target.pointer for _, target in mapped}
    values = {value for value, _ in mapped}
    for choice in choices:
        if choice.pointer not in known and choice.pointer and choice.pointer[-1] not in values:
            mapped.append((choice.pointer[-1], choice))
    default = declared.get("defaultMapping")
    return Discriminator(name, tuple(mapped), default and _named(default))


def _mapped(declared: Node) -> Iterator[tuple[str, Node]]:
    mapping = declared.get("mapping")
    if mapping is None or not isinstance(mapping.value, dict):
        return
    for value, named in mapping.items():
        target = _named(named)
        if target is not None:
            yield value, target


def _named(node: Node) -> Node | None:
    """The definition that a text names, by its name or as a reference; None for nothing."""
    if not isinstance(node.value, str):
        return None
    plain = node.document.root_node().at((*COMPONENTS, node.value))
    try:
        return plain or node.target()
    except SpecloomError:  # a mapping to nothing tells nothing
        return None


def subtypes(document: Document) -> dict[Pointer, tuple[Node, ...]]:
    """For each definition with a discriminator and no choices, those that take it in by allOf."""
    components = document.root_node().at(COMPONENTS)
    nodes = list(components.items()) if components else []
    direct: dict[Pointer, list[Node]] = {}
    for _, node in nodes:
        for parent in _parents(node):
            direct.setdefault(parent, []).append(node)
    return {
        node.pointer: tuple(_below(node.pointer, direct))
        for _, node in nodes
        if isinstance(node.value, dict)
        and "discriminator" in node.value
        and not {"oneOf", "anyOf"} & node.value.keys()
        and node.pointer in direct
    }


def _parents(node: Node) -> Iterator[Pointer]:
    parts = node.value.get("allOf") if isinstance(node.value, dict) else None
    if not isinstance(parts, list):
        return
    for part in node["allOf"].elements():
        if isinstance(part.value, dict) and "$ref" in part.value:
            try:
                target = part.reference()
            except SpecloomError:
                continue
            if target is not None:
                yield target.pointer


def _below(pointer: Pointer, direct: dict[Pointer, list[Node]]) -> list[Node]:
    found: dict[Pointer, Node] = {}
    waiting = list(direct.get(pointer, ()))
    while waiting:
        node = waiting.pop(0)
        if node.pointer not in found and node.pointer != pointer:
            found[node.pointer] = node
            waiting += direct.get(node.pointer, ())
    return list(found.values())
