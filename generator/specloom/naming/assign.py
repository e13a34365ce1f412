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
from specloom.naming.arguments import WHOLE_BODY, Argument, arguments, check_extensions
from specloom.naming.implementations import name_implementations
from specloom.naming.scope import Scope, collision, pin_hint
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
    """Python names for all that is emitted. Keys are of the interned Api; a schema has one in each version."""

    schemas: Mapping[tuple[str, SchemaId], str]
    properties: Mapping[tuple[SchemaId, str], str]
    resources: Mapping[ResourceKey, ResourceNames]
    implementations: Mapping[ImplementationId, str]
    operations: Mapping[tuple[ImplementationId, str], OperationNames]
    security: Mapping[str, str]
    warnings: tuple[Diagnostic, ...]


MethodNames = Mapping[tuple[ImplementationId, str], OperationNames]


def assign_names(interned: InternedApi, project: Project) -> Names:
    """Name everything; names that two things would share are all reported together.

    Raises:
        SpecloomError: two names are equal after casing, or a name in the project file is unused.
    """
    assigner = _Assigner(interned, project)
    schemas, operations = assigner.schemas(), assigner.operations()
    resources = assigner.resources(operations)
    class_names = {key: each.class_name for key, each in resources.items()}
    names = Names(
        schemas=schemas,
        properties=assigner.properties(),
        resources=resources,
        implementations=name_implementations(interned, class_names, shared=project.mounts.shared),
        operations=operations,
        security=assigner.security(),
        warnings=tuple(assigner.warnings),
    )
    assigner.refuse_unused_names()
    assigner.collector.raise_if_errors()
    return names


