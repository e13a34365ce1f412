"""Decide which media types of a response a client can read and requests."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from specloom.ir import (
    Bytes,
    Events,
    Form,
    Json,
    Lines,
    Literal,
    MediaType,
    Multipart,
    Nullable,
    Primitive,
    Text,
    Type,
    Unknown,
    Unspecified,
    Upload,
    Xml,
    content_at_once,
    usual_content,
)


def readable(content: tuple[MediaType, ...]) -> tuple[MediaType, ...]:
    """Return the media types that a response may have, the usual one first.

    If there are several media types, those whose content cannot be read as the type in the document are
    omitted: an object as plain text or in an unsupported format (YAML, CBOR). Streams are omitted too,
    because an argument of the call requests them.
    """
    chosen = usual_content(content_at_once(content))
    if chosen is None or chosen.is_stream:
        return () if chosen is None else (chosen,)
    return (chosen, *(each for each in content if each is not chosen and _is_readable(each)))


def _is_readable(content: MediaType) -> bool:
    match content:
        case Json() | Xml() | Unspecified():
            return True
        case Text(type=type_):
            return type_ is None or _is_string(type_)
        case Bytes(type=type_):
            return type_ in (None, Unknown(), Primitive("string", "binary"))
        case Form() | Multipart() | Upload() | Lines() | Events():
            return False
        case _:
            assert_never(content)


def _is_string(type_: Type) -> bool:
    match type_:
        case Nullable(inner):
            return _is_string(inner)
        case Primitive(name):
            return name == "string"
        case Literal(base=base):
            return base.name == "string"
        case _:
            return isinstance(type_, Unknown)


def accept_header(found: Iterable[MediaType]) -> str:
    """Return the value of the Accept header for media types, with the first one preferred.

    It is an empty string for JSON alone, which is the default of every request.
    """
    names: dict[str, str] = {}
    is_default = True
    for each in found:
        name = "*/*" if isinstance(each, Unspecified) else each.media_type
        # Other formats of the same content; a server should prefer the first.
        weight = ";q=0.9" if names and isinstance(each, Json | Xml | Unspecified) else ""
        names.setdefault(name, name + weight)
        is_default = is_default and isinstance(each, Json) and each.has_default_essence
    return "" if is_default and len(names) == 1 else ", ".join(names.values())
