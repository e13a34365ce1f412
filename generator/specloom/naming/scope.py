"""Keep names apart: names and where they come from in, names that differ from each other out."""

from __future__ import annotations

from specloom.diagnostics import (
    Collector,
    Diagnostic,
    Location,
    Severity,
    SpecloomError,
    format_pointer,
)


class Scope:
    """Names of one kind that must differ from each other."""

    def __init__(self, collector: Collector, kind: str) -> None:
        self.kind = kind
        self._collector = collector
        self._taken: dict[str, Location] = {}

    def hold(self, name: str, location: Location) -> None:
        """Keep a name from being taken; that it is held already does not matter."""
        self._taken.setdefault(name, location)

    def take(self, name: str, wire_name: str, location: Location, key: str = "") -> str:
        """The name itself, as somebody chose it; a collision is gathered as an error.

        `key` is where [names] can set another.
        """
        other = self._taken.setdefault(name, location)
        if other is not location:
            with self._collector.item():
                raise collision(self.kind, name, wire_name, location, other, key)
        return name

    def number(self, name: str, wire_name: str, location: Location, key: str = "") -> str:
        """The name, or where something else has it the first number of it that is free.

        A document cannot always be repaired, so this is a warning.
        """
        other = self._taken.get(name)
        if other is None:
            self._taken[name] = location
            return name
        number = 2
        while f"{name}_{number}" in self._taken:
            number += 1
        free = f"{name}_{number}"
        self._taken[free] = location
        self._collector.add(numbered(self.kind, name, free, wire_name, location, other, key))
        return free


def numbered(
    kind: str,
    name: str,
    free: str,
    wire_name: str,
    location: Location,
    other: Location,
    key: str = "",
) -> Diagnostic:
    """The warning that two things of one kind would have one name, and one has another now."""
    return Diagnostic(
        "name-collision",
        f"{wire_name!r} becomes the {kind} {free}, for {_shown(other, location)} has {name} already",
        pin_hint(key or format_pointer(location.pointer)),
        location,
        Severity.WARNING,
    )


def collision(
    kind: str, name: str, wire_name: str, location: Location, other: Location, key: str = ""
) -> SpecloomError:
    """The error that two things of one kind would have one name."""
    return SpecloomError.of(
        "name-collision",
        f"{wire_name!r} becomes the {kind} {name}, which {_shown(other, location)} has already",
        hint=pin_hint(key or format_pointer(location.pointer)),
        location=location,
    )


def pin_hint(key: str) -> str:
    """How to choose another name."""
    return f'to choose another, write under [names]: "{key}" = "..."'


def _shown(other: Location, location: Location) -> str:
    pointer = format_pointer(other.pointer)
    return pointer if other.document == location.document else f"{other.document}{pointer}"
