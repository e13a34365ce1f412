"""Choose a name: that of the project file, or a derived one that is allowed and unique."""

from __future__ import annotations

from collections.abc import Iterable

from specloom.diagnostics import (
    Collector,
    Diagnostic,
    Location,
    SpecloomError,
    format_pointer,
    severity_of,
)
from specloom.naming import reserved
from specloom.naming.scope import Scope, pin_hint
from specloom.project.model import Project


class Chooser:
    """Chooses names, and collects the diagnostics of all of them.

    Attributes:
        project: The project, whose table of names has priority.
        collector: The diagnostics.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self.collector = Collector()
        self._used: set[str] = set()

    def chosen(self, location: Location, key: str) -> str | None:
        """Return the name in the project file for a key, or for a location if there is no key."""
        pointer = format_pointer(location.pointer)
        for each in (key,) if key else (pointer, f"{location.document}{pointer}"):
            if each in self.project.names:
                self._used.add(each)
                return self.project.names[each]
        return None

    def name(
        self, derived: str, wire_name: str, location: Location, words: frozenset[str], key: str = ""
    ) -> str:
        """Return the name in the project file, or the derived one, with an underscore if it is in `words`."""
        chosen = self.chosen(location, key)
        if chosen is not None:
            return chosen
        if derived not in words:
            return derived
        kind = (
            "a Python keyword" if derived in reserved.KEYWORDS else "reserved in the generated code"
        )
        self.collector.add(
            Diagnostic(
                "reserved-name",
                f"{wire_name!r} is {kind}; it becomes {derived}_",
                pin_hint(key or format_pointer(location.pointer)),
                location,
                severity_of("reserved-name"),
            )
        )
        return f"{derived}_"

    def take(
        self,
        scope: Scope,
        derived: str,
        wire_name: str,
        location: Location,
        words: frozenset[str],
        key: str = "",
        spellings: Iterable[str] = (),
    ) -> str:
        """Return a name that is unique in a scope. If it is taken, one of the other spellings is used."""
        chosen = self.chosen(location, key)
        if chosen is not None:
            return scope.take(chosen, wire_name, location, key)
        name = self.name(derived, wire_name, location, words, key)
        return scope.number(name, wire_name, location, key, spellings)

    def refuse_unused_names(self) -> None:
        """Collect an error for each name in the project file that was not used."""
        for key in self.project.names:
            if key not in self._used:
                self.refuse_unused("unused-name", f"{key!r} does not exist in any document", key)

    def refuse_unused(
        self,
        code: str,
        message: str,
        key: str,
        hint: str = "correct the JSON pointer, or remove the entry",
    ) -> None:
        """Collect an error for a key of the project file that has no effect."""
        with self.collector.item():
            raise SpecloomError.of(code, message, hint=hint, location=self.project.setting(key))
