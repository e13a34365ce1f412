"""Classify media types by how their content is serialized."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, TypeAlias

from specloom.ir import MediaType

Form: TypeAlias = Literal["json", "lines", "events", "xml", "form", "parts", "text", "any", "bytes"]

_LINES = frozenset({"jsonl", "ndjson", "jsonlines", "json-seq", "jsonlist", "json-lines"})
_FORMS: dict[str, Form] = {
    "application/x-www-form-urlencoded": "form",
    "multipart/form-data": "parts",
    "text/event-stream": "events",
    "*/*": "any",
    "application/*": "any",
}


@lru_cache(maxsize=1024)
def form_of(media_type: str) -> Form:
    """How content of a media type is written."""
    bare = media_type.partition(";")[0].strip().lower()
    kind, _, name = bare.partition("/")
    if bare in _FORMS:
        return _FORMS[bare]
    if name.removeprefix("x-") in _LINES or name == "stream+json" or name.endswith("+json-seq"):
        return "lines"
    if name in ("json", "x-json") or name.endswith("+json"):
        return "json"
    if name == "xml" or name.endswith("+xml"):
        return "xml"
    return "text" if kind == "text" else "bytes"


def chosen_content(content: tuple[MediaType, ...]) -> MediaType | None:
    """The media type to send or to expect: JSON where there is any, else the first one."""
    for each in content:
        if form_of(each.media_type) == "json":
            return each
    return content[0] if content else None


def is_stream(media_type: str) -> bool:
    """Whether content of a media type is a sequence of events or JSON values."""
    return form_of(media_type) in ("events", "lines")


def answered_at_once(content: tuple[MediaType, ...]) -> tuple[MediaType, ...]:
    """What an answer may hold that is read to its end before it is given; a stream where there is no other."""
    return tuple(each for each in content if not is_stream(each.media_type)) or content
