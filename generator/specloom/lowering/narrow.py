"""Join and narrow types: two or more types in, the one for values of any, or of all of them, out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from specloom.ir import (
    Array,
    Literal,
    Map,
    Nullable,
    Primitive,
    Reference,
    SchemaId,
    Tag,
    Type,
    Union,
    Unknown,
)

Resolve: TypeAlias = Callable[[SchemaId], Type | None]
"""What a definition stands for; None for one that is a class."""


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


def narrow(first: Type, second: Type, resolve: Resolve) -> Type | None:
    """Find the type of the values that are of both types.

    What types cannot express is left wider: of two classes the first, of two formats neither.

    Returns:
        The type; None only where no value is of both.
    """
    if first == second or isinstance(second, Unknown):
        return first
    match first, second:
        case Unknown(), _:
            return second
        case Reference(), _:
            return _narrow_reference(first, second, resolve)
        case _, Reference():
            return _narrow_reference(second, first, resolve)
        case Nullable(one), Nullable(other):
            inner = narrow(one, other, resolve)
            return Primitive("null") if inner is None else Nullable(inner)
        case (Nullable(), Primitive("null")) | (Primitive("null"), Nullable()):
            return Primitive("null")
        case (Nullable(one), other) | (other, Nullable(one)):
            return narrow(one, other, resolve)
        case (Union() as union, other) | (other, Union() as union):
            return _narrow_union(union, other, resolve)
        case Literal(), Literal():
            return _narrow_literals(first, second)
        case (Literal() as literal, Primitive() as scalar) | (
            Primitive() as scalar,
            Literal() as literal,
        ):
            return _narrow_literal(literal, scalar)
        case Primitive(), Primitive():
            return _narrow_scalar(first, second)
        case Array(items), Array(others):  # an empty array is of both, whatever the items are
            return Array(narrow(items, others, resolve) or items)
        case Map(values), Map(others):  # so is an object without members
            return Map(narrow(values, others, resolve) or values)
        case _:
            return None


def _narrow_reference(reference: Reference, other: Type, resolve: Resolve) -> Type | None:
    meaning = resolve(reference.schema)
    if meaning is not None:
        both = narrow(meaning, other, resolve)
        return reference if both == meaning else both
    match other:
        case Map():
            return reference
        case Reference(schema):
            known = resolve(schema)
            return reference if known is None else _narrow_reference(other, reference, resolve)
        case Nullable(inner):
            return _narrow_reference(reference, inner, resolve)
        case Union():
            return _narrow_union(other, reference, resolve)
        case _:
            return None


def _narrow_union(union: Union, other: Type, resolve: Resolve) -> Type | None:
    """The members that fit another type; a member of two unions is not mixed with its neighbours."""
    if isinstance(other, Reference) and other in union.members:
        return other
    others = other.members if isinstance(other, Union) else (other,)
    fitting: list[Type] = []
    for member in union.members:
        if member in others:
            fitting.append(member)
            continue
        found = (narrow(member, each, resolve) for each in others if each not in union.members)
        fitting += [both for both in found if both is not None]
    if tuple(fitting) == union.members:
        return union
    joined = join(fitting) if fitting else None
    if union.tag is None or not isinstance(joined, Union):
        return joined
    return Union(joined.members, _remaining(union.tag, joined.members))


def _remaining(tag: Tag, members: tuple[Type, ...]) -> Tag | None:
    types = tuple((value, each) for value, each in tag.types if each in members)
    otherwise = tag.otherwise if tag.otherwise in members else None
    return Tag(tag.property, types, otherwise) if types else None


def _narrow_literals(first: Literal, second: Literal) -> Literal | None:
    numbers = {"integer", "number"}
    names = {first.base.name, second.base.name}
    if len(names) > 1 and names != numbers:
        return None
    common = tuple(value for value in first.values if value in second.values)
    base = first.base if first.base.name == "integer" else second.base
    return Literal(base, common) if common else None


def _narrow_literal(literal: Literal, scalar: Primitive) -> Literal | None:
    names = (literal.base.name, scalar.name)
    if names[0] == names[1] or names == ("integer", "number"):
        return literal
    if names != ("number", "integer"):
        return None
    whole = tuple(int(each) for each in literal.values if each is not None and each == int(each))
    return Literal(scalar, whole) if whole else None


def _narrow_scalar(first: Primitive, second: Primitive) -> Primitive | None:
    if {first.name, second.name} == {"integer", "number"}:
        return first if first.name == "integer" else second
    if first.name != second.name:
        return None
    formats = {each for each in (first.format, second.format) if each}
    if len(formats) < 2:
        return first if first.format else second
    for narrower in ("int32", "float"):
        if formats in ({narrower, "int64"}, {narrower, "double"}):
            return Primitive(first.name, narrower)
    return Primitive(first.name)  # a format says nothing that all agree on
