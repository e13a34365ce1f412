"""A file of the output, before it is written."""

from __future__ import annotations

from msgspec import Struct


class File(Struct, frozen=True):
    """One file of the output: its path below the output folder, and its text.

    `is_formatted` marks one that no formatter has to look at, `is_rendered` one that a template made
    and no hand.
    """

    path: str
    text: str
    is_formatted: bool = False
    is_rendered: bool = False
