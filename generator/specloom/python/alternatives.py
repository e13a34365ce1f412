"""Decide which media types of an answer a client can read, and asks for."""

from __future__ import annotations

from collections.abc import Iterable

from specloom.ir import Literal, MediaType, Nullable, Primitive, Type, Unknown
from specloom.media import Form, chosen_content, form_of

STREAMED: tuple[Form, ...] = ("events", "lines")
# Other ways to write what the usual media type says, which a server need not prefer.
_SAME = ("json", "xml", "any")


def readable(content: tuple[MediaType, ...]) -> tuple[MediaType, ...]:
    """Return the media types that an answer may have, the usual one first.

    Left out are those whose content nobody could read as what the document describes: an object as
    plain text or in a format that is unknown (YAML, CBOR), where another media type has it. Streams
    are asked for by calls of their own.
    """
    chosen = chosen_content(content)
    if chosen is None or form_of(chosen.media_type) in STREAMED:
        return () if chosen is None else (chosen,)
    return (chosen, *(each for each in content if each is not chosen and _is_readable(each)))


def _is_readable(content: MediaType) -> bool:
    match form_of(content.media_type):
        case "json" | "xml" | "any":
            return True
        case "text":
            return content.type is None or _is_string(content.type)
        case "bytes":
            return content.type in (None, Unknown(), Primitive("string", "binary"))
        case _:
            return False


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
    """Return the value of Accept that names media types, the first one of them preferred."""
    names: dict[str, str] = {}
    for each in found:
        name = "*/*" if form_of(each.media_type) == "any" else each.media_type
        weight = ";q=0.9" if names and form_of(each.media_type) in _SAME else ""
        names.setdefault(name, name + weight)
    return ", ".join(names.values())
