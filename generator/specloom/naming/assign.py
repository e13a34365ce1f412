"""Assign all Python names of an API in one pass, without changing the IR."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, count

from msgspec.structs import replace

from specloom.diagnostics import (
    Collector,
    Diagnostic,
    Location,
    SpecloomError,
    format_pointer,
    severity_of,
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
    SecurityScheme,
)
from specloom.naming import reserved
from specloom.naming.arguments import WHOLE_BODY, Argument, argument_key, check_extensions
from specloom.naming.arguments import arguments as arguments_of
from specloom.naming.implementations import name_implementations
from specloom.naming.names import CALLED, ArgumentKey, Names, OperationNames, ResourceNames
from specloom.naming.recorded import RecordedModels, kept_models
from specloom.naming.scope import Scope, numbered, pin_hint
from specloom.naming.words import pascal_case, shortened, snake_case, without_namespace
from specloom.project.model import Project
from specloom.published import Published

MethodNames = Mapping[tuple[ImplementationId, str], OperationNames]


def assign_names(interned: InternedApi, project: Project) -> Names:
    """Assign all names. Collisions are reported together.

    Raises:
        SpecloomError: two names are equal after conversion to a Python case, or a name in the project
            file is unused.
    """
    assigner = _Assigner(interned, project)
    (schemas, properties), operations = assigner.models(), assigner.operations()
    resources = assigner.resources(operations)
    class_names = {key: each.class_name for key, each in resources.items()}
    names = Names(
        schemas=schemas,
        properties=properties,
        resources=resources,
        implementations=name_implementations(interned, class_names, shared=project.mounts.shared),
        operations=operations,
        security=assigner.security(),
        warnings=(),
    )
    assigner.refuse_unused_names()
    assigner.collector.raise_if_errors()
    return replace(names, warnings=assigner.collector.diagnostics)


class _Assigner:
    def __init__(self, interned: InternedApi, project: Project) -> None:
        self.interned, self.project = interned, project
        self.collector = Collector()
        self.used: set[str] = set()
        self.recorded = RecordedModels(interned, project)

    def chosen(self, location: Location, key: str) -> str | None:
        """Return the name in the project file for a key, or for a location if there is no key."""
        pointer = format_pointer(location.pointer)
        for each in (key,) if key else (pointer, f"{location.document}{pointer}"):
            if each in self.project.names:
                self.used.add(each)
                return self.project.names[each]
        return None

    def name(
        self, derived: str, wire_name: str, location: Location, words: frozenset[str], key: str = ""
    ) -> str:
        chosen = self.chosen(location, key)
        if chosen is not None:
            return chosen
        if derived not in words:
            return derived
        kind = (
            "a Python keyword" if derived in reserved.KEYWORDS else "reserved in the generated code"
        )
        self.collector.add(
            Diagnostic(
                "reserved-name",
                f"{wire_name!r} is {kind}; it becomes {derived}_",
                pin_hint(key or format_pointer(location.pointer)),
                location,
                severity_of("reserved-name"),
            )
        )
        return f"{derived}_"

    def take(
        self,
        scope: Scope,
        derived: str,
        wire_name: str,
        location: Location,
        words: frozenset[str],
        key: str = "",
    ) -> str:
        """Return a name that is unique in a scope."""
        chosen = self.chosen(location, key)
        if chosen is not None:
            return scope.take(chosen, wire_name, location, key)
        return scope.number(
            self.name(derived, wire_name, location, words, key), wire_name, location, key
        )

    # --- models -----------------------------------------------------------------------------

    def models(self) -> tuple[dict[tuple[str, SchemaId], str], dict[tuple[SchemaId, str], str]]:
        """Return the names of schemas and properties. Published names do not change."""
        now = self.schemas(), self.properties()
        if self.recorded:
            fresh = _Assigner(self.interned, replace(self.project, published=Published()))
            today = fresh.schemas(), fresh.properties()
            chosen = frozenset(self.project.names.values())
            for each in kept_models(self.interned, self.recorded, now, today, chosen):
                self.collector.add(each)
        return now

    def schemas(self) -> dict[tuple[str, SchemaId], str]:
        """Return the class names, unique in each version.

        Names in the project file have priority, then published names. If several structures of a
        version have the same wire name, the one in most documents gets the name. The others are named
        after the resource of their document, or numbered.
        """
        api, documents = self.interned.api, self.interned.documents
        names: dict[tuple[str, SchemaId], str] = {}
        # A document with several resources has no single resource to name its schemas after.
        named = {each.shown for each in self.project.sources if each.resource}
        for version in api.versions:
            resources = {
                each.document: each.name for each in version.resources if each.document in named
            }
            taken: dict[str, Schema] = {}

            def rank(key: SchemaId, version: str = version.name) -> tuple[bool, bool, int]:
                is_chosen = self.chosen(api.schemas[key].location, "") is not None
                is_recorded = self.recorded.model((version, key)) is not None
                return not is_chosen, not is_recorded, -len(documents[version, key])

            for key in sorted(version.schemas, key=rank):
                resource = resources.get(documents[version.name, key][0])
                old = self.recorded.model((version.name, key))
                is_free = old is not None and old not in taken
                if old is not None and is_free and not self.is_chosen(api.schemas[key]):
                    name = old
                else:
                    name = self._schema_name(api.schemas[key], taken, resource)
                names[version.name, key] = name
                taken[name] = api.schemas[key]
        return names

    def is_chosen(self, schema: Schema) -> bool:
        """Return whether the project file names a schema."""
        return self.chosen(schema.location, "") is not None

    def _schema_name(
        self, schema: Schema, taken: Mapping[str, Schema], resource: str | None
    ) -> str:
        wire_name = ".".join(schema.wire_name)
        candidates = [
            self.name(shortened(pascal_case(each)), wire_name, schema.location, reserved.CLASSES)
            for each in without_namespace(schema.wire_name)
        ]
        name = next((each for each in candidates if each not in taken), candidates[-1])
        if name not in taken:
            return name
        qualified = [pascal_case([*resource.split("_"), name])] if resource else []
        free = next(
            each
            for each in chain(qualified, (f"{name}{number}" for number in count(2)))
            if each not in taken
        )
        other = taken[name]
        if other.wire_name != schema.wire_name:
            self.collector.add(
                numbered("class", name, free, wire_name, schema.location, other.location)
            )
        return free

    def properties(self) -> dict[tuple[SchemaId, str], str]:
        names: dict[tuple[SchemaId, str], str] = {}
        for key, schema in self.interned.api.schemas.items():
            if isinstance(schema, ObjectSchema):
                scope = Scope(self.collector, "attribute")
                banned = reserved.HEADERS if schema.is_headers else reserved.PROPERTIES
                old = {
                    each.wire_name: self.recorded.attribute(key, each.wire_name)
                    for each in schema.properties
                    if self.chosen(each.location, "") is None
                }
                # Published names are reserved before others.
                for each in sorted(schema.properties, key=lambda each: not old.get(each.wire_name)):
                    kept = old.get(each.wire_name)
                    if kept is not None:
                        names[key, each.wire_name] = scope.number(
                            kept, each.wire_name, each.location
                        )
                        continue
                    derived = snake_case(each.wire_name)
                    names[key, each.wire_name] = self.take(
                        scope, derived, each.wire_name, each.location, banned
                    )
        return names

    # --- resources --------------------------------------------------------------------------

    def resources(self, operations: MethodNames) -> dict[ResourceKey, ResourceNames]:
        names: dict[ResourceKey, ResourceNames] = {}
        for version in self.interned.api.versions:
            scope = Scope(self.collector, "resource")
            for resource in version.resources:
                self._resource(version.name, (resource.name,), resource, scope, operations, names)
        self._agree(names)
        return names

    def _agree(self, names: dict[ResourceKey, ResourceNames]) -> None:
        """Use one attribute for all resources whose attribute is defined in the same class.

        If the name of one of them was chosen or numbered, all get that name, because the others have no
        class of their own that could define another one.
        """
        groups: dict[tuple[ImplementationId, str], list[ResourceKey]] = {}
        for version, words in names:
            if len(words) > 1:
                above = self.interned.implementation_of[version, words[:-1]]
                owner = self._owner(above, words[-1])
                groups.setdefault((owner, words[-1]), []).append((version, words))
        for (_, word), keys in groups.items():
            found = {names[key].attribute for key in keys}
            others = sorted(found - {shortened(snake_case(word))})
            if len(found) > 1:
                for key in keys:
                    names[key] = replace(names[key], attribute=others[-1])

    def _owner(self, id_: ImplementationId, word: str) -> ImplementationId:
        """Return the implementation whose class defines the attribute of a sub-resource."""
        for base in self.interned.implementations[id_].bases:
            if any(word == each for each, _ in self.interned.implementations[base].children):
                return self._owner(base, word)
        return id_

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
        derived = shortened(snake_case(resource.name))
        attribute = self.take(scope, derived, resource.name, location, banned, key)
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
                derived = shortened(snake_case(word))
                if word == CALLED:
                    method = CALLED
                else:
                    method = self.take(scope, derived, word, operation.location, reserved.METHODS)
                arguments = self._arguments(operation)
                names[implementation.id, word] = OperationNames(method, arguments)
        return names

    def _arguments(self, operation: Operation) -> dict[ArgumentKey, str]:
        names: dict[ArgumentKey, str] = {}
        taken: dict[str, Argument] = {}
        scope = Scope(self.collector, "argument")
        found = arguments_of(operation, self.interned.api.schemas)
        with self.collector.item():
            check_extensions(operation, found)
        kept = dict(operation.call.arguments)
        # Published names are reserved before others.
        for each in sorted(found, key=lambda each: argument_key(each) not in kept):
            name = self._kept_argument(each, kept) or self._argument(each, operation)
            other = taken.get(name)
            if other is not None and other.place != each.place:
                name = f"{name}_{each.place}"
            if self.chosen(each.location, "") is not None:
                scope.take(name, each.wire_name, each.location)
            else:
                name = scope.number(name, each.wire_name, each.location)
            taken[name] = each
            names[each.place, each.wire_name] = name
        return names

    def _kept_argument(self, argument: Argument, kept: Mapping[str, str]) -> str | None:
        """Return the published name of an argument, unless the project file chooses another."""
        is_chosen = self.chosen(argument.location, "") is not None
        return None if is_chosen else kept.get(argument_key(argument))

    def _argument(self, argument: Argument, operation: Operation) -> str:
        items = {each.wire_name for each in operation.parameters if each.is_item}
        if argument.place == "path" and argument.wire_name in items:
            return self.project.mounts.item or argument.wire_name
        wire_name = argument.wire_name if argument.wire_name != WHOLE_BODY else "body"
        if argument.place in ("content", "stream"):
            return wire_name
        banned = reserved.ARGUMENTS | ({"batching"} if operation.batching else set[str]())
        return self.name(snake_case(wire_name), wire_name, argument.location, banned)

    # --- the rest ---------------------------------------------------------------------------

    def security(self) -> dict[str, str]:
        """Return the client's argument for each credential. The project file may use one for several."""
        versions = self.interned.api.versions
        schemes = [each for version in versions for each in version.security_schemes]
        declared = {each.credential: each for each in schemes}
        known = {each.name for each in schemes}
        known |= {f"{each.owner}: {each.name}" for each in schemes}
        for argument, names in self.project.security.items():
            for name in names:
                if name not in known:
                    text = f"no document has the security scheme {name!r}"
                    self._refuse_unused("unused-security", text, argument)
        scope = Scope(self.collector, "argument")
        arguments: dict[str, str] = {}
        for credential, scheme in declared.items():
            if credential in self.project.security:
                name = scope.take(credential, credential, scheme.location)
            else:
                derived = snake_case(credential)
                banned = reserved.CREDENTIALS
                name = self.take(scope, derived, credential, scheme.location, banned)
            arguments[credential] = name
        self.check_environment(arguments, declared)
        return arguments

    def check_environment(
        self, arguments: Mapping[str, str], declared: Mapping[str, SecurityScheme]
    ) -> None:
        """Check the environment variables in the project file.

        Only a credential that is one string and the base URL can have one.
        """
        known = {name for key, name in arguments.items() if declared[key].scheme != "basic"} | {
            "base_url"
        }
        for argument in self.project.environment:
            if argument not in known:
                text = f"the client has no string argument {argument!r}"
                self._refuse_unused("unused-environment", text, argument)

    def refuse_unused_names(self) -> None:
        for key in self.project.names:
            if key not in self.used:
                self._refuse_unused("unused-name", f"{key!r} does not exist in any document", key)

    def _refuse_unused(self, code: str, message: str, key: str) -> None:
        hint = "correct the JSON pointer, or remove the entry"
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
