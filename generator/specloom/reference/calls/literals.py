"""Write values as Python or as JSON, on one line where they fit and otherwise on several."""

from __future__ import annotations

import json

from specloom.reference.calls.synthesis import FileValue, Value

WIDTH = 78


def python(value: Value, indent: int = 0, used: int = 0) -> str:
    """Return a value as a Python literal; `used` is the width that is taken before it on its first line."""
    flat = _flat(value)
    if len(flat) + indent + used <= WIDTH or not isinstance(value, list | dict) or not value:
        return flat
    inner = indent + 4
    pad = " " * inner
    if isinstance(value, list):
        lines = [f"{pad}{python(each, inner, 1)}," for each in value]
        return "\n".join(["[", *lines, " " * indent + "]"])
    lines = [
        f"{pad}{json_string(key)}: {python(each, inner, len(json_string(key)) + 3)},"
        for key, each in value.items()
    ]
    return "\n".join(["{", *lines, " " * indent + "}"])


def json_text(value: object) -> str:
    """Return a value as indented JSON."""
    return json.dumps(value, indent=2, ensure_ascii=False, default=_name)


def json_string(text: str) -> str:
    """Return a string in double quotes, with the escapes that JSON and Python have in common."""
    return json.dumps(text, ensure_ascii=False)


def _name(value: object) -> str:
    return value.name if isinstance(value, FileValue) else str(value)


def _flat(value: Value) -> str:
    match value:
        case FileValue(name):
            return f"Path({json_string(name)})"
        case str():
            return json_string(value)
        case list():
            return f"[{', '.join(map(_flat, value))}]"
        case dict():
            return (
                "{"
                + ", ".join(f"{json_string(k)}: {_flat(each)}" for k, each in value.items())
                + "}"
            )
        case float() if value != value or value in (float("inf"), float("-inf")):
            return f'float("{value}")'
        case _:
            return repr(value)
