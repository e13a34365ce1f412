"""Compare two types: which values only the newer one allows, and which only the older one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from msgspec import Struct

from specloom.comparing.surface import (
    Anything,
    ListOf,
    MapOf,
    Maybe,
    Named,
    OneOf,
    Plain,
    Shape,
    Values,
)


class Relation(Enum):
    """How a newer type relates to an older one."""

    EQUAL = "equal"
    WIDER = "wider"
    NARROWER = "narrower"
    OTHER = "other"


class Renamed(Struct, frozen=True):
    """Returns the new name of a model, and the types of aliases."""

    names: Mapping[str, str] = {}
    old_types: Mapping[str, Shape] = {}
    new_types: Mapping[str, Shape] = {}

    def __call__(self, name: str) -> str:
        """Return the new name of a model."""
        return self.names.get(name, name)


def relation(old: Shape, new: Shape, renamed: Renamed) -> Relation:
    """Compare a type with a newer one. Models are equal if their names are, whatever their properties."""
    if isinstance(old, Named) and isinstance(new, Named) and renamed(old.name) == new.name:
        return Relation.EQUAL
    if isinstance(old, Named) and old.name in renamed.old_types:
        return relation(renamed.old_types[old.name], new, renamed)
    if isinstance(new, Named) and new.name in renamed.new_types:
        return relation(old, renamed.new_types[new.name], renamed)
    if isinstance(new, Anything) or isinstance(old, Anything):
        if type(old) is type(new):
            return Relation.EQUAL
        return Relation.WIDER if isinstance(new, Anything) else Relation.NARROWER
    if isinstance(old, Maybe) or isinstance(new, Maybe):
        return _maybe(old, new, renamed)
    match old, new:
        case Named(), Named():
            return Relation.OTHER
        case Plain(), Plain():
            return _plain(old, new)
        case ListOf(), ListOf():
            return relation(old.items, new.items, renamed)
        case MapOf(), MapOf():
            return relation(old.values, new.values, renamed)
        case Values(), Values() if old.base == new.base:
            return _sets(set(map(repr, old.values)), set(map(repr, new.values)))
        case Values(), Plain() if old.base.name == new.name:
            return Relation.WIDER
        case Plain(), Values() if old.name == new.base.name:
            return Relation.NARROWER
        case _:
            return _unions(old, new, renamed)


def _maybe(old: Shape, new: Shape, renamed: Renamed) -> Relation:
    inner_old = old.of if isinstance(old, Maybe) else old
    inner_new = new.of if isinstance(new, Maybe) else new
    inner = relation(inner_old, inner_new, renamed)
    if isinstance(old, Maybe) == isinstance(new, Maybe):
        return inner
    outer = Relation.WIDER if isinstance(new, Maybe) else Relation.NARROWER
    return combined([inner, outer])


def _plain(old: Plain, new: Plain) -> Relation:
    if old == new:
        return Relation.EQUAL
    integers = ("int32", "int64", "")
    if old.name == new.name == "integer" and {old.format, new.format} <= set(integers):
        return Relation.EQUAL  # both are an int
    if (old.name, new.name) == ("integer", "number"):
        return Relation.WIDER
    if (old.name, new.name) == ("number", "integer"):
        return Relation.NARROWER
    return Relation.OTHER


def _unions(old: Shape, new: Shape, renamed: Renamed) -> Relation:
    if not isinstance(old, OneOf) and not isinstance(new, OneOf):
        return Relation.OTHER
    olds = old.members if isinstance(old, OneOf) else (old,)
    news = new.members if isinstance(new, OneOf) else (new,)
    lost = [a for a in olds if not any(_covers(a, b, renamed) for b in news)]
    gained = [b for b in news if not any(_covers_new(a, b, renamed) for a in olds)]
    if lost and gained:
        return Relation.OTHER
    if gained:
        return Relation.WIDER
    return Relation.NARROWER if lost else Relation.EQUAL


def _covers(old: Shape, new: Shape, renamed: Renamed) -> bool:
    return relation(old, new, renamed) in (Relation.EQUAL, Relation.WIDER)


def _covers_new(old: Shape, new: Shape, renamed: Renamed) -> bool:
    return relation(old, new, renamed) in (Relation.EQUAL, Relation.NARROWER)


def _sets(old: set[str], new: set[str]) -> Relation:
    if old == new:
        return Relation.EQUAL
    if old < new:
        return Relation.WIDER
    return Relation.NARROWER if new < old else Relation.OTHER


def combined(relations: Iterable[Relation]) -> Relation:
    """Return the relation of a type whose parts have these relations."""
    found = set(relations) - {Relation.EQUAL}
    if not found:
        return Relation.EQUAL
    return found.pop() if len(found) == 1 else Relation.OTHER


def written(shape: Shape) -> str:
    """Return a type as a string for people."""
    match shape:
        case Plain(name, format_):
            return f"{name} ({format_})" if format_ else name
        case Named(name):
            return name
        case ListOf(items):
            return f"list of {written(items)}"
        case MapOf(values):
            return f"map of {written(values)}"
        case Maybe(inner):
            return f"{written(inner)} or null"
        case OneOf(members):
            return " or ".join(map(written, members))
        case Values(_, values):
            return " | ".join(map(repr, values[:8])) + (" | ..." if len(values) > 8 else "")
        case Anything():
            return "anything"
