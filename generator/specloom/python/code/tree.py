"""The nodes of the tree: the expressions and statements that generated modules consist of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias, cast

from msgspec import Struct


class Name(Struct, frozen=True):
    """A name, or an attribute of one with dots in it: `pets`, `self._call`."""

    text: str


class Constant(Struct, frozen=True):
    """A string, bytes, a number, True, False, None or `...`."""

    value: str | bytes | int | float | bool | None


class Keyword(Struct, frozen=True):
    """A keyword argument: `name=value`."""

    name: str
    value: Expression


class Unpack(Struct, frozen=True):
    """An argument or element with stars before it: `*value` or `**value`."""

    value: Expression
    stars: int = 1


class Compare(Struct, frozen=True):
    """A comparison of a name with a constant: `stream is True`."""

    left: Name
    operator: str
    right: Constant


class Conditional(Struct, frozen=True):
    """A choice in parentheses: `(value if test else otherwise)`."""

    value: Expression
    test: Compare
    otherwise: Expression


class Call(Struct, frozen=True):
    """A call: `function(arguments)`."""

    function: Name
    arguments: tuple[Argument, ...] = ()


class Await(Struct, frozen=True):
    """`await call`."""

    call: Call


class Subscript(Struct, frozen=True):
    """A value with something in brackets: `Mapping[str, int]`."""

    value: Name
    items: tuple[Expression, ...]


class Union(Struct, frozen=True):
    """A union of types: `A | B`. Build it with `union`, which flattens it."""

    members: tuple[Expression, ...]


class List(Struct, frozen=True):
    """A list: `[a, b]`."""

    items: tuple[Expression | Unpack, ...]


class Set(Struct, frozen=True):
    """A set with at least one element: `{a, b}`."""

    items: tuple[Expression, ...]


class Tuple(Struct, frozen=True):
    """A tuple in parentheses: `(a, b)`."""

    items: tuple[Expression | Unpack, ...]


class Dict(Struct, frozen=True):
    """A dict: `{key: value}`. An entry without a key is unpacked: `**value`."""

    entries: tuple[tuple[Expression | None, Expression], ...]


Expression: TypeAlias = (
    Name
    | Constant
    | Compare
    | Conditional
    | Call
    | Await
    | Subscript
    | Union
    | List
    | Set
    | Tuple
    | Dict
)
Argument: TypeAlias = Expression | Keyword | Unpack


class Assign(Struct, frozen=True):
    """`target: annotation = value`; the annotation or the value may be left out."""

    target: str
    value: Expression | None = None
    annotation: Expression | None = None


class Return(Struct, frozen=True):
    """`return value`."""

    value: Expression


class Evaluate(Struct, frozen=True):
    """An expression as a statement."""

    value: Expression


class Import(Struct, frozen=True):
    """`import module`."""

    module: str


class ImportFrom(Struct, frozen=True):
    """`from module import name as alias, ...`; an alias that is empty is left out."""

    module: str
    names: tuple[tuple[str, str], ...]


class ImportBlock(Struct, frozen=True):
    """Groups of imports with a blank line between them."""

    groups: tuple[tuple[Import | ImportFrom, ...], ...] = ()


class Parameter(Struct, frozen=True):
    """A parameter of a function: `name: annotation = default`."""

    name: str
    annotation: Expression | None = None
    default: Expression | None = None


KEYWORD_ONLY = Parameter("*")
"""The marker after which parameters are given by keyword."""


class FunctionHead(Struct, frozen=True):
    """The head of a function: `async def name(parameters) -> returns:`; a stub ends in `...`."""

    name: str
    parameters: tuple[Parameter, ...]
    returns: Expression
    is_async: bool = False
    is_stub: bool = False


class ClassHead(Struct, frozen=True):
    """The head of a class: `class name(arguments):`."""

    name: str
    arguments: tuple[Argument, ...] = ()


Statement: TypeAlias = (
    Assign | Return | Evaluate | Import | ImportFrom | ImportBlock | FunctionHead | ClassHead
)


def call(function: Name, *arguments: Argument, **keywords: Expression) -> Call:
    """Return a call of a function with these arguments, in this order."""
    given = (Keyword(name, value) for name, value in keywords.items())
    return Call(function, (*arguments, *given))


def constant(value: object) -> Expression:
    """Return the literal of a value: a scalar, or a tuple, list or mapping of such.

    Raises:
        TypeError: a value of this type has no literal.
    """
    match value:
        case None | bool() | int() | float() | str() | bytes():
            return Constant(value)
        case tuple():
            return Tuple(tuple(map(constant, cast(tuple[object, ...], value))))
        case list():
            return List(tuple(map(constant, cast(list[object], value))))
        case Mapping():
            entries = cast(Mapping[object, object], value).items()
            return Dict(tuple((constant(key), constant(each)) for key, each in entries))
        case _:
            raise TypeError(f"no literal exists for a value of type {type(value).__name__}")


def optional(type_: Expression) -> Expression:
    """Return the union of a type and None."""
    return union([type_, Constant(None)])


def union(members: Iterable[Expression]) -> Expression:
    """Return the union of several types, each of them once and in the order given.

    Raises:
        ValueError: there are no members.
    """
    flattened: dict[Expression, None] = {}
    for each in members:
        for member in each.members if isinstance(each, Union) else (each,):
            flattened.setdefault(member)
    if not flattened:
        raise ValueError("a union needs at least one member")
    found = tuple(flattened)
    return found[0] if len(found) == 1 else Union(found)
