"""Set the property of a request body that asks for a streamed response."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from ..codec.decoding import Model


def with_member(body: object, name: str, is_streamed: bool) -> object:
    """Return the body with this property set to true for a stream, unless it is set already."""
    members = body.to_dict() if isinstance(body, Model) else body
    if not is_streamed or not isinstance(members, Mapping):
        return body
    return {name: True, **cast(Mapping[str, object], members)}
