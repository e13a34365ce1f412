"""Collect what a module imports: names as they are used in, sorted import lines out."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from specloom.python.code import Name
from specloom.python.packing import packed, unformatted

_MARKS = 2  # lines that tell the formatter to leave others alone


class Imports:
    """The imports of one module that is being planned.

    A name that the module defines itself, or has from elsewhere, is imported under another one, so
    that a resource `Pet` and a model `Pet` can stand in one module.
    """

    def __init__(
        self, module: str, *, defined: Iterable[str] = (), shadowed: Iterable[str] = ()
    ) -> None:
        self.module = module
        self._shadowed = frozenset(shadowed)
        self._uses_builtins = False
        self._public: set[tuple[str, str]] = set()
        self._local: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set(defined)

    def public(self, module: str, name: str) -> None:
        """Make `module.name` a name of this module, in the form that type checkers ask for."""
        if module != self.module:
            self._public.add((module, name))
            self.name(module, name)

    def name(
        self, module: str, name: str, *, otherwise: str = "Model", alias: str | None = None
    ) -> str:
        """The name by which `module.name` goes here; it is imported if it is not yet.

        That is the alias, or its own name, with `otherwise` after it where it is taken.
        """
        if module == self.module and alias is None:
            return name
        known = self._local.get((module, name))
        if known is not None:
            return known
        local = alias or name
        while local in self._taken:
            local += otherwise
        self._taken.add(local)
        self._local[module, name] = local
        return local

    def imported(self, module: str, name: str, *, otherwise: str = "Model") -> Name:
        """Return `name` as a node of the tree."""
        return Name(self.name(module, name, otherwise=otherwise))

    def builtin_name(self, name: str) -> Name:
        """Return `builtin` as a node of the tree."""
        return Name(self.builtin(name))

    def define(self, name: str) -> str:
        """A name for something that the module defines: this one, or the first that is free."""
        number = 1
        free = name
        while free in self._taken:
            number += 1
            free = f"{name}_{number}"
        self._taken.add(free)
        return free

    def builtin(self, name: str) -> str:
        """The name of a builtin, which a method of the same name hides inside of its class."""
        if name not in self._shadowed:
            return name
        self._uses_builtins = True
        return f"builtins.{name}"

    def lines(self, indent: str = "") -> tuple[str, ...]:
        """Import statements: the standard library, then others, then the package's own."""
        modules: dict[str, list[str]] = {}
        for (module, name), local in self._local.items():
            is_plain = name == local and (module, name) not in self._public
            modules.setdefault(module, []).append(name if is_plain else f"{name} as {local}")
        ours = self.module.partition(".")[0]
        public = {home for home, _ in self._public}  # hundreds of names, each twice
        groups: dict[int, list[str]] = {0: [], 1: [], 2: []}
        for module in sorted(modules):
            top = module.partition(".")[0]
            group = 2 if top == ours else 0 if top in sys.stdlib_module_names else 1
            line = f"{indent}from {module} import {', '.join(sorted(modules[module]))}"
            names = packed(f"{indent}from {module} import (", sorted(modules[module]), ")")
            lines = names.count("\n") - 1  # with names; the formatter gives each one of its own
            if lines > 0 and (len(modules[module]) > lines + _MARKS or module in public):
                line = unformatted(names)
            groups[group].append(line)
        if self._uses_builtins:
            groups[0].insert(0, f"{indent}import builtins")
        filled = [groups[number] for number in groups if groups[number]]
        return tuple(line for lines in filled for line in [*lines, ""])[:-1]
