"""Lower the schemas of one document to types and schemas of the IR."""

from __future__ import annotations

from functools import partial
from typing import cast

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
    SchemaId,
    Tag,
    Type,
    Union,
    Unknown,
)
from specloom.ir.words import ITEM, VALUE
from specloom.lowering.common.content import is_bytes
from specloom.lowering.common.extensions import error_fields
from specloom.lowering.common.texts import constraints, description_of
from specloom.lowering.reuse.shared import Shared
from specloom.lowering.schemas.allof import (
    Merged,
    has_parts,
    has_siblings,
    is_closed_and_empty,
    is_empty,
    merged_members,
    own_members,
    wrapped_part,
)
from specloom.lowering.schemas.definitions import own_description
from specloom.lowering.schemas.intersections import Intersections, Part
from specloom.lowering.schemas.kinds import (
    ADDITIONAL,
    declared_types,
    implied_types,
    kinds,
    kinds_of_all,
    kinds_of_any,
    own_kinds,
)
from specloom.lowering.schemas.narrow import join
from specloom.lowering.schemas.options import option_words, shape_words
from specloom.lowering.schemas.other_names import other_names
from specloom.lowering.schemas.skipped import ignored_keywords
from specloom.lowering.schemas.tags import Discriminator, discriminator, subtypes
from specloom.lowering.schemas.values import format_of, literal_type
from specloom.lowering.schemas.words import words_at

SCALARS: frozenset[str] = frozenset({"string", "integer", "number", "boolean", "null"})
IN_CHOICE = ("oneOf", "anyOf")


