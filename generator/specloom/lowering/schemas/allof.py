"""Merge the properties of object schemas that use `allOf` and alternatives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from msgspec import Struct, field

from specloom.diagnostics import Pointer
from specloom.documents.document import Node
from specloom.lowering.schemas.kinds import ADDITIONAL, type_names

MOST_ALTERNATIVES = 32

# Keywords for properties that no other keyword names.

# Annotations, which do not restrict values.
_ANNOTATIONS = frozenset(
    "title description default deprecated readOnly writeOnly example examples externalDocs xml "
    "$comment $id $anchor $schema nullable discriminator".split()
)


class Merged(Struct, frozen=True):
    """The properties of an object with those of all its parts, in the document's order.

    A property that several parts describe has a node for each. `additional` contains the schemas of
    additional properties. `null` is true if all parts with a type allow null, and None if no part has a
    type. `sources` are the component schemas that are included, and `choices` those that were chosen as
    an alternative.
    """

    properties: dict[str, tuple[Node, ...]] = field(default_factory=dict[str, tuple[Node, ...]])
    required: frozenset[str] = frozenset()
    additional: tuple[Node, ...] = ()
    null: bool | None = None
    sources: tuple[Pointer, ...] = ()
    choices: tuple[Node, ...] = ()

    def joined(self, other: Merged) -> Merged:
        """Return the properties of both."""
        properties = dict(self.properties)
        for name, nodes in other.properties.items():
            properties[name] = _distinct((*properties.get(name, ()), *nodes))
        said = [each for each in (self.null, other.null) if each is not None]
        return Merged(
            properties=properties,
            required=self.required | other.required,
            additional=_distinct((*self.additional, *other.additional)),
            null=all(said) if said else None,
            sources=(*self.sources, *other.sources),
            choices=(*self.choices, *other.choices),
        )

    @property
    def says_members(self) -> bool:
        """Return whether it has properties, or a schema of additional properties."""
        return bool(self.properties) or any(each.value is not True for each in self.additional)


def wrapped_part(node: Node) -> Node | None:
    """Return the reference that a schema wraps in an `allOf` only to describe it, otherwise None.

    OpenAPI 3.0 has no other way to describe a property that is a `$ref`.
    """
    if not isinstance(node.value, dict) or not isinstance(node.value.get("allOf"), list):
        return None
    parts = strongest(list(node["allOf"].elements()))
    wraps = len(parts) == 1 and isinstance(parts[0].value, dict) and "$ref" in parts[0].value
    return parts[0] if wraps and not _restrictions(node, "allOf") else None


def strongest(nodes: Sequence[Node]) -> list[Node]:
    """Omit the parts that another part implies.

    These are empty schemas, a plain `type: object` next to an object, and a component schema next to
    one that includes it.
    """
    found = [each for each in nodes if not is_empty(each)]
    if len(found) < 2:
        return found
    sources = [_sources(each) for each in found]
    targets = [_plain_target(each) for each in found]
    kept: list[Node] = []
    for index, node in enumerate(found):
        others = [each for number, each in enumerate(sources) if number != index]
        is_plain = (
            isinstance(node.value, dict)
            and "$ref" not in node.value
            and not _restrictions(node, "$ref")
        )
        if is_plain and any(each is not None for each in others):
            continue
        earlier = targets[:index]
        included = any(each and targets[index] in each[1:] for each in others)
        if targets[index] is None or not (included or targets[index] in earlier):
            kept.append(node)
    return kept or found[:1]


def _sources(node: Node) -> tuple[Pointer, ...] | None:
    """Return the component schemas that an object includes, itself first.

    Return None if it is not a single object.
    """
    shapes = merged_members([node])
    if shapes is None or len(shapes) != 1:
        return None
    return (_plain_target(node) or node.pointer, *shapes[0].sources)


def _plain_target(node: Node) -> Pointer | None:
    """Return the component schema to which a schema refers, if it contains only the reference."""
    target = node.reference()
    return target.pointer if target is not None and not has_siblings(node) else None


def array_items(node: Node) -> Node | None:
    """Return the schema of the items of an array without other constraints, otherwise None."""
    found = node
    while (target := found.reference()) is not None and not has_siblings(found):
        found = target
    value = found.value
    if not isinstance(value, dict) or value.get("type", "array") != "array":
        return None
    others = {"$ref", "allOf", "oneOf", "anyOf", "enum", "const", "prefixItems", "properties"}
    items = found.get("items")
    if items is None or not isinstance(items.value, dict) or others & value.keys():
        return None
    return items


def has_siblings(node: Node) -> bool:
    """Return whether a schema has more than annotations beside its `$ref`."""
    return bool(_restrictions(node, "$ref"))


def has_parts(node: Node) -> bool:
    """Return whether a schema has properties, or another schema that may have some."""
    members = node.value if isinstance(node.value, dict) else {}
    return any(key in members for key in ("properties", "allOf", "$ref"))


def is_empty(node: Node) -> bool:
    """Return whether a schema contains only annotations."""
    return node.value is True or (isinstance(node.value, dict) and not _restrictions(node, ""))


def _restrictions(node: Node, besides: str) -> list[str]:
    members = node.value if isinstance(node.value, dict) else {}
    return [
        key
        for key, value in members.items()
        if key != besides
        and key not in _ANNOTATIONS
        and not key.startswith("x-")
        and not (besides and _says_nothing_new(key, value))
    ]


def _says_nothing_new(key: str, value: object) -> bool:
    """Return whether a keyword next to a reference or `allOf` leaves the allowed values unchanged."""
    if key == "type":
        names = cast("list[object]", value) if isinstance(value, list) else [value]
        return "object" in names and all(each in ("object", "null") for each in names)
    if key in ("additionalProperties", "unevaluatedProperties"):
        return value is True or value == {}
    return key in ("properties", "required", "patternProperties") and not value


def merged_members(nodes: Sequence[Node]) -> list[Merged] | None:
    """Return the sets of properties that an object valid for all nodes may have.

    Return None if it is not an object, or only a choice of objects, which need no merging.
    """
    alternatives = [Merged()]
    for node in nodes:
        found = _alternatives(node, frozenset())
        if found is None:
            return None
        alternatives = _product(alternatives, found)
    if len(alternatives) > 1 and not any(_has_members(node, frozenset()) for node in nodes):
        return None
    return alternatives


def _has_members(node: Node, seen: frozenset[Pointer]) -> bool:
    """Return whether a schema has properties outside of its alternatives."""
    if not isinstance(node.value, dict) or node.pointer in seen:
        return False
    seen |= {node.pointer}
    target = node.reference()
    parts = [*_elements(node, "allOf"), *([target] if target is not None else [])]
    return own_members(node).says_members or any(_has_members(part, seen) for part in parts)


def _alternatives(node: Node, seen: frozenset[Pointer]) -> list[Merged] | None:
    """Return the sets of properties of one schema, or None if it may be something other than an object."""
    if not isinstance(node.value, dict):
        return [Merged()]
    if node.pointer in seen:
        return [Merged()]  # it includes itself, which adds nothing
    seen |= {node.pointer}
    found = [Merged()]
    target = node.reference()
    if target is not None:
        inner = _alternatives(target, seen)
        if inner is None:
            return None
        found = _product(inner, [Merged(sources=(target.pointer,))])
        if not has_siblings(node):
            return found
    if node.value.get("enum") is not None or "const" in node.value or not _may_be_object(node):
        return None
    for part in _elements(node, "allOf"):
        inner = _alternatives(part, seen)
        if inner is None:
            return None
        found = _product(found, inner)
    found = _product(found, [own_members(node)])
    for keyword in ("oneOf", "anyOf"):
        chosen = _choice(list(_elements(node, keyword)), seen)
        if chosen is None:
            return None
        found = _product(found, chosen)
    return found


def _choice(choices: list[Node], seen: frozenset[Pointer]) -> list[Merged] | None:
    """Return the properties that alternatives add, or nothing if they only restrict the properties."""
    found: list[Merged] = []
    null = False
    for choice in choices:
        if choice.value == {"type": "null"}:
            null = True
            continue
        target = choice.reference()
        if choice.pointer in seen or (target is not None and target.pointer in seen):
            return [Merged()]  # a subtype includes its supertype, which lists its subtypes
        inner = _alternatives(choice, seen)
        if inner is None:
            return None
        found += [each.joined(Merged(choices=(choice,))) for each in inner]
    if not any(each.says_members for each in found):
        # Of `anyOf: [{required: [a]}, {required: [b]}]` neither is certain.
        return [Merged(null=True if null else None)]
    return [each.joined(Merged(null=True)) for each in found] if null else found


def _product(first: list[Merged], second: list[Merged]) -> list[Merged]:
    """Return all combinations, or if there are too many, one that has the properties of all."""
    if len(second) == 1 and second[0] == Merged():
        return first
    if len(first) * len(second) > MOST_ALTERNATIVES:
        return [_any_of([*first, *second])]
    return [a.joined(b) for a in first for b in second]


def _any_of(alternatives: list[Merged]) -> Merged:
    """Return the properties that any of several sets has. They are required if all sets require them."""
    joined = alternatives[0]
    for each in alternatives[1:]:
        joined = joined.joined(each)
    required = alternatives[0].required.intersection(*(each.required for each in alternatives))
    return Merged(joined.properties, required, joined.additional, joined.null, joined.sources)


def own_members(node: Node) -> Merged:
    """Return the properties that a schema itself has."""
    properties = node.get("properties")
    required = node.get("required")
    additional = [node.get(keyword) for keyword in ADDITIONAL]
    patterns = node.get("patternProperties")
    if patterns is not None and isinstance(patterns.value, dict):
        additional += [each for _, each in patterns.items()]
    names = type_names(node)
    members = properties.items() if properties and isinstance(properties.value, dict) else ()
    return Merged(
        properties={name: (each,) for name, each in members},
        required=frozenset(
            each
            for each in (required.value if required and isinstance(required.value, list) else ())
            if isinstance(each, str)
        ),
        additional=tuple(
            each
            for each in additional
            if each and (each.value is True or isinstance(each.value, dict))
        ),
        null="null" in names if names else None,
    )


def is_closed_and_empty(node: Node) -> bool:
    """Return whether a schema is an object that allows no property, so that `{}` is the only value."""
    if not isinstance(node.value, dict) or "object" not in type_names(node):
        return False
    allowed = {"type", "properties", *ADDITIONAL}
    return (
        any(node.value.get(keyword) is False for keyword in ADDITIONAL)
        and not node.value.get("properties")
        and set(_restrictions(node, "")) <= allowed
        and _may_be_object(node)
    )


def _may_be_object(node: Node) -> bool:
    names = type_names(node)
    return not names or (set(names) <= {"object", "null"} and "object" in names)


def _elements(node: Node, keyword: str) -> Iterator[Node]:
    found = node.get(keyword)
    if found is not None and isinstance(found.value, list):
        yield from found.elements()


def _distinct(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the nodes without duplicates."""
    kept: list[Node] = []
    for node in nodes:
        if all(node.value != each.value for each in kept):
            kept.append(node)
    return tuple(kept)
