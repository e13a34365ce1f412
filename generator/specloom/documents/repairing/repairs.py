"""The working copy of a document that is being repaired, and the findings."""

from __future__ import annotations

from specloom.diagnostics import Diagnostic, Location, Pointer, Severity
from specloom.documents.document import Document, Json, Node
from specloom.documents.omission import omit_part
from specloom.documents.parts import copied_except
from specloom.documents.specification import Kind


class FaultyError(Exception):
    """A document has something to repair."""


class Repairs:
    """The working copy of a document; it is discarded if there is nothing to repair.

    With the identities of `parts`, which the copy has in common with the document, this only finds out
    whether there is something to repair: the first finding raises a `FaultyError`, before a part can change.
    """

    def __init__(self, document: Document, parts: set[int] | None = None) -> None:
        self._before = document
        self._only_checks = parts is not None
        root = {key: copied_except(value, parts or set()) for key, value in document.root.items()}
        self._origins: dict[Pointer, Location] = dict(document.origins)
        self.document = Document(document.path, root, self._origins, document.findings)
        self.findings: list[Diagnostic] = []
        self.changed = False

    @property
    def root(self) -> dict[str, Json]:
        """The copy, to change in place."""
        return self.document.root

    def warn(self, pointer: Pointer, code: str, message: str, hint: str) -> None:
        """Report a repair at a location."""
        if self._only_checks:
            raise FaultyError
        location = self.document.location(pointer)
        self.findings.append(Diagnostic(code, message, hint, location, Severity.WARNING))

    def omit(self, kind: Kind, node: Node, code: str, message: str, hint: str) -> None:
        """Remove a part that cannot be generated, and its operation if that requires the part."""
        if self._only_checks:
            raise FaultyError
        finding = Diagnostic(code, message, hint, node.location)
        self.findings.extend(omit_part(self.root, kind, node.pointer, finding))

    def place(self, new: Pointer, old: Pointer) -> None:
        """Record that the value at `new` comes from `old`."""
        self._origins[new] = self.document.location(old)

    def finish(self) -> Document:
        """Return the repaired document with its findings, or the original if nothing changed."""
        if not self.findings and not self.changed:
            return self._before
        return self.document.with_findings(self.findings)
