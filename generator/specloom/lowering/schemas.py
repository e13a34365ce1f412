"""Lower the schemas of one document: JSON Schema nodes in, types and schemas of the IR out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from specloom.diagnostics import Collector, Diagnostic, Severity
from specloom.documents.document import Document, Node
from specloom.ir import (
    AliasSchema,
    Array,
    EnumSchema,
    Literal,
    Map,
    Nullable,
    ObjectSchema,
    Primitive,
    PrimitiveName,
    Property,
    Reference,
    Scalar,
    Schema,
    SchemaId,
    Type,
    Union,
    Unknown,
)
from specloom.lowering.allof import Merged, merge_all_of, sole_part
from specloom.lowering.extensions import error_fields
from specloom.lowering.texts import constraints, text

SCALARS: frozenset[str] = frozenset({"string", "integer", "number", "boolean", "null"})


def schema_id(node: Node) -> SchemaId:
    """The id of the schema that stands at a node."""
    pointer = "".join("/" + token.replace("~", "~0").replace("/", "~1") for token in node.pointer)
    return SchemaId(f"{node.document.path}#{pointer}")


class Schemas:
    """The schemas of one document, lowered as they are met; `schemas` holds the finished ones."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.schemas: dict[SchemaId, Schema] = {}
        self.warnings: list[Diagnostic] = []
        self._waiting: list[tuple[Node, tuple[str, ...]]] = []

    def lower_components(self, collector: Collector) -> None:
        """Lower every component schema, and all that they hold."""
        components = self.document.root_node().at(("components", "schemas"))
        for name, node in components.items() if components else ():
            with collector.item():
                self._define(node, (name,))
                self.finish()

    def finish(self) -> None:
        """Lower what was referred to and stands outside of the components."""
        while self._waiting:
            node, name = self._waiting.pop()
            self._define(node, name)

    # --- definitions: a schema with an id ---------------------------------------------------

    def _define(self, node: Node, name: tuple[str, ...]) -> SchemaId:
        key = schema_id(node)
        if key in self.schemas:
            return key
        location = node.location
        description = _description(node)
        # Set before its members are lowered, so that a cycle finds it.
        self.schemas[key] = AliasSchema(key, name, Unknown(), location, description)
        shape = merge_all_of(node)
        if shape is not None and shape.properties:
            self.schemas[key] = self._object(key, shape, node, name)
            return key
        lowered = self._structure(node, name)
        if isinstance(lowered, Literal):
            self.schemas[key] = EnumSchema(key, name, lowered, location, description)
        else:
            self.schemas[key] = AliasSchema(key, name, lowered, location, description)
        return key

    def _object(
        self, key: SchemaId, shape: Merged, node: Node, name: tuple[str, ...]
    ) -> ObjectSchema:
        properties = tuple(
            self._property(wire_name, member, name, required=wire_name in shape.required)
            for wire_name, member in shape.properties.items()
        )
        return ObjectSchema(
            id=key,
            wire_name=name,
            properties=properties,
            location=node.location,
            additional=self.type(shape.additional, (*name, "value")) if shape.additional else None,
            description=_description(node),
            error_fields=error_fields(node),
        )

    def _property(
        self, wire_name: str, node: Node, owner: tuple[str, ...], *, required: bool
    ) -> Property:
        return Property(
            wire_name=wire_name,
            type=self.type(node, (*owner, wire_name)),
            required=required,
            location=node.location,
            description=_description(node) or _description(_target(node)),
            constraints=constraints(node),
            deprecated=isinstance(node.value, dict) and node.flag("deprecated"),
        )

    # --- types: a schema where it is used ---------------------------------------------------

    def type(self, node: Node, name: tuple[str, ...]) -> Type:
        """The type of the schema at a node; `name` are the words for it, should it need a class."""
        target = node.reference()
        if target is not None:
            return self._reference(target, name)
        only_part = sole_part(node)
        if only_part is not None:
            return self.type(only_part, name)
        shape = merge_all_of(node)
        if shape is not None and shape.properties:
            key = schema_id(node)
            if key not in self.schemas:
                self.schemas[key] = self._object(key, shape, node, name)
            reference = Reference(key)
            return Nullable(reference) if shape.nullable else reference
        return self._structure(node, name)

    def _reference(self, target: Node, name: tuple[str, ...]) -> Reference:
        key = schema_id(target)
        if key not in self.schemas:
            if len(target.pointer) == 3 and target.pointer[:2] == ("components", "schemas"):
                name = (target.pointer[2],)
            self._waiting.append((target, name))
        return Reference(key)

    def _structure(self, node: Node, name: tuple[str, ...]) -> Type:
        if not isinstance(node.value, dict):
            return Unknown()  # JSON Schema's `true`, and `false`, which no value satisfies
        for keyword in ("oneOf", "anyOf"):
            choices = node.get(keyword)
            if choices is not None:
                return self._union(node, choices, name)
        parts = node.get("allOf")
        if parts is not None:
            return self._all_of(node, list(parts.elements()), name)
        if node.get("enum") is not None:
            return self._enum(node)
        constant = node.get("const")
        if constant is not None:
            return _literal(node, [constant.value])
        return self._by_type_names(node, name)

    def _by_type_names(self, node: Node, name: tuple[str, ...]) -> Type:
        names = _type_names(node)
        if not names:
            if node.get("properties") or node.get("additionalProperties"):
                names = ("object",)
            elif node.get("items"):
                names = ("array",)
            else:
                return Unknown()
        members = [self._single(node, each, name) for each in names if each != "null"]
        return _join(members, nullable="null" in names)

    def _single(self, node: Node, type_name: str, name: tuple[str, ...]) -> Type:
        if type_name == "object":
            values = node.get("additionalProperties")
            if values is None or not isinstance(values.value, dict):
                return Map(Unknown())
            return Map(self.type(values, (*name, "value")))
        if type_name == "array":
            items = node.get("items")
            return Array(self.type(items, (*name, "item")) if items is not None else Unknown())
        if type_name in SCALARS:
            return Primitive(cast(PrimitiveName, type_name), node.text("format"))
        raise node.error(
            "unknown-type",
            f"{type_name!r} is no type of JSON Schema",
            hint="use string, integer, number, boolean, array, object or null",
        )

    def _union(self, node: Node, choices: Node, name: tuple[str, ...]) -> Type:
        members: list[Type] = []
        nullable = False
        several = sum(choice.value != {"type": "null"} for choice in choices.elements()) > 1
        for index, choice in enumerate(choices.elements(), 1):
            member = self.type(choice, (*name, f"option{index}") if several else name)
            if isinstance(member, Nullable):
                nullable, member = True, member.type
            if member == Primitive("null"):
                nullable = True
            elif member not in members:
                members.append(member)
        nullable = nullable or "null" in _type_names(node)
        return _join(members, nullable=nullable)

    def _all_of(self, node: Node, parts: list[Node], name: tuple[str, ...]) -> Type:
        """An allOf that is no object: one part that says something, refined by the others."""
        types = [self.type(part, name) for part in parts]
        known = [each for each in types if each != Unknown()]
        if len(known) == 1:
            return known[0]
        if len(set(known)) > 1:
            self.warnings.append(
                Diagnostic(
                    "untyped-all-of",
                    "allOf joins schemas that are no objects; the value is left untyped",
                    "write the intersection as one schema",
                    node.location,
                    Severity.WARNING,
                )
            )
            return Unknown()
        return known[0] if known else Unknown()

    def _enum(self, node: Node) -> Type:
        values = [each.value for each in node["enum"].elements()]
        return _literal(node, values)


