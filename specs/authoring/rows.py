"""What the tables hold, once read. Types only; what differs by version is settled for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from specs.authoring.cells import Cell, Json
from specs.authoring.notation import Type


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
    """A property of a component schema; `example` is None where the table gives none."""

    cell: Cell
    wire_name: str
    required: bool
    type: Type
    description: str
    example: Cell | None


@dataclass(frozen=True, slots=True)
class Schema:
    """A component schema; `shown` are the optional fields that examples hold."""

    name: str
    description: str
    fields: tuple[Field, ...]
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QueryParameter:
    """A query parameter; `default` is None where it has none."""

    wire_name: str
    type: Type
    default: Json


@dataclass(frozen=True, slots=True)
class Operation:
    """A kind of operation; `path` still holds `<root>`, `<id>` and `<version>`."""

    kind: str
    method: str
    path: str
    name: str
    tag: str
    access: str
    query: tuple[QueryParameter, ...]
    request: Type | None
    responses: Mapping[str, Type | None]


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
    object_type_id: str | None
    about: str
    use_case: str
    documentation: Json
    tiers: Json
    scopes: Mapping[str, tuple[str, ...]]
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
class OperationText:
    """What is said of a kind of operation; `answer` is about the first success that it declares."""

    summary: str
    description: str
    answer: str


@dataclass(frozen=True, slots=True)
class Texts:
    """What all documents share: prose, server, security schemes, and values for examples."""

    openapi: str
    server: Json
    tiers: Json
    object_type_id: str
    any_scope: str
    tags: Mapping[str, str]
    security: Mapping[str, Json]
    scopes: Mapping[str, str]
    sample: Mapping[str, Json]
    parameters: Mapping[str, ParameterText]
    operations: Mapping[str, OperationText]
    responses: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Edition:
    """Operations and schemas as one version has them."""

    version: Version
    operations: Mapping[str, Operation]
    schemas: Mapping[str, Schema]


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables."""

    texts: Texts
    editions: Mapping[str, Edition]
    objects: tuple[ObjectType, ...]
