"""Find the types of values that are valid for all parts of a schema, and report contradictions."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from specloom.documents.document import Document, Node
from specloom.ir import (
    Array,
    Nullable,
    ObjectSchema,
    Primitive,
    Reference,
    SchemaId,
    Type,
    Unknown,
)
from specloom.ir.words import ITEM
from specloom.lowering.reuse.shared import Shared
from specloom.lowering.schemas.allof import Merged, array_items, strongest
from specloom.lowering.schemas.definitions import Definitions
from specloom.lowering.schemas.kinds import ALL, kinds, kinds_of_type
from specloom.lowering.schemas.narrow import Narrowing, join

Part: TypeAlias = tuple[Type, Callable[[], frozenset[str]]]
"""The type of a part of a schema, and a function that returns the kinds of JSON that it allows."""


class Intersections(Definitions):
    """The schemas of one document, and the types of values that several schemas describe."""

    def __init__(self, document: Document, shared: Shared) -> None:
        super().__init__(document, shared)
        self._narrowing = Narrowing(self._resolved, self._members)
        self._named: dict[SchemaId, tuple[Node, tuple[str, ...]]] = {}
        self._unfinished: set[SchemaId] = set()

    @abstractmethod
    def type(self, node: Node, name: tuple[str, ...]) -> Type:
        """Return the type of the schema at a node.

        `name` contains the words for the name of a class, if one is needed.
        """

    @abstractmethod
    def _shapes(self, *nodes: Node) -> list[Merged] | None:
        """Return the sets of properties of an object.

        Return None if the schema is not an object with properties.
        """

    @abstractmethod
    def _shaped(
        self, shapes: list[Merged], node: Node, key: SchemaId, name: tuple[str, ...]
    ) -> Type:
        """Return the type of an object with properties, for which classes are created."""

    def _all(
        self,
        nodes: tuple[Node, ...],
        holder: Node,
        place: tuple[str, ...],
        name: tuple[str, ...],
        at: Node,
    ) -> Type:
        """Return the type of values that are valid for all nodes.

        A class made of several nodes gets a location below the holder. Contradictions are reported at `at`.
        """
        found = self._intersection(nodes, holder, place, name) or self._contradiction(at)
        self._report_omitted(at)
        return found

    def _intersection(
        self, nodes: Sequence[Node], holder: Node, place: tuple[str, ...], name: tuple[str, ...]
    ) -> Type | None:
        """Return the type of values that are valid for all nodes, or None if there are no such values."""
        parts = strongest(nodes)
        if len(parts) > 1 and (shapes := self._shapes(*parts)) is not None:
            return self._shaped(shapes, holder, self._id(holder, *place, "~all"), name)
        items = [each for part in parts if (each := array_items(part)) is not None]
        if len(items) == len(parts) > 1:
            inner = self._intersection(items, holder, (*place, "items"), (*name, ITEM))
            return Array(inner or Unknown())  # an empty array fits all of them
        return self._narrowed([(self.type(each, name), partial(kinds, each)) for each in parts])

    def _resolved(self, reference: Reference) -> Type | None:
        """Return the type of an alias.

        Return the reference itself while the alias is being lowered, and None for an object.
        """
        waiting = self._named.get(reference.schema)
        if reference.schema not in self.schemas and waiting is not None:
            self._define(*waiting)
        known = self.schemas.get(reference.schema)
        if known is None or reference.schema in self._unfinished:
            return reference
        return None if isinstance(known, ObjectSchema) else known.type

    def _narrowed(self, parts: Sequence[Part]) -> Type | None:
        """Return the type of values that are of all types, or None if there are no such values."""
        types = [each for each, _ in parts]
        found = self._narrowing.narrow_all(types)
        if found is not None:
            return found
        # `properties` without a `type` are lowered to an object, and yet allow a string.
        common = ALL.intersection(*(allowed() for _, allowed in parts))
        by_kind = [(each, kinds_of_type(each, self._resolved)) for each in types]
        fitting = [(each, own) for each, own in by_kind if own & common]
        types = [each for each, _ in fitting]
        if fitting and not common.intersection(*(own for _, own in fitting)):
            return join(types)  # as `properties` beside `items`, which may be either or neither
        return self._narrowing.narrow_all(types) if types else None

    def _formatted(self, found: Type, node: Node) -> Type:
        """Return a scalar with the format that is declared next to its reference or `allOf`."""
        declared = node.value.get("format") if isinstance(node.value, dict) else None
        if not isinstance(declared, str):
            return found
        inner = found.type if isinstance(found, Nullable) else found
        scalar = self._resolved(inner) if isinstance(inner, Reference) else inner
        if not isinstance(scalar, Primitive) or scalar.format:
            return found
        return join([Primitive(scalar.name, declared)], nullable=isinstance(found, Nullable))

    def _members(self, reference: Reference) -> frozenset[str]:
        """Return the wire names of the properties of a class."""
        known = self.schemas.get(reference.schema)
        found = known.properties if isinstance(known, ObjectSchema) else ()
        return frozenset(each.wire_name for each in found)

    def _report_omitted(self, node: Node) -> None:
        """Report each class whose properties a value has although its type is another class."""
        while self._narrowing.omitted:
            kept, other = (each.schema for each in self._narrowing.omitted.pop())
            self._warn(
                "partial-all-of",
                f"the value has the properties of both {_short(kept)} and {_short(other)}; it "
                "has the type of the first, and the other properties are unknown fields",
                "write one schema that has all properties, in the document or by an overlay",
                node,
            )

    def _contradiction(self, node: Node) -> Type:
        self._warn(
            "untyped-all-of",
            "the parts of 'allOf' contradict each other, so no value is valid; the value is "
            "untyped",
            "correct one of the parts, in the document or by an overlay",
            node,
        )
        return Unknown()


def _short(key: SchemaId) -> str:
    """Return the reference of a document to a schema."""
    return f"#{key.partition('#')[2]}"
