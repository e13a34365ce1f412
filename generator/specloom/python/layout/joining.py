"""Join modules of resources that belong together, without import cycles."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

from specloom.python.layout.families import ACROSS_VERSIONS


def join_modules(extended: Mapping[str, set[str]]) -> dict[str, str]:
    """Return the modules that are parts of other ones, with the module that each is a part of.

    The operations of a resource that newer versions share, and the class of the resource itself, are in
    one module.

    Args:
        extended: the modules whose classes each module extends.
    """
    joined: dict[str, str] = {}
    for module in sorted(extended):
        package, _, name = module.rpartition(".")
        whole = f"{package}.{name.removeprefix('_').removesuffix(ACROSS_VERSIONS)}"
        is_package = any(each.startswith(f"{whole}.") for each in extended)
        if whole == module or whole not in extended or is_package:
            continue
        if _is_possible({**joined, module: whole}, extended):
            joined[module] = whole
    return joined


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
