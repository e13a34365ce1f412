"""Models with fields for which the API declares a single value.

A model that is constructed has these values. A model that is decoded has what the JSON has.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import UNSET, Struct, StructMeta
from msgspec.structs import fields

from .decoding import Model


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
    """Return the wire name and the value of each constant of a class of models, by attribute."""
    return {
        each.name: (each.encode_name, each.default_factory.value)
        for each in fields(kind)
        if isinstance(each.default_factory, Constant)
    }


class _Constructed(StructMeta):
    if not TYPE_CHECKING:  # for type checkers, the signature of the class applies

        def __call__(cls, *args: Any, **kwargs: Any) -> Any:
            for name, (_, value) in constants_of(cls).items():
                kwargs.setdefault(name, value)
            return super().__call__(*args, **kwargs)


class ConstantModel(Model, metaclass=_Constructed):
    """The base class of models with constants."""
