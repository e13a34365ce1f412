"""What the tables hold, once read. Types only; what differs by version is settled for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from specs.authoring.cells import Cell, Json
from specs.authoring.notation import Type

Scopes: TypeAlias = "tuple[tuple[str, ...], ...]"
"""OAuth scopes that give access: any one of the groups does, if all scopes of the group are held."""


@dataclass(frozen=True, slots=True)
class Version:
    """An API version, and the dialect it shares with others."""

    name: str
    dialect: str
    about: str

    def is_among(self, names: tuple[str, ...]) -> bool:
        """Whether the names, of versions or dialects, mean this version."""
        return self.name in names or self.dialect in names


@dataclass(frozen=True, slots=True)
class Field:
    """A property of a component schema; `default` and `example` are None where it has none."""

    cell: Cell
    wire_name: str
    required: bool
    type: Type
    default: Json
    description: str
    example: Cell | None


@dataclass(frozen=True, slots=True)
class Schema:
    """A component schema: an object with fields, or another name for `type` where it has one.

    `shown` are the optional fields that examples hold.
    """

    cell: Cell
    name: str
    description: str
    fields: tuple[Field, ...]
    shown: tuple[str, ...]
    type: Type | None = None


@dataclass(frozen=True, slots=True)
class QueryParameter:
    """A query parameter; `default` is None where it has none."""

    wire_name: str
    type: Type
    default: Json


@dataclass(frozen=True, slots=True)
class OperationText:
    """What is said of a kind of operation; `answer` is about the first success that it declares."""

    summary: str
    description: str
    answer: str


@dataclass(frozen=True, slots=True)
class RequestBody:
    """What is sent; a Schema stands for one that has no name and is written where it is used."""

    cell: Cell
    media_type: str
    content: Type | Schema
    example: Cell | None


@dataclass(frozen=True, slots=True)
class Operation:
    """A kind of operation; `path` still holds `<root>`, `<id>` and `<version>`.

    `path_types` has the path parameters that are not just strings.
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


@dataclass(frozen=True, slots=True)
class Root:
    """A collection's path, the parameter of its records' ids, and the operations at home there."""

    path: str
    id: str | None
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ObjectVersion:
    """Where a version serves an object type, and the answers in which that departs from it."""

    cell: Cell
    version: str
    roots: tuple[Root, ...]
    responses: Mapping[str, Mapping[str, Type | None]]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a document is about: the texts and values that are its own."""

    name: str
    label: str
    about: tuple[str, ...]
    use_case: str
    documentation: Json
    tiers: Json
    scopes: Mapping[str, Scopes]
    sample: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class ObjectType:
    """An object type and every version that serves it."""

    subject: Subject
    versions: tuple[ObjectVersion, ...]


@dataclass(frozen=True, slots=True)
class ParameterText:
    """What is said of a parameter wherever it occurs."""

    description: str
    example: Cell | None


@dataclass(frozen=True, slots=True)
class Texts:
    """What all documents share: prose, server, security schemes, and values for examples."""

    openapi: str
    server: Json
    tiers: Json
    documentation: Json
    object_type_id: str
    any_scope: str
    scope_by_type: str
    tags: Mapping[str, str]
    security: Mapping[str, Json]
    scopes: Mapping[str, str]
    sample: Mapping[str, Json]
    examples: Mapping[str, Json]
    parameters: Mapping[str, ParameterText]
    operations: Mapping[str, OperationText]
    responses: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Edition:
    """Operations and schemas as one version has them, and what is said of tags and parameters.

    `sample` has the values for the examples of schemas, which are not about one object type.
    """

    version: Version
    operations: Mapping[str, Operation]
    schemas: Mapping[str, Schema]
    tags: Mapping[str, str]
    parameters: Mapping[str, ParameterText]
    sample: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class ApiVersion:
    """An API beside the records as one version serves it; `roots` fill in the paths."""

    cell: Cell
    edition: Edition
    roots: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Api:
    """An API beside the records and every version that serves it."""

    subject: Subject
    versions: tuple[ApiVersion, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables."""

    texts: Texts
    editions: Mapping[str, Edition]
    objects: tuple[ObjectType, ...]
    apis: tuple[Api, ...]
