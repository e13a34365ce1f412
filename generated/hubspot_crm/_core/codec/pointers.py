"""Read and replace values at JSON pointers, in models and in parsed JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, reduce
from operator import attrgetter
from typing import Any, cast

from msgspec import UNSET, Struct
from msgspec.structs import force_setattr, replace

from .encoding import ever_attached, replaced, to_builtins, unknown_of


def resolve(value: object, pointer: str) -> object:
    """Return the value at a JSON pointer, in a model or in parsed JSON, or UNSET."""
    for token in _tokens(pointer):
        value = member_of(value, token)
        if value is UNSET:
            break
    return value


def with_member(value: object, name: str, member: object) -> object:
    """Return a copy of a model or mapping with another value for a property.

    Args:
        value: The model or mapping.
        name: The wire name of the property.
        member: The new value of the property.

    Raises:
        TypeError: The value is neither a model nor a mapping.
    """
    kind: Any = type(value)  # Any, because type checkers do not consider it hashable
    attributes = _attributes(kind)
    if attributes is not None:
        if name in attributes:
            return replaced(cast(Struct, value), {attributes[name]: member})
        value = to_builtins(value)
    if isinstance(value, (dict, Mapping)):  # the check for dict is faster than that for Mapping
        return {**cast("Mapping[str, object]", value), name: member}
    raise TypeError(f"an input must be a model or a mapping, not {type(value).__name__}")


def resolve_each(values: Sequence[object], pointer: str) -> Sequence[object]:
    """Apply `resolve` to each value."""
    return reduce(members_of, _tokens(pointer), values)


def members_of(values: Sequence[object], name: str) -> list[object]:
    """Apply `member_of` to each value."""
    attributes = _common_attributes(values)
    if attributes is None or (name not in attributes and ever_attached()):
        return [member_of(value, name) for value in values]
    return (
        list(map(attrgetter(attributes[name]), values))
        if name in attributes
        else [UNSET] * len(values)
    )


def with_members(values: Sequence[object], name: str, members: Sequence[object]) -> list[object]:
    """Apply `with_member` to each value."""
    attributes = _common_attributes(values) or {}
    if name not in attributes or ever_attached():
        return [
            with_member(value, name, member) for value, member in zip(values, members, strict=True)
        ]
    copies = list(map(replace, cast("Sequence[Struct]", values)))
    for each, member in zip(copies, members, strict=True):
        force_setattr(each, attributes[name], member)
    return cast("list[object]", copies)


def _common_attributes(values: Sequence[object]) -> dict[str, str] | None:
    """Return attributes by wire name if all values have one struct type, else None."""
    kinds: list[Any] = [*set(map(type, values))]
    return _attributes(kinds[0]) if len(kinds) == 1 else None


@cache
def _tokens(pointer: str) -> tuple[str, ...]:
    return tuple(t.replace("~1", "/").replace("~0", "~") for t in pointer.split("/")[1:])


@cache
def _attributes(kind: type) -> dict[str, str] | None:
    """Return the attributes of a struct type by wire name, or None for other types."""
    if not issubclass(kind, Struct):
        return None
    return dict(zip(kind.__struct_encode_fields__, kind.__struct_fields__, strict=True))


def member_of(value: object, token: str) -> object:
    """Return the property of this wire name, or the element of this index, or UNSET."""
    kind: Any = type(value)  # Any, because type checkers do not consider it hashable
    attributes = _attributes(kind)
    if attributes is not None:
        if token in attributes:
            return getattr(value, attributes[token])
        return unknown_of(cast(Struct, value)).get(token, UNSET)
    if isinstance(value, (dict, Mapping)):
        return cast("Mapping[str, object]", value).get(token, UNSET)
    if isinstance(value, list) and token.isascii() and token.isdigit():
        elements = cast("list[object]", value)
        return elements[int(token)] if int(token) < len(elements) else UNSET
    return UNSET
