"""Describe the parts of an API that its users see: calls, models and credentials, independent of their locations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import asdict

from specloom.diagnostics import Location
from specloom.ir import (
    AliasSchema,
    ApiVersion,
    Array,
    Constraints,
    EnumSchema,
    Literal,
    Map,
    Nullable,
    ObjectSchema,
    Operation,
    Parameter,
    Primitive,
    Property,
    Reference,
    Scalar,
    Schema,
    SchemaId,
    SecurityRequirement,
    Type,
    Union,
    Unknown,
)
from specloom.ir.bodies import Body, Events, Lines
from specloom.ir.words import shown
from specloom.naming.arguments import arguments, spread_body
from specloom.pipeline import Compiled
from specloom.python.layout.layout import Layout
from specloom.python.layout.usage import emitted_schemas, usage_of
from specloom.python.operations.calls import located_calls


class Plain(Struct, frozen=True):
    """A scalar type, with its format."""

    name: str
    format: str = ""


class Named(Struct, frozen=True):
    """A model."""

    name: str


class ListOf(Struct, frozen=True):
    """An array."""

    items: Shape


class MapOf(Struct, frozen=True):
    """An object with arbitrary keys."""

    values: Shape


class Maybe(Struct, frozen=True):
    """A type or null."""

    of: Shape


class OneOf(Struct, frozen=True):
    """One of several types."""

    members: tuple[Shape, ...]


class Values(Struct, frozen=True):
    """One of several scalars."""

    base: Plain
    values: tuple[Scalar, ...]


class Anything(Struct, frozen=True):
    """Any value."""


Shape: TypeAlias = Plain | Named | ListOf | MapOf | Maybe | OneOf | Values | Anything
"""A type as users see it."""

Limits: TypeAlias = Mapping[str, float | str]


class Argument(Struct, frozen=True):
    """An argument of a call: its Python name, and its location in the request."""

    name: str
    wire_name: str
    place: str
    type: Shape
    required: bool
    positional: bool
    limits: Limits = {}
    default: str = ""
    deprecated: bool = False
    form: str = ""
    """How an array or an object is serialized."""


class Field(Struct, frozen=True):
    """A property of a model."""

    name: str
    wire_name: str
    type: Shape
    required: bool
    read_only: bool = False
    write_only: bool = False
    limits: Limits = {}
    deprecated: bool = False


class Model(Struct, frozen=True):
    """A model. `type` is set for an alias and for an enumeration."""

    name: str
    version: str
    fields: tuple[Field, ...] = ()
    type: Shape | None = None
    additional: Shape | None = None
    is_sent: bool = False
    is_answered: bool = False
    location: Location | None = None


class Call(Struct, frozen=True):
    """An operation and its call.

    `request` maps media types to types; `responses` maps statuses to such mappings.
    """

    version: str
    method: str
    path: str
    name: str
    operation_id: str
    arguments: tuple[Argument, ...]
    request: Mapping[str, Shape]
    request_required: bool
    responses: Mapping[str, Mapping[str, Shape]]
    credentials: tuple[tuple[str, ...], ...]
    scopes: tuple[str, ...]
    servers: tuple[str, ...]
    pages: bool = False
    streams: bool = False
    batches: bool = False
    is_repeated: bool = False
    deprecated: bool = False
    location: Location | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """The identity of the operation: version, method and path, without the names of its parameters."""
        return self.version, self.method, re.sub(r"\{[^{}]*\}", "{}", self.path)


class Surface(Struct, frozen=True):
    """All parts of an API that its users see."""

    versions: tuple[str, ...]
    calls: tuple[Call, ...]
    models: tuple[Model, ...]
    credentials: tuple[str, ...]
    servers: tuple[str, ...]


def surface_of(compiled: Compiled) -> Surface:
    """Return the description of a compiled API."""
    return _Describer(compiled).surface()


class _Describer:
    def __init__(self, compiled: Compiled) -> None:
        self._interned = compiled.interned
        self._names = compiled.names
        self._schemas = compiled.interned.api.schemas
        self._layout = Layout(compiled.interned, compiled.names, compiled.project)
        self._usage = usage_of(compiled.interned)

    def surface(self) -> Surface:
        versions = self._interned.api.versions
        schemes = {each.credential for version in versions for each in version.security_schemes}
        return Surface(
            versions=tuple(each.name for each in versions),
            calls=tuple(self._calls()),
            models=tuple(each for version in versions for each in self._models(version)),
            credentials=tuple(sorted(schemes)),
            servers=tuple(
                dict.fromkeys(server.url for each in versions for server in each.servers)
            ),
        )

    def _calls(self) -> Iterator[Call]:
        # A method that several resources share belongs to one of them; each operation has its own types.
        operations = [
            (version.name, operation)
            for version in self._interned.api.versions
            for resource in version.resources
            for operation in resource.all_operations()
        ]
        located = located_calls(self._layout)
        for (version, operation), (key, call) in zip(operations, located, strict=True):
            names = self._names.operations[key].arguments
            yield self._call(operation, version, call.call, names)

    def _call(
        self, operation: Operation, version: str, name: str, names: Mapping[tuple[str, str], str]
    ) -> Call:
        body = operation.request_body
        return Call(
            version=version,
            method=operation.method,
            path=operation.path,
            name=name,
            operation_id=operation.operation_id or "",
            arguments=tuple(self._arguments(operation, version, names)),
            request=self._content(body.content, version) if body else {},
            request_required=body is not None and body.required,
            responses={
                each.status: self._content(each.content, version) for each in operation.responses
            },
            credentials=operation.credentials,
            scopes=_scopes(operation.security),
            servers=tuple(each.url for each in operation.servers),
            pages=operation.pagination is not None,
            streams=operation.streaming is not None,
            batches=operation.batching is not None,
            is_repeated=_is_idempotent(operation),
            deprecated=operation.deprecated,
            location=operation.location,
        )

    def _arguments(
        self, operation: Operation, version: str, names: Mapping[tuple[str, str], str]
    ) -> Iterator[Argument]:
        declared: dict[tuple[str, str], Parameter | Property] = {
            (each.place, each.wire_name): each for each in operation.parameters
        }
        body = spread_body(operation, self._schemas)
        for member in body.properties if body is not None else ():
            declared["body", member.wire_name] = member
        for each in arguments(operation, self._schemas):
            found = declared.get((each.place, each.wire_name))
            default = found.default if isinstance(found, Parameter) else None
            form = self._form(found) if isinstance(found, Parameter) else ""
            yield Argument(
                name=names.get((each.place, each.wire_name), each.wire_name),
                wire_name=each.wire_name,
                place=each.place,
                type=self.shape(each.type, version),
                required=each.required,
                positional=each.positional,
                limits=_limits(found.constraints) if found else {},
                default="" if default is None else repr(default),
                deprecated=found.deprecated if found else False,
                form=form,
            )

    def _form(self, parameter: Parameter) -> str:
        """Return how a parameter is serialized. It is empty for a scalar in a query, a header or a cookie."""
        if parameter.media_type:
            return parameter.media_type
        style = f"{parameter.style}{', exploded' if parameter.explode else ''}"
        if _has_parts(parameter.type, self._schemas):
            return style
        return parameter.style if parameter.place == "path" else ""

    def _content(self, content: tuple[Body, ...], version: str) -> dict[str, Shape]:
        found: dict[str, Shape] = {}
        for each in content:
            type_ = each.type
            if type_ is None and isinstance(each, (Lines, Events)):
                type_ = each.items
            found[each.media_type] = Anything() if type_ is None else self.shape(type_, version)
        return found

    def _models(self, version: ApiVersion) -> Iterator[Model]:
        for key in emitted_schemas(version, self._interned):
            schema = self._schemas[key]
            name = self._names.schemas[version.name, key]
            is_sent, is_answered = key in self._usage.sent, key in self._usage.answered
            if isinstance(schema, ObjectSchema):
                yield Model(
                    name,
                    version.name,
                    fields=tuple(
                        self._field(key, each, version.name) for each in schema.properties
                    ),
                    additional=self._additional(schema, version.name),
                    is_sent=is_sent,
                    is_answered=is_answered,
                    location=schema.location,
                )
            else:
                type_ = self.shape(schema.type, version.name)
                yield Model(
                    name, version.name, (), type_, None, is_sent, is_answered, schema.location
                )

    def _additional(self, schema: ObjectSchema, version: str) -> Shape | None:
        return None if schema.additional is None else self.shape(schema.additional, version)

    def _field(self, schema: SchemaId, each: Property, version: str) -> Field:
        return Field(
            name=self._names.properties[schema, each.wire_name],
            wire_name=each.wire_name,
            type=self.shape(each.type, version),
            required=each.required,
            read_only=each.read_only,
            write_only=each.write_only,
            limits=_limits(each.constraints),
            deprecated=each.deprecated,
        )

    def shape(self, type_: Type, version: str) -> Shape:
        """Return a type with the names of models instead of their locations."""
        match type_:
            case Primitive(name, format_):
                return Plain(name, format_ or "")
            case Array(items):
                return ListOf(self.shape(items, version))
            case Map(values):
                return MapOf(self.shape(values, version))
            case Nullable(inner):
                return Maybe(self.shape(inner, version))
            case Union(members):
                return OneOf(tuple(self.shape(each, version) for each in members))
            case Literal(base, values):
                return Values(Plain(base.name, base.format or ""), values)
            case Reference(schema):
                return self._named(schema, version)
            case Unknown():
                return Anything()

    def _named(self, key: SchemaId, version: str) -> Shape:
        schema = self._schemas[key]
        name = self._names.schemas.get((version, key))
        if name is None:
            name = shown(schema.wire_name)
        match schema:
            case ObjectSchema() | EnumSchema() | AliasSchema():
                return Named(name)


def _has_parts(type_: Type, schemas: Mapping[SchemaId, Schema]) -> bool:
    """Return whether a value of a type may be an array or an object."""
    match type_:
        case Array() | Map():
            return True
        case Nullable(inner):
            return _has_parts(inner, schemas)
        case Union(alternatives):
            return any(_has_parts(each, schemas) for each in alternatives)
        case Reference(key):
            schema = schemas[key]
            return isinstance(schema, ObjectSchema) or (
                isinstance(schema, AliasSchema) and isinstance(schema.type, (Array, Map))
            )
        case _:
            return False


def _is_idempotent(operation: Operation) -> bool:
    """Return whether clients may repeat an operation: as declared, or else as its HTTP method defines."""
    if operation.idempotent is not None:
        return operation.idempotent
    return operation.method in ("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY")


def _scopes(security: tuple[SecurityRequirement, ...]) -> tuple[str, ...]:
    found = {
        scope for requirement in security for _, scopes in requirement.schemes for scope in scopes
    }
    return tuple(sorted(found))


def _limits(constraints: Constraints) -> Limits:
    return {key: value for key, value in asdict(constraints).items() if value is not None}