class Schemas(Intersections):
    """The schemas of one document, and the types of inline schemas."""

    def __init__(self, document: Document, shared: Shared) -> None:
        super().__init__(document, shared)
        self._nullable: dict[SchemaId, bool] = {}
        self._subtypes = subtypes(document)
        self._same = other_names(document)  # the object that each other name stands for

    # --- schemas with an id ------------------------------------------------------------------

    def _lower(self, key: SchemaId, node: Node, name: tuple[str, ...]) -> None:
        # Set before its properties are lowered, because they may refer to it.
        self._alias(key, name, Unknown(), node)
        self._warn_all(ignored_keywords(node))
        if node.pointer in self._same:
            self._alias(key, name, self._reference(node, name), node)
            return
        shapes = self._shapes(node)
        if shapes is not None and len(shapes) == 1:
            self.schemas[key] = self._object(key, shapes[0], node, name)
            return
        self._unfinished.add(key)
        try:
            self._lower_alias(key, shapes, node, name)
        finally:
            self._unfinished.discard(key)

    def _lower_alias(
        self, key: SchemaId, shapes: list[Merged] | None, node: Node, name: tuple[str, ...]
    ) -> None:
        # References to an object add null, because the class is only the object.
        lowered = self._alternatives(node, shapes, name) if shapes else self._structure(node, name)
        if isinstance(lowered, Literal):
            self.schemas[key] = EnumSchema(key, name, lowered, node.location, own_description(node))
        else:
            self._alias(key, name, lowered, node)

    def _shapes(self, *nodes: Node) -> list[Merged] | None:
        """Return the sets of properties of an object.

        Return None if the schema is not an object with known properties.
        """
        node = nodes[0]
        if len(nodes) == 1 and is_closed_and_empty(node):
            return [own_members(node)]
        if len(nodes) == 1 and not (isinstance(node.value, dict) and has_parts(node)):
            return None
        shapes = merged_members(nodes)
        return shapes if shapes and all(each.properties for each in shapes) else None

    def _object(
        self, key: SchemaId, shape: Merged, node: Node, name: tuple[str, ...]
    ) -> ObjectSchema:
        properties = tuple(
            self._property(wire_name, members, node, name, required=wire_name in shape.required)
            for wire_name, members in shape.properties.items()
        )
        others = [self.type(each, (*name, VALUE)) for each in shape.additional]
        return ObjectSchema(
            id=key,
            wire_name=name,
            properties=properties,
            location=node.location,
            additional=join(others) if others else None,
            description=own_description(node),
            error_fields=error_fields(node),
        )

    def _property(
        self,
        wire_name: str,
        nodes: tuple[Node, ...],
        holder: Node,
        owner: tuple[str, ...],
        *,
        required: bool,
    ) -> Property:
        name = (*owner, wire_name)
        node = nodes[-1]
        described = [description_of(each) for each in nodes]
        flags = [
            each.value
            for each in (*nodes, node.reference() or node)
            if isinstance(each.value, dict)
        ]
        return Property(
            wire_name=wire_name,
            type=(
                self.type(node, name)
                if len(nodes) == 1
                else self._all(nodes, holder, ("properties", wire_name), name, node)
            ),
            required=required,
            location=node.location,
            description=next((each for each in reversed(described) if each), ""),
            constraints=constraints(*nodes),
            deprecated=any(each.get("deprecated") is True for each in flags),
            read_only=any(each.get("readOnly") is True for each in flags),
            write_only=any(each.get("writeOnly") is True for each in flags),
        )

    # --- types: a schema where it is used ---------------------------------------------------

    def type(self, node: Node, name: tuple[str, ...]) -> Type:
        """Return the type of the schema at a node.

        `name` contains the words for the name of a class, if one is needed.
        """
        target = node.reference()
        if target is not None and not has_siblings(node):
            return join([self._reference(target, name)], nullable="null" in declared_types(node))
        wrapped = wrapped_part(node)
        if wrapped is not None:
            return join([self.type(wrapped, name)], nullable="null" in declared_types(node))
        self._warn_all(ignored_keywords(node))
        shapes = self._shapes(node)
        if shapes is not None:
            return self._shaped(shapes, node, self._id(node), name)
        return self._structure(node, name)

    def _shaped(
        self, shapes: list[Merged], node: Node, key: SchemaId, name: tuple[str, ...]
    ) -> Type:
        """Return the type of an object with properties, for which classes are created."""
        if len(shapes) > 1:
            return self._alternatives(node, shapes, name)
        if key not in self.schemas:
            self._alias(key, name, Unknown(), node)
            self.schemas[key] = self._object(key, shapes[0], node, name)
        reference = Reference(key)
        return Nullable(reference) if shapes[0].null else reference

    def _reference(self, target: Node, name: tuple[str, ...]) -> Type:
        target = self._same.get(target.pointer, target)
        key = self._id(target)
        if target.pointer in self._subtypes:
            return self._any_subtype(target)
        name = words_at(target.pointer)
        if key not in self.schemas:
            self._waiting.append((target, name))
            self._named.setdefault(key, (target, name))
        return Nullable(Reference(key)) if self._is_nullable(target, key) else Reference(key)

    def _is_nullable(self, target: Node, key: SchemaId) -> bool:
        """Return whether a schema is an object that may be null, which a class cannot express."""
        if key not in self._nullable:
            shapes = self._shapes(target)
            null = shapes is not None and len(shapes) == 1 and shapes[0].null
            self._nullable[key] = bool(null)
        return self._nullable[key]

    def _plain(self, target: Node) -> Reference:
        """Return the class of a schema itself, without its subtypes."""
        target = self._same.get(target.pointer, target)
        key = self._id(target)
        if key not in self.schemas:
            self._waiting.append((target, words_at(target.pointer)))
        return Reference(key)

    def _any_subtype(self, target: Node) -> Type:
        """Return the type of a schema or any that includes it. The discriminator selects one."""
        key = self._id(target, "~any")
        below = self._subtypes[target.pointer]
        found = discriminator(target, (*below, target))
        if found is None:
            return self._plain(target)
        if key not in self.schemas:
            base = self._plain(target)
            members = (*(self._plain(each) for each in below), base)
            tag = self._tag(found, {each.pointer: self._plain(each) for each in (*below, target)})
            union = Union(members, Tag(tag.property, tag.types, base))
            self._alias(key, (f"any_{target.pointer[-1]}",), union, target)
        return Reference(key)

    # --- structures ---------------------------------------------------------------------------

    def _structure(self, node: Node, name: tuple[str, ...]) -> Type:
        if not isinstance(node.value, dict):
            return Unknown()  # JSON Schema's `true`, and `false`, which no value satisfies
        own = self._by_type_names(node, name)
        if "const" in node.value:
            own = literal_type([node["const"].value], nullable="null" in declared_types(node))
        elif isinstance(node.value.get("enum"), list) and node.value["enum"]:
            values = [each.value for each in node["enum"].elements()]
            own = literal_type(values, nullable="null" in declared_types(node))
        parts: list[Part] = [(own, partial(own_kinds, node))]
        for keyword in IN_CHOICE:
            choices = node.get(keyword)
            if choices is not None and choices.value:
                found = list(choices.elements())
                parts.append((self._union(node, found, name), partial(kinds_of_any, found)))
        target = node.reference()
        among = node.get("allOf")
        if target is not None:
            parts.append((self._reference(target, name), partial(kinds, target)))
        if among is not None:
            nodes = tuple(among.elements())
            allowed = partial(kinds_of_all, nodes)
            parts.append((self._all(nodes, node, ("allOf",), name, node), allowed))
        narrowed = self._narrowed(parts) or self._contradiction(node)
        self._report_omitted(node)
        return self._formatted(narrowed, node)

    def _by_type_names(self, node: Node, name: tuple[str, ...]) -> Type:
        names = declared_types(node) or implied_types(node)
        if not names:
            return Unknown()
        members = [self._single(node, each, name) for each in names if each != "null"]
        return join(members, nullable="null" in names)

    def _single(self, node: Node, type_name: str, name: tuple[str, ...]) -> Type:
        if type_name == "object":
            return self._map(node, name)
        if type_name == "array":
            return Array(self._items(node, name))
        if type_name in SCALARS:
            format_ = format_of(node, type_name)
            if type_name == "string" and format_ is None and is_bytes(node):
                format_ = "binary"
            return Primitive(cast(PrimitiveName, type_name), format_)
        self._warn(
            "unknown-type",
            f"{type_name!r} is not a type of JSON Schema; the value is untyped",
            "use string, integer, number, boolean, array, object or null",
            node,
        )
        return Unknown()

    def _map(self, node: Node, name: tuple[str, ...]) -> Type:
        """Return the type of an object with arbitrary keys, or one that may have other types as well."""
        if node.get("properties") is not None and not any(map(node.get, (*IN_CHOICE, "allOf"))):
            shape = own_members(node)
            if shape.properties:
                return self._shaped([shape], node, self._id(node), name)
        found = [node.get(keyword) for keyword in ADDITIONAL]
        patterns = node.get("patternProperties")
        if patterns is not None:
            found += [each for _, each in patterns.items()]
        values = [
            self.type(each, (*name, VALUE))
            for each in found
            if each is not None and isinstance(each.value, dict)
        ]
        return Map(join(values) if values else Unknown())

    def _items(self, node: Node, name: tuple[str, ...]) -> Type:
        """Return the type of any item. The types of the items of a tuple are combined."""
        items, first = node.get("items") or node.get("unevaluatedItems"), node.get("prefixItems")
        if items is not None and isinstance(items.value, list):
            items, first = node.get("additionalItems"), items
        found = list(first.elements()) if first is not None else []
        if items is not None and isinstance(items.value, dict):
            found.append(items)
        return join([self.type(each, (*name, ITEM)) for each in found])

    # --- choices ------------------------------------------------------------------------------

    def _union(self, node: Node, choices: list[Node], name: tuple[str, ...]) -> Type:
        others = [each for each in choices if each.value != {"type": "null"}]
        named = option_words(node, others, name, is_named=self._id(node) in self.schemas)
        words = dict(zip((each.pointer for each in others), named, strict=True))
        members = [
            self.type(choice, (*name, *(words.get(choice.pointer, ()) if len(words) > 1 else ())))
            for choice in choices
            if not (is_empty(choice) and len(others) > 1)
        ]
        joined = join(members, nullable="null" in declared_types(node))
        targets: list[Node] = []
        known: dict[tuple[str, ...], Reference] = {}
        for choice in choices:
            target = choice.reference()
            if target is not None:
                targets.append(target)
                known[target.pointer] = self._plain(target)
            elif (shapes := self._shapes(choice)) is not None and len(shapes) == 1:
                targets.append(choice)
                known[choice.pointer] = Reference(self._id(choice))
        return self._tagged(joined, discriminator(node, targets), known, node, name)

    def _alternatives(self, node: Node, shapes: list[Merged], name: tuple[str, ...]) -> Type:
        """Return the type of alternatives next to properties.

        Each alternative has a class with the properties of both.
        """
        members: list[Type] = []
        known: dict[tuple[str, ...], Reference] = {}
        targets: list[Node] = []
        named_options = shape_words(node, shapes, name)
        for index, (shape, words) in enumerate(zip(shapes, named_options, strict=True), 1):
            key = self._id(node, f"~option{index}")
            option = [each for each in shape.choices if each.reference() is not None]
            if key not in self.schemas:
                named = (*name, *words)
                self._alias(key, named, Unknown(), node)
                self.schemas[key] = self._object(key, shape, node, named)
            members.append(Reference(key))
            for each in option:
                target = each["$ref"].target()
                if target.pointer not in known:
                    known[target.pointer] = Reference(key)
                    targets.append(target)
        joined = join(members, nullable=all(each.null for each in shapes))
        return self._tagged(joined, discriminator(node, targets), known, node, name)

    def _tagged(
        self,
        joined: Type,
        found: Discriminator | None,
        known: dict[tuple[str, ...], Reference],
        node: Node,
        name: tuple[str, ...],
    ) -> Type:
        """Return the union with its tag, as a named schema."""
        union = joined.type if isinstance(joined, Nullable) else joined
        if found is None or not isinstance(union, Union):
            return joined
        tagged = Union(union.members, self._tag(found, known))
        key = self._id(node)
        alias = self.schemas.get(key)
        if isinstance(alias, AliasSchema) and alias.wire_name == name:
            return Nullable(tagged) if isinstance(joined, Nullable) else tagged
        reference = self._alias(key, name, tagged, node)
        return Nullable(reference) if isinstance(joined, Nullable) else reference

    def _tag(self, found: Discriminator, known: dict[tuple[str, ...], Reference]) -> Tag:
        types = (
            (value, known.get(target.pointer) or self._plain(target))
            for value, target in found.targets
        )
        default = found.default
        if default is None:
            return Tag(found.property, tuple(types))
        return Tag(found.property, tuple(types), known.get(default.pointer) or self._plain(default))
