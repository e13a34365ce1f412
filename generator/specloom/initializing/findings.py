"""Report what a project file cannot take over from a configuration."""

from __future__ import annotations

from collections.abc import Iterable

from specloom.diagnostics import Diagnostic, Severity
from specloom.documents.document import Node


class Findings:
    """What could not be taken over, in the order in which it was found."""

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []

    def leave(self, node: Node, message: str, hint: str) -> None:
        """Report the part of the configuration at `node`."""
        self.diagnostics.append(
            Diagnostic("not-taken-over", message, hint, node.location, Severity.OMITTED)
        )

    def leave_others(self, node: Node, known: Iterable[str], hints: dict[str, str]) -> None:
        """Report the members of an object that are not among the known ones."""
        for key, member in node.items():
            if key not in known and not key.startswith(("$schema", "x-")):
                hint = hints.get(key, "set what you need of it in the project file")
                self.leave(member, f"`{key}` is not taken over", hint)
