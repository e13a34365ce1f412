"""Classify media types. Only this module derives the serialization of content from a media type."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, TypeAlias

Notation: TypeAlias = Literal[
    "json", "lines", "events", "xml", "form", "multipart", "text", "any", "bytes"
]

_LINES = frozenset({"jsonl", "ndjson", "jsonlines", "json-seq", "jsonlist", "json-lines"})
_NOTATIONS: dict[str, Notation] = {
    "application/x-www-form-urlencoded": "form",
    "multipart/form-data": "multipart",
    "text/event-stream": "events",
    "*/*": "any",
    "application/*": "any",
}


def essence_of(media_type: str) -> str:
    """Return the type and subtype in lower case, without parameters."""
    return media_type.partition(";")[0].strip().lower()


def normalized(media_type: str) -> str:
    """Return the type and subtype in lower case.

    Parameters are unchanged, because some servers compare them.
    """
    essence, semicolon, parameters = media_type.strip().partition(";")
    return essence.lower() + semicolon + parameters


@lru_cache(maxsize=1024)
def notation_of(media_type: str) -> Notation:
    """Return how content of a media type is serialized."""
    bare = essence_of(media_type)
    kind, _, name = bare.partition("/")
    if bare in _NOTATIONS:
        return _NOTATIONS[bare]
    if name.removeprefix("x-") in _LINES or name == "stream+json" or name.endswith("+json-seq"):
        return "lines"
    if name in ("json", "x-json") or name.endswith("+json"):
        return "json"
    if name == "xml" or name.endswith("+xml"):
        return "xml"
    return "text" if kind == "text" else "bytes"
