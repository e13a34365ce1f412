"""Represent the settings of a new project before they are written."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct, field

from specloom.documents.pointers import Json

Update: TypeAlias = dict[str, Json]


class Change(Struct, frozen=True):
    """One action of the overlay: its target, its description, and the update, or None for a removal."""

    target: str
    description: str
    update: Update | None


class Settings(Struct):
    """The settings of a new project, as they are collected."""

    name: str
    module: str
    client: str
    document: str
    license: str = ""
    urls: dict[str, str] = field(default_factory=dict[str, str])
    calls: dict[str, str] = field(default_factory=dict[str, str])
    others: list[str] = field(default_factory=list[str])
    names: dict[str, str] = field(default_factory=dict[str, str])
    security: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    environment: dict[str, str] = field(default_factory=dict[str, str])
    changes: list[Change] = field(default_factory=list[Change])

    def change(self, target: str, description: str, update: Update | None) -> None:
        """Add an action to the overlay. Equal ones, which several versions may have, are added once."""
        change = Change(target, description, update)
        if change not in self.changes:
            self.changes.append(change)


def at(*members: str) -> str:
    """Return the JSONPath of a part of a document, by the names of properties."""
    quoted = (each.replace("\\", "\\\\").replace("'", "\\'") for each in members)
    return "$" + "".join(f"['{each}']" for each in quoted)
