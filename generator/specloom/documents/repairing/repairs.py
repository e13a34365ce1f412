"""A document goes in; a copy that may be repaired in place, and what was repaired in it, comes out."""

from __future__ import annotations

from specloom.diagnostics import Diagnostic, Location, Pointer, Severity
from specloom.documents.document import Document, Json, Node
from specloom.documents.omission import omit_part
from specloom.documents.pointers import copied
from specloom.documents.specification import Kind


class Repairs:
    """The working copy of a document that rules repair; it is dropped if there is nothing to repair."""

    def __init__(self, document: Document) -> None:
        self._before = document
        root = {key: copied(value) for key, value in document.root.items()}
        self._origins: dict[Pointer, Location] = dict(document.origins)
        self.document = Document(document.path, root, self._origins, document.findings)
        self.findings: list[Diagnostic] = []
        self.changed = False

    @property
    def root(self) -> dict[str, Json]:
        """The copy, to change in place."""
        return self.document.root

    def warn(self, pointer: Pointer, code: str, message: str, hint: str) -> None:
        """Say what was repaired at a place."""
        location = self.document.location(pointer)
        self.findings.append(Diagnostic(code, message, hint, location, Severity.WARNING))

    def omit(self, kind: Kind, node: Node, code: str, message: str, hint: str) -> None:
        """Take a part out that cannot be generated, with its operation if that is nothing without it."""
        finding = Diagnostic(code, message, hint, node.location)
        self.findings.extend(omit_part(self.root, kind, node.pointer, finding))

    def place(self, new: Pointer, old: Pointer) -> None:
        """Say that what is at `new` was written at `old`."""
        self._origins[new] = self.document.location(old)

    def finish(self) -> Document:
        """Return the repaired document with its findings; the one given if nothing was changed."""
        if not self.findings and not self.changed:
            return self._before
        return self.document.with_findings(self.findings)
