"""Build the body of a request: its content and its media type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from msgspec import UNSET, Struct

from ..codec.encoding import encode
from ..operation import Operation


class Body(Struct, frozen=True):
    """The content of a request, and its Content-Type."""

    content: bytes
    media_type: str


def build_body(operation: Operation[object], body: object) -> Body | None:
    """Return the body to send; None if it is optional and is missing, or if all its properties are.

    Raises:
        ValueError: A required body is missing.
        TypeError: The operation takes no body, or none of this type.
    """
    declared = operation.request_body
    if declared is None:
        if body is UNSET:
            return None
        raise TypeError(f"{operation.method} {operation.path} does not accept a body")
    if isinstance(body, Mapping):
        members = cast(Mapping[str, object], body)
        body = {name: member for name, member in members.items() if member is not UNSET}
        if members and not body and not declared.required:
            return None
    if body is UNSET and not declared.required:
        return None
    if body is UNSET:
        raise ValueError("the body is required")
    built = declared.build(body)
    return Body(*built) if built else by_media_type(declared.media_type, body)


def by_media_type(media_type: str, body: object) -> Body:
    """Serialize a body according to its media type.

    Raises:
        TypeError: The media type is not JSON, and the body is neither bytes nor a string.
    """
    bare = media_type.partition(";")[0].strip().lower()
    if bare.endswith(("/json", "+json", "/x-json")):
        content = encode(body)
    elif isinstance(body, (bytes, bytearray)):
        content = bytes(body)
    elif isinstance(body, str):
        content = body.encode()
    else:
        raise TypeError(f"a body of type {media_type} must be bytes or a string")
    return Body(content, media_type)
