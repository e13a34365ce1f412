"""Collect the names that a module imports, and build its sorted import statements."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager

from specloom.python.code import Import, ImportBlock, ImportFrom, Name


class Imports:
    """The imports of one module that is being planned.

    If the module already defines or imports a name, a second import gets another local name, so that a
    resource `Pet` and a model `Pet` can be used in one module.
    """

    def __init__(
        self, module: str, *, defined: Iterable[str] = (), shadowed: Iterable[str] = ()
    ) -> None:
        self.module = module
        self._shadowed = frozenset(shadowed)
        self._uses_builtins = False
        self._local: dict[tuple[str, str], str] = {}
        self._renamed: dict[str, tuple[str, str]] = {}
        self._taken: set[str] = set(defined)

    def name(
        self, module: str, name: str, *, otherwise: str = "Model", alias: str | None = None
    ) -> str:
        """Import `module.name` if it is not imported yet, and return its local name.

        The local name is the alias or the name itself. If it is taken, `otherwise` is appended.
        """
        if module == self.module and alias is None:
            return name
        known = self._local.get((module, name))
        if (known or alias or name) in self._shadowed:
            return self._rename(module, name)
        if known is not None:
            return known
        local = alias or name
        while local in self._taken:
            local += otherwise
        self._taken.add(local)
        self._local[module, name] = local
        return local

    def _rename(self, module: str, name: str) -> str:
        """Import a name that a class hides under a second name, with underscores."""
        local = f"{name}_"
        while local in self._shadowed or (
            local in self._taken and self._renamed.get(local) != (module, name)
        ):
            local += "_"
        self._taken.add(local)
        self._renamed[local] = (module, name)
        return local

    @contextmanager
    def within_class(self, attributes: Iterable[str]) -> Generator[None, None, None]:
        """Qualify or rename, in the body of a class, what its attributes hide from their annotations."""
        outside = self._shadowed
        self._shadowed = outside | frozenset(attributes)
        try:
            yield
        finally:
            self._shadowed = outside

    def imported(self, module: str, name: str, *, otherwise: str = "Model") -> Name:
        """Return the local name of `module.name` as a node of the tree."""
        return Name(self.name(module, name, otherwise=otherwise))

    def builtin_name(self, name: str) -> Name:
        """Return the name of a builtin as a node of the tree."""
        return Name(self.builtin(name))

    def define(self, name: str) -> str:
        """Reserve a name for a definition of the module: this one, or the first free one with a number."""
        number = 1
        free = name
        while free in self._taken:
            number += 1
            free = f"{name}_{number}"
        self._taken.add(free)
        return free

    def builtin(self, name: str) -> str:
        """Return the name of a builtin.

        If a method or an attribute of the class has the same name and hides it, the name is qualified with `builtins`.
        """
        if name not in self._shadowed:
            return name
        self._uses_builtins = True
        return f"builtins.{name}"

    def block(self) -> ImportBlock:
        """Return the imports: the standard library, then other packages, then the package's own modules."""
        modules: dict[str, list[tuple[str, str]]] = {}
        renamed = ((each, local) for local, each in self._renamed.items())
        for (module, name), local in (*self._local.items(), *renamed):
            modules.setdefault(module, []).append((name, "" if name == local else local))
        own = self.module.partition(".")[0]
        standard: list[Import | ImportFrom] = [Import("builtins")] if self._uses_builtins else []
        others: list[Import | ImportFrom] = []
        package: list[Import | ImportFrom] = []
        for module in sorted(modules):
            top = module.partition(".")[0]
            is_standard = top in sys.stdlib_module_names
            group = package if top == own else standard if is_standard else others
            group.append(ImportFrom(module, tuple(sorted(modules[module]))))
        return ImportBlock(tuple(tuple(each) for each in (standard, others, package) if each))
