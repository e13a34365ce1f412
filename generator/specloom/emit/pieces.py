"""Take a module apart where its classes begin: a text in, pieces that can be formatted one by one out."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CLASS = re.compile(r"\n\n+(?=class |@)")
_JOINED = ("@", "#")


def split(text: str) -> tuple[str, ...]:
    """The pieces of a module, in order; all of it is one piece where it is not safe to part them.

    A formatter leaves two blank lines before a class where there is one, whatever surrounds it, so
    that each piece can be formatted by itself. A piece ends in front of a decorator or comment that is the next one's.
    """
    pieces: list[str] = []
    begin = 0
    for found in _CLASS.finditer(text):
        end = found.end()
        last = text[begin : found.start()].rstrip("\n").rpartition("\n")[2]
        if end > begin and not last.startswith(_JOINED):
            pieces.append(text[begin:end])
            begin = end
    pieces.append(text[begin:])
    return tuple(pieces) if all(map(_is_whole, pieces)) else (text,)


def join(pieces: Iterable[str]) -> str:
    """A module of its formatted pieces."""
    return "\n\n".join(pieces)


def _is_whole(piece: str) -> bool:
    """Whether a piece ends in no text and in no part that the formatter is to leave alone."""
    quotes = piece.count('"""') % 2 == 0 and "'''" not in piece
    return quotes and piece.count("# fmt: off") == piece.count("# fmt: on")
