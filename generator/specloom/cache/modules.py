"""Store the modules that the last run of a package has formatted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property

from specloom.cache.store import Cache
from specloom.keys import key_of

_KIND = "formatted"


class Modules:
    """The formatted modules of one package from its last run.

    A run replaces what the last one stored.
    """

    def __init__(self, cache: Cache, style: str = "", package: str = "") -> None:
        """Prepare to read what the last run stored.

        Args:
            cache: Where it is.
            style: What decides the style: the formatter, its version and settings.
            package: What tells the package from others.
        """
        self._cache, self._key = cache, key_of(style, package)

    @cached_property
    def _stored(self) -> Mapping[str, str]:
        entry = self._cache.get(_KIND, self._key)
        found: Mapping[str, str] = {} if entry is None else json.loads(entry)
        return found

    def formatted(self, text: str) -> str | None:
        """Return a module formatted, or None if the last run had no such module."""
        return None if self._cache.folder is None else self._stored.get(key_of(text))

    def store(self, formatted: Mapping[str, str]) -> None:
        """Store the formatted modules by their unformatted source, and remove all others."""
        known = {key_of(before): text for before, text in formatted.items()}
        if known.keys() != self._stored.keys():
            self._cache.put(_KIND, self._key, json.dumps(known).encode("ascii"))
