"""Track where the parts of a rewritten document come from."""

from __future__ import annotations

from specloom.diagnostics import Diagnostic, Location, Pointer, Severity
from specloom.documents.document import Document, Json, Node


class Moves:
    """The source map of a stage that builds a new document from the parts of another.

    A part that was not moved keeps its location. `findings` are the repairs of the stage.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._from: dict[Pointer, Pointer] = {}
        self.findings: list[Diagnostic] = []

    def note(self, new: Pointer, old: Pointer) -> None:
        """Record that the value at `new`, with everything in it, comes from `old`."""
        self._from[new] = old

    def warn(self, node: Node, code: str, message: str, hint: str) -> None:
        """Add a warning about a part of the old document that was repaired."""
        self.findings.append(Diagnostic(code, message, hint, node.location, Severity.WARNING))

    def finish(self, root: dict[str, Json]) -> Document:
        """Return the new document, in which each part has its source location."""
        before = self._document
        origins: dict[Pointer, Location] = {}
        targets: dict[Pointer, list[Pointer]] = {}
        for new, old in self._from.items():
            targets.setdefault(old, []).append(new)
        # A part with a source location may have been moved together with its parent.
        for old, location in before.origins.items():
            moved = False
            for length in range(len(old), -1, -1):
                for new in targets.get(old[:length], ()):
                    origins[new + old[length:]] = location
                    moved = True
            if not moved:
                origins[old] = location
        for new, old in self._from.items():
            origins[new] = before.location(old)
        return Document(before.path, root, origins, before.findings).with_findings(self.findings)
