"""The additional properties of models for which the API declares a type."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, cast, get_args, get_type_hints

from .decoding import Model, fit


def typed_fields(model: Model) -> Mapping[str, Any]:
    """Return the unknown fields with the type that `additional_fields` of the model declares.

    A value that does not match stays as received.
    """
    kind, problems = _kind(type(model)), list[str]()
    found = {name: fit(v, kind, problems.append) for name, v in model.unknown_fields.items()}
    return MappingProxyType(found)


@cache
def _kind(model: type[Model]) -> Any:
    returned = get_type_hints(cast(Any, model).additional_fields.fget, include_extras=True)
    return get_args(returned["return"])[1]
