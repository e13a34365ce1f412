"""Store the modules of a package by what they are made of, and the formatted pieces of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import TypeAlias

from specloom.cache.keys import key_of, tool_key
from specloom.cache.store import Cache

_KIND = "modules"

Module: TypeAlias = tuple[str, list[str]]
"""A formatted module, and the keys of the pieces of it that black has formatted."""


class Modules:
    """The formatted modules of one package, as its last run left them.

    Pieces are stored besides, so that of a module that changed only the changed pieces are formatted
    again. A run replaces what the last one stored.
    """

    def __init__(self, cache: Cache, style: str = "", package: str = "") -> None:
        """Read what the last run stored.

        Args:
            cache: Where it is.
            style: What decides the style: the formatter, its version and settings.
            package: What tells the package from others.
        """
        self._cache, self._key = cache, key_of(style, package)
        self._keys: dict[str, str] = {}

    @cached_property
    def _stored(self) -> tuple[Mapping[str, Module], Mapping[str, str]]:
        entry = self._cache.get(_KIND, self._key)
        if entry is None:
            return {}, {}
        modules, pieces = json.loads(entry)
        return modules, pieces

    @property
    def pieces(self) -> Mapping[str, str]:
        """What black made of pieces, by their keys."""
        return self._stored[1]

    def reused(self, path: str, *parts: str) -> str | None:
        """Return the module at `path`, if the last run made one of the same parts.

        Args:
            path: The path of the module in the package.
            parts: Everything that it is made of.
        """
        if self._cache.folder is None:
            return None
        key = self._keys[path] = key_of(tool_key(), *parts)
        found = self._stored[0].get(key)
        return found[0] if found else None

    def store(self, texts: Mapping[str, str], pieces: Mapping[str, Mapping[str, str]]) -> None:
        """Store these modules for the next run, and no others.

        Args:
            texts: All modules of the package, formatted, by path. Only those are stored that `reused`
                was asked for.
            pieces: What black made of pieces of them, by path and key; of those that were not reused.
        """
        modules: dict[str, Module] = {}
        every: dict[str, str] = {}
        for path, text in texts.items():
            if path in self._keys:
                key = self._keys[path]
                known = self._stored[0].get(key)
                own = {} if known is None else {each: self.pieces[each] for each in known[1]}
                own = {**own, **pieces.get(path, {})}
                modules[key] = (text, list(own))
                every |= own
        if modules.keys() != self._stored[0].keys():
            self._cache.put(_KIND, self._key, json.dumps((modules, every)).encode("ascii"))
