"""Read the attributes of an exception from the body of an error response."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

from msgspec import Struct

from ..errors import DecodingError
from .pointers import resolve

_LONGEST_MESSAGE = 2_000


class ErrorFields(Struct, frozen=True, kw_only=True):
    """The locations of the attributes of an exception in the body of an error response.

    A location is a wire name or a JSON pointer ("/a/b"). `details` is the location of a list of
    errors, each with its `message` and `context` at these same locations. `existing_id` is a
    regular expression: its first group, in the message, is the id of an object that exists already.
    """

    message: str | None = None
    category: str | None = None
    correlation_id: str | None = None
    context: str | None = None
    details: str | None = None
    existing_id: str | None = None

    def id_in(self, message: str | None) -> str | None:
        """Return the id of an existing object that a message contains, or None."""
        if self.existing_id is None or message is None:
            return None
        found = re.search(self.existing_id, message[:_LONGEST_MESSAGE])
        return None if found is None else found[1]

    def read(self, data: object) -> ErrorContent:
        """Return the attributes that a parsed body has."""
        found = _at(data, self.details)
        details = cast("list[object]", found) if isinstance(found, list) else []
        return ErrorContent(
            message=string_at(data, self.message),
            category=string_at(data, self.category),
            correlation_id=string_at(data, self.correlation_id),
            details=tuple(filter(None, (string_at(each, self.message) for each in details))),
            context=self._context([data, *details]),
        )

    def _context(self, bodies: list[object]) -> dict[str, tuple[str, ...]]:
        """Collect the context of the error and of its details, by key."""
        found: dict[str, dict[str, None]] = {}
        for each in bodies:
            for key, value in _members(_at(each, self.context)).items():
                values = cast("list[object]", value) if isinstance(value, list) else [value]
                found.setdefault(key, {}).update(
                    dict.fromkeys(v for v in values if isinstance(v, str))
                )
        return {key: tuple(values) for key, values in found.items() if values}


class ErrorContent(Struct, frozen=True, kw_only=True):
    """The attributes of an ApiStatusError that come from the body."""

    message: str | None = None
    category: str | None = None
    correlation_id: str | None = None
    details: tuple[str, ...] = ()
    context: Mapping[str, tuple[str, ...]] = {}


def string_at(data: object, location: str | None) -> str | None:
    """Return the string or number at a location as a string, or None for anything else."""
    value = _at(data, location)
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return value if isinstance(value, str) else str(value) if is_number else None


def _at(data: object, location: str | None) -> object:
    return (
        None
        if location is None
        else resolve(data, location if location[:1] == "/" else f"/{location}")
    )


def _members(value: object) -> Mapping[str, object]:
    """Return the properties of an object, or of the JSON of an object."""
    if isinstance(value, str):
        from .decoding import parse  # imported when an error is read

        try:
            value = parse(value.encode("utf-8", "replace"))
        except DecodingError:
            return {}
    return cast(Mapping[str, object], value) if isinstance(value, dict) else {}


class StringAt(Struct, frozen=True):
    """Returns the string at a JSON pointer in a parsed body."""

    pointer: str

    def __call__(self, data: object) -> str | None:
        return string_at(data, self.pointer)
