"""Find a string in a parsed body."""

from __future__ import annotations

from msgspec import Struct


class StringAt(Struct, frozen=True):
    """Finds a string in a parsed body, by its JSON pointer."""

    pointer: str

    def __call__(self, data: object) -> str | None:
        from .error_fields import string_at  # few responses need it

        return string_at(data, self.pointer)
