"""Build the Python annotations of IR types, and record the imports that they need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeGuard, assert_never

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
from specloom.python import code
from specloom.python.code import flat
from specloom.python.code.imports import Imports
from specloom.python.models.formats import scalar_class

COLLECTIONS = "collections.abc"
# A float would not distinguish 1 from 1.0, and would lose the last digits of long integers.
SCALARS = {
    "string": ("str",),
    "integer": ("int",),
    "number": ("int", "float"),
    "boolean": ("bool",),
    "null": ("None",),
}
ANYTHING = "object"


class Annotator(Struct, frozen=True):
    """Builds the annotations of types.

    Attributes:
        schemas: the schemas by their ids.
        names: the name of each schema's class or alias.
        modules: the module that defines each class or alias.
        formats: the project's own classes for formats.
        unions: aliases of unions in the module that contains the annotations.
        literals: aliases of enumerations: the module and the name of each.
        package: the import name of the package.
        core: the package with the modules of the core.
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
    core: str = ""

    def output(self, type_: Type, imports: Imports, *, read_only: bool = False) -> str:
        """Return `output_type` as source, for planners that build strings."""
        return flat(self.output_type(type_, imports, read_only=read_only))

    def input(self, type_: Type, imports: Imports) -> str:
        """Return `input_type` as source, for planners that build strings."""
        return flat(self.input_type(type_, imports))

    def output_type(
        self, type_: Type, imports: Imports, *, read_only: bool = False
    ) -> code.Expression:
        """Return the annotation of the body of a response, or of a property of a model.

        Args:
            type_: the type to annotate.
            imports: the imports of the module that contains the annotation.
            read_only: annotate collections as `Sequence` and `Mapping`, which accept any list or dict
                with suitable items. Models that users create need this.
        """
        match type_:
            case Primitive():
                return self._primitive(type_, imports)
            case Array(items):
                inner = self.output_type(items, imports, read_only=read_only)
                return code.Subscript(_list(imports, read_only=read_only), (inner,))
            case Map(values):
                inner = self.output_type(values, imports, read_only=read_only)
                key = imports.builtin_name("str")
                return code.Subscript(_dict(imports, read_only=read_only), (key, inner))
            case Reference(schema):
                return self.reference(schema, imports)
            case Nullable(inner_type):
                return _nullable(
                    self.output_type(inner_type, imports, read_only=read_only), imports
                )
            case Union(members, tag):
                if not self.is_decodable(type_):
                    return imports.builtin_name(ANYTHING)
                if type_ in self.unions:
                    return code.Name(self.unions[type_])
                found = [self.output_type(each, imports, read_only=read_only) for each in members]
                joined = code.union(found)
                return joined if tag is None else self._tagged(joined, tag, imports)
            case Literal() if type_ in self.literals:
                return imports.imported(*self.literals[type_], otherwise="_")
            case Literal():
                return self.options(type_, imports)
            case Unknown():
                return imports.builtin_name(ANYTHING)
            case _:
                assert_never(type_)

    def input_type(self, type_: Type, imports: Imports) -> code.Expression:
        """Return the annotation of an argument.

        It accepts any collection, and a mapping in place of a model.
        """
        match type_:
            case Array(items):
                inner = self.input_type(items, imports)
                if self._is_string(items) and self.core:  # a string is not a list of strings
                    kind = imports.imported(f"{self.core}.sequences", "SequenceNotStr")
                else:
                    kind = _list(imports, read_only=True)
                return code.Subscript(kind, (inner,))
            case Map(values):
                inner = self.input_type(values, imports)
                key = imports.builtin_name("str")
                return code.Subscript(_dict(imports, read_only=True), (key, inner))
            case Reference(schema):
                found = self.schemas[schema]
                if isinstance(found, ObjectSchema):
                    mapping = _dict(imports, read_only=True)
                    plain = code.Subscript(
                        mapping, (imports.builtin_name("str"), imports.builtin_name(ANYTHING))
                    )
                    return code.union([self.reference(schema, imports), plain])
                if isinstance(found, AliasSchema) and not self.is_recursive(found):
                    return self.input_type(found.type, imports)
                return self.reference(schema, imports)
            case Nullable(inner_type):
                return _nullable(self.input_type(inner_type, imports), imports)
            case Union(members):
                found_types = [self.input_type(each, imports) for each in members]
                anything = imports.builtin_name(ANYTHING)
                return anything if anything in found_types else code.union(found_types)
            case Primitive():
                return self._primitive(type_, imports, is_input=True)
            case Literal() | Unknown():
                return self.output_type(type_, imports)
            case _:
                assert_never(type_)

    def _tagged(self, union: code.Expression, tag: Tag, imports: Imports) -> code.Expression:
        """Return the annotation of a union with the property that distinguishes its types."""
        annotated = imports.imported("typing", "Annotated")
        class_name = imports.imported(f"{self.core}.codec.conversion", "Tagged")
        kinds = code.Dict(
            tuple(
                (code.Constant(value), self.output_type(each, imports)) for value, each in tag.types
            )
        )
        arguments: list[code.Argument] = [code.Constant(tag.property), kinds]
        if tag.otherwise is not None:
            arguments.append(self.output_type(tag.otherwise, imports))
        return code.Subscript(annotated, (union, code.Call(class_name, tuple(arguments))))

    def reference(self, schema: SchemaId, imports: Imports) -> code.Name:
        """Return the name of a schema's class or alias, or `object` for an alias that is recursive."""
        found = self.schemas[schema]
        if isinstance(found, AliasSchema) and self.is_recursive(found):
            return imports.builtin_name(ANYTHING)
        return imports.imported(self.modules[schema], self.names[schema])

    def defined(self, schema: AliasSchema | EnumSchema, imports: Imports) -> code.Expression:
        """Return the value of an alias. An alias that refers only to itself is any JSON value."""
        if isinstance(schema, EnumSchema):
            return self.options(schema.type, imports)
        if self.is_recursive(schema):
            return imports.builtin_name(ANYTHING)
        return self.output_type(schema.type, imports)

    def is_decodable(self, union: Union) -> bool:
        """Return whether the types of a union can be distinguished: none of them accepts every value."""
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
        """Return whether an alias refers to itself through aliases alone, as a type for any JSON value does."""
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

    def _is_string(self, type_: Type) -> bool:
        """Return whether the argument for a type is annotated as a string."""
        if isinstance(type_, Literal):
            return type_.base.name == "string"
        if not isinstance(type_, Primitive):
            return False
        return type_.name == "string" and scalar_class(type_, self.formats, self.package) is None

    def _primitive(
        self, type_: Primitive, imports: Imports, *, is_input: bool = False
    ) -> code.Expression:
        found = scalar_class(type_, self.formats, self.package, self.core)
        if found is not None:
            module, name = found
            return imports.imported(module, name) if module else imports.builtin_name(name)
        if is_input and type_.name == "number":
            return imports.builtin_name("float")
        return _scalar(type_, imports)

    def options(self, type_: Literal, imports: Imports) -> code.Expression:
        """Return the annotation of an enumeration: its known values, and any other value of their type."""
        base, values = type_.base, type_.values
        scalar = _scalar(base, imports)
        if base.name not in ("string", "integer"):
            return scalar
        options = tuple(code.Constant(value) for value in values if _fits_literal(value))
        if len(options) < len(values):
            return scalar
        return code.union([code.Subscript(imports.imported("typing", "Literal"), options), scalar])


def _list(imports: Imports, *, read_only: bool) -> code.Name:
    return imports.imported(COLLECTIONS, "Sequence") if read_only else imports.builtin_name("list")


def _dict(imports: Imports, *, read_only: bool) -> code.Name:
    return imports.imported(COLLECTIONS, "Mapping") if read_only else imports.builtin_name("dict")


def _nullable(inner: code.Expression, imports: Imports) -> code.Expression:
    if inner == imports.builtin_name(ANYTHING):
        return inner
    return code.union([inner, code.Constant(None)])


def _scalar(type_: Primitive, imports: Imports) -> code.Expression:
    return code.union(
        code.Constant(None) if name == "None" else imports.builtin_name(name)
        for name in SCALARS[type_.name]
    )


def _fits_literal(value: object) -> TypeGuard[str | int]:
    """Return whether msgspec accepts a value in a Literal.

    It accepts integers of 64 bits and strings that UTF-8 can encode.
    """
    if isinstance(value, int):
        return -(2**63) <= value < 2**63
    return isinstance(value, str) and not any("\ud800" <= each <= "\udfff" for each in value)
