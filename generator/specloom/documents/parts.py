"""Share the equal parts of several documents, so that each of them is examined only once.

The documents of one API have most schemas, parameters and responses in common. When these are one value in
all documents, a stage can remember by identity what it has found in them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Any, TypeVar, cast

import msgspec

from specloom.documents.document import Document, Json
from specloom.documents.pointers import copied
from specloom.documents.specification import METHODS, Kind

_SECTIONS = MappingProxyType(
    {
        "schemas": Kind.SCHEMA,
        "responses": Kind.RESPONSE,
        "parameters": Kind.PARAMETER,
        "requestBodies": Kind.REQUEST_BODY,
        "headers": Kind.HEADER,
    }
)

T = TypeVar("T")


class Parts:
    """The parts that documents can have in common: components, parameters, bodies and responses.

    A part is recognized by its identity. It is a value of its own, which occurs only where documents
    have a part of its kind. No stage may change it in place.
    """

    def __init__(self) -> None:
        self._parts: dict[tuple[Kind, bytes], Json] = {}
        self.identities: set[int] = set()
        self._results: dict[Callable[..., object], dict[int, object]] = {}
        self._passed: dict[str, set[int]] = {}

    def share(self, document: Document) -> None:
        """Replace the parts of a document by equal ones of earlier documents, in place."""
        for kind, container, keys in _places(document.root):
            for key in keys:
                if isinstance(container[key], dict):
                    container[key] = self._shared(kind, container[key])

    def has(self, value: Json) -> bool:
        """Return whether a value is a part."""
        return id(value) in self.identities

    def result(self, function: Callable[[Json], T], part: Json) -> T:
        """Return the result of a function for a part; it is called once."""
        results = self._results.setdefault(function, {})
        if id(part) not in results:
            results[id(part)] = function(part)
        return cast(T, results[id(part)])

    def passed(self, check: str) -> set[int]:
        """Return the identities of the parts in which a check found nothing, to use and to complete."""
        return self._passed.setdefault(check, set())

    def of(self, document: Document) -> Iterator[Json]:
        """Yield the parts of a document."""
        for _, container, keys in _places(document.root):
            for key in keys:
                if id(container[key]) in self.identities:
                    yield container[key]

    def _shared(self, kind: Kind, value: Json) -> Json:
        if id(value) in self.identities:
            return value
        try:
            # Equal values with their properties in the same order are equal as JSON.
            key = (kind, msgspec.json.encode(value))
        except (ValueError, OverflowError):  # such as half a surrogate pair
            return value
        if key not in self._parts:
            # A copy, because the value may occur elsewhere in the document, or in an overlay.
            self._parts[key] = part = copied(value)
            self.identities.add(id(part))
        return self._parts[key]


def copied_except(value: Json, parts: set[int]) -> Json:
    """Return a deep copy of a value that has some parts, by their identities, in common with it."""
    if isinstance(value, dict):
        return {
            key: (
                copied_except(member, parts)
                if isinstance(member, (dict, list)) and id(member) not in parts
                else member
            )
            for key, member in value.items()
        }
    if isinstance(value, list):
        return [
            element if id(element) in parts else copied_except(element, parts) for element in value
        ]
    return value


def _places(root: dict[str, Json]) -> Iterator[tuple[Kind, Any, list[Any]]]:
    """Yield where a document has parts: their kind, the object or array that contains them, and their keys."""
    components, paths = root.get("components"), root.get("paths")
    for section, kind in _SECTIONS.items() if isinstance(components, dict) else ():
        named = components.get(section) if isinstance(components, dict) else None
        if isinstance(named, dict):
            yield kind, named, list(named)
    for item in paths.values() if isinstance(paths, dict) else ():
        for holder in (item, *map(item.get, METHODS)) if isinstance(item, dict) else ():
            if not isinstance(holder, dict):
                continue
            parameters, responses = holder.get("parameters"), holder.get("responses")
            if isinstance(parameters, list):
                yield Kind.PARAMETER, parameters, list(range(len(parameters)))
            if isinstance(responses, dict):
                yield Kind.RESPONSE, responses, list(responses)
            if "requestBody" in holder:
                yield Kind.REQUEST_BODY, holder, ["requestBody"]
