"""Fields whose value the document fixes: a model that is constructed has it, one that is decoded
need not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import StructMeta

from .model import Model
from .tagged import Constant, constants_of

__all__ = ["Constant", "ConstantModel"]


class _Constructed(StructMeta):
    if not TYPE_CHECKING:  # it takes what the class takes

        def __call__(cls, *args: Any, **kwargs: Any) -> Any:
            for name, (_, value) in constants_of(cls).items():
                kwargs.setdefault(name, value)
            return super().__call__(*args, **kwargs)


class ConstantModel(Model, metaclass=_Constructed):
    """The base of models with constants."""
