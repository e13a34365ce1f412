"""Find component schemas that are only another name of an object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from specloom.diagnostics import Pointer, SpecloomError
from specloom.documents.document import Document, Node
from specloom.lowering.schemas.allof import has_siblings, merged_members
from specloom.lowering.schemas.tags import COMPONENTS


def other_names(document: Document) -> dict[Pointer, Node]:
    """Return the components that contain only a reference to an object, with that object.

    An option of a union with a discriminator is not among them: its name selects it, so it needs a class of its own.
    """
    components = document.root_node().at(COMPONENTS)
    found: dict[Pointer, Node] = {}
    for _, node in components.items() if components else ():
        target = _end(node)
        if target is not None:
            found[node.pointer] = target
    if not found:
        return {}
    options = set(_options(document.root_node().value))
    return {
        pointer: target
        for pointer, target in found.items()
        if not {pointer[-1], f"#/{'/'.join(COMPONENTS)}/{pointer[-1]}"} & options
    }


def _end(node: Node) -> Node | None:
    """Return the object to which a component refers, by way of other components that only refer."""
    found, passed = node, {node.pointer}
    try:
        while isinstance(found.value, dict) and "$ref" in found.value and not has_siblings(found):
            target = found.reference()
            if target is None or target.pointer in passed or target.pointer[:-1] != COMPONENTS:
                return None
            passed.add(target.pointer)
            found = target
        shapes = None if found is node else merged_members([found])
    except SpecloomError:  # reported when the component is lowered
        return None
    return found if shapes is not None and len(shapes) == 1 and shapes[0].properties else None


def _options(value: object) -> Iterator[str]:
    """Yield the references and names by which discriminators select schemas."""
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        declared = members.get("discriminator")
        if isinstance(declared, dict):
            for keyword in ("oneOf", "anyOf"):
                for each in _elements(members.get(keyword)):
                    yield from _strings([cast("dict[str, object]", each).get("$ref")])
            mapping = cast("dict[str, object]", declared).get("mapping")
            if isinstance(mapping, dict):
                yield from _strings(cast("dict[str, object]", mapping).values())
        for each in members.values():
            yield from _options(each)
    elif isinstance(value, list):
        for each in cast("list[object]", value):
            yield from _options(each)


def _elements(value: object) -> Iterator[object]:
    """Yield the objects in an array."""
    if isinstance(value, list):
        yield from (each for each in cast("list[object]", value) if isinstance(each, dict))


def _strings(values: Iterable[object]) -> Iterator[str]:
    yield from (each for each in values if isinstance(each, str))
