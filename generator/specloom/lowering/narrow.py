"""Join and narrow types: two or more types in, the one for values of any, or of all of them, out."""

from __future__ import annotations

from collections.abc import Iterable

from specloom.ir import (
    Array,
    Literal,
    Map,
    Nullable,
    Primitive,
    Type,
    Union,
    Unknown,
)


def join(types: Iterable[Type], *, nullable: bool = False) -> Type:
    """The type of values that are of any of some types.

    Texts of several formats are texts, and a literal is open, so that it takes in its kind.
    """
    members: list[Type] = []
    for each in types:
        if isinstance(each, Nullable):
            nullable, each = True, each.type
        if each == Primitive("null"):
            nullable = True
        elif isinstance(each, Union) and each.tag is None:
            members += each.members
        else:
            members.append(each)
    distinct = _merged(members)
    if not distinct:
        return Primitive("null") if nullable else Unknown()
    joined = distinct[0] if len(distinct) == 1 else Union(tuple(distinct))
    return Nullable(joined) if nullable and not isinstance(joined, Unknown) else joined


def _merged(types: Iterable[Type]) -> list[Type]:
    merged: list[Type] = []
    for each in types:
        for index, other in enumerate(merged):
            both = _both(other, each)
            if both is not None:
                merged[index] = both
                break
        else:
            merged.append(each)
    return [Unknown()] if Unknown() in merged else merged


def _both(first: Type, second: Type) -> Type | None:
    """The one type for values of two, where they are of one kind and no models."""
    if first == second:
        return first
    match first, second:
        case Literal(base, values), Literal(other, more) if base.name == other.name:
            return Literal(Primitive(base.name), tuple(dict.fromkeys((*values, *more))))
        case (Literal(base) as literal, Primitive(name)) | (
            Primitive(name),
            Literal(base) as literal,
        ):
            return literal if base.name == name else None
        case Primitive(name), Primitive(other) if name == other:
            return Primitive(name)
        case Primitive(name), Primitive(other) if {name, other} == {"integer", "number"}:
            return Primitive("number")
        case Array(items), Array(others):
            return Array(join((items, others)))
        case Map(values), Map(others):
            return Map(join((values, others)))
        case _:
            return None


def narrow(first: Type, second: Type) -> Type | None:
    """The type of values that are of both types; None where there seem to be none."""
    if first == second or isinstance(second, Unknown):
        return first
    match first, second:
        case Unknown(), _:
            return second
        case Nullable(one), Nullable(other):
            inner = narrow(one, other)
            return None if inner is None else Nullable(inner)
        case (Nullable(one), other) | (other, Nullable(one)):
            return narrow(one, other)
        case (Union(members), other) | (other, Union(members)):
            fitting = [both for each in members if (both := narrow(each, other)) is not None]
            return join(fitting) if fitting else None
        case Literal(base, values), Literal(other, more) if base.name == other.name:
            common = tuple(value for value in values if value in more)
            return Literal(base, common) if common else None
        case (Literal(base) as literal, Primitive(name)) | (
            Primitive(name),
            Literal(base) as literal,
        ):
            return literal if base.name == name else None
        case Primitive(), Primitive():
            return _narrow_scalar(first, second)
        case Array(items), Array(others):
            inner = narrow(items, others)
            return None if inner is None else Array(inner)
        case Map(values), Map(others):
            inner = narrow(values, others)
            return None if inner is None else Map(inner)
        case _:
            return None


def _narrow_scalar(first: Primitive, second: Primitive) -> Type | None:
    if {first.name, second.name} == {"integer", "number"}:
        return first if first.name == "integer" else second
    if first.name != second.name or (first.format and second.format):
        return None
    return first if first.format else second
