"""Annotate: a type of the IR in, the text of a Python annotation and its imports out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from msgspec import Struct, field

from specloom.ir import (
    AliasSchema,
    Array,
    EnumSchema,
    Literal,
    Map,
    Nullable,
    ObjectSchema,
    Primitive,
    Reference,
    Schema,
    SchemaId,
    Tag,
    Type,
    Union,
    Unknown,
)
from specloom.python.docstrings import literal
from specloom.python.formats import scalar_class
from specloom.python.imports import Imports
from specloom.python.packing import double_quoted, packed

COLLECTIONS = "collections.abc"
# JSON says 1 and 1.0; a float would make one of both, and lose the end of long integers.
SCALARS = {
    "string": "str",
    "integer": "int",
    "number": "int | float",
    "boolean": "bool",
    "null": "None",
}
ANYTHING = "object"


class Annotator(Struct, frozen=True):
    """Knows where each schema's class is, what the project says of formats, and aliases.

    `unions` are aliases of the module that is annotated, `literals` have a module of their own.
    """

    schemas: Mapping[SchemaId, Schema]
    names: Mapping[SchemaId, str]
    modules: Mapping[SchemaId, str]
    formats: Mapping[str, str]
    unions: Mapping[Union, str] = field(default_factory=dict[Union, str])
    literals: Mapping[Literal, tuple[str, str]] = field(
        default_factory=dict[Literal, tuple[str, str]]
    )
    package: str = ""

    def output(self, type_: Type, imports: Imports, *, read_only: bool = False) -> str:
        """The annotation of what an answer holds, or of a member of a model.

        `read_only` collections (`Sequence`, `Mapping`) take any list or dict whose items fit, which
        is what a model that people fill needs.
        """
        match type_:
            case Primitive():
                return self._primitive(type_, imports)
            case Array(items):
                inner = self.output(items, imports, read_only=read_only)
                collection = (
                    imports.name(COLLECTIONS, "Sequence") if read_only else imports.builtin("list")
                )
                return f"{collection}[{inner}]"
            case Map(values):
                inner = self.output(values, imports, read_only=read_only)
                collection = (
                    imports.name(COLLECTIONS, "Mapping") if read_only else imports.builtin("dict")
                )
                return f"{collection}[{imports.builtin('str')}, {inner}]"
            case Reference(schema):
                return self.reference(schema, imports)
            case Nullable(inner_type):
                inner = self.output(inner_type, imports, read_only=read_only)
                return inner if inner == imports.builtin(ANYTHING) else f"{inner} | None"
            case Union(members, tag):
                anything = imports.builtin(ANYTHING)
                if not self.is_decodable(type_):
                    return anything
                if type_ in self.unions:
                    return self.unions[type_]
                texts = [self.output(each, imports, read_only=read_only) for each in members]
                joined = " | ".join(dict.fromkeys(texts))
                return joined if tag is None else self._tagged(joined, tag, imports)
            case Literal() if type_ in self.literals:
                return imports.name(*self.literals[type_], otherwise="_")
            case Literal():
                return self.options(type_, imports)
            case Unknown():
                return imports.builtin(ANYTHING)
            case _:
                assert_never(type_)

    def input(self, type_: Type, imports: Imports) -> str:
        """The annotation of an argument: any collection, and for a model also a plain mapping."""
        match type_:
            case Array(items):
                return f"{imports.name(COLLECTIONS, 'Sequence')}[{self.input(items, imports)}]"
            case Map(values):
                inner = self.input(values, imports)
                return f"{imports.name(COLLECTIONS, 'Mapping')}[{imports.builtin('str')}, {inner}]"
            case Reference(schema):
                found = self.schemas[schema]
                if isinstance(found, ObjectSchema):
                    return " | ".join(self._input_parts(type_, imports))
                if isinstance(found, AliasSchema) and not self.is_recursive(found):
                    return self.input(found.type, imports)
                return self.reference(schema, imports)
            case Nullable(inner_type):
                inner = self.input(inner_type, imports)
                return inner if inner == imports.builtin(ANYTHING) else f"{inner} | None"
            case Union(members):
                texts = [part for each in members for part in self._input_parts(each, imports)]
                anything = imports.builtin(ANYTHING)
                return anything if anything in texts else " | ".join(dict.fromkeys(texts))
            case Primitive():
                return self._primitive(type_, imports, is_input=True)
            case Literal() | Unknown():
                return self.output(type_, imports)
            case _:
                assert_never(type_)

    def _tagged(self, union: str, tag: Tag, imports: Imports) -> str:
        """The union with what tells its members apart."""
        annotated = imports.name("typing", "Annotated")
        class_name = imports.name(f"{self.package}._core.codec.tagged", "Tagged")
        kinds = [f"{literal(value)}: {self.output(each, imports)}" for value, each in tag.types]
        parts = [literal(tag.property), f"{{{', '.join(kinds)}}}"]
        if tag.otherwise is not None:
            parts.append(self.output(tag.otherwise, imports))
        return f"{annotated}[{union}, {class_name}({', '.join(parts)})]"

    def _input_parts(self, type_: Type, imports: Imports) -> tuple[str, ...]:
        """The parts of a member's annotation, so that a union names the plain mapping once."""
        if not (
            isinstance(type_, Reference) and isinstance(self.schemas[type_.schema], ObjectSchema)
        ):
            return (self.input(type_, imports),)
        mapping = imports.name(COLLECTIONS, "Mapping")
        plain = f"{mapping}[{imports.builtin('str')}, {imports.builtin(ANYTHING)}]"
        return (self.reference(type_.schema, imports), plain)

    def reference(self, schema: SchemaId, imports: Imports) -> str:
        """The name of a schema's class or alias; a type that only holds itself has none."""
        found = self.schemas[schema]
        if isinstance(found, AliasSchema) and self.is_recursive(found):
            return imports.builtin(ANYTHING)
        return imports.name(self.modules[schema], self.names[schema])

    def defined(self, schema: AliasSchema | EnumSchema, imports: Imports) -> str:
        """The right side of an alias; one that comes back to itself is any JSON value."""
        if isinstance(schema, EnumSchema):
            return self.options(schema.type, imports)
        return (
            imports.builtin(ANYTHING)
            if self.is_recursive(schema)
            else self.output(schema.type, imports)
        )

    def is_decodable(self, union: Union) -> bool:
        """Whether no member takes in any value, so that there is something to tell apart."""
        return not any(map(self._is_anything, union.members))

    def _is_anything(self, type_: Type) -> bool:
        match type_:
            case Unknown():
                return True
            case Nullable(inner):
                return self._is_anything(inner)
            case Reference(schema):
                found = self.schemas[schema]
                if not isinstance(found, AliasSchema):
                    return False
                return self.is_recursive(found) or self._is_anything(found.type)
            case Union():
                return not self.is_decodable(type_)
            case Primitive() | Literal() | Array() | Map():
                return False
            case _:
                assert_never(type_)

    def is_recursive(self, schema: AliasSchema | EnumSchema) -> bool:
        """Whether an alias comes back to itself through aliases alone, as a type for any JSON does."""
        return isinstance(schema, AliasSchema) and self._reaches(schema.type, schema.id, set())

    def _reaches(self, type_: Type, wanted: SchemaId, seen: set[SchemaId]) -> bool:
        match type_:
            case Reference(schema):
                if schema == wanted:
                    return True
                found = self.schemas[schema]
                if schema in seen or not isinstance(found, AliasSchema):
                    return False
                seen.add(schema)
                return self._reaches(found.type, wanted, seen)
            case Array(inner) | Map(inner) | Nullable(inner):
                return self._reaches(inner, wanted, seen)
            case Union(members):
                return any(self._reaches(each, wanted, seen) for each in members)
            case Primitive() | Literal() | Unknown():
                return False
            case _:
                assert_never(type_)

    def _primitive(self, type_: Primitive, imports: Imports, *, is_input: bool = False) -> str:
        found = scalar_class(type_, self.formats, self.package)
        if found is not None:
            module, name = found
            return imports.name(module, name) if module else imports.builtin(name)
        if is_input and type_.name == "number":
            return imports.builtin("float")
        return " | ".join(map(imports.builtin, SCALARS[type_.name].split(" | ")))

    def options(self, type_: Literal, imports: Imports) -> str:
        """The values that are known, and any other of their kind; in lines where there are many."""
        base, values = type_.base, type_.values
        scalar = " | ".join(map(imports.builtin, SCALARS[base.name].split(" | ")))
        if base.name not in ("string", "integer") or not all(map(_fits_literal, values)):
            return scalar
        options = [double_quoted(literal(value)) for value in values]
        return packed(f"{imports.name('typing', 'Literal')}[", options, f"] | {scalar}")


def _fits_literal(value: object) -> bool:
    """Whether msgspec takes a value in a Literal: an integer of 64 bits, or text that UTF-8 can say."""
    if isinstance(value, int):
        return -(2**63) <= value < 2**63
    return isinstance(value, str) and not any("\ud800" <= each <= "\udfff" for each in value)
