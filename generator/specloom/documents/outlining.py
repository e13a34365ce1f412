"""Outline documents: a document in, digests of what other documents may have as well out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

from specloom.documents.document import Document, Json
from specloom.documents.outline import Outline, Part
from specloom.documents.pointers import lookup, parse_fragment
from specloom.documents.specification import METHODS, declared_operations

COMPONENTS = ("components", "schemas")
SCHEMAS = "#/components/schemas/"

_REFERENCE = re.compile(r'"\$ref":"([^"]*)"')
_OTHERS = re.compile(r"#/components/(?:parameters|requestBodies|responses|headers)/[^/]+")
_EXAMPLES = frozenset({"example", "examples"})
_OPERATIONS = frozenset({*METHODS, "additionalOperations"})

OWN = frozenset({"operationId", "summary", "description", "tags", "security"})
"""What an operation says of itself alone: equal operations differ in it, and later stages read it from each."""


class Outliner:
    """Outlines documents; each distinct text of a definition is looked into once."""

    def __init__(self) -> None:
        self._told: dict[str, tuple[frozenset[str], bool]] = {}

    def outline(self, document: Document) -> Outline:
        """The outline of a document that is not changed any more.

        Definitions that merge others (`allOf`, `discriminator`, choices beside members) are left out,
        and those that are tied to them by references: what they mean depends on the whole document.
        """
        return Outline(dict(self._definitions(document)), tuple(_operations(document)))

    def _definitions(self, document: Document) -> Iterable[tuple[str, str]]:
        schemas = lookup(document.root, COMPONENTS)
        if not isinstance(schemas, dict):
            return
        texts = {name: text_of(each) for name, each in schemas.items()}
        told = {name: self._tell(text, schemas[name]) for name, text in texts.items()}
        if not all(references <= texts.keys() for references, _ in told.values()):
            return  # some point elsewhere than to a definition
        reach = {name: _reached(name, told) for name in texts}
        merging = {name for name, (_, is_plain) in told.items() if not is_plain}
        tied = _tied(merging, reach)
        for name, reached in reach.items():
            if name not in tied:
                yield name, _digest(texts[each] for each in (name, *sorted(reached)))

    def _tell(self, text: str, schema: Json) -> tuple[frozenset[str], bool]:
        """The names that a definition refers to, and whether it merges nothing."""
        found = self._told.get(text)
        if found is None:
            names = frozenset(each.removeprefix(SCHEMAS) for each in references_in(text))
            found = self._told[text] = (names, _is_plain(schema))
        return found


def text_of(value: Json) -> str:
    """A value as JSON; equal for equal values whose members are in one order."""
    return json.dumps(value, separators=(",", ":"))


def references_in(text: str) -> list[str]:
    """What the `$ref`s in a value refer to, the value as `text_of` gives it."""
    return _REFERENCE.findall(text)


def _digest(texts: Iterable[str]) -> str:
    return blake2b("\0".join(texts).encode("ascii"), digest_size=16).hexdigest()


def _reached(name: str, told: Mapping[str, tuple[frozenset[str], bool]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        new = told[waiting.pop()][0] - found
        found |= new
        waiting += new
    return frozenset(found)


def _tied(names: set[str], reach: Mapping[str, frozenset[str]]) -> set[str]:
    """Some definitions with all that are joined to them by references, either way."""
    tied = set(names)
    size = -1
    while tied and size != len(tied):
        size = len(tied)
        for name, reached in reach.items():
            if name in tied or not tied.isdisjoint(reached):
                tied |= {name, *reached}
    return tied


def _is_plain(value: Json) -> bool:
    """Whether nothing in a schema takes in the members of another one."""
    if isinstance(value, list):
        return all(map(_is_plain, value))
    if not isinstance(value, dict):
        return True
    if "allOf" in value or "discriminator" in value:
        return False
    if "$ref" in value and len(value) > 1 and not value.keys() <= {"$ref", "description"}:
        return False
    if "properties" in value and ("oneOf" in value or "anyOf" in value):
        return False
    return all(map(_is_plain, value.values()))


def _operations(document: Document) -> Iterator[Part | None]:
    """Each operation by what it says, its path item says, and the components say that it refers to."""
    components: dict[str, str | None] = {}
    for _, item, method, node in declared_operations(document):
        texts = [text_of(_told(node.value, OWN)), text_of(_told(item.value, _OPERATIONS))]
        yield _part([text_of(method), *texts], document, components)


def _part(texts: list[str], document: Document, components: dict[str, str | None]) -> Part | None:
    names: dict[str, None] = {}
    waiting = [each for text in texts for each in references_in(text)]
    seen: set[str] = set()
    for each in waiting:  # which grows on the way
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
    return Part(_digest(texts), tuple(names))


def _component(reference: str, document: Document) -> str | None:
    """What a parameter, a body, an answer or a header among the components says."""
    if not _OTHERS.fullmatch(reference):
        return None
    try:
        found = lookup(document.root, parse_fragment(reference[1:]))
    except ValueError:
        return None
    return text_of(_without_examples(found)) if isinstance(found, dict) else None


def _told(value: Json, less: frozenset[str]) -> Json:
    """What an operation or a path item says, less some members, and less the examples."""
    if not isinstance(value, dict):
        return value
    kept = {key: each for key, each in value.items() if key not in less}
    parameters, responses = kept.get("parameters"), kept.get("responses")
    if isinstance(parameters, list):
        kept["parameters"] = [_without_examples(each) for each in parameters]
    if isinstance(responses, dict):
        kept["responses"] = {key: _without_examples(each) for key, each in responses.items()}
    if "requestBody" in kept:
        kept["requestBody"] = _without_examples(kept["requestBody"])
    return kept


def _without_examples(value: Json) -> Json:
    """A parameter, a body or an answer without the examples that stand beside its schemas."""
    if not isinstance(value, dict):
        return value
    kept = {key: each for key, each in value.items() if key not in _EXAMPLES}
    content = kept.get("content")
    if isinstance(content, dict):
        kept["content"] = {key: _without_examples(each) for key, each in content.items()}
    return kept
