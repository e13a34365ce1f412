"""Where the body of an error says what an exception shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorFields:
    """Where an error body holds what an exception shows: wire names, or JSON pointers ("/a/b").

    At `details` is a list of single faults, with `message` and `context` in the same places.
    """

    message: str | None = None
    category: str | None = None
    correlation_id: str | None = None
    context: str | None = None
    details: str | None = None
