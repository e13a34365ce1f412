"""Assign every Python name in one pass: an interned Api in, a table of names beside it out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from specloom.diagnostics import (
    Collector,
    Diagnostic,
    Location,
    Severity,
    SpecloomError,
    format_pointer,
)
from specloom.ir import (
    Implementation,
    ImplementationId,
    InternedApi,
    ObjectSchema,
    Operation,
    Resource,
    ResourceKey,
    Schema,
    SchemaId,
)
from specloom.naming import reserved
from specloom.naming.arguments import WHOLE_BODY, Argument, arguments
from specloom.naming.words import pascal_case, snake_case
from specloom.project import Project

ArgumentKey = tuple[str, str]
"""An argument by its place and its wire name."""


@dataclass(frozen=True, slots=True)
class ResourceNames:
    """The attribute that leads to a resource, its class, and the arguments of its open root."""

    attribute: str
    class_name: str
    parameters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OperationNames:
    """The method of an operation, and its arguments by place and wire name."""

    method: str
    arguments: Mapping[ArgumentKey, str]


@dataclass(frozen=True, slots=True)
class Names:
    """Python names for all that is emitted. Keys are of the interned Api."""

    schemas: Mapping[SchemaId, str]
    properties: Mapping[tuple[SchemaId, str], str]
    resources: Mapping[ResourceKey, ResourceNames]
    implementations: Mapping[ImplementationId, str]
    operations: Mapping[tuple[ImplementationId, str], OperationNames]
    security: Mapping[str, str]
    warnings: tuple[Diagnostic, ...]


def assign_names(interned: InternedApi, project: Project) -> Names:
    """Name everything; names that two things would share are all reported together.

    Raises:
        SpecloomError: two names are equal after casing, or a name in the project file is unused.
    """
    assigner = _Assigner(interned, project)
    names = Names(
        schemas=assigner.schemas(),
        properties=assigner.properties(),
        resources=assigner.resources(),
        implementations=assigner.implementations(),
        operations=assigner.operations(),
        security=assigner.security(),
        warnings=tuple(assigner.warnings),
    )
    assigner.refuse_unused_names()
    assigner.collector.raise_if_errors()
    return names


class _Scope:
    """Names that must differ from each other."""

    def __init__(self, assigner: _Assigner, kind: str) -> None:
        self.assigner, self.kind = assigner, kind
        self.taken: dict[str, Location] = {}

    def take(self, name: str, wire_name: str, location: Location) -> str:
        other = self.taken.setdefault(name, location)
        if other is not location:
            with self.assigner.collector.item():
                raise _collision(self.kind, name, wire_name, location, other)
        return name


class _Assigner:
    def __init__(self, interned: InternedApi, project: Project) -> None:
        self.interned, self.project = interned, project
        self.collector = Collector()
        self.warnings: list[Diagnostic] = []
        self.used: set[str] = set()

    def chosen(self, location: Location) -> str | None:
        """The name that the project file gives to what stands at a location."""
        pointer = format_pointer(location.pointer)
        for key in (pointer, f"{location.document}{pointer}"):
            if key in self.project.names:
                self.used.add(key)
                return self.project.names[key]
        return None

    def name(self, derived: str, wire_name: str, location: Location, words: frozenset[str]) -> str:
        chosen = self.chosen(location)
        if chosen is not None:
            return chosen
        if derived not in words:
            return derived
        kind = "a Python keyword" if derived in reserved.KEYWORDS else "taken in generated code"
        self.warnings.append(
            Diagnostic(
                "reserved-name",
                f"{wire_name!r} is {kind}; it becomes {derived}_",
                _pin_hint(location),
                location,
                Severity.WARNING,
            )
        )
        return f"{derived}_"

    # --- models -----------------------------------------------------------------------------

    def schemas(self) -> dict[SchemaId, str]:
        """Class names, unique in every version that has the schema.

        Where one wire name stands for several structures in a version, the most frequent keeps it
        and the others are numbered.
        """
        api = self.interned.api
        frequency = self.interned.frequency
        names: dict[SchemaId, str] = {}
        for version in api.versions:
            taken: dict[str, Schema] = {
                names[key]: api.schemas[key] for key in version.schemas if key in names
            }
            fresh = [key for key in version.schemas if key not in names]
            for key in sorted(fresh, key=lambda each: -frequency[each]):
                names[key] = self._schema_name(api.schemas[key], taken)
                taken[names[key]] = api.schemas[key]
        return names

    def _schema_name(self, schema: Schema, taken: Mapping[str, Schema]) -> str:
        wire_name = ".".join(schema.wire_name)
        name = self.name(
            pascal_case(schema.wire_name), wire_name, schema.location, reserved.CLASSES
        )
        if name not in taken:
            return name
        if taken[name].wire_name != schema.wire_name:
            with self.collector.item():
                raise _collision("class", name, wire_name, schema.location, taken[name].location)
        return next(
            f"{name}{number}" for number in range(2, 10_000) if f"{name}{number}" not in taken
        )

    def properties(self) -> dict[tuple[SchemaId, str], str]:
        names: dict[tuple[SchemaId, str], str] = {}
        for key, schema in self.interned.api.schemas.items():
            if isinstance(schema, ObjectSchema):
                scope = _Scope(self, "attribute")
                for each in schema.properties:
                    derived = snake_case(each.wire_name)
                    name = self.name(derived, each.wire_name, each.location, reserved.PROPERTIES)
                    names[key, each.wire_name] = scope.take(name, each.wire_name, each.location)
        return names

    # --- resources --------------------------------------------------------------------------

    def resources(self) -> dict[ResourceKey, ResourceNames]:
        names: dict[ResourceKey, ResourceNames] = {}
        for version in self.interned.api.versions:
            scope = _Scope(self, "resource")
            classes = _Scope(self, "class")
            for resource in version.resources:
                self._resource(version.name, (resource.name,), resource, scope, classes, names)
        return names

    def _resource(
        self,
        version: str,
        words: tuple[str, ...],
        resource: Resource,
        scope: _Scope,
        classes: _Scope,
        names: dict[ResourceKey, ResourceNames],
    ) -> None:
        location = _location_of(resource)
        derived = snake_case(resource.name)
        banned = reserved.RESOURCES if len(words) == 1 else reserved.METHODS
        attribute = f"{derived}_" if derived in banned else derived
        names[version, words] = ResourceNames(
            attribute=scope.take(attribute, resource.name, location),
            class_name=classes.take(
                pascal_case(snake_case(*words).split("_")), resource.name, location
            ),
            parameters={each.wire_name: snake_case(each.wire_name) for each in resource.parameters},
        )
        below = _Scope(self, "member")
        below.taken.update(
            {snake_case(each.call.name): each.location for each in resource.operations}
        )
        for child in resource.children:
            self._resource(version, (*words, child.name), child, below, classes, names)

    def implementations(self) -> dict[ImplementationId, str]:
        """Classes of implementations, unique in the version that holds each."""
        names: dict[ImplementationId, str] = {}
        taken: dict[str, set[str]] = {}
        for each in self.interned.implementations:
            if each.id not in names:
                self._implementation(each, self._own_name(each), names, taken)
        return names

    def _own_name(self, implementation: Implementation) -> str:
        _, words = implementation.users[0]
        shared = self.project.mounts.shared
        return shared if shared and len(words) == 1 else pascal_case(snake_case(*words).split("_"))

    def _implementation(
        self,
        implementation: Implementation,
        name: str,
        names: dict[ImplementationId, str],
        taken: dict[str, set[str]],
    ) -> None:
        here = taken.setdefault(implementation.version, set())
        numbered = (f"{name}{number}" for number in range(2, 10_000))
        names[implementation.id] = (
            name if name not in here else next(n for n in numbered if n not in here)
        )
        here.add(names[implementation.id])
        for word, child in implementation.children:
            if child not in names:
                below = names[implementation.id] + pascal_case(snake_case(word).split("_"))
                self._implementation(self.interned.implementations[child], below, names, taken)

    # --- operations -------------------------------------------------------------------------

    def operations(self) -> dict[tuple[ImplementationId, str], OperationNames]:
        names: dict[tuple[ImplementationId, str], OperationNames] = {}
        for implementation in self.interned.implementations:
            scope = _Scope(self, "method")
            for operation in implementation.operations:
                word = operation.call.name
                method = self.name(snake_case(word), word, operation.location, reserved.METHODS)
                names[implementation.id, word] = OperationNames(
                    method=scope.take(method, word, operation.location),
                    arguments=self._arguments(operation),
                )
        return names

    def _arguments(self, operation: Operation) -> dict[ArgumentKey, str]:
        names: dict[ArgumentKey, str] = {}
        taken: dict[str, Argument] = {}
        for each in arguments(operation, self.interned.api.schemas):
            name = self._argument(each, operation)
            other = taken.get(name)
            if other is not None and other.place != each.place:
                name = f"{name}_{each.place}"
                other = taken.get(name)
            if other is not None:
                with self.collector.item():
                    raise _collision(
                        "argument", name, each.wire_name, each.location, other.location
                    )
            taken[name] = each
            names[each.place, each.wire_name] = name
        return names

    def _argument(self, argument: Argument, operation: Operation) -> str:
        item = self.project.mounts.item
        if (
            item
            and argument.place == "path"
            and operation.call.path.startswith(f"/{{{argument.wire_name}}}")
        ):
            return item
        wire_name = argument.wire_name if argument.wire_name != WHOLE_BODY else "body"
        return self.name(snake_case(wire_name), wire_name, argument.location, reserved.ARGUMENTS)

    # --- the rest ---------------------------------------------------------------------------

    def security(self) -> dict[str, str]:
        """The client's argument for each security scheme."""
        names = {
            scheme: argument
            for argument, schemes in self.project.security.items()
            for scheme in schemes
        }
        for version in self.interned.api.versions:
            for scheme in version.security_schemes:
                if scheme.name not in names:
                    names[scheme.name] = snake_case(scheme.name)
        return names

    def refuse_unused_names(self) -> None:
        for key in self.project.names:
            if key not in self.used:
                with self.collector.item():
                    raise SpecloomError.of(
                        "unused-name",
                        f"nothing stands at {key!r}",
                        hint="remove the line from [names], or mend its left side",
                        location=Location(self.project.file or ""),
                    )


def _location_of(resource: Resource) -> Location:
    for operation in _operations(resource):
        return operation.location
    return Location(resource.document)


def _operations(resource: Resource) -> Iterable[Operation]:
    yield from resource.operations
    for child in resource.children:
        yield from _operations(child)


def _pin_hint(location: Location) -> str:
    return f'to choose another, write under [names]: "{format_pointer(location.pointer)}" = "..."'


def _collision(
    kind: str, name: str, wire_name: str, location: Location, other: Location
) -> SpecloomError:
    elsewhere = format_pointer(other.pointer)
    return SpecloomError.of(
        "name-collision",
        f"{wire_name!r} becomes the {kind} {name}, which {elsewhere} has already",
        hint=_pin_hint(location),
        location=location,
    )
