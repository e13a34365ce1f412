"""Merge modules of shared implementations whose imports would form a cycle."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TypeAlias

Family: TypeAlias = tuple[str, str]
"""The version and the name of the implementations in one module."""


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
