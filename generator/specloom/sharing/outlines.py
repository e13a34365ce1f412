"""Compute digests of the definitions and operations of a document, to compare them with other documents."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

import msgspec
from msgspec import Struct

from specloom.documents.document import Document, Json
from specloom.documents.pointers import lookup, parse_fragment
from specloom.documents.specification import METHODS, declared_operations

COMPONENTS = ("components", "schemas")
SCHEMAS = "#/components/schemas/"

_REFERENCE = re.compile(r'"\$ref":"([^"]*)"')
_OTHERS = re.compile(r"#/components/(?:parameters|requestBodies|responses|headers)/[^/]+")
_EXAMPLES = frozenset({"example", "examples"})
_OPERATIONS = frozenset({*METHODS, "additionalOperations"})

OWN = frozenset({"operationId", "summary", "description", "tags", "security"})
"""Properties in which equal operations may differ; later stages read them from each operation."""


class OperationOutline(Struct, frozen=True):
    """A digest of an operation, and the names of the definitions to which it refers."""

    digest: str
    references: tuple[str, ...]


class Outline(Struct, frozen=True):
    """What a document can have in common with others.

    `definitions` has the digest of each definition that can be shared, including the targets of its
    references, by name. `operations` are in the order of `declared_operations`; None for one that
    cannot be shared.
    """

    definitions: Mapping[str, str]
    operations: tuple[OperationOutline | None, ...]


class Outliner:
    """Creates the outlines of documents; equal definitions of several documents are examined once."""

    def __init__(self) -> None:
        self._examined: dict[str, _Definition] = {}

    def outline(self, document: Document) -> Outline:
        """Return the outline of a document that does not change any more.

        Definitions that merge others (`allOf`, `discriminator`, alternatives next to properties)
        are omitted, and so are those that references connect with them: their meaning depends on
        the whole document.
        """
        return Outline(dict(self._definitions(document)), tuple(_operations(document)))

    def _definitions(self, document: Document) -> Iterable[tuple[str, str]]:
        schemas = lookup(document.root, COMPONENTS)
        if not isinstance(schemas, dict):
            return
        texts = {name: serialized(each) for name, each in schemas.items()}
        examined = {name: self._examine(text, schemas[name]) for name, text in texts.items()}
        if not all(each.references <= texts.keys() for each in examined.values()):
            return  # some references are not to definitions
        closures = {name: _closure(name, examined) for name in texts}
        merging = {name for name, each in examined.items() if each.is_merging}
        connected = _connected(merging, closures)
        for name, closure in closures.items():
            if name not in connected:
                yield name, _digest(texts[each] for each in (name, *sorted(closure)))

    def _examine(self, text: str, schema: Json) -> _Definition:
        found = self._examined.get(text)
        if found is None:
            names = frozenset(each.removeprefix(SCHEMAS) for each in references_in(text))
            found = self._examined[text] = _Definition(names, _is_merging(schema))
        return found


class _Definition(Struct, frozen=True):
    """The names to which a definition refers, and whether it merges others."""

    references: frozenset[str]
    is_merging: bool


def serialized(value: Json) -> str:
    """Return a value as JSON; equal values with properties in the same order are equal."""
    try:
        return msgspec.json.encode(value).decode()
    except (ValueError, OverflowError):  # such as half a surrogate pair
        return json.dumps(value, separators=(",", ":"))


def references_in(text: str) -> list[str]:
    """Return the `$ref`s in the output of `serialized`."""
    return _REFERENCE.findall(text)


def _digest(texts: Iterable[str]) -> str:
    return blake2b("\0".join(texts).encode(), digest_size=16).hexdigest()


def _closure(name: str, definitions: Mapping[str, _Definition]) -> frozenset[str]:
    """Return the transitive closure of the references of a definition."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        new = definitions[waiting.pop()].references - found
        found |= new
        waiting += new
    return frozenset(found)


def _connected(names: set[str], closures: Mapping[str, frozenset[str]]) -> set[str]:
    """Return the definitions that references connect with some of these, in either direction."""
    connected = set(names)
    size = -1
    while connected and size != len(connected):
        size = len(connected)
        for name, closure in closures.items():
            if name in connected or not connected.isdisjoint(closure):
                connected |= {name, *closure}
    return connected


def _is_merging(value: Json) -> bool:
    """Return whether a part of a schema includes the properties of another one."""
    if isinstance(value, list):
        return any(map(_is_merging, value))
    if not isinstance(value, dict):
        return False
    if "allOf" in value or "discriminator" in value:
        return True
    if "$ref" in value and len(value) > 1 and not value.keys() <= {"$ref", "description"}:
        return True
    if "properties" in value and ("oneOf" in value or "anyOf" in value):
        return True
    return any(map(_is_merging, value.values()))


def _operations(document: Document) -> Iterator[OperationOutline | None]:
    """Outline each operation separately, its path item, and the components to which it refers."""
    components: dict[str, str | None] = {}
    for _, item, method, node in declared_operations(document):
        texts = [
            serialized(_without(node.value, OWN)),
            serialized(_without(item.value, _OPERATIONS)),
        ]
        yield _operation([serialized(method), *texts], document, components)


def _operation(
    texts: list[str], document: Document, components: dict[str, str | None]
) -> OperationOutline | None:
    names: dict[str, None] = {}
    waiting = [each for text in texts for each in references_in(text)]
    seen: set[str] = set()
    for each in waiting:  # grows during the loop
        if each.startswith(SCHEMAS):
            names[each.removeprefix(SCHEMAS)] = None
        elif each not in seen:
            seen.add(each)
            if each not in components:
                components[each] = _component(each, document)
            text = components[each]
            if text is None:
                return None
            texts.append(text)
            waiting += references_in(text)
    return OperationOutline(_digest(texts), tuple(names))


def _component(reference: str, document: Document) -> str | None:
    """Return a parameter, request body, response or header of the components as JSON."""
    if not _OTHERS.fullmatch(reference):
        return None
    try:
        found = lookup(document.root, parse_fragment(reference[1:]))
    except ValueError:
        return None
    return serialized(_without_examples(found)) if isinstance(found, dict) else None


def _without(value: Json, omitted: frozenset[str]) -> Json:
    """Return an operation or a path item without some properties, and without examples."""
    if not isinstance(value, dict):
        return value
    rest = {key: each for key, each in value.items() if key not in omitted}
    parameters, responses = rest.get("parameters"), rest.get("responses")
    if isinstance(parameters, list):
        rest["parameters"] = [_without_examples(each) for each in parameters]
    if isinstance(responses, dict):
        rest["responses"] = {key: _without_examples(each) for key, each in responses.items()}
    if "requestBody" in rest:
        rest["requestBody"] = _without_examples(rest["requestBody"])
    return rest


def _without_examples(value: Json) -> Json:
    """Return a parameter, a request body or a response without the examples next to its schemas."""
    if not isinstance(value, dict):
        return value
    rest = {key: each for key, each in value.items() if key not in _EXAMPLES}
    content = rest.get("content")
    if isinstance(content, dict):
        rest["content"] = {key: _without_examples(each) for key, each in content.items()}
    return rest
