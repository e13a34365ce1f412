"""Where the body of an error says what an exception shows."""

from __future__ import annotations

from msgspec import Struct


class ErrorFields(Struct, frozen=True, kw_only=True):
    """Where an error body holds what an exception shows: wire names, or JSON pointers ("/a/b").

    At `details` is a list of single faults, with `message` and `context` in the same places.
    """

    message: str | None = None
    category: str | None = None
    correlation_id: str | None = None
    context: str | None = None
    details: str | None = None
