"""Report the parts of a configuration that a project file cannot express."""

from __future__ import annotations

from collections.abc import Iterable

from specloom.diagnostics import Diagnostic, Severity
from specloom.documents.document import Node


class Findings:
    """The parts that could not be converted, in the order in which they were found."""

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []

    def leave(self, node: Node, message: str, hint: str) -> None:
        """Report the part of the configuration at `node`."""
        self.diagnostics.append(
            Diagnostic("not-converted", message, hint, node.location, Severity.OMITTED)
        )

    def leave_others(self, node: Node, known: Iterable[str], hints: dict[str, str]) -> None:
        """Report the properties of an object that are not known."""
        for key, member in node.items():
            if key not in known and not key.startswith(("$schema", "x-")):
                hint = hints.get(key, "set what you need in the project file")
                self.leave(member, f"'{key}' is not converted", hint)
