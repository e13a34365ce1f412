"""Decide whether the fields of a model have the camel case names of their attributes in JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


def is_camel_case(names: Iterable[tuple[str, str]]) -> bool:
    """Return whether a model is shorter with the option `rename="camel"` of msgspec.

    Args:
        names: the names of its fields in Python and in JSON.
    """
    implied = [(name, wire_name, camel_case(name)) for name, wire_name in names]
    saved = sum(name != wire_name == camel for name, wire_name, camel in implied)
    added = sum(name == wire_name != camel for name, wire_name, camel in implied)
    return saved > added


def implied_name(name: str, *, is_camel: bool) -> str | None:
    """Return the name in JSON that a field has without one of its own, or None if it must have one."""
    return camel_case(name) if is_camel else name


def camel_case(name: str) -> str | None:
    """Return the name that msgspec derives from a name in snake case, or None for other names."""
    if not _SNAKE_CASE.fullmatch(name):
        return None
    first, *others = name.split("_")
    return first + "".join(each[:1].upper() + each[1:] for each in others)
