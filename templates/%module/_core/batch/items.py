"""The inputs of a batch while it runs, and the identifiers that they and their results have."""

from __future__ import annotations

from typing import Any, cast

from msgspec import Struct


class Item(Struct, eq=False, gc=False):
    """One input of a batch.

    Attributes:
        given: The input as the caller passed it.
        index: Its position among all inputs, from 0.
        sent: The input as it is sent, with a correlation id if the API has them.
        correlation_id: The correlation id that it is sent with, or None.
        digest: A hash of the input, if there is a journal; otherwise 0.
        was_sent: Whether the server may have processed it. The ledger sets this.
    """

    given: Any
    index: int
    sent: object
    correlation_id: str | None = None
    digest: int = 0
    was_sent: bool = False


def text_of(value: object) -> str | None:
    """Return an identifier, which may be a string or an integer, as a string; otherwise None."""
    if type(value) is str:
        return value
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    return str(value)


def texts(value: object) -> list[str]:
    """Return an identifier, or those of a list, as strings."""
    elements = cast("list[object]", value) if isinstance(value, list) else [value]
    return [text for each in elements if (text := text_of(each)) is not None]
