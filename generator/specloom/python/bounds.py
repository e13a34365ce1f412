"""Which limits of an argument can be checked before a call: its type and constraints in, two numbers out."""

from __future__ import annotations

from specloom.ir import Array, Constraints, Nullable, Primitive, Type

Bounds = tuple[float | None, float | None]
NO_BOUNDS: Bounds = (None, None)


def bounds(type_: Type, constraints: Constraints) -> Bounds:
    """The least and the most: of a number, of the items of a list, of the characters of a text."""
    match type_:
        case Nullable(inner):
            return bounds(inner, constraints)
        case Primitive("integer" | "number"):
            return constraints.minimum, constraints.maximum
        case Primitive("string", format_) if format_ != "binary":
            return constraints.min_length, constraints.max_length
        case Array():
            return constraints.min_items, constraints.max_items
        case _:
            return NO_BOUNDS
