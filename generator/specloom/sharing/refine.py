"""Find equal nodes of a graph that may have cycles, by partition refinement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias, TypeVar

Key = TypeVar("Key")
Identity: TypeAlias = Callable[[Key], object]
"""The representation of a reference to a node: equal for nodes that are not known to differ."""


def refine(nodes: Mapping[Key, Callable[[Identity[Key]], str]]) -> dict[Key, int]:
    """Number nodes so that two have one number if and only if they are equal, references included.

    Nodes that refer to each other in a circle are equal if nothing that they say differs. Each round
    compares what the nodes say with their references replaced by the numbers of the round before,
    until a round finds no more differences.

    Args:
        nodes: Serializes each node; it is given what stands for a reference.

    Returns:
        The numbers, in the order in which the nodes have them first.
    """
    numbers = dict.fromkeys(nodes, 0)
    count = 1
    while True:
        identity = _identity(numbers)
        distinct: dict[str, int] = {}
        numbers = {
            key: distinct.setdefault(serialize(identity), len(distinct))
            for key, serialize in nodes.items()
        }
        if len(distinct) == count:
            return numbers
        count = len(distinct)


def _identity(numbers: Mapping[Key, int]) -> Identity[Key]:
    return lambda key: numbers.get(key, "?")
