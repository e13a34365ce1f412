"""Decide which media types of a response a client can read, and asks for."""

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

    Omitted are those whose content nobody could read as what the document describes: an object as
    plain text or in an unknown format (YAML, CBOR), where another media type has it. Streams
    are asked for by an argument of the call.
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
    """Return the value of Accept that names media types, the first one of them preferred.

    It is "" for JSON alone, which every request asks for.
    """
    names: dict[str, str] = {}
    is_default = True
    for each in found:
        name = "*/*" if isinstance(each, Unspecified) else each.media_type
        # Other notations of the same content, which a server need not prefer.
        weight = ";q=0.9" if names and isinstance(each, Json | Xml | Unspecified) else ""
        names.setdefault(name, name + weight)
        is_default = is_default and isinstance(each, Json) and each.has_default_essence
    return "" if is_default and len(names) == 1 else ", ".join(names.values())
