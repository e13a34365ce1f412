"""Give operations with the same call different names.

The names are distinguished by a parameter, by the operationId, or by the HTTP method.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from specloom.ir import Operation
from specloom.ir.changing import changed
from specloom.lowering.methods import NAMES
from specloom.lowering.routes import segments_of
from specloom.lowering.verbs import name_words, plain

MOST_WORDS = 6
"""The maximum number of words of an operationId that is used as a name."""

Key = tuple[tuple[str, ...], str]


def distinct(operations: Sequence[Operation]) -> list[Operation]:
    """Give each operation a unique call.

    If several operations have the same call, the one on an item keeps it, or else the one with the
    fewest path parameters. The order of the document does not matter.
    """
    groups: dict[Key, list[int]] = {}
    for index, operation in enumerate(operations):
        groups.setdefault(_key(operation, operation.call.name), []).append(index)
    found = list(operations)
    taken = set(groups)
    for indices in groups.values():
        ordered = sorted(indices, key=lambda index: rank_of(operations[index]))
        for index in ordered[1:]:
            operation = operations[index]
            others = [
                (operations[other].method, operations[other].path)
                for other in indices
                if other != index
            ]
            name = next(
                each
                for each in other_names(operation, others)
                if each and _key(operation, each) not in taken
            )
            taken.add(_key(operation, name))
            found[index] = changed(operation, call=changed(operation.call, name=name))
    return found


def _key(operation: Operation, name: str) -> Key:
    return operation.call.resource, plain(name)


def rank_of(operation: Operation) -> tuple[object, ...]:
    """Return a sort key. Of operations with the same call, the first one keeps it."""
    is_usual = NAMES.get(operation.method) == operation.call.name
    parameters = operation.path.count("{")
    is_item = operation.path.rstrip("/").endswith("}")
    is_named = any(each.word for each in segments_of(operation.path))
    return (
        not is_named,
        not is_item,
        parameters,
        not is_usual,
        len(operation.path),
        operation.path,
        operation.method,
    )


def other_names(operation: Operation, others: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield names for an operation whose own name is taken, the best first, without end.

    `others` contains the methods and paths of the operations with that name.
    """
    name = operation.call.name.strip("_")
    name = name if plain(name) != "call" else operation.method.lower()
    method = operation.method.lower()
    if any(path == operation.path for _, path in others):
        yield NAMES.get(operation.method, "") if operation.method in ("PUT", "PATCH") else ""
        yield method if name in (*NAMES.values(), "get", "list", method) else f"{method}_{name}"
    last = operation.path.rstrip("/").rsplit("/", 1)[-1]
    if name == "get" and not last.endswith("}"):
        yield (
            "list"
            if any(path.startswith(f"{operation.path.rstrip('/')}/{{") for _, path in others)
            else ""
        )
    if operation.method in ("PUT", "PATCH", "HEAD", "OPTIONS") and not last.endswith("}"):
        yield f"{name}_all"
    beside = plain(re.sub(r"\{[^{}]*\}", " ", last)) if "{" in last else ""
    yield f"{name}_{beside}" if beside else ""
    theirs = {plain(each) for _, path in others for each in re.findall(r"\{([^{}]*)\}", path)}
    own = [
        each for each in re.findall(r"\{([^{}]*)\}", operation.path) if plain(each) not in theirs
    ]
    words = name_words(operation.operation_id or "", operation.method, operation.path)
    identifier = "_".join(words) if len(words) <= MOST_WORDS else ""
    for each in reversed(own):
        yield f"{name}_by_{plain(each)}"
    if identifier:
        yield identifier
    is_default = name in (NAMES.get(operation.method, "get"), "list", method)
    yield "" if is_default else f"{method}_{name}"
    resource = set(map(plain, operation.call.resource))
    for each in reversed(segments_of(operation.path)):
        if each.word and not each.is_parameter and plain(each.word) not in resource:
            yield f"{name}_{plain(each.word)}"
    yield from (f"{name}_{number}" for number in count(2))
