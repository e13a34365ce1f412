"""Distinguish the types of a union by the value of one property, the tag."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, get_args, get_origin

from msgspec import Struct


class Tagged(Struct, frozen=True, eq=False):
    """The tag of a union: `Annotated[Cat | Dog, Tagged("type", {"cat": Cat, "dog": Dog})]`.

    An object with another tag has the type `otherwise`. If that is None, the object stays as
    received.
    """

    name: str
    kinds: Mapping[str, Any]
    otherwise: Any = None


def tagged(kind: Any) -> Tagged | None:
    """Return the tag that a type is annotated with, or None."""
    notes = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    return next((note for note in notes if isinstance(note, Tagged)), None)
