"""Change nodes of the IR, which are frozen: a node and other values for some of its members in, a new node out."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

Node = TypeVar("Node", bound=Struct)


def changed(node: Node, **members: Any) -> Node:
    """The node with other members; itself where they are what it has."""
    for name, value in members.items():
        if getattr(node, name) is not value:
            return replace(node, **members)
    return node
