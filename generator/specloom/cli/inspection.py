"""Print values of the pipeline as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum
from typing import Any, cast

from msgspec import Struct

from specloom.diagnostics import Location, format_pointer


def to_json(value: object) -> str:
    """Return the value as JSON. A struct has its class as `kind`; a location is one string."""
    return json.dumps(_plain(value), ensure_ascii=False, indent=2)


def _plain(value: object) -> object:
    if isinstance(value, Location):
        return f"{value.document}{format_pointer(value.pointer)}"
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Struct):
        members = {name: _plain(getattr(value, name)) for name in value.__struct_fields__}
        return {"kind": type(value).__name__, **members}
    if isinstance(value, Mapping):
        mapping = cast(Mapping[Any, object], value)
        return {_key(key): _plain(member) for key, member in mapping.items()}
    if isinstance(value, (tuple, list, frozenset)):
        return [_plain(each) for each in cast(tuple[object, ...], value)]
    return value


def _key(key: object) -> str:
    if isinstance(key, tuple):
        return " ".join(_key(part) for part in cast(tuple[object, ...], key))
    return str(key)
