"""Lower the schema of a server-sent event to the types of its data, by the names of events.

Since OpenAPI 3.2 an `itemSchema` describes the event itself: its properties are the fields of the event
stream, and `data` is a string whose `contentSchema` is the schema of the payload.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from specloom.documents.document import Node
from specloom.ir import Primitive, Type, Union, Unknown
from specloom.lowering.common.media_types import notation_of
from specloom.lowering.schemas.schemas import Schemas

FIELDS = frozenset({"data", "event", "id", "retry", "comment"})
TEXT = Primitive("string")
_DEPTH = 20


class _Variant(Struct, frozen=True):
    """One kind of event: the names that it may have, and the schema of its data."""

    names: tuple[str, ...] = ()
    data: Node | None = None


def event_types(
    item: Node, schemas: Schemas, words: tuple[str, ...]
) -> tuple[tuple[str, Type], ...]:
    """Return the types of the data of events by their names, "" for any other name.

    The result is empty if the schema describes the payload and not an event. A plain string is data
    that is not JSON.
    """
    if not _describes_events(item):
        return ()
    found: dict[str, dict[Type, None]] = {}
    for variant in _variants(item, 0):
        type_ = _payload(variant, schemas, words)
        for name in variant.names or ("",):
            found.setdefault(name, {})[type_] = None
    return tuple((name, union_of(types)) for name, types in found.items())


def union_of(types: Iterable[Type]) -> Type:
    """Return one type for all of these."""
    distinct = tuple(dict.fromkeys(types))
    return distinct[0] if len(distinct) == 1 else Union(distinct)


def _describes_events(item: Node) -> bool:
    names = set(_property_names(item, 0))
    return names <= FIELDS and not names.isdisjoint({"data", "event"})


def _property_names(node: Node, depth: int) -> Iterator[str]:
    target = node.follow()
    if depth > _DEPTH or not isinstance(target.value, dict):
        return
    properties = target.get("properties")
    yield from properties.mapping() if properties else ()
    for part in _parts(target, "allOf", "oneOf", "anyOf"):
        yield from _property_names(part, depth + 1)


def _parts(node: Node, *keywords: str) -> Iterator[Node]:
    for keyword in keywords:
        declared = node.get(keyword)
        yield from declared.elements() if declared else ()


def _variants(node: Node, depth: int) -> tuple[_Variant, ...]:
    """Return the kinds of events that a schema describes.

    Parts of an `allOf` are combined, and alternatives are separate kinds.
    """
    target = node.follow()
    if depth > _DEPTH or not isinstance(target.value, dict):
        return (_Variant(),)
    properties = target.get("properties")
    event, data = ((properties.get(name) if properties else None) for name in ("event", "data"))
    found: tuple[_Variant, ...] = (_Variant(_names(event), data),)
    for part in _parts(target, "allOf"):
        found = _combined(found, _variants(part, depth + 1))
    for keyword in ("oneOf", "anyOf"):
        alternatives = [
            each for part in _parts(target, keyword) for each in _variants(part, depth + 1)
        ]
        found = _combined(found, alternatives) if alternatives else found
    return found


def _combined(base: Iterable[_Variant], others: Iterable[_Variant]) -> tuple[_Variant, ...]:
    others = tuple(others)
    return tuple(
        _Variant(
            other.names or each.names,
            (
                other.data
                if other.data is not None and _says_more(other.data, each.data)
                else each.data
            ),
        )
        for each in base
        for other in others
    )


def _says_more(data: Node, base: Node | None) -> bool:
    """Return whether the schema of the data in an alternative replaces that of the whole event."""
    if base is None:
        return True
    target = data.follow()
    return isinstance(target.value, dict) and bool(target.value)


def _names(event: Node | None) -> tuple[str, ...]:
    """Return the names that an event may have, if the schema lists them."""
    target = event.follow() if event is not None else None
    if target is None or not isinstance(target.value, dict):
        return ()
    value = target.value
    listed = [value["const"]] if "const" in value else value.get("enum")
    return (
        tuple(each for each in listed if isinstance(each, str)) if isinstance(listed, list) else ()
    )


def _payload(variant: _Variant, schemas: Schemas, words: tuple[str, ...]) -> Type:
    if variant.data is None:
        return TEXT
    target = variant.data.follow()
    members = target.value if isinstance(target.value, dict) else {}
    content = target.get("contentSchema") if members else None
    if content is not None:
        type_ = schemas.type(content, (*words, *variant.names[:1], "data"))
        return Unknown() if type_ == TEXT else type_  # a string that is serialized as JSON
    if notation_of(str(members.get("contentMediaType") or "")) == "json":
        return Unknown()
    kinds = members.get("type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    structured = {"$ref", "properties", "items", "oneOf", "anyOf", "allOf"} & members.keys()
    if "string" in kinds or (kinds == [None] and not structured):
        return TEXT
    return schemas.type(variant.data, (*words, *variant.names[:1], "data"))
