"""Choose the modules of shared implementations, without cycles of imports."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TypeAlias

Family: TypeAlias = tuple[str, str]
"""The version and the name of the implementations in one module."""


FEW_OPERATIONS = 60
"""The number of shared operations below which they are in one module with those that versions share."""

ACROSS_VERSIONS = "_across_versions"
"""The ending of the family of implementations that several versions share."""


def modules_of_families(
    extended: Mapping[Family, set[Family]], operations: Mapping[Family, int]
) -> dict[Family, str]:
    """Return the name of the module of each family.

    A family with few operations is in one module with the family of the same name that versions share.

    Args:
        extended: the families whose classes each family extends.
        operations: the number of operations of each family, without those that it inherits.
    """
    names = {(version, name): name.removesuffix(ACROSS_VERSIONS) for version, name in extended}
    beside = {family: (family[0], name) for family, name in names.items()}
    joined = {
        family: other if 0 < operations.get(other, 0) < FEW_OPERATIONS else family
        for family, other in beside.items()
    }
    return {family: name for family, (_, name) in without_cycles(joined, extended).items()}


def without_cycles(
    modules: Mapping[Family, Family], extended: Mapping[Family, set[Family]]
) -> dict[Family, Family]:
    """Return the module of each family, with as many modules merged as importing each other requires.

    Args:
        modules: the module that each family would be in, named after a family.
        extended: the families whose classes each family extends.
    """
    merged = dict(modules)
    while True:
        imports: dict[Family, set[Family]] = {}
        for family, bases in extended.items():
            module = merged[family]
            imports.setdefault(module, set()).update({merged[base] for base in bases} - {module})
        try:
            TopologicalSorter(imports).prepare()
        except CycleError as error:
            cycle = set(error.args[1])
            first = min(cycle)
            merged = {key: first if to in cycle else to for key, to in merged.items()}
        else:
            return merged
