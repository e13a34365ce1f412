"""JSON pointers: parse them, and look up their targets."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias
from urllib.parse import unquote

from specloom.diagnostics import Pointer

Json: TypeAlias = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
"""A value of a document. Stages share values, so a stage must only change its own."""

_BAD_ESCAPE = re.compile(r"~(?![01])")
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_INDEX = re.compile(r"0|[1-9][0-9]{0,8}")


@lru_cache(maxsize=4096)
def parse_fragment(fragment: str) -> Pointer:
    """Return the tokens of a JSON pointer in a URI fragment, given without its `#`.

    Raises:
        ValueError: the fragment is not a JSON pointer; the message says why.
    """
    if _BAD_PERCENT.search(fragment):
        raise ValueError("'%' is not followed by two hexadecimal digits")
    try:
        text = unquote(fragment, errors="strict")
    except UnicodeDecodeError:
        raise ValueError("its percent-encoding is not valid UTF-8") from None
    if not text:
        return ()
    if not text.startswith("/"):
        raise ValueError("a JSON pointer begins with '/'")
    if _BAD_ESCAPE.search(text):
        raise ValueError("'~' is not followed by 0 or 1")
    return tuple(each.replace("~1", "/").replace("~0", "~") for each in text[1:].split("/"))


def array_index(token: str) -> int | None:
    """Return the array index of a pointer token, or None."""
    return int(token) if _INDEX.fullmatch(token) else None


class Missing:
    """The result of `child` and `lookup` for a value that does not exist; null is a value."""

    __slots__ = ()


MISSING = Missing()


def child(value: Json, token: str) -> Json | Missing:
    """Return the property or element with the name `token` in `value`."""
    if isinstance(value, dict):
        return value.get(token, MISSING)
    if isinstance(value, list):
        index = array_index(token)
        if index is not None and index < len(value):
            return value[index]
    return MISSING


def copied(value: Json) -> Json:
    """Return a deep copy of a value."""
    if isinstance(value, dict):
        # Most properties are scalars, for which a call would take longer than the rest.
        return {
            key: copied(member) if isinstance(member, (dict, list)) else member
            for key, member in value.items()
        }
    if isinstance(value, list):
        return [copied(element) for element in value]
    return value


def lookup(value: Json, pointer: Pointer) -> Json | Missing:
    """Return the value at `pointer` below `value`."""
    found: Json | Missing = value
    for token in pointer:
        if isinstance(found, Missing):
            break
        found = child(found, token)
    return found
