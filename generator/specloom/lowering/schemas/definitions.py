"""Lower the schemas of one document that have an id. Equal schemas of several documents are lowered once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable

from specloom.diagnostics import Collector, Diagnostic, Pointer, Severity, format_pointer
from specloom.documents.document import Document, Node
from specloom.ir import AliasSchema, ObjectSchema, Reference, Schema, SchemaId, Type
from specloom.lowering.common.texts import text
from specloom.lowering.reuse.shared import Made, Shared
from specloom.lowering.schemas.skipped import Finding


def schema_id(node: Node, *more: str) -> SchemaId:
    """Return the id of the schema at a node.

    With more tokens, return the id of a schema that is derived from it.
    """
    return SchemaId(node.document.path + format_pointer((*node.pointer, *more)))


class Definitions(ABC):
    """The schemas of one document that have an id, each lowered on its first use.

    `schemas` contains the finished ones. Those that other documents have as well have the ids of their
    canonical owners. A subclass defines how a schema is lowered.
    """

    def __init__(self, document: Document, shared: Shared) -> None:
        self.document = document
        self.schemas: dict[SchemaId, Schema] = {}
        self.warnings: list[Diagnostic] = []
        self.shared = shared
        self._owners = shared.identities.owners(document)
        self._places: dict[SchemaId, Pointer] = {}
        self._waiting: list[tuple[Node, tuple[str, ...]]] = []
        self._header_sets: dict[object, SchemaId] = {}
        self._own = self._warned = 0

    def lower_components(self, collector: Collector) -> None:
        """Lower every component schema, and the schemas in them."""
        components = self.document.root_node().at(("components", "schemas"))
        for name, node in components.items() if components else ():
            with collector.item():
                self._define(node, (name,))
                self.finish()

    def state(self) -> tuple[int, ...]:
        """Return a value that changes with each schema that is not shared, and with each warning."""
        return self._own, self._warned, len(self.schemas), len(self._waiting)

    def documents(self) -> tuple[str, ...]:
        """Return for each of `schemas` the document that contains it, or the overlay that added it."""
        return tuple(self.document.location(self._places[each]).document for each in self.schemas)

    def finish(self) -> None:
        """Lower the schemas outside of the components that are referenced."""
        while self._waiting:
            node, name = self._waiting.pop()
            self._define(node, name)

    def keep_headers(self, schema: ObjectSchema, node: Node) -> SchemaId:
        """Add a set of headers, unless there is an equal one. Return the id of the set in use."""
        declared = (
            (each.wire_name.lower(), each.type, each.required, each.constraints, each.written)
            for each in schema.properties
        )
        self._own += 1
        key = self._header_sets.setdefault(frozenset(declared), schema.id)
        if key == schema.id:
            self.schemas[key] = schema
            self._places[key] = node.pointer
        return key

    def _id(self, node: Node, *more: str) -> SchemaId:
        """Return the id of the schema at a node, in the document that is its canonical owner."""
        own = schema_id(node, *more)
        home = self._owners.get(node.pointer[:3])
        self._own += home is None
        if home is None or home is self.document:
            return own
        key = SchemaId(home.path + own[len(self.document.path) :])
        return key if key in self.schemas or len(node.pointer) == 3 else own

    def _define(self, node: Node, name: tuple[str, ...]) -> None:
        key = self._id(node)
        if key in self.schemas:
            return
        if node.pointer not in self._owners:
            self._lower(key, node, name)
            return
        made = self.shared.made.get(key)
        if made is not None:
            self._repeat(made)
            return
        known, waiting, warned = len(self.schemas), len(self._waiting), self._warned
        self._lower(key, node, name)
        if warned == self._warned:  # otherwise each document has warnings of its own
            new = list(self.schemas.items())[known:]
            self.shared.made[key] = Made(
                tuple((self._places[each], schema) for each, schema in new),
                tuple(
                    (self._id(each), each.pointer, words) for each, words in self._waiting[waiting:]
                ),
            )

    def _repeat(self, made: Made) -> None:
        """Reuse the result of lowering an equal schema of another document."""
        for pointer, schema in made.schemas:
            self.schemas[schema.id] = schema
            self._places[schema.id] = pointer
        root = self.document.root_node()
        for key, pointer, name in made.references:
            if key not in self.schemas and (target := root.at(pointer)) is not None:
                self._waiting.append((target, name))

    @abstractmethod
    def _lower(self, key: SchemaId, node: Node, name: tuple[str, ...]) -> None:
        """Add the result of lowering a schema to `schemas`."""

    def _alias(self, key: SchemaId, name: tuple[str, ...], type_: Type, node: Node) -> Reference:
        self.schemas[key] = AliasSchema(key, name, type_, node.location, own_description(node))
        self._places[key] = node.pointer
        return Reference(key)

    def _warn_all(self, found: Iterable[Finding]) -> None:
        for each in found:
            self._warn(*each)

    def _warn(self, code: str, message: str, hint: str, node: Node) -> None:
        self._warned += 1
        found = Diagnostic(code, message, hint, node.location, Severity.WARNING)
        if found not in self.warnings:
            self.warnings.append(found)


def own_description(node: Node) -> str:
    """Return the schema's own description."""
    return text(node, "description") if isinstance(node.value, dict) else ""
