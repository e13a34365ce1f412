"""The body of a request: what a call was given in, bytes and their media type out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from msgspec import UNSET, Struct

from ..codec.charsets import charset_of, json_in_charset
from ..codec.encoding import encode
from ..operation import Operation


class Body(Struct, frozen=True):
    """Content, and what its Content-Type says."""

    content: bytes
    media_type: str


def build_body(operation: Operation[object], body: object) -> Body | None:
    """The body to send, None for none: one that is not required and has nothing in it.

    Raises ValueError where a required body is missing, and TypeError where an operation takes none,
    or one that is neither JSON nor a form is not given as bytes or text.
    """
    declared = operation.request_body
    if declared is None:
        if body is UNSET:
            return None
        raise TypeError(f"{operation.method} {operation.path} takes no body")
    if isinstance(body, Mapping):
        members = cast(Mapping[str, object], body)
        body = {name: member for name, member in members.items() if member is not UNSET}
    if not declared.required and (body is UNSET or body == {}):
        return None
    if body is UNSET:
        raise ValueError("the body is required")
    built = declared.build(body)
    return Body(*built) if built else by_media_type(declared.media_type, body)


def by_media_type(media_type: str, body: object) -> Body:
    """A body as its media type says. Raises TypeError for what that cannot be."""
    bare = media_type.partition(";")[0].strip().lower()
    if bare.endswith(("/json", "+json", "/x-json")):
        return Body(json_in_charset(encode(body), media_type), media_type)
    if isinstance(body, (bytes, bytearray)):
        return Body(bytes(body), media_type)
    if isinstance(body, str):
        return Body(body.encode(charset_of(media_type) or "utf-8"), media_type)
    raise TypeError(f"a body of type {media_type} is given as bytes or text")
