"""Lower the schemas of one document: JSON Schema nodes in, types and schemas of the IR out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias, cast

from specloom.documents.document import Document, Node
from specloom.ir import (
    NO_CONSTRAINTS,
    AliasSchema,
    Array,
    Constraints,
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
from specloom.lowering.allof import (
    Merged,
    array_items,
    distinct,
    has_siblings,
    is_empty,
    is_open_object,
    merged_members,
    other_members,
    own_members,
    referred,
    wrapped_part,
)
from specloom.lowering.definitions import Definitions, description_of
from specloom.lowering.extensions import error_fields
from specloom.lowering.kinds import ALL, kinds, kinds_of_type, own_kinds
from specloom.lowering.narrow import join, narrow
from specloom.lowering.shared import Shared
from specloom.lowering.skipped import ignored_keywords
from specloom.lowering.tags import Discriminator, discriminator, shared_base, subtypes, takes_in
from specloom.lowering.texts import all_constraints, constraints, tighter
from specloom.lowering.values import literal_type

Part: TypeAlias = tuple[Type, frozenset[str]]
"""The type of a part of a schema, and the kinds of JSON that the part allows."""

FREE_KEYS = ("additionalProperties", "patternProperties", "unevaluatedProperties")
SCALARS: frozenset[str] = frozenset({"string", "integer", "number", "boolean", "null"})
IN_CHOICE = ("oneOf", "anyOf")


class Schemas(Definitions):
    """The schemas of one document, and the types of those that stand where they are used."""

    def __init__(self, document: Document, shared: Shared) -> None:
        super().__init__(document, shared)
        self._nullable: dict[SchemaId, bool] = {}
        self._subtypes = subtypes(document)

    # --- definitions: a schema with an id ---------------------------------------------------

    def _lower(self, key: SchemaId, node: Node, name: tuple[str, ...]) -> None:
        # Set before its members are lowered, so that a cycle finds it.
        self._alias(key, name, Unknown(), node)
        self._warn_all(ignored_keywords(node))
        shapes = self._shapes(node)
        if shapes is not None and len(shapes) == 1:
            self.schemas[key] = self._object(key, shapes[0], node, name)
            return
        # Null is left to those who refer to an object, so that a class is just that.
        lowered = self._alternatives(node, shapes, name) if shapes else self._structure(node, name)
        if isinstance(lowered, Literal):
            self.schemas[key] = EnumSchema(key, name, lowered, node.location, description_of(node))
        else:
            self._alias(key, name, lowered, node)

    def _shapes(self, *nodes: Node) -> list[Merged] | None:
        """The sets of members that an object has; None where the schema is no object with members."""
        node = nodes[0]
        if len(nodes) == 1 and not (isinstance(node.value, dict) and _has_parts(node)):
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
        others = [self.type(each, (*name, "value")) for each in shape.additional]
        return ObjectSchema(
            id=key,
            wire_name=name,
            properties=properties,
            location=node.location,
            additional=join(others) if others else None,
            description=description_of(node),
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
        described = [description_of(each) or description_of(_target(each)) for each in nodes]
        flags = [each.value for each in (*nodes, _target(node)) if isinstance(each.value, dict)]
        return Property(
            wire_name=wire_name,
            type=(
                self.type(node, name)
                if len(nodes) == 1
                else self._all(nodes, holder, ("properties", wire_name), name)
            ),
            required=required,
            location=node.location,
            description=next((each for each in reversed(described) if each), ""),
            constraints=_limits(nodes),
            deprecated=any(each.get("deprecated") is True for each in flags),
            read_only=any(each.get("readOnly") is True for each in flags),
            write_only=any(each.get("writeOnly") is True for each in flags),
        )

    # --- types: a schema where it is used ---------------------------------------------------

    def type(self, node: Node, name: tuple[str, ...]) -> Type:
        """The type of the schema at a node; `name` are the words for it, should it need a class."""
        target = node.reference()
        if target is not None and not has_siblings(node):
            return self._reference(target, name)
        wrapped = wrapped_part(node)
        if wrapped is not None:
            return self.type(wrapped, name)
        self._warn_all(ignored_keywords(node))
        shapes = self._shapes(node)
        if shapes is not None:
            return self._shaped(shapes, node, self._id(node), name)
        return self._structure(node, name)

    def _shaped(
        self, shapes: list[Merged], node: Node, key: SchemaId, name: tuple[str, ...]
    ) -> Type:
        """The type of an object with members, of which classes are made."""
        if len(shapes) > 1:
            return self._alternatives(node, shapes, name)
        if key not in self.schemas:
            self._alias(key, name, Unknown(), node)
            self.schemas[key] = self._object(key, shapes[0], node, name)
        reference = Reference(key)
        return Nullable(reference) if shapes[0].null else reference

    def _reference(self, target: Node, name: tuple[str, ...]) -> Type:
        key = self._id(target)
        if target.pointer in self._subtypes:
            return self._any_subtype(target)
        if len(target.pointer) == 3 and target.pointer[:2] == ("components", "schemas"):
            name = (target.pointer[2],)
        if key not in self.schemas:
            self._wait(key, target, name)
        return Nullable(Reference(key)) if self._is_nullable(target, key) else Reference(key)

    def _is_nullable(self, target: Node, key: SchemaId) -> bool:
        """Whether a definition is an object that may be null, which no class can say."""
        if key not in self._nullable:
            shapes = self._shapes(target)
            null = shapes is not None and len(shapes) == 1 and shapes[0].null
            self._nullable[key] = bool(null)
        return self._nullable[key]

    def _plain(self, target: Node) -> Reference:
        """The class of a definition itself, whatever subtypes it has."""
        key = self._id(target)
        if key not in self.schemas:
            self._wait(key, target, (target.pointer[-1],))
        return Reference(key)

    def _any_subtype(self, target: Node) -> Type:
        """A definition or any that takes it in: its discriminator tells which one."""
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
            self._alias(key, ("any", target.pointer[-1]), union, target)
        return Reference(key)

    # --- structures ---------------------------------------------------------------------------

    def _structure(self, node: Node, name: tuple[str, ...]) -> Type:
        if not isinstance(node.value, dict):
            return Unknown()  # JSON Schema's `true`, and `false`, which no value satisfies
        parts: list[Part] = [(self._by_type_names(node, name), own_kinds(node))]
        values = _listed_values(node)
        if values is not None:
            parts = [(literal_type(values, nullable="null" in _type_names(node)), own_kinds(node))]
        for keyword in IN_CHOICE:
            choices = node.get(keyword)
            if choices is not None and choices.value:
                found = list(choices.elements())
                admitted = frozenset[str]().union(*map(kinds, found))
                parts.append((self._union(node, found, name), admitted))
        target = node.reference()
        if target is not None:
            # A definition that is a plain reference is what it refers to, under a name of its own.
            plain = not has_siblings(node)
            found_type = self.type(target, name) if plain else self._reference(target, name)
            parts.append((found_type, kinds(target)))
        among = node.get("allOf")
        if among is not None:
            nodes = tuple(each for each in among.elements() if not is_empty(each))
            admitted = ALL.intersection(*map(kinds, nodes))
            parts.append((self._all(nodes, node, ("allOf",), name), admitted))
        return self._formatted(self._narrowed(parts, node), node)

    def _formatted(self, type_: Type, node: Node) -> Type:
        """A type with the format that stands beside a reference to it."""
        format_ = node.value.get("format") if isinstance(node.value, dict) else None
        if not isinstance(format_, str) or _type_names(node):
            return type_
        if isinstance(type_, Nullable):
            return Nullable(self._formatted(type_.type, node))
        meaning = self._resolve(type_.schema) if isinstance(type_, Reference) else type_
        if isinstance(meaning, Primitive) and meaning.format is None:
            return Primitive(meaning.name, format_)
        return type_

    def _all(
        self,
        nodes: Sequence[Node],
        holder: Node,
        place: tuple[str, ...],
        name: tuple[str, ...],
    ) -> Type:
        """The type of what fits all nodes; a class made of several stands at a place below the holder."""
        nodes = distinct(nodes)
        if len(nodes) > 1 and (shapes := self._shapes(*nodes)) is not None:
            narrowest = _narrowest(nodes)
            if narrowest is not None:
                found = self.type(narrowest, name)
                null = any(each.null for each in shapes)
                return found.type if isinstance(found, Nullable) and not null else found
            return self._shaped(shapes, holder, self._id(holder, *place, "~all"), name)
        items = array_items(nodes) if len(nodes) > 1 else None
        if items is not None:
            return Array(self._all(items, holder, (*place, "items"), (*name, "item")))
        return self._narrowed([(self.type(each, name), kinds(each)) for each in nodes], holder)

    def _narrowed(self, parts: Sequence[Part], node: Node) -> Type:
        """The type of all parts; untyped, with a warning, where no value can be of them all."""
        types = [each for each, _ in parts]
        found = self._intersection(types)
        if found is None:
            # `properties` without a type make an object, and yet allow the string of another part.
            common = ALL.intersection(*(admitted for _, admitted in parts))
            fitting = [each for each in types if kinds_of_type(each, self._resolve) & common]
            found = self._intersection(fitting) if len(fitting) < len(types) and common else None
        if found is None:
            self._warn(
                "untyped-all-of",
                "the parts of the schema contradict each other; the value is untyped",
                "no value satisfies them all; correct the part that is wrong",
                node,
            )
            return Unknown()
        return found

    def _intersection(self, types: Sequence[Type]) -> Type | None:
        found: Type | None = Unknown()
        for each in types:
            found = None if found is None else narrow(found, each, self._resolve)
        return found

    def _by_type_names(self, node: Node, name: tuple[str, ...]) -> Type:
        names = _type_names(node)
        if not names:
            if any(node.get(each) for each in FREE_KEYS):
                names = ("object",)
            elif any(node.get(each) for each in ("items", "prefixItems", "unevaluatedItems")):
                names = ("array",)
            elif node.get("properties"):
                names = ("object",)
            else:
                return Unknown()
        members = [self._single(node, each, name) for each in names if each != "null"]
        return join(members, nullable="null" in names)

    def _single(self, node: Node, type_name: str, name: tuple[str, ...]) -> Type:
        if type_name == "object":
            return self._map(node, name)
        if type_name == "array":
            return Array(self._items(node, name))
        if type_name in SCALARS:
            declared = node.value.get("format") if isinstance(node.value, dict) else None
            format_ = declared if isinstance(declared, str) else None
            return Primitive(cast(PrimitiveName, type_name), format_)
        self._warn(
            "unknown-type",
            f"{type_name!r} is no type of JSON Schema; the value is left untyped",
            "use string, integer, number, boolean, array, object or null",
            node,
        )
        return Unknown()

    def _map(self, node: Node, name: tuple[str, ...]) -> Type:
        """An object beside other types, or one with free keys."""
        if node.get("properties") is not None and not any(map(node.get, (*IN_CHOICE, "allOf"))):
            shape = own_members(node)
            if shape.properties:
                return self._shaped([shape], node, self._id(node), name)
        found = [other_members(node)]
        patterns = node.get("patternProperties")
        if patterns is not None:
            found += [each for _, each in patterns.items()]
        values = [
            self.type(each, (*name, "value"))
            for each in found
            if each is not None and isinstance(each.value, dict)
        ]
        return Map(join(values) if values else Unknown())

    def _items(self, node: Node, name: tuple[str, ...]) -> Type:
        """The type of any item; those of a tuple are taken together."""
        items, first = node.get("items"), node.get("prefixItems")
        if items is not None and isinstance(items.value, list):
            items, first = node.get("additionalItems"), items
        items = items or node.get("unevaluatedItems")
        found = list(first.elements()) if first is not None else []
        if items is not None and isinstance(items.value, dict):
            found.append(items)
        return join([self.type(each, (*name, "item")) for each in found])

    # --- choices ------------------------------------------------------------------------------

    def _union(self, node: Node, choices: list[Node], name: tuple[str, ...]) -> Type:
        several = sum(choice.value != {"type": "null"} for choice in choices) > 1
        members = [
            self.type(choice, (*name, f"option{index}") if several else name)
            for index, choice in enumerate(choices, 1)
            if not (is_empty(choice) and several)
        ]
        joined = join(members, nullable="null" in _type_names(node))
        targets = [target for each in choices if (target := each.reference()) is not None]
        known = {each.pointer: self._plain(each) for each in targets}
        inline: list[Node] = []
        for choice in choices:
            key = self._id(choice)
            if choice.reference() is None and isinstance(self.schemas.get(key), ObjectSchema):
                known[choice.pointer] = Reference(key)
                inline.append(choice)
        found = discriminator(node, (*targets, *inline))
        if found is None and not inline:
            found = self._of_shared_base(targets)
        return self._tagged(joined, found, known, node, name)

    def _of_shared_base(self, targets: list[Node]) -> Discriminator | None:
        """The discriminator of the definition that all choices take in, as far as it is of them."""
        base = shared_base(targets, self._subtypes)
        if base is None:
            return None
        found = discriminator(base, (*self._subtypes[base.pointer], base))
        pointers = {each.pointer for each in targets}
        if found is None:
            return None
        own = tuple((value, each) for value, each in found.targets if takes_in(each, pointers))
        return Discriminator(found.property, own) if own else None

    def _alternatives(self, node: Node, shapes: list[Merged], name: tuple[str, ...]) -> Type:
        """A choice beside members: a class for each option, with the members of both."""
        members: list[Type] = []
        known: dict[tuple[str, ...], Reference] = {}
        targets: list[Node] = []
        for index, shape in enumerate(shapes, 1):
            key = self._id(node, f"~option{index}")
            option = [each for each in shape.choices if each.reference() is not None]
            words = tuple(each["$ref"].target().pointer[-1] for each in option)
            if key not in self.schemas:
                named = (*name, *(words or (f"option{index}",)))
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
        """The union with its tag, under a name of its own."""
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


def _has_parts(node: Node) -> bool:
    members = node.value if isinstance(node.value, dict) else {}
    return any(key in members for key in ("properties", "allOf", "$ref"))


def _type_names(node: Node) -> tuple[str, ...]:
    declared = node.get("type")
    if declared is None:
        return ()
    return (declared.value,) if isinstance(declared.value, str) else node.texts("type")


def _target(node: Node) -> Node:
    return node.reference() or node


def _limits(nodes: tuple[Node, ...]) -> Constraints:
    """The limits of a member that one or more schemas describe; a class of its own states its own."""
    found = NO_CONSTRAINTS
    for node in nodes:
        stated = all_constraints(node) if has_siblings(node) else constraints(node)
        found = tighter(found, stated)
    return found


def _listed_values(node: Node) -> list[object] | None:
    """The values that `enum` or `const` allow; None where neither is there."""
    members = node.value if isinstance(node.value, dict) else {}
    listed = members.get("enum")
    values: list[object] | None = [*listed] if isinstance(listed, list) and listed else None
    if "const" not in members:
        return values
    const = members["const"]
    return [const] if values is None or const in values else values


def _narrowest(nodes: Sequence[Node]) -> Node | None:
    """The reference among nodes that says all that the others say; None where each says more."""
    found = [each for each in nodes if not is_open_object(each)]
    if not found:
        return None
    targets = [referred(each) for each in found]
    for node, target in zip(found, targets, strict=True):
        if target is not None:
            taken_in = {target.pointer}
            for shape in merged_members((target,)) or ():
                taken_in |= set(shape.sources)
            if all(each is not None and each.pointer in taken_in for each in targets):
                return node
    return None
