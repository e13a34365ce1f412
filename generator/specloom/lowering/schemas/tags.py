"""Read discriminators, which select a schema by the value of a property."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from specloom.diagnostics import Pointer, SpecloomError
from specloom.documents.document import Document, Node

COMPONENTS = ("components", "schemas")


class Discriminator(Struct, frozen=True):
    """The discriminating property, and the schema for each of its values, in the document's order.

    `default` is the schema for other values, if the document declares one.
    """

    property: str
    targets: tuple[tuple[str, Node], ...]
    default: Node | None = None


def discriminator(node: Node, choices: Iterable[Node]) -> Discriminator | None:
    """Return the discriminator of a schema with alternatives, or None if it has no usable one.

    It is declared by the schema, or by a schema that all alternatives include by allOf. The mapping has
    priority. An alternative that is not in the mapping is selected by the values that its own property
    allows, by const or enum, or else by the name of its schema.
    """
    found = list(choices)
    declared = node.get("discriminator") or _inherited(found)
    if declared is None or not isinstance(declared.value, dict):
        return None
    name = declared.value.get("propertyName")
    if not isinstance(name, str):
        return None
    targets = dict(_mapped(declared))
    mapped = {target.pointer for target in targets.values()}
    leaves = list(_leaves(found))
    for value, choice in _claimed(leaves, name).items():
        targets.setdefault(value, choice)
    known = mapped | {target.pointer for target in targets.values()}
    for choice in leaves:
        if choice.pointer not in known and choice.pointer[:2] == COMPONENTS:
            targets.setdefault(choice.pointer[-1], choice)
    if not targets:
        return None
    default = declared.get("defaultMapping")
    return Discriminator(name, tuple(targets.items()), default and _named(default))


def _claimed(choices: list[Node], name: str) -> dict[str, Node]:
    """Return the values of a property that only one alternative allows.

    An alternative that allows only this value has priority.
    """
    claims: dict[str, list[tuple[int, Node]]] = {}
    for choice in choices:
        values = _values(choice, name)
        for value in values:
            claims.setdefault(value, []).append((len(values), choice))
    found: dict[str, Node] = {}
    for value, claimants in claims.items():
        fewest = min(count for count, _ in claimants)
        nodes = {each.pointer: each for count, each in claimants if count == fewest}
        if len(nodes) == 1:
            [found[value]] = nodes.values()
    return found


def _values(choice: Node, name: str) -> tuple[str, ...]:
    """Return the strings that an object allows for a property, by const or enum."""
    found: list[tuple[str, ...]] = []
    for each in _properties(choice, name, frozenset()):
        value = each.value if isinstance(each.value, dict) else {}
        listed = [value["const"]] if "const" in value else value.get("enum")
        if isinstance(listed, list) and listed:
            found.append(tuple(item for item in listed if isinstance(item, str)))
    return min(found, key=len, default=())


def _properties(node: Node, name: str, seen: frozenset[Pointer]) -> Iterator[Node]:
    """Yield the schemas of a property in an object and in all schemas that it includes.

    References are resolved.
    """
    if not isinstance(node.value, dict) or node.pointer in seen:
        return
    seen |= {node.pointer}
    target = _reference(node)
    if target is not None:
        yield from _properties(target, name, seen)
    own = node.at(("properties", name))
    while own is not None and own.pointer not in seen:
        seen |= {own.pointer}
        yield own
        parts = own.get("allOf")
        inner = list(parts.elements()) if parts and isinstance(parts.value, list) else []
        own = _reference(own) or (inner[0] if len(inner) == 1 else None)
    parts = node.get("allOf")
    for part in parts.elements() if parts and isinstance(parts.value, list) else ():
        yield from _properties(part, name, seen)


def _leaves(choices: Iterable[Node], seen: frozenset[Pointer] = frozenset()) -> Iterator[Node]:
    """Yield the alternatives. One that only has alternatives itself is replaced by these."""
    for choice in choices:
        value = choice.value if isinstance(choice.value, dict) else {}
        inner = choice.get("oneOf") or choice.get("anyOf")
        if inner is None or {"properties", "allOf", "$ref"} & value.keys():
            yield choice
            continue
        if choice.pointer in seen or not isinstance(inner.value, list):
            continue
        targets = [target for each in inner.elements() if (target := _reference(each)) is not None]
        if len(targets) == len(list(inner.elements())):
            yield from _leaves(targets, seen | {choice.pointer})
        else:
            yield choice


def _inherited(choices: list[Node]) -> Node | None:
    """Return the discriminator of a schema that all alternatives include."""
    common: dict[Pointer, Node] | None = None
    for choice in choices:
        found = dict(_ancestors(choice, frozenset()))
        common = found if common is None else {k: v for k, v in common.items() if k in found}
    return next(iter((common or {}).values()), None) if len(choices) > 1 else None


def _ancestors(node: Node, seen: frozenset[Pointer]) -> Iterator[tuple[Pointer, Node]]:
    """Yield the schemas with a discriminator and no alternatives that an object includes.

    Each is yielded as its pointer and its discriminator.
    """
    parts = node.get("allOf") if isinstance(node.value, dict) else None
    for part in parts.elements() if parts and isinstance(parts.value, list) else ():
        target = _reference(part)
        if target is None or target.pointer in seen or not isinstance(target.value, dict):
            continue
        declared = target.get("discriminator")
        if declared is not None and not {"oneOf", "anyOf"} & target.value.keys():
            yield target.pointer, declared
        yield from _ancestors(target, seen | {target.pointer})


def _reference(node: Node) -> Node | None:
    try:
        return node.reference()
    except SpecloomError:  # a broken reference is reported elsewhere
        return None


def _mapped(declared: Node) -> Iterator[tuple[str, Node]]:
    mapping = declared.get("mapping")
    if mapping is None or not isinstance(mapping.value, dict):
        return
    for value, named in mapping.items():
        target = _named(named)
        if target is not None:
            yield value, target


def _named(node: Node) -> Node | None:
    """Return the schema to which a string refers, by its name or as a reference.

    Return None if there is none.
    """
    if not isinstance(node.value, str):
        return None
    plain = node.document.root_node().at((*COMPONENTS, node.value))
    try:
        return plain or node.target()
    except SpecloomError:  # a mapping to a missing schema is ignored
        return None


def subtypes(document: Document) -> dict[Pointer, tuple[Node, ...]]:
    """Return the schemas that include another one by allOf.

    The keys are the schemas with a discriminator and no alternatives.
    """
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
