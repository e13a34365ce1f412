"""Copy nodes of the IR, which are frozen, with other values for some of their fields."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

Node = TypeVar("Node", bound=Struct)


def changed(node: Node, **members: Any) -> Node:
    """Return a copy of the node with other values, or the node itself if its values are the same."""
    for name, value in members.items():
        if getattr(node, name) is not value:
            return replace(node, **members)
    return node
