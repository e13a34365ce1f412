"""Let a package import its names when they are first accessed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module


def lazy_exports(
    package: str, all_names: Sequence[str], homes: Mapping[str, Sequence[str]]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Return the `__getattr__` and the `__dir__` of a package.

    Args:
        package: the name of the package.
        all_names: its `__all__`. Names that `homes` does not contain are submodules.
        homes: the names to import, by the module that defines them.
    """
    module_of = {name: module for module, names in homes.items() for name in names}

    def get(name: str) -> object:
        if name in module_of:
            value: object = getattr(import_module(module_of[name]), name)
            setattr(sys.modules[package], name, value)
            return value
        if name in all_names:
            return import_module(f"{package}.{name}")
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    def names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *all_names})

    return get, names
