"""Values that must not appear in representations, logs or tracebacks."""

from __future__ import annotations

from msgspec import Struct


class Secret(str):
    """A string whose representation is redacted, also within that of objects that hold it.

    It can be sent and joined like any other string. Strings derived from it are plain str.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "Secret(REDACTED)"


class Veiled(Struct, frozen=True):
    """A struct whose representation omits its fields, also in the library rich."""

    __repr__ = object.__repr__

    def __rich_repr__(self) -> list[tuple[str, object]]:
        return []
