"""Compare JSON values."""

from __future__ import annotations

from datetime import datetime, timedelta


def json_equal(left: object, right: object) -> bool:
    """Return whether parsed JSON is equal; strings of the same instant are equal."""
    match left, right:
        case dict(), dict():
            return left.keys() == right.keys() and all(
                json_equal(left[key], right[key]) for key in left
            )
        case list(), list():
            return len(left) == len(right) and all(map(json_equal, left, right))
        case str(), str():
            return left == right or _same_instant(left, right)
        case bool(), _:
            return left is right
        case _, bool():
            return False
        case _:
            return left == right


def _same_instant(left: str, right: str) -> bool:
    try:
        distance = datetime.fromisoformat(left) - datetime.fromisoformat(right)
    except (ValueError, TypeError):
        return False
    return abs(distance) < timedelta(microseconds=1)
