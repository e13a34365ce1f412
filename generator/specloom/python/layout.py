"""Where things stand in the package: versions and names in, module names and file paths out."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from specloom.ir import Implementation, ImplementationId, InternedApi, ResourceKey, SchemaId
from specloom.naming.assign import Names
from specloom.project.model import Project, module_name
from specloom.python.fixed_values import Constants, constants_of
from specloom.python.metadata import Metadata, metadata_of


class Layout(Struct, frozen=True, eq=False, dict=True):
    """The modules of one package. A version without a name has its modules in the package itself."""

    interned: InternedApi
    names: Names
    project: Project

    @cached_property
    def usual_credentials(self) -> tuple[tuple[str, ...], ...] | None:
        """The one credential that all operations ask for; what needs nothing said about it."""
        asked = {
            operation.credentials
            for implementation in self.interned.implementations
            for operation in implementation.operations
        }
        names = {name for each in asked for alternative in each for name in alternative}
        if not names:
            return ()
        return ((next(iter(names)),),) if len(names) == 1 else None

    @cached_property
    def constants(self) -> Constants:
        """The properties of models that have one value."""
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
        """A module of the hand-written core."""
        return f"{self.package}._core.{name}"

    @property
    def oauth(self) -> str:
        """The module of the class that gets tokens of this API."""
        return f"{self.package}._oauth"

    @property
    def settings(self) -> str:
        """The module that says what is known of the API beyond its documents."""
        return f"{self.package}._settings"

    def version(self, name: str) -> str:
        """The package of a version."""
        return f"{self.package}.{module_name(name)}" if name else self.package

    def models(self, version: str) -> str:
        """The module of a version's models."""
        return f"{self.version(version)}.models"

    def client(self, version: str) -> str:
        """The module of a version's clients."""
        return f"{self.version(version)}._client"

    def home(self, schema: SchemaId) -> str:
        """The module that defines a schema: that of the oldest version which has it."""
        return self.models(self.interned.home[schema])

    def class_name(self, schema: SchemaId) -> str:
        """The name by which a schema is defined; another version may know it by another one."""
        return self.names.schemas[self.interned.home[schema], schema]

    def resource(self, key: ResourceKey) -> str:
        """The module that has the class of a resource.

        One that has no operations but those it shares is in the package of all resources; any other
        has a module of its own.
        """
        version, words = key
        first = (version, words[:1])
        if first in self._plain_resources:
            return self.resources(version)
        return f"{self.resources(version)}.{self.names.resources[first].attribute}"

    def resources(self, version: str) -> str:
        """The package of a version's resources."""
        return f"{self.version(version)}.resources"

    @cached_property
    def _plain_resources(self) -> frozenset[ResourceKey]:
        """The first resources whose operations are all shared, and whose class names differ."""
        own: dict[ResourceKey, list[Implementation]] = {}
        for each in self.interned.implementations:
            if not self.is_shared(each.id):
                name, words = each.users[0]
                own.setdefault((name, words[:1]), []).append(each)
        found: set[ResourceKey] = set()
        for version in self.interned.api.versions:
            taken: set[str] = set()
            for resource in version.resources:
                key = (version.name, (resource.name,))
                members = own.get(key, [])
                plain = {self.names.implementations[member.id] for member in members}
                plain.add(self.names.resources[key].class_name)
                names = plain | {f"Async{name}" for name in plain}
                if not names & taken and not any(map(self._has_operations, members)):
                    taken |= names
                    found.add(key)
        return frozenset(found)

    def _has_operations(self, implementation: Implementation) -> bool:
        known = self.inherited_operations(implementation)
        return any(each.call.name not in known for each in implementation.operations)

    def inherited_operations(self, implementation: Implementation) -> frozenset[str]:
        """The words of the operations that an implementation has from its bases."""
        bases = [self.interned.implementations[id_] for id_ in implementation.bases]
        return frozenset(each.call.name for base in bases for each in base.operations)

    def inherited_resources(self, implementation: Implementation) -> frozenset[str]:
        """The words of the resources below an implementation that it has from its bases."""
        bases = [self.interned.implementations[id_] for id_ in implementation.bases]
        return frozenset(word for base in bases for word, _ in base.children)

    def is_shared(self, id_: ImplementationId) -> bool:
        """Whether an implementation has a class of its own, which the classes of resources extend."""
        return len(self.interned.implementations[id_].users) > 1

    def implementation(self, id_: ImplementationId) -> str:
        """The module that has the class of an implementation."""
        implementation = self.interned.implementations[id_]
        if self.is_shared(id_):
            return f"{self.resources(implementation.version)}._shared"
        return self.resource(implementation.users[0])


def path_of(module: str, *, is_package: bool = False) -> str:
    """The file of a module below the output folder."""
    path = module.replace(".", "/")
    return f"{path}/__init__.py" if is_package else f"{path}.py"
