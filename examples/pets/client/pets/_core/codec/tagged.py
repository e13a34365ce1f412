"""Distinguish the types of a union by the value of one property, the tag."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from msgspec import UNSET, Struct
from msgspec.structs import fields


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


class Constant:
    """The default of a field with a constant value, such as the tag of a union.

    Decoding calls it if the field is missing. The field is then UNSET, or invalid if it is
    `required`.
    """

    def __init__(self, value: object, *, required: bool = True) -> None:
        self.value = value
        self.required = required

    def __call__(self) -> Any:
        if self.required:
            raise ValueError("missing")
        return UNSET


@cache
def constants_of(kind: type[Struct]) -> dict[str, tuple[str, object]]:
    """Return the wire name and the value of each constant of a struct type, by attribute."""
    return {
        each.name: (each.encode_name, each.default_factory.value)
        for each in fields(kind)
        if isinstance(each.default_factory, Constant)
    }
