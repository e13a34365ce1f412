"""Make the names in a scope unique."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, count

from specloom.diagnostics import (
    Collector,
    Diagnostic,
    Location,
    Severity,
    SpecloomError,
    format_pointer,
)


class Scope:
    """Names of one kind that must be unique."""

    def __init__(self, collector: Collector, kind: str) -> None:
        self.kind = kind
        self._collector = collector
        self._taken: dict[str, Location] = {}

    def hold(self, name: str, location: Location) -> None:
        """Reserve a name. It may be reserved already."""
        self._taken.setdefault(name, location)

    def take(self, name: str, wire_name: str, location: Location, key: str = "") -> str:
        """Reserve and return a name from the project file. Collisions are collected as errors.

        `key` is the key under [names] that can set another name.
        """
        other = self._taken.setdefault(name, location)
        if other is not location:
            with self._collector.item():
                raise collision(self.kind, name, wire_name, location, other, key)
        return name

    def number(
        self,
        name: str,
        wire_name: str,
        location: Location,
        key: str = "",
        spellings: Iterable[str] = (),
    ) -> str:
        """Reserve and return a name, or if it is taken, a free one.

        That is the first of its other spellings that is free, or the name with a number. A document
        cannot always be repaired, so a collision is a warning.
        """
        other = self._taken.get(name)
        if other is None:
            self._taken[name] = location
            return name
        numbers = (f"{name}_{number}" for number in count(2))
        free = next(each for each in chain(spellings, numbers) if each not in self._taken)
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
    """Return the warning that two things of one kind would have the same name, and one was renamed."""
    return Diagnostic(
        "name-collision",
        f"{wire_name!r} becomes the {kind} {free}, because {_shown(other, location)} already "
        f"has the name {name}",
        pin_hint(key or format_pointer(location.pointer)),
        location,
        Severity.WARNING,
    )


def collision(
    kind: str, name: str, wire_name: str, location: Location, other: Location, key: str = ""
) -> SpecloomError:
    """Return the error that two things of one kind would have the same name."""
    return SpecloomError.of(
        "name-collision",
        f"{wire_name!r} becomes the {kind} {name}, which {_shown(other, location)} already has",
        hint=pin_hint(key or format_pointer(location.pointer)),
        location=location,
    )


def pin_hint(key: str) -> str:
    """Return a hint that explains how to choose another name."""
    return f'to choose another name, write under [names]: "{key}" = "..."'


def _shown(other: Location, location: Location) -> str:
    pointer = format_pointer(other.pointer)
    return pointer if other.document == location.document else f"{other.document}{pointer}"
