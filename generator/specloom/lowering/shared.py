"""What several documents have alike: definitions as the first document made them, for the others to take."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from specloom.diagnostics import Pointer
from specloom.documents.alike import Homes, find_alike
from specloom.documents.document import Document
from specloom.ir import Schema, SchemaId


@dataclass(frozen=True, slots=True)
class Made:
    """A definition that was lowered: the schemas made of it, by their places, and what it refers to.

    References have the words for what they name, should it need a class.
    """

    schemas: tuple[tuple[Pointer, Schema], ...]
    references: tuple[tuple[Pointer, tuple[str, ...]], ...]


class Shared:
    """The definitions of all documents of a run. A single one has nothing to share."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        self._homes = find_alike(documents)
        self.made: dict[SchemaId, Made] = {}

    def homes(self, document: Document) -> Homes:
        """Which document had each definition of a document first."""
        return self._homes.get(document, {})
