"""What several documents have alike: what the first document made of it, for the others to take."""

from __future__ import annotations

from msgspec import Struct

from specloom.diagnostics import Pointer
from specloom.documents.alike import Alike, OperationKey
from specloom.ir import MediaType, Parameter, Schema, SchemaId
from specloom.lowering.repeating import Origin


class Made(Struct, frozen=True):
    """A definition that was lowered: the schemas made of it, by their places, and what it refers to.

    References have the words for what they name, should it need a class.
    """

    schemas: tuple[tuple[Pointer, Schema], ...]
    references: tuple[tuple[SchemaId, Pointer, tuple[str, ...]], ...]


class Shared:
    """What was lowered so far, for later documents to take."""

    def __init__(self, alike: Alike) -> None:
        self.alike = alike
        self.made: dict[SchemaId, Made] = {}
        self.sent: dict[str, tuple[MediaType, ...]] = {}
        """The contents of request bodies."""
        self.answered: dict[str, tuple[MediaType, ...]] = {}
        """The contents of responses."""
        self.parameters: dict[str, Parameter] = {}
        self.operations: dict[OperationKey, Origin] = {}
        self.silent: set[OperationKey] = set()
        """Operations of which there is nothing to warn."""
