"""Store checked documents, so that only those that changed are read and checked again.

An entry is lines of JSON: the document, then each of its definitions, then each location that
differs from its pointer. A line that several entries have is parsed once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct

from specloom.cache.findings import dump_diagnostic, dump_location, load_diagnostic, load_location
from specloom.cache.store import Cache
from specloom.diagnostics import Location, Pointer
from specloom.documents.document import Document, Json
from specloom.keys import digest_of, key_of, tool_key
from specloom.project.model import Project, Source
from specloom.sharing.outlines import OperationOutline, Outline

_KIND = "documents"
_OVERLAYS = "overlays"


class CheckedDocument(Struct, frozen=True):
    """A document after all corrections, and what was used for them.

    `outline` is what it can have in common with others, or None for a single document. `used` are
    the numbers of the overlay actions that matched in it, `selected_by` those of the values of
    `[select]`.
    """

    document: Document
    outline: Outline | None = None
    used: tuple[int, ...] = ()
    selected_by: tuple[int, ...] = ()


class CheckedDocuments:
    """The checked documents of a project that earlier runs stored.

    A single document is not stored: either the whole run is, or the document has changed.
    """

    def __init__(self, cache: Cache, project: Project) -> None:
        self._cache = cache if len(project.sources) > 1 else Cache(None)
        self._reader = Reader()
        self._common = self._common_key(project)

    def key(self, source: Source) -> str:
        """Return the key of a document, or "" if nothing is stored or the file cannot be read."""
        if not self._common:
            return ""
        try:
            return key_of(self._common, source.version, source.shown, digest_of(source.path))
        except OSError:
            return ""  # loading it will report it

    def get(self, key: str) -> CheckedDocument | None:
        """Return the document with a key, or None."""
        entry = self._cache.get(_KIND, key)
        return None if entry is None else self._reader.load(entry)

    def has(self, key: str) -> bool:
        """Return whether a document with a key is stored; it may still be damaged."""
        return self._cache.has(_KIND, key)

    def put(self, key: str, checked: CheckedDocument) -> None:
        """Store a document."""
        self._cache.put(_KIND, key, dump_document(checked))

    def overlay_key(self, source: Source) -> str:
        """Return the key of an overlay, or "" if nothing is stored or the file cannot be read."""
        try:
            return key_of(tool_key(), digest_of(source.path)) if self._common else ""
        except OSError:
            return ""  # loading it will report it

    def get_overlay(self, key: str) -> dict[str, Json] | None:
        """Return the content of an overlay, or None. Parsing its YAML would take much longer."""
        entry = self._cache.get(_OVERLAYS, key)
        return None if entry is None else json.loads(entry)

    def put_overlay(self, key: str, root: dict[str, Json]) -> None:
        """Store the content of an overlay."""
        self._cache.put(_OVERLAYS, key, json.dumps(root).encode("ascii"))

    def _common_key(self, project: Project) -> str:
        """Return a key of what affects every document, or "" if nothing is stored or a file cannot be read."""
        if self._cache.folder is None:
            return ""
        try:
            parts = [digest_of(each.path) for each in project.overlays]
        except OSError:
            return ""
        shown = [each.shown for each in project.overlays]
        return key_of(tool_key(), repr(project.selection), *shown, *parts)


def dump_document(checked: CheckedDocument) -> bytes:
    """Return a checked document as lines of JSON."""
    document, outline = checked.document, checked.outline
    root, definitions = _split(document.root)
    digests: Mapping[str, str] = {} if outline is None else outline.definitions
    head = {
        "path": document.path,
        "root": root,
        "definitions": len(definitions),
        "findings": [dump_diagnostic(each) for each in document.findings],
        "used": checked.used,
        "selected_by": checked.selected_by,
        "operations": None if outline is None else list(map(_dump_operation, outline.operations)),
    }
    lines: list[object] = [head]
    lines += [(name, value, digests.get(name)) for name, value in definitions.items()]
    lines += [(key, dump_location(each)) for key, each in document.origins.items()]
    return b"\n".join(map(_dumped, lines))


def _dumped(value: object) -> bytes:
    try:
        return msgspec.json.encode(value)
    except (ValueError, OverflowError):  # such as half a surrogate pair
        return json.dumps(value, separators=(",", ":")).encode("ascii")


class Reader:
    """Reads what `dump_document` returned; equal parts of several documents are one value."""

    def __init__(self) -> None:
        self._definitions: dict[bytes, tuple[str, Json, str | None]] = {}
        self._origins: dict[bytes, tuple[Pointer, Location]] = {}

    def load(self, content: bytes) -> CheckedDocument:
        """Return the document from which `dump_document` made the lines."""
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
            outline = Outline(digests, tuple(map(_load_operation, head["operations"])))
        findings = tuple(map(load_diagnostic, head["findings"]))
        origins = dict(map(self._origin, lines[count:]))
        document = Document(head["path"], head["root"], origins, findings)
        return CheckedDocument(document, outline, tuple(head["used"]), tuple(head["selected_by"]))

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


def _split(root: dict[str, Json]) -> tuple[dict[str, Json], dict[str, Json]]:
    """Return a document without its definitions, and its definitions."""
    components = root.get("components")
    definitions = components.get("schemas") if isinstance(components, dict) else None
    if not isinstance(components, dict) or not isinstance(definitions, dict):
        return root, {}
    others: dict[str, Json] = {**components, "schemas": {}}
    return {**root, "components": others}, definitions


def _dump_operation(outline: OperationOutline | None) -> object:
    return None if outline is None else (outline.digest, outline.references)


def _load_operation(entry: list[Any] | None) -> OperationOutline | None:
    return None if entry is None else OperationOutline(entry[0], tuple(entry[1]))
