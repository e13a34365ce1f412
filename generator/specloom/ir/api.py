"""The versions of an API with their resources, and what resources have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NewType, TypeAlias

from msgspec import Struct, field

from specloom.diagnostics import Diagnostic
from specloom.ir.operations import Operation, Parameter, SecurityScheme, Server
from specloom.ir.schemas import Schema
from specloom.ir.types import SchemaId


class Resource(Struct, frozen=True):
    """A node of the tree that a client exposes: operations, and sub-resources.

    `roots` are the paths above its operations, the most frequent first. `parameters` are those of a
    root that a caller gives once, to get the resource.
    """

    name: str
    roots: tuple[str, ...]
    operations: tuple[Operation, ...]
    children: tuple[Resource, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    title: str = ""
    description: str = ""
    document: str = ""

    def all_operations(self) -> Iterator[Operation]:
        """Yield the operations of this resource and of all its sub-resources."""
        yield from self.operations
        for child in self.children:
            yield from child.all_operations()

    def all_scopes(self) -> tuple[str, ...]:
        """Return the scopes that these operations require."""
        found = {
            scope
            for operation in self.all_operations()
            for requirement in operation.security
            for _, names in requirement.schemes
            for scope in names
        }
        return tuple(sorted(found))


class Host(Struct, frozen=True):
    """The server of one document, where the documents of a version have different ones."""

    name: str
    document: str
    server: Server


class Info(Struct, frozen=True):
    """The Info Object of one document, and the link of its `externalDocs`; empty strings where it has none."""

    title: str = ""
    version: str = ""
    summary: str = ""
    description: str = ""
    license_name: str = ""
    license_identifier: str = ""
    contact_name: str = ""
    contact_url: str = ""
    contact_email: str = ""
    terms_of_service: str = ""
    documentation: str = ""


class ApiVersion(Struct, frozen=True):
    """Everything that one version of the API offers. An API without versions has one, named ``""``.

    Until interning, `schemas` has a schema that several documents have once for each of them;
    `written` is the document of each.
    `hosts` has the server of each document, if they differ.
    """

    name: str
    resources: tuple[Resource, ...]
    schemas: tuple[SchemaId, ...]
    written: tuple[str, ...]
    servers: tuple[Server, ...]
    security_schemes: tuple[SecurityScheme, ...]
    title: str = ""
    description: str = ""
    hosts: tuple[Host, ...] = ()
    infos: tuple[Info, ...] = ()


class Api(Struct, frozen=True):
    """All versions, oldest first, and all schemas they refer to."""

    versions: tuple[ApiVersion, ...]
    schemas: Mapping[SchemaId, Schema] = field(default_factory=dict[SchemaId, Schema])
    warnings: tuple[Diagnostic, ...] = ()


ImplementationId = NewType("ImplementationId", int)
"""Implementations are numbered in the order in which the versions have them first."""

ResourceKey: TypeAlias = tuple[str, tuple[str, ...]]
"""A resource by its version and the words that lead to it: ``("v3", ("tasks", "batch"))``."""


class Implementation(Struct, frozen=True):
    """What resources have in common that differ only in their roots and descriptions.

    `version` is the oldest one that has it. `operations` are those of the first user, with the
    best descriptions of all; `children` name the implementations of sub-resources. Both include those
    of `bases`. A fragment has `owners`, the implementations that extend it.
    """

    id: ImplementationId
    version: str
    operations: tuple[Operation, ...]
    children: tuple[tuple[str, ImplementationId], ...]
    users: tuple[ResourceKey, ...]
    bases: tuple[ImplementationId, ...] = ()
    owners: tuple[ImplementationId, ...] = ()


class InternedApi(Struct, frozen=True, eq=False, weakref=True):
    """An API with equal structure merged, over documents and versions.

    Compared by identity.

    `home` is the oldest version that has a schema; `documents` are those of a version that have it.
    """

    api: Api
    implementations: tuple[Implementation, ...]
    implementation_of: Mapping[ResourceKey, ImplementationId]
    home: Mapping[SchemaId, str]
    documents: Mapping[tuple[str, SchemaId], tuple[str, ...]]
