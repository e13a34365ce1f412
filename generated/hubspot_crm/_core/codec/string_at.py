"""Find a string in a parsed body."""

from __future__ import annotations

from msgspec import Struct


class StringAt(Struct, frozen=True):
    """Returns the string at a JSON pointer in a parsed body."""

    pointer: str

    def __call__(self, data: object) -> str | None:
        from .error_fields import string_at  # imported lazily: few responses need it

        return string_at(data, self.pointer)
