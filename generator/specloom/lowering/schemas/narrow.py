"""Find the type of values that have any, or all, of several types."""

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
    Type,
    Union,
    Unknown,
)


def join(types: Iterable[Type], *, nullable: bool = False) -> Type:
    """Return the type of values that have any of several types.

    Strings of several formats become plain strings. A literal is open, so it includes all values of its
    kind.
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
    """Return the one type for values of two types, if they are of one kind and not models."""
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


Resolve: TypeAlias = Callable[[Reference], Type | None]
"""Returns the type of an alias, the reference if it is not known yet, or None for an object."""

Members: TypeAlias = Callable[[Reference], frozenset[str]]
"""Returns the wire names of the properties of a class."""


class Narrowing:
    """Finds the type of values that have several types at once.

    If no schema combines two classes, the type is one of them. Each such pair is added to `omitted` if
    the second class has properties that the first lacks, so that the caller can report it.
    """

    def __init__(self, resolve: Resolve, members: Members) -> None:
        self._resolve, self._members = resolve, members
        self.omitted: list[tuple[Reference, Reference]] = []
        self._active: set[tuple[Reference, Type]] = set()

    def narrow_all(self, types: Iterable[Type]) -> Type | None:
        """Return the type of values that have all types, or None if there are no such values."""
        found: Type | None = Unknown()
        for each in types:
            found = None if found is None else self.narrow(found, each)
        return found

    def narrow(self, first: Type, second: Type) -> Type | None:
        """Return the type of values that have both types, or None if there are no such values.

        If nothing is narrowed, the result is the given reference.
        """
        if first == second or isinstance(second, Unknown):
            return first
        match first, second:
            case Unknown(), _:
                return second
            case (Reference(), _):
                return self._named(first, second)
            case (_, Reference()):
                return self._named(second, first)
            case Nullable(one), Nullable(other):
                inner = self.narrow(one, other)
                return Primitive("null") if inner is None else Nullable(inner)
            case (Nullable(), Primitive("null") as null) | (Primitive("null") as null, Nullable()):
                return null
            case (Nullable(one), other) | (other, Nullable(one)):
                return self.narrow(one, other)
            case (Union(), _):
                return self._chosen(first, second)
            case (_, Union()):
                return self._chosen(second, first)
            case _:
                return self._plain(first, second)

    def _plain(self, first: Type, second: Type) -> Type | None:
        """Narrow two types that are neither references nor unions."""
        match first, second:
            case Literal(), Literal():
                return _common_values(first, second)
            case (Literal() as literal, Primitive() as scalar) | (
                Primitive() as scalar,
                Literal() as literal,
            ):
                return _values_of_kind(literal, scalar)
            case Primitive(), Primitive():
                return _narrow_scalar(first, second)
            case Array(items), Array(others):
                return Array(self.narrow(items, others) or Unknown())  # an empty one has both types
            case Map(values), Map(others):
                return Map(self.narrow(values, others) or Unknown())
            case _:
                return None

    def _named(self, reference: Reference, other: Type) -> Type | None:
        """Narrow a reference. The result is the reference if all its values have the other type."""
        if (reference, other) in self._active:
            return reference
        target = self._resolve(reference)
        if target == reference:
            return reference
        if target is None:
            if isinstance(other, Reference):
                known = self._resolve(other)
                return (
                    self._one(reference, other) if known is None else self._named(other, reference)
                )
            if isinstance(other, Nullable):
                return self.narrow(reference, other.type)
            if isinstance(other, Union):
                return self._chosen(other, reference)
            return reference if isinstance(other, Map) else None
        self._active.add((reference, other))
        try:
            narrowed = self.narrow(target, other)
        finally:
            self._active.discard((reference, other))
        return reference if narrowed == target else narrowed

    def _one(self, first: Reference, second: Reference) -> Reference:
        """Return one of two classes whose properties a value has.

        It is the class with the properties of both, if there is one.
        """
        mine, others = self._members(first), self._members(second)
        if mine < others:
            return second
        if not others <= mine:
            self.omitted.append((first, second))
        return first

    def _chosen(self, choice: Union, other: Type) -> Type | None:
        """Narrow a union to the types that match."""
        fitting = [self.narrow(each, other) for each in choice.members]
        if fitting == list(choice.members):
            return choice
        found = [each for each in fitting if each is not None]
        return join(found) if found else None


def _common_values(first: Literal, second: Literal) -> Type | None:
    kinds = {first.base.name, second.base.name}
    if len(kinds) > 1 and kinds != {"integer", "number"}:
        return None
    common = tuple(value for value in first.values if value in second.values)
    base = first.base if first.base.name == "integer" else second.base
    return Literal(base, common) if common else None


def _values_of_kind(literal: Literal, scalar: Primitive) -> Type | None:
    """Return the values of a literal that are of one kind of scalar."""
    if literal.base.name == scalar.name or (literal.base.name, scalar.name) == (
        "integer",
        "number",
    ):
        return literal
    if (literal.base.name, scalar.name) != ("number", "integer"):
        return None
    numbers = [each for each in literal.values if isinstance(each, (int, float))]
    whole = tuple(int(each) for each in numbers if each == int(each))
    return Literal(Primitive("integer"), whole) if whole else None


def _narrow_scalar(first: Primitive, second: Primitive) -> Type | None:
    if {first.name, second.name} == {"integer", "number"}:
        return first if first.name == "integer" else second
    if first.name != second.name:
        return None
    if first.format and second.format:
        return Primitive(first.name)  # a value may have both formats
    return first if first.format else second
