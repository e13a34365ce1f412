"""Read enumerations: the values of an `enum` or `const` in, their type out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from specloom.ir import Literal, Primitive, PrimitiveName, Scalar, Type, Unknown
from specloom.lowering.narrow import join


def literal_type(values: Sequence[object], *, nullable: bool) -> Type:
    """A literal for each kind of scalar among the values; Unknown where one is no scalar."""
    kinds: dict[PrimitiveName, list[Scalar]] = {}
    for value in values:
        kind = _kind(value)
        if kind is None:
            return Unknown()
        kinds.setdefault(kind, []).append(cast(Scalar, value))
    if kinds.keys() >= {"integer", "number"}:
        kinds["number"] += kinds.pop("integer")
    nullable = kinds.pop("null", None) is not None or nullable
    literals = [Literal(Primitive(kind), _distinct(found)) for kind, found in kinds.items()]
    return join(literals, nullable=nullable)


def _distinct(values: list[Scalar]) -> tuple[Scalar, ...]:
    return tuple(dict.fromkeys(values))


def _kind(value: object) -> PrimitiveName | None:
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case _:
            return None
