"""What is told of a document so that others can be compared with it: digests of its definitions and operations."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Part(Struct, frozen=True):
    """An operation: a digest of all that it says, and the names of the definitions it refers to."""

    digest: str
    references: tuple[str, ...]


class Outline(Struct, frozen=True):
    """What a document may share with others.

    `definitions` has a digest of each definition that can be shared and all that it refers to, by
    name. `operations` are in the order of `declared_operations`; None for one that cannot be shared.
    """

    definitions: Mapping[str, str]
    operations: tuple[Part | None, ...]
