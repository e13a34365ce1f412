"""A file of the output, before it is written."""

from __future__ import annotations

from msgspec import Struct


class File(Struct, frozen=True):
    """One file of the output.

    Attributes:
        path: its path below the output folder.
        text: its content.
        is_formatted: whether no formatter has to process it.
        source: the template or addition that it is made from, where that is the user's.
    """

    path: str
    text: str
    is_formatted: bool = False
    source: str = ""
