"""The typed rows of the tables, with the differences between versions resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from specs.authoring.cells import Cell, Json
from specs.authoring.notation import Type

Scopes: TypeAlias = "tuple[tuple[str, ...], ...]"
"""OAuth scopes that give access: any one of the groups does, if all scopes of the group are held."""


@dataclass(frozen=True, slots=True)
class Version:
    """An API version, and the dialect that it shares with others."""

    name: str
    dialect: str
    about: str

    def is_among(self, names: tuple[str, ...]) -> bool:
        """Whether the names, of versions or dialects, mean this version."""
        return self.name in names or self.dialect in names


@dataclass(frozen=True, slots=True)
class Field:
    """A property of a component schema; `default` and `example` are None if it has none."""

    cell: Cell
    wire_name: str
    required: bool
    type: Type
    default: Json
    description: str
    example: Cell | None


@dataclass(frozen=True, slots=True)
class Schema:
    """A component schema: an object with fields, or an alias of `type` if that is set.

    `shown` are the optional fields that examples include.
    """

    cell: Cell
    name: str
    description: str
    fields: tuple[Field, ...]
    shown: tuple[str, ...]
    type: Type | None = None

    def without(self, names: tuple[str, ...]) -> Schema:
        """Return the schema without some of its fields."""
        fields = tuple(field for field in self.fields if field.wire_name not in names)
        return replace(self, fields=fields)


@dataclass(frozen=True, slots=True)
class QueryParameter:
    """A query parameter; `default` is None if it has none."""

    wire_name: str
    type: Type
    default: Json
    required: bool = False


@dataclass(frozen=True, slots=True)
class OperationText:
    """The summary and descriptions of a kind of operation; `answer` describes its first success."""

    summary: str
    description: str
    answer: str


@dataclass(frozen=True, slots=True)
class RequestBody:
    """A request body; a Schema is inline and has no name."""

    cell: Cell
    media_type: str
    content: Type | Schema
    example: Cell | None
    required: bool = True


@dataclass(frozen=True, slots=True)
class Operation:
    """A kind of operation; `path` still contains `<root>`, `<id>` and `<version>`.

    `path_types` has the path parameters that are not plain strings.
    """

    cell: Cell
    kind: str
    method: str
    path: str
    path_types: Mapping[str, Type]
    name: str
    tag: str
    access: str
    query: tuple[QueryParameter, ...]
    request: RequestBody | None
    responses: Mapping[str, Type | None]
    text: OperationText
    headers: Mapping[str, tuple[str, ...]]
    deprecated: bool


@dataclass(frozen=True, slots=True)
class Root:
    """The path of a collection, the parameter for its records' ids, and its operations."""

    path: str
    id: str | None
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ObjectVersion:
    """Where a version serves an object type, and the responses that are different there."""

    cell: Cell
    edition: Edition
    roots: tuple[Root, ...]
    responses: Mapping[str, Mapping[str, Type | None]]


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a document: its own descriptions and values.

    `scopes` are by access; `keys` are the security schemes of accesses that an API key gives. In the
    versions of `all_in`, all scopes of an access are required; in those of `none_in`, none.
    """

    name: str
    label: str
    about: tuple[str, ...]
    use_case: str
    documentation: Json
    tiers: Json
    scopes: Mapping[str, Scopes]
    keys: Mapping[str, str]
    all_in: tuple[str, ...]
    none_in: tuple[str, ...]
    sample: Mapping[str, Json]

    def granted(self, access: str, version: str) -> Scopes:
        """Return the groups of scopes that give an access in a version; none if any credential does."""
        groups = () if version in self.none_in else self.scopes.get(access, ())
        if version in self.all_in and groups:
            return (tuple(scope for together in groups for scope in together),)
        return groups


@dataclass(frozen=True, slots=True)
class ObjectType:
    """An object type and every version that serves it."""

    subject: Subject
    versions: tuple[ObjectVersion, ...]


@dataclass(frozen=True, slots=True)
class ParameterText:
    """The description of a parameter, wherever it occurs."""

    description: str
    example: Cell | None


@dataclass(frozen=True, slots=True)
class Texts:
    """What all documents share: descriptions, the server, security schemes, and values for examples."""

    openapi: str
    server: Json
    tiers: Json
    documentation: Json
    object_type_id: str
    any_scope: str
    scope_by_type: str
    tags: Mapping[str, str]
    security: Mapping[str, Json]
    keys: Mapping[str, Json]
    headers: Mapping[str, str]
    scopes: Mapping[str, str]
    sample: Mapping[str, Json]
    examples: Mapping[str, Json]
    parameters: Mapping[str, ParameterText]
    operations: Mapping[str, OperationText]
    responses: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Edition:
    """Operations and schemas of one version, with the descriptions of tags and parameters.

    `sample` has values for the examples of schemas that are not about one object type.
    """

    version: Version
    operations: Mapping[str, Operation]
    schemas: Mapping[str, Schema]
    tags: Mapping[str, str]
    parameters: Mapping[str, ParameterText]
    sample: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class ApiVersion:
    """An API other than those of records in one version; `roots` complete the paths."""

    cell: Cell
    edition: Edition
    roots: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Api:
    """An API other than those of records, with every version that serves it."""

    subject: Subject
    versions: tuple[ApiVersion, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables."""

    texts: Texts
    objects: tuple[ObjectType, ...]
    apis: tuple[Api, ...]
