"""What tells the types of a union apart: a member of the object, and a type for each of its
values.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from msgspec import UNSET, Struct
from msgspec.structs import fields


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


class Constant:
    """The default of a field: a constant, or the value by which a union knows the type.

    Decoding asks for the default where the field is missing, which then stays UNSET; a field that
    is `required` is an error.
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
    """The constants of a struct type: for each attribute, its wire name and its value."""
    return {
        each.name: (each.encode_name, each.default_factory.value)
        for each in fields(kind)
        if isinstance(each.default_factory, Constant)
    }