def _literal(node: Node, values: Sequence[object]) -> Type:
    """The type of an enum: a literal of one scalar type, or Unknown where the values are mixed."""
    nullable = None in values or "null" in _type_names(node)
    scalars = [value for value in values if value is not None]
    bases = {_base_of(value) for value in scalars}
    if bases == {"integer", "number"}:
        bases = {"number"}
    if len(bases) != 1 or None in bases:
        return Unknown() if scalars else Primitive("null")
    base = Primitive(cast(PrimitiveName, bases.pop()))
    literal = Literal(base, tuple(dict.fromkeys(cast(list[Scalar], scalars))))
    return Nullable(literal) if nullable else literal


def _base_of(value: object) -> str | None:
    match value:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case _:
            return None


def _join(members: Iterable[Type], *, nullable: bool) -> Type:
    distinct = tuple(dict.fromkeys(members))
    if not distinct:
        return Primitive("null") if nullable else Unknown()
    joined = distinct[0] if len(distinct) == 1 else Union(distinct)
    if nullable and not isinstance(joined, (Nullable, Unknown)):
        return Nullable(joined)
    return joined


def _type_names(node: Node) -> tuple[str, ...]:
    declared = node.get("type")
    if declared is None:
        return ()
    return (declared.value,) if isinstance(declared.value, str) else node.texts("type")


def _target(node: Node) -> Node:
    return node.reference() or node


def _description(node: Node) -> str:
    return text(node, "description") if isinstance(node.value, dict) else ""
