"""Compare JSON values by meaning: date-times as instants, numbers by value."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import Any

_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?")


def normalised(value: Any) -> Any:
    """Return the value with each date-time string replaced by its instant."""
    match value:
        case dict():
            return {key: normalised(member) for key, member in value.items()}
        case list():
            return [normalised(element) for element in value]
        case str() if _DATE_TIME.fullmatch(value):
            return datetime.fromisoformat(value)
        case _:
            return value


_TIME = re.compile(r"\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")


def same(first: Any, second: Any) -> bool:
    """Return whether two JSON values are equal: numbers by value, date-times and times as
    instants."""
    match first, second:
        case dict(), dict():
            return first.keys() == second.keys() and all(same(first[k], second[k]) for k in first)
        case list(), list():
            return len(first) == len(second) and all(map(same, first, second))
        case bool(), bool():
            return first is second
        case (bool(), _) | (_, bool()):
            return False
        case int() | float(), int() | float():
            return first == second
        case str(), str():
            return first == second or _same_text(first, second)
        case _:
            return type(first) is type(second) and bool(first == second)


def _same_text(first: str, second: str) -> bool:
    if _DATE_TIME.fullmatch(first) and _DATE_TIME.fullmatch(second):
        return datetime.fromisoformat(first) == datetime.fromisoformat(second)
    if _TIME.fullmatch(first) and _TIME.fullmatch(second):
        return time.fromisoformat(first) == time.fromisoformat(second)
    return False
