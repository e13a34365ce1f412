"""Keep documents that were checked: a document in, bytes that it can be made of again out, and back.

Of hundreds of documents a few change at a time; the others need not be upgraded, corrected, mended
and validated again.
"""

from __future__ import annotations

import json
from typing import Any

from specloom.diagnostics import Diagnostic, Location, Severity
from specloom.documents.document import Document
from specloom.documents.outline import Outline, Part


def dump_document(document: Document, used: tuple[int, ...]) -> bytes:
    """Return a document as JSON, with the numbers of the overlay actions that matched in it."""
    value = {
        "path": document.path,
        "root": document.root,
        "origins": [(key, dump_location(each)) for key, each in document.origins.items()],
        "findings": [dump_diagnostic(each) for each in document.findings],
        "used": used,
        "outline": None if document.outline is None else _dump_outline(document.outline),
    }
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def load_document(content: bytes) -> tuple[Document, tuple[int, ...]]:
    """Return what `dump_document` was given."""
    value = json.loads(content)
    origins = {tuple(key): load_location(each) for key, each in value["origins"]}
    findings = tuple(map(load_diagnostic, value["findings"]))
    outline = None if value["outline"] is None else _load_outline(value["outline"])
    document = Document(value["path"], value["root"], origins, findings, outline)
    return document, tuple(value["used"])


def _dump_outline(outline: Outline) -> list[object]:
    operations = [each and [each.digest, each.references] for each in outline.operations]
    return [outline.definitions, operations]


def _load_outline(entry: list[Any]) -> Outline:
    definitions, operations = entry
    return Outline(
        definitions, tuple(each and Part(each[0], tuple(each[1])) for each in operations)
    )


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
