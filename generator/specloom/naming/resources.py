"""Name the attributes and classes of resources."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from specloom.diagnostics import Location
from specloom.ir import ImplementationId, InternedApi, Resource, ResourceKey
from specloom.naming import reserved
from specloom.naming.chooser import Chooser
from specloom.naming.names import OperationNames, ResourceNames
from specloom.naming.scope import Scope
from specloom.naming.words import pascal_case, shortened, snake_case

MethodNames = Mapping[tuple[ImplementationId, str], OperationNames]


def name_resources(
    interned: InternedApi, chooser: Chooser, operations: MethodNames
) -> dict[ResourceKey, ResourceNames]:
    """Return the names of resources. A sub-resource gets another name than the methods beside it."""
    return _Namer(interned, chooser, operations).resources()


class _Namer:
    def __init__(self, interned: InternedApi, chooser: Chooser, operations: MethodNames) -> None:
        self.interned, self.chooser, self.operations = interned, chooser, operations

    def resources(self) -> dict[ResourceKey, ResourceNames]:
        names: dict[ResourceKey, ResourceNames] = {}
        for version in self.interned.api.versions:
            scope = Scope(self.chooser.collector, "resource")
            for resource in version.resources:
                self._resource(version.name, (resource.name,), resource, scope, names)
            self._distinguish(version.name, names)
        self._agree(names)
        return names

    def _distinguish(self, version: str, names: dict[ResourceKey, ResourceNames]) -> None:
        """Give each resource of a client a class name that no other class or module beside it has."""
        here = {key: each for key, each in names.items() if key[0] == version and len(key[1]) == 1}
        taken = {each.attribute for each in here.values()}
        for key, each in here.items():
            name = each.class_name
            while not taken.isdisjoint((name, f"Async{name}")):
                name += "_"
            taken |= {name, f"Async{name}"}
            names[key] = replace(each, class_name=name)

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
        names: dict[ResourceKey, ResourceNames],
    ) -> None:
        location, key = _location_of(resource), ".".join(words)
        features = self.chooser.project.package.features
        banned = reserved.resources(features) if len(words) == 1 else reserved.METHODS
        derived = shortened(snake_case(resource.name))
        attribute = self.chooser.take(scope, derived, resource.name, location, banned, key)
        parameters = {
            each.wire_name: self.chooser.name(
                snake_case(each.wire_name), each.wire_name, each.location, reserved.ARGUMENTS
            )
            for each in resource.parameters
        }
        class_name = pascal_case(attribute.split("_"))
        if class_name in reserved.KEYWORDS:
            class_name += "_"
        names[version, words] = ResourceNames(attribute, class_name, parameters)
        below = Scope(self.chooser.collector, "member")
        implementation = self.interned.implementation_of[version, words]
        for each in resource.operations:
            below.hold(self.operations[implementation, each.call.name].method, each.location)
        for child in resource.children:
            self._resource(version, (*words, child.name), child, below, names)


def _location_of(resource: Resource) -> Location:
    first = next(resource.all_operations(), None)
    return first.location if first else Location(resource.document)
