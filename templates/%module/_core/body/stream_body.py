"""Bodies given as a whole: set the member that asks for a stream."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from ..codec.model import Model


def with_member(body: object, name: str, is_streamed: bool) -> object:
    """The body with this member true if a stream is wanted, unless the body says it itself."""
    members = body.to_dict() if isinstance(body, Model) else body
    if not is_streamed or not isinstance(members, Mapping):
        return body
    return {name: True, **cast(Mapping[str, object], members)}
