"""Parse the notation for types that the tables use, and turn types into JSON Schema.

string  integer(int32)  string?  enum(A | B)  oneOf(A | B)  [T]  set[T]  {string: T}  any  SchemaName
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar, assert_never

from specs.authoring.cells import Cell, Json

FORMATS = {
    "string": ("binary", "date", "date-time", "uri", "uuid"),
    "integer": ("int32", "int64"),
    "number": ("double", "float"),
    "boolean": (),
    "object": (),
}
Option = TypeVar("Option")
_TOKEN = re.compile(r"\s*([\w$.-]+|[^\s\w])")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string, integer, number or boolean, or an object without known properties; or null, if that is allowed."""

    type: str
    format: str | None = None
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A string from a list of values."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArrayOf:
    """An array; `unique` says that no element repeats."""

    items: Type
    unique: bool = False


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object with arbitrary keys."""

    values: Type


@dataclass(frozen=True, slots=True)
class OneOf:
    """A value of one of several types."""

    options: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a component schema."""

    name: str


@dataclass(frozen=True, slots=True)
class Anything:
    """Any JSON value."""


Type: TypeAlias = Scalar | Enumeration | ArrayOf | MapOf | OneOf | Reference | Anything


def parse_type(cell: Cell) -> Type:
    """Parse a cell that holds a type. Raises TableError if it does not."""
    return _Parser.over(cell, cell.text()).whole()


def parse_parameter(cell: Cell) -> tuple[Type, Json]:
    """Parse `boolean = false`: a type and its default, or None if it has none. Raises TableError."""
    text, _, default = cell.text().partition("=")
    found = _Parser.over(cell, text).whole()
    if not default:
        return found, None
    try:
        value: Json = json.loads(default)
    except ValueError:
        raise cell.error(
            f"the default {default.strip()} is not JSON", 'write `= false`, `= 10` or `= "id"`'
        ) from None
    return found, value


def json_schema(type_: Type) -> dict[str, Json]:
    """Return the type as a JSON Schema."""
    match type_:
        case Scalar(type=name, format=format_, nullable=nullable):
            scalar: dict[str, Json] = {"type": [name, "null"] if nullable else name}
            return scalar if format_ is None else scalar | {"format": format_}
        case Enumeration(values=values):
            return {"type": "string", "enum": list(values)}
        case ArrayOf(items=items, unique=unique):
            schema: dict[str, Json] = {"type": "array", "items": json_schema(items)}
            return schema | {"uniqueItems": True} if unique else schema
        case MapOf(values=values):
            return {"type": "object", "additionalProperties": json_schema(values)}
        case OneOf(options=options):
            return {"oneOf": [json_schema(option) for option in options]}
        case Reference(name=name):
            return {"$ref": f"#/components/schemas/{name}"}
        case Anything():
            return {}
        case _:
            assert_never(type_)


def references(type_: Type) -> Iterator[str]:
    """Return the names of the component schemas that the type refers to directly."""
    match type_:
        case Scalar() | Enumeration() | Anything():
            return
        case ArrayOf(items=inner) | MapOf(values=inner):
            yield from references(inner)
        case OneOf(options=options):
            for option in options:
                yield from references(option)
        case Reference(name=name):
            yield name
        case _:
            assert_never(type_)


@dataclass(slots=True)
class _Parser:
    """A recursive descent parser for the tokens of one cell."""

    cell: Cell
    tokens: list[str]

    @classmethod
    def over(cls, cell: Cell, text: str) -> _Parser:
        return cls(cell, _TOKEN.findall(text)[::-1])

    def whole(self) -> Type:
        found = self.type()
        if self.tokens:
            raise self.cell.error(
                f"unexpected `{self.tokens[-1]}` after the type", "write one type in each cell"
            )
        return found

    def type(self) -> Type:
        match self.next("a type"):
            case "[":
                return ArrayOf(self.closed("]"))
            case "set":
                self.expect("[")
                return ArrayOf(self.closed("]"), unique=True)
            case "{":
                self.expect("string")
                self.expect(":")
                return MapOf(self.closed("}"))
            case "enum":
                return Enumeration(self.options(lambda: self.next("a value")))
            case "oneOf":
                return OneOf(self.options(self.type))
            case "any":
                return Anything()
            case name if name in FORMATS:
                return Scalar(name, self.format(name), self.nullable())
            case name if name[0].isupper():
                return Reference(name)
            case token:
                known = f"{', '.join(FORMATS)}, any, enum(A | B), [T], {{string: T}}"
                raise self.cell.error(
                    f"`{token}` is not a type", f"known: {known}, or the name of a schema"
                )

    def next(self, wanted: str) -> str:
        if not self.tokens:
            raise self.cell.error(f"the type ends, but {wanted} is expected", "close all brackets")
        return self.tokens.pop()

    def expect(self, wanted: str) -> None:
        token = self.next(f"`{wanted}`")
        if token != wanted:
            raise self.cell.error(
                f"expected `{wanted}`, found `{token}`",
                "the comment at the top of schemas.yaml describes the notation",
            )

    def closed(self, bracket: str) -> Type:
        inner = self.type()
        self.expect(bracket)
        return inner

    def options(self, option: Callable[[], Option]) -> tuple[Option, ...]:
        self.expect("(")
        found = [option()]
        while (token := self.next("`|` or `)`")) == "|":
            found.append(option())
        if token != ")":
            raise self.cell.error(
                f"expected `|` or `)`, found `{token}`", "separate options by `|`"
            )
        return tuple(found)

    def nullable(self) -> bool:
        nullable = bool(self.tokens) and self.tokens[-1] == "?"
        if nullable:
            self.tokens.pop()
        return nullable

    def format(self, name: str) -> str | None:
        if not self.tokens or self.tokens[-1] != "(":
            return None
        self.tokens.pop()
        format_ = self.next("a format")
        if format_ not in FORMATS[name]:
            known = ", ".join(FORMATS[name]) or "none"
            raise self.cell.error(f"{name} has no format `{format_}`", f"known: {known}")
        self.expect(")")
        return format_
