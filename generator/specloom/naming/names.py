"""The names of everything that is generated, as `assign_names` returns them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from specloom.diagnostics import Diagnostic
from specloom.ir import ImplementationId, ResourceKey, SchemaId

CALLED = "__call__"
"""The method of a callable resource."""

ArgumentKey = tuple[str, str]
"""The key of an argument: its location and its wire name."""


class ResourceNames(Struct, frozen=True):
    """The attribute for a resource, its class, and the arguments of its open root."""

    attribute: str
    class_name: str
    parameters: Mapping[str, str]


class OperationNames(Struct, frozen=True):
    """The method of an operation, and its arguments by location and wire name."""

    method: str
    arguments: Mapping[ArgumentKey, str]


class Names(Struct, frozen=True):
    """The Python names of everything that is generated.

    The keys are those of the interned API. A schema has a name in each version.

    Attributes:
        owners: for each resource the one whose class it has; see `find_owners`.
        shared: the implementations with classes that the classes of resources extend.
    """

    schemas: Mapping[tuple[str, SchemaId], str]
    properties: Mapping[tuple[SchemaId, str], str]
    resources: Mapping[ResourceKey, ResourceNames]
    owners: Mapping[ResourceKey, ResourceKey]
    shared: frozenset[ImplementationId]
    implementations: Mapping[ImplementationId, str]
    operations: Mapping[tuple[ImplementationId, str], OperationNames]
    security: Mapping[str, str]
    warnings: tuple[Diagnostic, ...]
