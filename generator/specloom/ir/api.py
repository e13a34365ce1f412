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

    Attributes:
        roots: the paths above its operations, the most frequent first.
        parameters: those path parameters of a root that callers pass once, to get the resource.
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
    """The Info Object of one document, and the URL of its `externalDocs`; missing values are empty strings."""

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
    """Everything in one version of the API. An API without versions has one version named "".

    Attributes:
        schemas: the schemas. Until interning, a schema of several documents occurs once for each of them.
        written: the document of each schema.
        hosts: the server of each document, if they differ.
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
    """The common part of resources that differ only in their roots and descriptions.

    Attributes:
        version: the oldest version that contains it.
        operations: those of the first user, with the best descriptions of all users, including those of `bases`.
        children: the names of the implementations of sub-resources, including those of `bases`.
        owners: for a fragment, the implementations that extend it.
    """

    id: ImplementationId
    version: str
    operations: tuple[Operation, ...]
    children: tuple[tuple[str, ImplementationId], ...]
    users: tuple[ResourceKey, ...]
    bases: tuple[ImplementationId, ...] = ()
    owners: tuple[ImplementationId, ...] = ()


class InternedApi(Struct, frozen=True, eq=False, weakref=True):
    """An API in which equal structure is merged, over documents and versions. It is compared by identity.

    Attributes:
        home: the oldest version that contains each schema.
        documents: the documents of that version that contain it.
    """

    api: Api
    implementations: tuple[Implementation, ...]
    implementation_of: Mapping[ResourceKey, ImplementationId]
    home: Mapping[SchemaId, str]
    documents: Mapping[tuple[str, SchemaId], tuple[str, ...]]
