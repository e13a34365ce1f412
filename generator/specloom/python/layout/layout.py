"""Decide which module of the package defines each class, and the file of each module."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from specloom.ir import (
    ErrorFields,
    Implementation,
    ImplementationId,
    InternedApi,
    ObjectSchema,
    Operation,
    Resource,
    ResourceKey,
    SchemaId,
)
from specloom.naming.names import Names
from specloom.naming.words import snake_case
from specloom.project.behavior import RetryTable
from specloom.project.model import Project, module_name
from specloom.python.layout.families import ACROSS_VERSIONS, modules_of_families
from specloom.python.layout.features import home_of
from specloom.python.layout.fixed_values import Constants, constants_of
from specloom.python.layout.joining import count_operations, modules_of_resources
from specloom.python.layout.metadata import Metadata, metadata_of
from specloom.python.layout.model_groups import Attributes, group_models, users_of
from specloom.python.layout.usage import emitted_schemas

LARGE = 40
"""The number of operations of a resource above which its sub-resources have separate modules."""

FEW_MODELS = 40
"""The maximum number of models in one module."""


class Layout(Struct, frozen=True, eq=False, dict=True):
    """The modules of one package. The modules of a version without a name are in the package itself."""

    interned: InternedApi
    names: Names
    project: Project

    @cached_property
    def usual_credentials(self) -> tuple[tuple[str, ...], ...] | None:
        """The one credential that operations use. Operations that require exactly this one do not list it.

        Empty if no operation requires a credential, None if operations require different ones.
        """
        requested = {
            operation.credentials
            for implementation in self.interned.implementations
            for operation in implementation.operations
        }
        names = {name for each in requested for alternative in each for name in alternative}
        if not names:
            return ()
        return ((next(iter(names)),),) if len(names) == 1 else None

    @cached_property
    def constants(self) -> Constants:
        """The properties of models that can have only one value."""
        return constants_of(self.interned)

    @cached_property
    def metadata(self) -> Metadata:
        """The metadata of the distribution."""
        return metadata_of(self.interned, self.project)

    @property
    def package(self) -> str:
        """The import name of the package."""
        return self.project.package.module

    def core(self, name: str) -> str:
        """Return a module of the core. `name` is its path in the core, or the last part of the path."""
        return f"{self.core_root}.{home_of(name)}"

    @property
    def core_root(self) -> str:
        """The package with the modules of the core, in this package or in the shared one."""
        core = self.project.core
        return f"{self.package if core is None else core.module}._core"

    @property
    def imported_core(self) -> str:
        """The package with the core, as modules of the package itself import it."""
        return "._core" if self.project.core is None else self.core_root

    @property
    def resource_base(self) -> str:
        """The module of the classes that all resources extend."""
        return f"{self.package}._resource"

    @property
    def errors(self) -> str:
        """The module of the API's own exceptions."""
        return f"{self.package}._errors"

    @property
    def oauth(self) -> str:
        """The module of the class that requests tokens of this API."""
        return f"{self.package}._oauth"

    @property
    def settings(self) -> str:
        """The module with the settings of the API that its documents do not contain."""
        return f"{self.package}._settings"

    @cached_property
    def error_fields(self) -> ErrorFields | None:
        """The fields of all error bodies, or None if error bodies differ or have none."""
        schemas = self.interned.api.schemas.values()
        found = {each.error_fields for each in schemas if isinstance(each, ObjectSchema)} - {None}
        return found.pop() if len(found) == 1 else None

    @property
    def has_settings(self) -> bool:
        """Whether the core must know how the API behaves beyond single operations."""
        project = self.project
        return (
            self.error_fields is not None
            or project.retries != RetryTable()
            or any((project.errors.statuses, project.errors.categories, project.errors.policies))
            or bool(project.rate_limits.buckets)
        )

    @property
    def has_rate_limits(self) -> bool:
        """Whether clients delay requests: the project file has limits, or asks for the feature."""
        requested = {"rate_limits", "redis"} & set(self.project.package.features)
        return bool(requested or self.project.rate_limits.buckets)

    def version(self, name: str) -> str:
        """Return the package of a version."""
        return f"{self.package}.{module_name(name)}" if name else self.package

    def models(self, version: str) -> str:
        """Return the module of a version's models."""
        return f"{self.version(version)}.models"

    def client(self, version: str) -> str:
        """Return the module of a version's clients."""
        return f"{self.version(version)}._client"

    def home(self, schema: SchemaId) -> str:
        """Return the module that defines a schema.

        It is one of the modules of models of the oldest version that has the schema.
        """
        return self._homes[schema]

    def literals(self, version: str) -> str:
        """Return the module with a version's names for long enumerations."""
        models = self.models(version)
        return f"{models}._literals" if self.has_several_models_modules(version) else models

    def has_several_models_modules(self, version: str) -> bool:
        """Return whether the models of a version are in several modules.

        A client then loads only the modules that it uses. The models of a small API are in one module.
        """
        emitted = self.emitted[version]
        return len(emitted) > FEW_MODELS or any(
            self.interned.home[each] != version for each in emitted
        )

    def attributes_of(self, schema: ObjectSchema) -> Iterator[str]:
        """Yield the attributes of the class of an object."""
        for each in schema.properties:
            yield self.names.properties[schema.id, each.wire_name]

    @cached_property
    def emitted(self) -> dict[str, tuple[SchemaId, ...]]:
        """The schemas that become models, by version."""
        return {
            each.name: emitted_schemas(each, self.interned) for each in self.interned.api.versions
        }

    @cached_property
    def _homes(self) -> dict[SchemaId, str]:
        """The module of each schema.

        See `group_models` for how models are grouped.
        """
        found: dict[SchemaId, str] = {}
        for version in self.interned.api.versions:
            own = [each for each in version.schemas if self.interned.home[each] == version.name]
            module = self.models(version.name)
            if not self.has_several_models_modules(version.name):
                found |= dict.fromkeys(own, module)
                continue
            groups = group_models(own, self._users(version.name), self.interned.api.schemas)
            found |= {each: f"{module}._{group}" for each, group in groups.items()}
        return found

    def _users(self, version: str) -> dict[SchemaId, frozenset[Attributes]]:
        """Return the resources whose operations use a schema, by schema."""
        operations: dict[Attributes, list[Operation]] = {}
        for each in self.interned.implementations:
            if each.version == version:
                operations.setdefault(self._attributes(each.id), []).extend(each.operations)
        return users_of(operations, self.interned.api.schemas)

    def _attributes(self, id_: ImplementationId) -> tuple[str, ...]:
        if self.is_shared(id_):
            return (self._family(id_).removesuffix(ACROSS_VERSIONS),)
        implementation = self.interned.implementations[id_]
        version, words = implementation.users[0]
        return self._module_attributes(version, words)

    def class_name(self, schema: SchemaId) -> str:
        """Return the name of the definition of a schema. Other versions may use another name for it."""
        return self.names.schemas[self.interned.home[schema], schema]

    def resource(self, key: ResourceKey) -> str:
        """Return the module that defines the class of a resource.

        A top-level resource has a module of its own, which contains its sub-resources. If these have
        many operations, each sub-resource has a submodule. Resources that only have roots of their own,
        and otherwise the operations of a shared implementation, are in one module together. A resource that
        differs from that of an older version only in its roots has the class of that version.
        """
        module = self._resource(key)
        return self._joined.get(module, module)

    def _resource(self, key: ResourceKey) -> str:
        version, words = self.names.owners[key]
        together = self._together.get((version, words[0]), "")
        if together:
            return f"{self.resources(version)}._with_{together}"
        id_ = self.interned.implementation_of[version, words[:1]]
        if self.is_shared(id_) and self.interned.implementations[id_].version == version:
            if self.names.resources[version, words[:1]].class_name not in self._shared_names:
                return self._implementation(id_)
        return ".".join([self.resources(version), *self._module_attributes(version, words)])

    @cached_property
    def _shared_names(self) -> frozenset[str]:
        """The class names of shared implementations."""
        found = self.interned.implementations
        return frozenset(
            self.names.implementations[each.id] for each in found if self.is_shared(each.id)
        )

    def _module_attributes(self, version: str, words: tuple[str, ...]) -> tuple[str, ...]:
        depth = 1
        while depth < len(words) and self._operations[version, words[:depth]] > LARGE:
            depth += 1
        return tuple(
            self.names.resources[version, words[: count + 1]].attribute for count in range(depth)
        )

    @cached_property
    def _together(self) -> dict[tuple[str, str], str]:
        """The family of each top-level resource that shares a module with others, by version and name."""
        groups: dict[tuple[str, str], list[str]] = {}
        taken: dict[tuple[str, str], set[str]] = {}
        for version in self.interned.api.versions:
            for resource in version.resources:
                key = (version.name, (resource.name,))
                if self.names.owners[key] != key:
                    continue
                family = self._shared_family(version.name, resource)
                group = version.name, family
                names = {self.names.resources[key].class_name, *self._own_classes(key, resource)}
                if family and not names & taken.setdefault(group, set()):
                    taken[group] |= names
                    groups.setdefault(group, []).append(resource.name)
        return {
            (version, name): family
            for (version, family), members in groups.items()
            for name in members
            if len(members) > 1
        }

    def _shared_family(self, version: str, resource: Resource) -> str:
        """Return the family whose operations a resource has, "" if it has operations of its own."""
        id_ = self.interned.implementation_of[version, (resource.name,)]
        if self.is_shared(id_):
            return self._family(id_)
        bases = self.interned.implementations[id_].bases
        has_own = any(map(self._added, self._own(version, (resource.name,), resource)))
        return "" if has_own or not bases else self._family(bases[0]).removesuffix(ACROSS_VERSIONS)

    def _own(
        self, version: str, words: tuple[str, ...], resource: Resource
    ) -> Iterator[Implementation]:
        """Yield the implementations that no other resource has."""
        id_ = self.interned.implementation_of[version, words]
        if not self.is_shared(id_):
            yield self.interned.implementations[id_]
        for each in resource.children:
            yield from self._own(version, (*words, each.name), each)

    def _own_classes(self, key: ResourceKey, resource: Resource) -> Iterator[str]:
        for each in self._own(*key, resource):
            yield self.names.implementations[each.id]

    def _added(self, implementation: Implementation) -> int:
        """Return the number of operations that an implementation adds to those it inherits."""
        names = {each.call.name for each in implementation.operations}
        return len(names - self.inherited_operations(implementation))

    def resources(self, version: str) -> str:
        """Return the package of a version's resources."""
        return f"{self.version(version)}.resources"

    @cached_property
    def _operations(self) -> dict[ResourceKey, int]:
        """The number of operations of each resource and its sub-resources.

        Operations of shared implementations are not counted.
        """
        return count_operations(self.interned, self.is_shared)

    def is_package(self, module: str, modules: Iterable[str]) -> bool:
        """Return whether a module has submodules."""
        return any(each.startswith(f"{module}.") for each in modules)

    def inherited_operations(self, implementation: Implementation) -> frozenset[str]:
        """Return the words of the operations that an implementation inherits from its bases."""
        bases = [self.interned.implementations[id_] for id_ in implementation.bases]
        return frozenset(each.call.name for base in bases for each in base.operations)

    def inherited_resources(self, implementation: Implementation) -> frozenset[str]:
        """Return the words of the sub-resources that an implementation inherits from its bases."""
        bases = [self.interned.implementations[id_] for id_ in implementation.bases]
        return frozenset(word for base in bases for word, _ in base.children)

    def is_shared(self, id_: ImplementationId) -> bool:
        """Return whether an implementation has a class of its own, which the classes of resources extend."""
        return id_ in self.names.shared

    def implementation(self, id_: ImplementationId) -> str:
        """Return the module that defines the class of an implementation."""
        module = self._implementation(id_)
        return self._joined.get(module, module)

    def _implementation(self, id_: ImplementationId) -> str:
        implementation = self.interned.implementations[id_]
        if self.is_shared(id_):
            family = self._families[implementation.version, self._family(id_)]
            return f"{self.resources(implementation.version)}._{family}"
        return self._resource(implementation.users[0])

    @cached_property
    def _joined(self) -> dict[str, str]:
        """The modules that are parts of other ones, with the module that each is a part of."""
        added = {each.id: self._added(each) for each in self.interned.implementations}
        return modules_of_resources(self.interned, added, self._implementation, self._resource)

    def _family(self, id_: ImplementationId) -> str:
        """Return the name of the resource that a module of shared implementations is named after."""
        implementation = self.interned.implementations[id_]
        if implementation.owners:
            owner = self.interned.implementations[implementation.owners[0]]
            is_older = owner.version != implementation.version
            return f"{self._family(owner.id)}{ACROSS_VERSIONS if is_older else ''}"
        for base in implementation.bases:
            other = self.interned.implementations[base]
            if not other.owners and other.version == implementation.version:
                return self._family(base)
        version, words = implementation.users[0]
        first = self.interned.implementation_of[version, words[:1]]
        if len(words) > 1 and self.is_shared(first):
            return self._family(first)
        if len(words) > 1:
            return self.names.resources[version, words[:1]].attribute
        return snake_case(self.names.implementations[id_].removesuffix("Operations"))

    @cached_property
    def _families(self) -> dict[tuple[str, str], str]:
        """The name of the module of each family, by its version and name.

        Families whose classes extend each other are in one module, because modules cannot import each
        other. A family with few operations is in one module with those of the same name that versions
        have in common.
        """
        shared = [each for each in self.interned.implementations if self.is_shared(each.id)]
        extended: dict[tuple[str, str], set[tuple[str, str]]] = {}
        operations: Counter[tuple[str, str]] = Counter()
        for each in shared:
            operations[each.version, self._family(each.id)] += self._added(each)
            bases = [self.interned.implementations[base] for base in each.bases]
            keys = {(base.version, self._family(base.id)) for base in bases}
            extended.setdefault((each.version, self._family(each.id)), set()).update(keys)
        return modules_of_families(extended, operations)