class _Assigner:
    def __init__(self, interned: InternedApi, project: Project) -> None:
        self.interned, self.project = interned, project
        self.collector = Collector()
        self.warnings: list[Diagnostic] = []
        self.used: set[str] = set()

    def chosen(self, location: Location, key: str) -> str | None:
        """The name that the project file gives to what has a key, or else stands at a location."""
        pointer = format_pointer(location.pointer)
        for key in (key,) if key else (pointer, f"{location.document}{pointer}"):
            if key in self.project.names:
                self.used.add(key)
                return self.project.names[key]
        return None

    def name(
        self, derived: str, wire_name: str, location: Location, words: frozenset[str], key: str = ""
    ) -> str:
        chosen = self.chosen(location, key)
        if chosen is not None:
            return chosen
        if derived not in words:
            return derived
        kind = "a Python keyword" if derived in reserved.KEYWORDS else "taken in generated code"
        self.warnings.append(
            Diagnostic(
                "reserved-name",
                f"{wire_name!r} is {kind}; it becomes {derived}_",
                pin_hint(key or format_pointer(location.pointer)),
                location,
                Severity.WARNING,
            )
        )
        return f"{derived}_"

    # --- models -----------------------------------------------------------------------------

    def schemas(self) -> dict[tuple[str, SchemaId], str]:
        """Class names, unique in each version.

        Where one wire name stands for several structures in a version, that of most documents keeps
        it. Another one is named after the resource whose document it is from, or numbered.
        """
        api, documents = self.interned.api, self.interned.documents
        names: dict[tuple[str, SchemaId], str] = {}
        for version in api.versions:
            resources = {each.document: each.name for each in version.resources}
            taken: dict[str, Schema] = {}
            for key in sorted(
                version.schemas, key=lambda each: -len(documents[version.name, each])
            ):
                resource = resources.get(documents[version.name, key][0])
                name = self._schema_name(api.schemas[key], taken, resource)
                names[version.name, key] = name
                taken[name] = api.schemas[key]
        return names

    def _schema_name(
        self, schema: Schema, taken: Mapping[str, Schema], resource: str | None
    ) -> str:
        wire_name = ".".join(schema.wire_name)
        derived = pascal_case(schema.wire_name)
        name = self.name(derived, wire_name, schema.location, reserved.CLASSES)
        if name not in taken:
            return name
        if taken[name].wire_name != schema.wire_name:
            with self.collector.item():
                raise collision("class", name, wire_name, schema.location, taken[name].location)
        qualified = [pascal_case([*resource.split("_"), name])] if resource else []
        numbered = (f"{name}{number}" for number in range(2, 10_000))
        return next(each for each in (*qualified, *numbered) if each not in taken)

    def properties(self) -> dict[tuple[SchemaId, str], str]:
        names: dict[tuple[SchemaId, str], str] = {}
        for key, schema in self.interned.api.schemas.items():
            if isinstance(schema, ObjectSchema):
                scope = Scope(self.collector, "attribute")
                for each in schema.properties:
                    derived = snake_case(each.wire_name)
                    name = self.name(derived, each.wire_name, each.location, reserved.PROPERTIES)
                    names[key, each.wire_name] = scope.take(name, each.wire_name, each.location)
        return names

    # --- resources --------------------------------------------------------------------------

    def resources(self, operations: MethodNames) -> dict[ResourceKey, ResourceNames]:
        names: dict[ResourceKey, ResourceNames] = {}
        for version in self.interned.api.versions:
            scope = Scope(self.collector, "resource")
            for resource in version.resources:
                self._resource(version.name, (resource.name,), resource, scope, operations, names)
        return names

    def _resource(
        self,
        version: str,
        words: tuple[str, ...],
        resource: Resource,
        scope: Scope,
        operations: MethodNames,
        names: dict[ResourceKey, ResourceNames],
    ) -> None:
        location, key = _location_of(resource), ".".join(words)
        banned = reserved.RESOURCES if len(words) == 1 else reserved.METHODS
        derived = self.name(snake_case(resource.name), resource.name, location, banned, key)
        attribute = scope.take(derived, resource.name, location, key)
        parameters = {
            each.wire_name: self.name(
                snake_case(each.wire_name), each.wire_name, each.location, reserved.ARGUMENTS
            )
            for each in resource.parameters
        }
        class_name = pascal_case(attribute.split("_"))
        if class_name in reserved.KEYWORDS:
            class_name += "_"
        names[version, words] = ResourceNames(attribute, class_name, parameters)
        below = Scope(self.collector, "member")
        implementation = self.interned.implementation_of[version, words]
        for each in resource.operations:
            below.hold(operations[implementation, each.call.name].method, each.location)
        for child in resource.children:
            self._resource(version, (*words, child.name), child, below, operations, names)

    # --- operations -------------------------------------------------------------------------

    def operations(self) -> dict[tuple[ImplementationId, str], OperationNames]:
        names: dict[tuple[ImplementationId, str], OperationNames] = {}
        for implementation in self.interned.implementations:
            scope = Scope(self.collector, "method")
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
        found = arguments(operation, self.interned.api.schemas)
        with self.collector.item():
            check_extensions(operation, found)
        for each in found:
            name = self._argument(each, operation)
            other = taken.get(name)
            if other is not None and other.place != each.place:
                name = f"{name}_{each.place}"
                other = taken.get(name)
            if other is not None:
                with self.collector.item():
                    raise collision("argument", name, each.wire_name, each.location, other.location)
            taken[name] = each
            names[each.place, each.wire_name] = name
        return names

    def _argument(self, argument: Argument, operation: Operation) -> str:
        items = {each.wire_name for each in operation.parameters if each.is_item}
        if argument.place == "path" and argument.wire_name in items:
            return self.project.mounts.item or argument.wire_name
        wire_name = argument.wire_name if argument.wire_name != WHOLE_BODY else "body"
        banned = reserved.ARGUMENTS | ({"batching"} if operation.batching else set[str]())
        return self.name(snake_case(wire_name), wire_name, argument.location, banned)

    # --- the rest ---------------------------------------------------------------------------

    def security(self) -> dict[str, str]:
        """The client's argument for each credential; the project file may share one."""
        versions = self.interned.api.versions
        schemes = [each for version in versions for each in version.security_schemes]
        declared = {each.credential: each for each in schemes}
        known = {each.name for each in schemes}
        for argument, names in self.project.security.items():
            for name in names:
                if name not in known:
                    text = f"no document has the security scheme {name!r}"
                    self._refuse_unused("unused-security", text, argument)
        scope = Scope(self.collector, "argument")
        arguments: dict[str, str] = {}
        for credential, scheme in declared.items():
            name = credential
            if credential not in self.project.security:
                derived = snake_case(credential)
                name = self.name(derived, credential, scheme.location, reserved.CREDENTIALS)
            arguments[credential] = scope.take(name, credential, scheme.location)
        return arguments

    def refuse_unused_names(self) -> None:
        for key in self.project.names:
            if key not in self.used:
                self._refuse_unused("unused-name", f"nothing stands at {key!r}", key)

    def _refuse_unused(self, code: str, message: str, key: str) -> None:
        hint = "remove it from the project file, or mend it"
        with self.collector.item():
            raise SpecloomError.of(code, message, hint=hint, location=self.project.setting(key))


def _location_of(resource: Resource) -> Location:
    for operation in _operations(resource):
        return operation.location
    return Location(resource.document)


def _operations(resource: Resource) -> Iterable[Operation]:
    yield from resource.operations
    for child in resource.children:
        yield from _operations(child)
