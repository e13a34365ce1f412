"""A decoded value and a JSON pointer in wire names in, the value at that place out."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from functools import lru_cache
from typing import cast

from msgspec import UNSET, Struct

from .encoding import to_builtins
from .extras import unknown_of


def resolve(value: object, pointer: str) -> object:
    """The value at a JSON pointer, in models as in parsed JSON; UNSET where there is none."""
    for token in _tokens(pointer):
        value = _member(value, token)
        if value is UNSET:
            break
    return value


def with_member(value: object, name: str, member: object) -> object:
    """A copy of a model or mapping in which the member of this wire name is another."""
    if isinstance(value, Struct):
        attribute = _attributes(type(value)).get(name)
        if attribute is not None:
            copied = copy(value)
            setattr(copied, attribute, member)
            return copied
        value = to_builtins(value)
    if isinstance(value, (dict, Mapping)):  # a dict is known sooner than a Mapping
        return {**cast("Mapping[str, object]", value), name: member}
    raise TypeError(f"an input is a model or a mapping, not {type(value).__name__}")


@lru_cache(maxsize=None)
def _tokens(pointer: str) -> tuple[str, ...]:
    return tuple(t.replace("~1", "/").replace("~0", "~") for t in pointer.split("/")[1:])


@lru_cache(maxsize=None)
def _attributes(kind: type[Struct]) -> dict[str, str]:
    """The attribute of each wire name."""
    return dict(zip(kind.__struct_encode_fields__, kind.__struct_fields__, strict=True))


def _member(value: object, token: str) -> object:
    if isinstance(value, Struct):
        attribute = _attributes(type(value)).get(token)
        return unknown_of(value).get(token, UNSET) if attribute is None else getattr(value, attribute)
    if isinstance(value, (dict, Mapping)):
        return cast("Mapping[str, object]", value).get(token, UNSET)
    if isinstance(value, list) and token.isascii() and token.isdigit():
        elements = cast("list[object]", value)
        return elements[int(token)] if int(token) < len(elements) else UNSET
    return UNSET
