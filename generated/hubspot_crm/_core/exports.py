"""Let a package import its names when they are first accessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any


def lazy_exports(
    package: dict[str, Any], homes: Mapping[str, Sequence[str]], submodules: Sequence[str] = ()
) -> tuple[list[str], Callable[[str], object], Callable[[], list[str]]]:
    """Return the `__all__`, `__getattr__` and `__dir__` of a package, given its globals.

    `homes` has the names that each module defines.
    """
    home_of = {name: home for home, names in homes.items() for name in names}
    exported = [*home_of, *submodules]

    def get(name: str) -> object:
        if name in home_of:
            return package.setdefault(name, getattr(import_module(home_of[name]), name))
        if name in submodules:
            return import_module(f"{package['__name__']}.{name}")
        raise AttributeError(f"module {package['__name__']!r} has no attribute {name!r}")

    return exported, get, lambda: sorted({*package, *exported})
