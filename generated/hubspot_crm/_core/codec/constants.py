"""Models with fields for which the API declares a single value.

A model that is constructed has these values. A model that is decoded has what the JSON has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import StructMeta

from .model import Model
from .tagged import Constant, constants_of

__all__ = ["Constant", "ConstantModel"]


class _Constructed(StructMeta):
    if not TYPE_CHECKING:  # for type checkers, the signature of the class applies

        def __call__(cls, *args: Any, **kwargs: Any) -> Any:
            for name, (_, value) in constants_of(cls).items():
                kwargs.setdefault(name, value)
            return super().__call__(*args, **kwargs)


class ConstantModel(Model, metaclass=_Constructed):
    """The base class of models with constants."""
