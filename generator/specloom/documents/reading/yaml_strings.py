"""Preserve strings that YAML resolves to numbers or booleans.

Where OpenAPI requires a string, `08`, `1.10`, `0x10` and `true` without quotes mean that string.
"""

from __future__ import annotations

from typing import TypeAlias

from specloom.documents.pointers import Json

Written: TypeAlias = "dict[str | int, str | Written]"
"""The source form of scalars, by key or by index; for an array, that of its elements."""

LISTS = frozenset(("enum", "required", "tags", "examples"))
"""The keys of arrays whose elements may be strings."""

_OF_STRINGS = frozenset(("enum", "const", "default", "example", "examples"))
_ALWAYS = frozenset(("operationId", "propertyName", "required", "tags"))
_OF_INFO = frozenset(("title", "version", "description", "summary"))


def keep_strings(members: dict[str, Json], within: str | None, written: Written) -> None:
    """Replace the numbers and booleans of an object by strings where OpenAPI requires a string.

    `within` is the key of the object in its parent.
    """
    is_string = _is_string(members.get("type"))
    for key, texts in written.items():
        if not isinstance(key, str):
            continue
        belongs = (is_string and key in _OF_STRINGS) or _is_name(members, within, key)
        if not belongs:
            continue
        elements = members[key]
        if isinstance(texts, str):
            members[key] = texts
        elif isinstance(elements, list):  # an alias may refer to it too
            members[key] = [_element(texts.get(index), each) for index, each in enumerate(elements)]


def _element(text: object, value: Json) -> Json:
    return text if isinstance(text, str) else value


def _is_string(type_: Json) -> bool:
    if isinstance(type_, list):
        return [each for each in type_ if each != "null"] == ["string"]
    return type_ == "string"


def _is_name(members: dict[str, Json], within: str | None, key: str) -> bool:
    if key == "required" and not isinstance(members[key], list):
        return False
    return (
        key in _ALWAYS
        or (within == "info" and key in _OF_INFO)
        or (key == "name" and "in" in members)
    )
