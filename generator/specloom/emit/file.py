"""The type of a file of the output, before it is written."""

from __future__ import annotations

from msgspec import Struct


class File(Struct, frozen=True):
    """One file of the output.

    Attributes:
        path: its path below the output folder.
        text: its content.
        is_formatted: whether it is formatted already.
        source: the template or added file that it is made from if the user provided it, else "".
    """

    path: str
    text: str
    is_formatted: bool = False
    source: str = ""
