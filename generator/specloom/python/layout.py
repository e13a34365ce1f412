"""Where things stand in the package: versions and names in, module names and file paths out."""

from __future__ import annotations

from dataclasses import dataclass

from specloom.ir import ImplementationId, InternedApi, ResourceKey, SchemaId
from specloom.naming.assign import Names
from specloom.naming.words import snake_case
from specloom.project import Project, module_name


@dataclass(frozen=True, slots=True)
class Layout:
    """The modules of one package. A version without a name has its modules in the package itself."""

    interned: InternedApi
    names: Names
    project: Project

    @property
    def package(self) -> str:
        """The import name of the package."""
        return self.project.package.module

    def core(self, name: str) -> str:
        """A module of the hand-written core."""
        return f"{self.package}._core.{name}"

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

    def resource(self, key: ResourceKey) -> str:
        """The module that has the class of a resource."""
        version, words = key
        attribute = self.names.resources[version, words[:1]].attribute
        return f"{self.version(version)}.resources.{attribute}"

    def is_shared(self, id_: ImplementationId) -> bool:
        """Whether an implementation has a class of its own, which the classes of resources extend."""
        implementation = self.interned.implementations[id_]
        return bool(self.project.mounts.shared) or len(implementation.users) > 1

    def implementation(self, id_: ImplementationId) -> str:
        """The module that has the class of an implementation."""
        version, words = self.interned.implementations[id_].users[0]
        top = self.interned.implementation_of[version, words[:1]]
        if not self.is_shared(top):
            return self.resource((version, words))
        home = self.interned.implementations[top].version
        return f"{self.version(home)}.resources._{snake_case(self.names.implementations[top])}"


def path_of(module: str, *, is_package: bool = False) -> str:
    """The file of a module below the output folder."""
    path = module.replace(".", "/")
    return f"{path}/__init__.py" if is_package else f"{path}.py"
