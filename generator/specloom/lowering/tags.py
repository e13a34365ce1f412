"""Read discriminators: a schema with choices or with subtypes in, values and their definitions out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from msgspec import Struct

from specloom.diagnostics import Pointer, SpecloomError
from specloom.documents.document import Document, Node
from specloom.lowering.allof import merged_members

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

    What `mapping` does not name goes by the values that its own schema has for the member, and where
    it has none that no other one has, by the name of its definition.
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
    unnamed = [each for each in _leaves(choices) if each.pointer not in known]
    for value, choice in values_of_choices(name, unnamed):
        if value not in values:
            values.add(value)
            mapped.append((value, choice))
    default = declared.get("defaultMapping")
    return Discriminator(name, tuple(mapped), default and _named(default))


def values_of_choices(name: str, choices: Sequence[Node]) -> Iterator[tuple[str, Node]]:
    """The values by which a member tells choices apart.

    A choice with a single value has it. Of several values, as a supertype lists those of all its
    subtypes, a choice has those that no other one has.
    """
    values = {each.pointer: values_of_member(name, each) for each in choices}
    counts = Counter(value for each in values.values() for value in each)
    single = Counter(each[0] for each in values.values() if len(each) == 1)
    for choice in choices:
        own = values[choice.pointer]
        if len(own) == 1:
            found = [own[0]] if single[own[0]] == 1 else []
        else:
            found = [value for value in own if counts[value] == 1]
        if not found and not _is_inline(choice):
            found = [choice.pointer[-1]]
        for value in found:
            yield value, choice


def values_of_member(name: str, choice: Node) -> tuple[str, ...]:
    """The strings that a schema allows a member to be, where it lists them."""
    shapes = merged_members((choice,)) or []
    found: dict[str, None] = {}
    for shape in shapes:
        listed = [each for node in shape.properties.get(name, ()) for each in _listed(node)]
        if listed:
            found |= dict.fromkeys(
                each for each in listed[0] if all(each in other for other in listed)
            )
    return tuple(found)


def _listed(node: Node, seen: frozenset[Pointer] = frozenset()) -> Iterator[tuple[str, ...]]:
    """The lists of strings that a schema, what it refers to and its parts state."""
    if not isinstance(node.value, dict) or node.pointer in seen:
        return
    seen |= {node.pointer}
    if "const" in node.value:
        yield tuple(each for each in (node.value["const"],) if isinstance(each, str))
    values = node.value.get("enum")
    if isinstance(values, list):
        yield tuple(each for each in values if isinstance(each, str))
    target = node.reference()
    parts = list(node["allOf"].elements()) if isinstance(node.value.get("allOf"), list) else []
    for each in (*parts, *((target,) if target is not None else ())):
        yield from _listed(each, seen)


def _is_inline(choice: Node) -> bool:
    return len(choice.pointer) < 2 or choice.pointer[-2] in ("oneOf", "anyOf")


def _leaves(choices: Iterable[Node]) -> list[Node]:
    """The choices, and in place of one that is a choice itself, what this one refers to."""
    found: dict[Pointer, Node] = {}
    waiting = list(choices)
    seen: set[Pointer] = set()
    while waiting:
        node = waiting.pop(0)
        if node.pointer in seen or not node.pointer:
            continue
        seen.add(node.pointer)
        inner = _inner_choices(node)
        if inner:
            waiting = [*inner, *waiting]
        else:
            found[node.pointer] = node
    return list(found.values())


def _inner_choices(node: Node) -> list[Node]:
    if not isinstance(node.value, dict) or "properties" in node.value or "allOf" in node.value:
        return []
    for keyword in ("oneOf", "anyOf"):
        choices = node.get(keyword)
        if choices is not None and isinstance(choices.value, list):
            targets = [each.reference() for each in choices.elements()]
            if targets and all(each is not None for each in targets):
                return [each for each in targets if each is not None]
    return []


def shared_base(choices: Sequence[Node], subtypes: Container[Pointer]) -> Node | None:
    """The definition with a discriminator that all choices take in; None where there is none."""
    if len(choices) < 2:
        return None
    ancestors = [_ancestors(each) for each in choices]
    for pointer, node in ancestors[0].items():
        if pointer in subtypes and all(pointer in each for each in ancestors):
            return node
    return None


def takes_in(node: Node, pointers: Container[Pointer]) -> bool:
    """Whether a definition is one of some, or takes one of them in by allOf."""
    return any(each in pointers for each in _ancestors(node))


def _ancestors(node: Node) -> dict[Pointer, Node]:
    """A definition and those that it takes in, the nearest first."""
    found: dict[Pointer, Node] = {}
    waiting = [node]
    while waiting:
        each = waiting.pop(0)
        if each.pointer not in found:
            found[each.pointer] = each
            root = each.document.root_node()
            waiting += [up for pointer in _parents(each) if (up := root.at(pointer)) is not None]
    return found


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
