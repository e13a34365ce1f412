"""Tell what is equal in several documents: documents in, where each definition was met first out.

Two schemas under `components` are alike when they are equal, of one name, and so is whatever they
refer to. Later stages then work on the first one and use what they made of it for all the others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from specloom.diagnostics import Pointer
from specloom.documents.document import Document, Json, Node

Homes = Mapping[Pointer, Document]
"""For definitions of a document, by their places: the document that has an equal one first."""

COMPONENTS = ("components", "schemas")
_PREFIX = "#/components/schemas/"
_REFERENCE = re.compile(r'"\$ref":"([^"]*)"')


class Alike:
    """Tells what is equal in the documents of a run; a single one is not looked into.

    Definitions that merge others (`allOf`, `discriminator`, choices beside members) have no home,
    nor those that are tied to them by references: what they mean depends on the whole document.
    """

    def __init__(self, documents: Sequence[Document] = ()) -> None:
        texts = _Texts()
        first: dict[tuple[str, bytes], Document] = {}
        self._homes: dict[Document, Homes] = {
            each: {
                (*COMPONENTS, name): first.setdefault((name, key), each)
                for name, key in texts.keys(each)
            }
            for each in (documents if len(documents) > 1 else ())
        }
        self._keys: dict[tuple[Document, int], str | None] = {}

    def homes(self, document: Document) -> Homes:
        """For each definition of a document that can be shared, which document has it first."""
        return self._homes.get(document, {})

    def key(self, node: Node) -> str | None:
        """A text that is the same for equal parts of documents whose references name equal schemas.

        None where a part refers to something that cannot be shared.
        """
        if not self._homes:
            return None
        # The documents live as long as this does, so that no other value gets the same identity;
        # but several may hold one value, from an overlay, that refers to something else in each.
        identity = (node.document, id(node.value))
        if identity not in self._keys:
            self._keys[identity] = self._made_key(node)
        return self._keys[identity]

    def _made_key(self, node: Node) -> str | None:
        text = json.dumps(node.value, separators=(",", ":"))
        homes = self.homes(node.document)
        found = [text]
        for each in _REFERENCE.findall(text):
            home = homes.get((*COMPONENTS, each.removeprefix(_PREFIX)))
            if home is None:
                return None
            found.append(home.path)
        return "\0".join(found)


class _Texts:
    """Definitions as JSON; each distinct text is looked into once."""

    def __init__(self) -> None:
        self._told: dict[str, tuple[frozenset[str], bool]] = {}

    def keys(self, document: Document) -> Iterable[tuple[str, bytes]]:
        """The name of each definition that can be shared, and a digest of all that it says."""
        components = document.root.get("components")
        schemas = components.get("schemas") if isinstance(components, dict) else None
        if not isinstance(schemas, dict):
            return
        texts = {name: json.dumps(each, separators=(",", ":")) for name, each in schemas.items()}
        told = {name: self._tell(text, schemas[name]) for name, text in texts.items()}
        if not all(references <= texts.keys() for references, _ in told.values()):
            return  # some point elsewhere than to a definition
        reach = {name: _reached(name, told) for name in texts}
        merging = {name for name, (_, is_plain) in told.items() if not is_plain}
        tied = _tied(merging, reach)
        for name, reached in reach.items():
            if name not in tied:
                parts = "\0".join(texts[each] for each in (name, *sorted(reached)))
                yield name, blake2b(parts.encode("ascii"), digest_size=16).digest()

    def _tell(self, text: str, schema: Json) -> tuple[frozenset[str], bool]:
        """The names that a definition refers to, and whether it merges nothing."""
        found = self._told.get(text)
        if found is None:
            references = _REFERENCE.findall(text)
            names = frozenset(each.removeprefix(_PREFIX) for each in references)
            found = self._told[text] = (names, _is_plain(schema))
        return found


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
