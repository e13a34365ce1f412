"""Keep documents that were checked: a document in, bytes that it can be made of again out, and back.

Of hundreds of documents a few change at a time; the others need not be upgraded, corrected, repaired
and validated again. What they share need not even be read again: an entry is lines of JSON, the
document first, then each of its definitions and each part that was not written in its place, and
of equal lines one is read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from specloom.diagnostics import Diagnostic, Location, Pointer, Severity
from specloom.documents.document import Document, Json
from specloom.documents.outline import Outline, Part


def dump_document(
    document: Document, used: tuple[int, ...], selected_by: tuple[int, ...] = ()
) -> bytes:
    """Return a document as lines of JSON, with the numbers of what matched in it.

    Args:
        document: the document.
        used: the numbers of the overlay actions that matched.
        selected_by: the numbers of the values of `[select]` that matched.
    """
    root, definitions = _apart(document.root)
    outline = document.outline
    digests: Mapping[str, str] = {} if outline is None else outline.definitions
    head = {
        "path": document.path,
        "root": root,
        "definitions": len(definitions),
        "findings": [dump_diagnostic(each) for each in document.findings],
        "used": used,
        "selected_by": selected_by,
        "operations": None if outline is None else list(map(_dump_part, outline.operations)),
    }
    lines: list[object] = [head]
    lines += [(name, value, digests.get(name)) for name, value in definitions.items()]
    lines += [(key, dump_location(each)) for key, each in document.origins.items()]
    return "\n".join(json.dumps(each, separators=(",", ":")) for each in lines).encode("ascii")


class Reader:
    """Makes documents of what `dump_document` gave; equal parts of them are one value."""

    def __init__(self) -> None:
        self._definitions: dict[bytes, tuple[str, Json, str | None]] = {}
        self._origins: dict[bytes, tuple[Pointer, Location]] = {}

    def load(self, content: bytes) -> tuple[Document, tuple[int, ...], tuple[int, ...]]:
        """Return a document and the numbers of what matched in it, as `dump_document` was given them."""
        first, *lines = content.split(b"\n")
        head = json.loads(first)
        count: int = head["definitions"]
        definitions = list(map(self._definition, lines[:count]))
        if count:
            schemas = head["root"]["components"]["schemas"]
            schemas.update({name: value for name, value, _ in definitions})
        outline: Outline | None = None
        if head["operations"] is not None:
            digests = {name: digest for name, _, digest in definitions if digest is not None}
            outline = Outline(digests, tuple(map(_load_part, head["operations"])))
        findings = tuple(map(load_diagnostic, head["findings"]))
        origins = dict(map(self._origin, lines[count:]))
        document = Document(head["path"], head["root"], origins, findings, outline)
        return document, tuple(head["used"]), tuple(head["selected_by"])

    def _definition(self, line: bytes) -> tuple[str, Json, str | None]:
        found = self._definitions.get(line)
        if found is None:
            found = self._definitions[line] = tuple(json.loads(line))
        return found

    def _origin(self, line: bytes) -> tuple[Pointer, Location]:
        found = self._origins.get(line)
        if found is None:
            key, location = json.loads(line)
            found = self._origins[line] = tuple(key), load_location(location)
        return found


def _apart(root: dict[str, Json]) -> tuple[dict[str, Json], dict[str, Json]]:
    """A document without its definitions, and these."""
    components = root.get("components")
    definitions = components.get("schemas") if isinstance(components, dict) else None
    if not isinstance(components, dict) or not isinstance(definitions, dict):
        return root, {}
    others: dict[str, Json] = {**components, "schemas": {}}
    return {**root, "components": others}, definitions


def _dump_part(part: Part | None) -> object:
    return None if part is None else (part.digest, part.references)


def _load_part(entry: list[Any] | None) -> Part | None:
    return None if entry is None else Part(entry[0], tuple(entry[1]))


def dump_diagnostic(finding: Diagnostic) -> list[object]:
    """Return a finding as JSON has it."""
    place = None if finding.location is None else dump_location(finding.location)
    return [finding.code, finding.message, finding.hint, place, finding.severity.value]


def load_diagnostic(entry: list[Any]) -> Diagnostic:
    """Return what `dump_diagnostic` was given."""
    code, message, hint, place, severity = entry
    location = None if place is None else load_location(place)
    return Diagnostic(code, message, hint, location, Severity(severity))


def dump_location(location: Location) -> list[object]:
    """Return a place as JSON has it."""
    return [location.document, location.pointer, location.line, location.column]


def load_location(entry: list[Any]) -> Location:
    """Return what `dump_location` was given."""
    document, pointer, line, column = entry
    return Location(document, tuple(pointer), line, column)
