"""Import the names of a package, and the modules for calls, when they are first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from itertools import islice
from typing import Any


def lazy_exports(
    package: dict[str, Any], exported: Sequence[str], homes: Mapping[str, int]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Return the `__getattr__` and `__dir__` of a package, given its globals and its `__all__`.

    `homes` has the number of names that each module defines, in the order of `__all__`. The other
    names are submodules.
    """
    names = iter(exported)
    home_of = {name: home for home, count in homes.items() for name in islice(names, count)}
    submodules = frozenset(names)

    def get(name: str) -> object:
        if name in home_of:
            return package.setdefault(name, getattr(import_module(home_of[name]), name))
        if name in submodules:
            return import_module(f"{package['__name__']}.{name}")
        raise AttributeError(f"module {package['__name__']!r} has no attribute {name!r}")

    return get, lambda: sorted({*package, *exported})


def expand(template: str, values: Mapping[str, object]) -> str:
    """Expand a path template as `urls.expand` does, importing it at the first call."""
    from .codec import urls

    return urls.expand(template, values)
