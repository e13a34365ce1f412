"""Change nodes of the IR, which are frozen: a node and other values for some of its members in, a new node out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Node = TypeVar("Node", bound="DataclassInstance")


def changed(node: Node, **members: Any) -> Node:
    """The node with other members; itself where they are what it has.

    `dataclasses.replace` takes twice as long, and there are tens of thousands of nodes.
    """
    places, values_of = _members(type(node))
    before = values_of(node)
    values: list[Any] = []
    for name, value in members.items():
        place = places[name]
        if before[place] is not value:
            values = values or list(before)
            values[place] = value
    return type(node)(*values) if values else node


@lru_cache(maxsize=None)
def _members(kind: type[DataclassInstance]) -> tuple[dict[str, int], Callable[[Any], Any]]:
    """The members of a class by their places in it, and what gets them all of a node."""
    names = [each.name for each in fields(kind)]
    return {name: place for place, name in enumerate(names)}, attrgetter(*names)
