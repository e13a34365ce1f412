"""What tells the types of a union apart: a member of the object, and a type for each of its values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, get_args, get_origin

from msgspec import Struct


class Tagged(Struct, frozen=True, eq=False):
    """Stands in `Annotated[Cat | Dog, Tagged("type", {"cat": Cat, "dog": Dog})]`.

    An object with another tag is of the type `otherwise`, or where that is None stays as it came.
    """

    name: str
    kinds: Mapping[str, Any]
    otherwise: Any = None


def tagged(kind: Any) -> Tagged | None:
    """The tag that a type is annotated with."""
    notes = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    return next((note for note in notes if isinstance(note, Tagged)), None)
