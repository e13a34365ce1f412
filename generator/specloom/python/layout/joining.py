"""Join modules of resources that belong together, without import cycles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from graphlib import CycleError, TopologicalSorter

from specloom.ir import ImplementationId, InternedApi, Resource, ResourceKey
from specloom.python.layout.families import ACROSS_VERSIONS

_OLDER = re.compile(r"_v\d+$")
FEW = 8
"""The number of operations up to which a module is small."""


def modules_of_resources(
    interned: InternedApi,
    added: Mapping[ImplementationId, int],
    module_of: Callable[[ImplementationId], str],
    module_of_resource: Callable[[ResourceKey], str],
) -> dict[str, str]:
    """Return the modules that are parts of other ones, with the module that each is a part of.

    Args:
        interned: the implementations and resources of the API.
        added: the number of operations that each implementation adds to those it inherits.
        module_of: returns the module that an implementation would be in.
        module_of_resource: returns the module that the class of a top-level resource would be in.
    """
    extended: dict[str, set[str]] = {}
    operations: Counter[str] = Counter()
    for each in interned.implementations:
        module = module_of(each.id)
        extended.setdefault(module, set()).update(map(module_of, each.bases))
        operations[module] += added[each.id]
    for version in interned.api.versions:
        for resource in version.resources:
            key = (version.name, (resource.name,))
            base = module_of(interned.implementation_of[key])
            extended.setdefault(module_of_resource(key), set()).add(base)
    return join_modules(extended, operations)


def count_operations(
    interned: InternedApi, is_shared: Callable[[ImplementationId], bool]
) -> dict[ResourceKey, int]:
    """Return the number of operations of each resource and its sub-resources.

    Those of shared implementations are not counted.
    """
    found: dict[ResourceKey, int] = {}

    def count(version: str, words: tuple[str, ...], resource: Resource) -> int:
        own = (
            0 if is_shared(interned.implementation_of[version, words]) else len(resource.operations)
        )
        below = [count(version, (*words, each.name), each) for each in resource.children]
        return found.setdefault((version, words), own + sum(below))

    for version in interned.api.versions:
        for resource in version.resources:
            count(version.name, (resource.name,), resource)
    return found


def join_modules(extended: Mapping[str, set[str]], operations: Mapping[str, int]) -> dict[str, str]:
    """Return the modules that are parts of other ones, with the module that each is a part of.

    The operations of a resource that newer versions share, and the class of the resource itself, are in
    one module. In each version, the small modules that several resources share are one module, and so
    are those of resources without operations of their own, and those of resources that add few
    operations to what an older version has.

    Args:
        extended: the modules whose classes each module extends.
        operations: the number of operations that the classes of each module add.
    """
    wholes = {module: _whole(module, extended) for module in extended}
    small = {
        module: _shared(module)
        for module, whole in wholes.items()
        if whole == module and _is_private(module) and operations.get(module, 0) <= FEW
    }
    with_parts = {whole for module, whole in wholes.items() if whole != module}
    small |= {
        module: f"{_package(module)}._extended"
        for module in wholes.keys() - with_parts
        if not _is_private(module) and _is_extension(module, extended)
        if operations.get(module, 0) <= FEW
    }
    counted = Counter(small.values())
    wholes |= {module: whole for module, whole in small.items() if counted[whole] > 1}
    joined: dict[str, str] = {}
    for module in sorted(wholes):
        if wholes[module] != module and _is_possible({**joined, module: wholes[module]}, extended):
            joined[module] = wholes[module]
    return joined


def _whole(module: str, modules: Mapping[str, set[str]]) -> str:
    """Return the module of the resource after which a module is named, otherwise the module itself.

    A resource of an older version of the API that a version includes, such as `files_v2`, is in the
    module of the newer one.
    """
    package, _, name = module.rpartition(".")
    own = name.removeprefix("_").removesuffix(ACROSS_VERSIONS)
    for whole in (f"{package}.{_OLDER.sub('', own)}", f"{package}.{own}"):
        is_package = any(each.startswith(f"{whole}.") for each in modules)
        if whole in modules and not is_package:
            return whole
    return module


def _is_extension(module: str, extended: Mapping[str, set[str]]) -> bool:
    """Return whether the classes of a module extend those of another version, and no module extends it."""
    is_base = any(module in bases for name, bases in extended.items() if name != module)
    is_package = any(name.startswith(f"{module}.") for name in extended)
    packages = {_package(base) for base in extended[module] if base != module}
    return not is_base and not is_package and bool(packages - {_package(module)})


def _package(module: str) -> str:
    return module.rpartition(".")[0]


def _is_private(module: str) -> bool:
    return module.rpartition(".")[2].startswith("_")


def _shared(module: str) -> str:
    package, _, name = module.rpartition(".")
    return f"{package}._with_shared" if name.startswith("_with_") else f"{package}._shared"


def _is_possible(joined: Mapping[str, str], extended: Mapping[str, set[str]]) -> bool:
    """Return whether modules can import each other if these modules are joined."""
    imports: dict[str, set[str]] = {}
    for module, bases in extended.items():
        home = joined.get(module, module)
        imports.setdefault(home, set()).update({joined.get(base, base) for base in bases} - {home})
    try:
        TopologicalSorter(imports).prepare()
    except CycleError:
        return False
    return True
