"""Values that must not appear in representations, logs or tracebacks."""

from __future__ import annotations

from msgspec import Struct


class Secret(str):
    """A string whose representation is redacted, and so is that of whatever holds it.

    It can be sent and joined like any other string; what is derived from it is a plain str.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "Secret(REDACTED)"


class Veiled(Struct, frozen=True):
    """A value whose fields are not in its representation, nor in that of the library rich."""

    __repr__ = object.__repr__

    def __rich_repr__(self) -> list[tuple[str, object]]:
        return []
