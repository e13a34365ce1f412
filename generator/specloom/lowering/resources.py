"""Build the tree of resources of a client from operations with their calls."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from specloom.ir import Operation, Parameter, Resource
from specloom.ir.changing import changed
from specloom.project.model import Mounts

_PARAMETER = re.compile(r"\{[^}]*\}")


def grow_resources(
    operations: Sequence[Operation], *, mounts: Mounts, title: str, description: str
) -> tuple[Resource, ...]:
    """Return one tree for each first word of the calls, in the order of the operations."""
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
    counted = Counter(each.call.root for each in operations)
    main = min(counted, key=lambda root: (-counted[root], root))
    first = next(each for each in operations if each.call.root == main)
    kept: tuple[Parameter, ...] = ()
    roots = [main]
    if mounts.roots:
        kept = tuple(_root_parameters(first)) if name in mounts.open else ()
        roots = [main if kept else _PARAMETER.sub(name, main)]
        for root in sorted(counted, key=lambda root: (-counted[root], root)):
            if not any(_fits(root, known) for known in roots):
                roots.append(_PARAMETER.sub(name, root))
        operations = [_bound(each, roots) for each in operations]
    else:
        # Roots have no parameters here and are used literally; the words of a path may follow any of them.
        roots = sorted(counted, key=lambda root: (-counted[root], root))
        operations = [_mounted(each, roots) for each in operations]
    if mounts.item and name not in mounts.at:
        operations = [_with_item(each) for each in operations]
    return changed(
        _subtree((name,), operations, tuple(roots)),
        parameters=kept,
        title=title,
        description=description,
        document=first.document,
    )


def _root_parameters(operation: Operation) -> Iterable[Parameter]:
    names = _PARAMETER.findall(operation.call.root)
    return (
        each
        for name in names
        for each in operation.parameters
        if each.place == "path" and f"{{{each.wire_name}}}" == name
    )


def _bound(operation: Operation, roots: Sequence[str]) -> Operation:
    """Return the operation relative to the root of its resource, without the parameters in that root."""
    mount = next(number for number, root in enumerate(roots) if _fits(operation.call.root, root))
    taken = list(_root_parameters(operation))
    left = tuple(each for each in operation.parameters if not any(each is other for other in taken))
    call = changed(operation.call, root=roots[mount], mount=mount)
    return changed(operation, call=call, parameters=left)


def _mounted(operation: Operation, roots: Sequence[str]) -> Operation:
    mount = roots.index(operation.call.root)
    return changed(operation, call=changed(operation.call, mount=mount))


def _with_item(operation: Operation) -> Operation:
    """Return the operation with the parameter directly after the root marked as that of an item."""
    path = operation.call.path
    if not path.startswith("/{"):
        return operation
    parameters = tuple(
        (
            changed(each, is_item=True)
            if each.place == "path" and path.startswith(f"/{{{each.wire_name}}}")
            else each
        )
        for each in operation.parameters
    )
    return changed(operation, parameters=parameters)


def _fits(own: str, root: str) -> bool:
    """Return whether two roots are equal, regardless of the values of their parameters."""
    if own == root:
        return True
    mine, theirs = own.split("/"), root.split("/")
    return len(mine) == len(theirs) and all(
        one == other or one.startswith("{") for one, other in zip(mine, theirs, strict=True)
    )


def _subtree(
    words: tuple[str, ...], operations: Sequence[Operation], roots: tuple[str, ...]
) -> Resource:
    own = tuple(each for each in operations if each.call.resource == words)
    below: dict[str, list[Operation]] = {}
    for each in operations:
        if len(each.call.resource) > len(words):
            below.setdefault(each.call.resource[len(words)], []).append(each)
    children = tuple(_subtree((*words, word), members, roots) for word, members in below.items())
    return Resource(name=words[-1], roots=roots, operations=own, children=children)
