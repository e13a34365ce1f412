"""Grow the tree of resources: placed operations in, `Resource`s as a client exposes them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from specloom.ir import Operation, Parameter, Resource
from specloom.project import Mounts


def grow_resources(
    operations: Sequence[Operation], *, mounts: Mounts, title: str, description: str
) -> tuple[Resource, ...]:
    """One tree for each first word of the calls, in the order they are met."""
    roots: dict[str, list[Operation]] = {}
    for operation in operations:
        roots.setdefault(operation.call.resource[0], []).append(operation)
    return tuple(
        _top(name, members, mounts=mounts, title=title, description=description)
        for name, members in roots.items()
    )


def _top(
    name: str, operations: list[Operation], *, mounts: Mounts, title: str, description: str
) -> Resource:
    root = operations[0].call.root
    open_parameters = tuple(_root_parameters(operations[0]))
    kept = open_parameters if name in mounts.open else ()
    if open_parameters and not kept and mounts.roots:
        root = re.sub(r"\{[^}]*\}", name, root)
    bound = [_bound(each) if mounts.roots else each for each in operations]
    tree = _subtree((name,), bound, root)
    return replace(
        tree,
        parameters=kept,
        title=title,
        description=description,
        document=operations[0].document,
    )


def _root_parameters(operation: Operation) -> Iterable[Parameter]:
    names = re.findall(r"\{([^}]*)\}", operation.call.root)
    return (
        each
        for name in names
        for each in operation.parameters
        if each.place == "path" and each.wire_name == name
    )


def _bound(operation: Operation) -> Operation:
    """The operation without the parameters that its resource's root takes care of."""
    taken = set(_root_parameters(operation))
    return replace(
        operation, parameters=tuple(each for each in operation.parameters if each not in taken)
    )


def _subtree(words: tuple[str, ...], operations: Sequence[Operation], root: str) -> Resource:
    own = tuple(each for each in operations if each.call.resource == words)
    below: dict[str, list[Operation]] = {}
    for each in operations:
        if len(each.call.resource) > len(words):
            below.setdefault(each.call.resource[len(words)], []).append(each)
    children = tuple(_subtree((*words, word), members, root) for word, members in below.items())
    return Resource(name=words[-1], root=root, operations=own, children=children)
