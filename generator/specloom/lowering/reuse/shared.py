"""Store what was lowered of one document, for other documents to reuse."""

from __future__ import annotations

from msgspec import Struct

from specloom.diagnostics import Pointer
from specloom.ir import MediaType, Parameter, Schema, SchemaId
from specloom.lowering.reuse.repeating import Origin
from specloom.sharing.identities import Identities, OperationKey


class Made(Struct, frozen=True):
    """The result of lowering a schema: the new schemas by their pointers, and the references in it.

    References have the words for the names of their targets, if these need a class.
    """

    schemas: tuple[tuple[Pointer, Schema], ...]
    references: tuple[tuple[SchemaId, Pointer, tuple[str, ...]], ...]


class Shared:
    """Everything that was lowered so far, for later documents to reuse."""

    def __init__(self, identities: Identities) -> None:
        self.identities = identities
        self.made: dict[SchemaId, Made] = {}
        self.sent: dict[str, tuple[MediaType, ...]] = {}
        """The contents of request bodies."""
        self.answered: dict[str, tuple[MediaType, ...]] = {}
        """The contents of responses."""
        self.parameters: dict[str, Parameter] = {}
        self.operations: dict[OperationKey, Origin] = {}
        self.silent: set[OperationKey] = set()
        """Operations without findings."""
