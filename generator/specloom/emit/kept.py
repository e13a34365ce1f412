"""Keep what the last run made of a package: modules by what they are made of, and parts of them by their texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeAlias

from specloom.cache import Cache, key_of, tool_key, version_of
from specloom.emit.file import File
from specloom.emit.statement import LINE_LENGTH

_KIND = "modules"

Module: TypeAlias = tuple[str, list[str]]
"""A text in the style of the output, and the keys of the pieces of it that black has formatted."""


def formatter_key(formatter: str) -> str:
    """A key of what decides the style: which formatter, in which version, with which settings."""
    return f"{formatter} {version_of(formatter)} {LINE_LENGTH}"


class Kept:
    """The modules of one package in the style of one formatter, as its last run left them.

    Pieces are kept besides, so that of a module that changed only those that did are formatted
    anew. A new run takes the place of the last one.
    """

    def __init__(self, cache: Cache, formatter: str = "black", package: str = "") -> None:
        self._cache, self._key = cache, key_of(formatter_key(formatter), package)

    @cached_property
    def _found(self) -> tuple[Mapping[str, Module], Mapping[str, str]]:
        entry = self._cache.get(_KIND, self._key)
        if entry is None:
            return {}, {}
        modules, pieces = json.loads(entry)
        return modules, pieces

    @property
    def pieces(self) -> Mapping[str, str]:
        """What black made of pieces, by their keys."""
        return self._found[1]

    def key(self, *parts: str) -> str:
        """A key of all that a module is made of; "" where nothing is kept."""
        return "" if self._cache.folder is None else key_of(tool_key(), *parts)

    def text(self, key: str) -> str | None:
        """The text of the module with a key, if the last run has made it."""
        found = self._found[0].get(key)
        return found[0] if found else None

    def keep(self, files: Iterable[File], pieces: Mapping[str, Mapping[str, str]]) -> None:
        """Keep these files for the next run, and no others.

        Args:
            files: all of the package, formatted.
            pieces: what black made of pieces of them, by path and key; of those not taken from here.
        """
        modules: dict[str, Module] = {}
        kept: dict[str, str] = {}
        for each in files:
            if each.key:
                known = self._found[0].get(each.key)
                own = {} if known is None else {key: self.pieces[key] for key in known[1]}
                own = {**own, **pieces.get(each.path, {})}
                modules[each.key] = (each.text, list(own))
                kept |= own
        if modules.keys() != self._found[0].keys():
            self._cache.put(_KIND, self._key, json.dumps((modules, kept)).encode("ascii"))
