"""Cache the files that a formatter has formatted in the last run of a package."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cached_property

from specloom.cache import Cache, key_of, version_of
from specloom.emit.file import File
from specloom.python.code import WIDTH

_KIND = "formatted"


def formatter_key(formatter: str) -> str:
    """Return a key of what decides the style: the formatter, its version and its settings."""
    return f"{formatter} {version_of(formatter)} {WIDTH}"


class Kept:
    """The files of one package that one formatter has formatted, as its last run left them.

    A new run replaces them.
    """

    def __init__(self, cache: Cache, formatter: str = "black", package: str = "") -> None:
        self._cache, self._key = cache, key_of(formatter_key(formatter), package)

    @cached_property
    def _found(self) -> Mapping[str, str]:
        entry = self._cache.get(_KIND, self._key)
        found: Mapping[str, str] = {} if entry is None else json.loads(entry)
        return found

    def key(self, text: str) -> str:
        """Return the key of a file by its text; "" where nothing is cached."""
        return "" if self._cache.folder is None else key_of(text)

    def text(self, key: str) -> str | None:
        """Return the formatted text of the file with a key, None if the last run had no such file."""
        return self._found.get(key) if key else None

    def keep(self, files: Iterable[File]) -> None:
        """Cache these formatted files for the next run, and no others."""
        formatted = {each.key: each.text for each in files if each.key}
        if formatted.keys() != self._found.keys():
            self._cache.put(_KIND, self._key, json.dumps(formatted).encode("ascii"))
