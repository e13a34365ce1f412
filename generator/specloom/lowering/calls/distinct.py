"""Give operations with the same call different names.

The names are distinguished by a parameter, by the operationId, or by the HTTP method.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from specloom.ir import Operation
from specloom.ir.changing import changed
from specloom.lowering.calls.methods import NAMES
from specloom.lowering.calls.routes import segments_of, suffix_of
from specloom.lowering.calls.verbs import VERBS, is_plural, name_words, plain, words_of

MOST_WORDS = 6
"""The maximum number of words of an operationId that is used as a name."""

COLLECTIVE = frozenset({"PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})
"""Methods whose verbs say so if they act on a whole collection, beside one that acts on an item."""

_PARAMETER = re.compile(r"\{([^{}]*)\}")

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
                for other in ordered
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
    is_named = any(each.word for each in segments_of(operation.path))
    return (
        not is_named,
        _distance(operation),
        parameters,
        not is_usual,
        len(operation.path),
        operation.path,
        operation.method,
    )


def _distance(operation: Operation) -> int:
    """Return 0 for the object that a resource is named after, 1 for another one, 2 for anything else.

    `pets` are named after a pet, `/pets/{id}`, but `user` after `/user`, even beside `/user/{id}`. The
    plain verb for DELETE is for an item anyway, because a forgotten argument must not delete more.
    """
    word = plain(operation.call.resource[-1])
    if _ends_in_parameter(operation):
        is_first = operation.method == "DELETE" or is_plural(word)
    else:
        words = [plain(each.word) for each in segments_of(operation.path)]
        if not words or words[-1] != word:
            return 2
        is_first = operation.method != "DELETE" and not is_plural(word)
    return 0 if is_first else 1


def _ends_in_parameter(operation: Operation) -> bool:
    return any(each.is_parameter for each in segments_of(operation.path)[-1:])


def other_names(operation: Operation, others: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield names for an operation whose own name is taken, the best first, without end.

    `others` contains the methods and paths of the operations with that name, first that of the one
    which keeps it.
    """
    name = operation.call.name.strip("_")
    name = name if plain(name) != "call" else operation.method.lower()
    method = operation.method.lower()
    by_method = method if name in (*NAMES.values(), "get", "list", method) else f"{method}_{name}"
    if others[0][1] == operation.path:
        yield NAMES.get(operation.method, "") if operation.method in ("PUT", "PATCH") else ""
        yield by_method
    last = operation.path.rstrip("/").rsplit("/", 1)[-1]
    items = f"{operation.path.rstrip('/')}/{{"
    if not _ends_in_parameter(operation) and any(path.startswith(items) for _, path in others):
        yield "list" if name == "get" else ""
        yield f"{name}_all" if operation.method in COLLECTIVE else ""
    yield _own_name(operation, name)
    beside = plain(_PARAMETER.sub(" ", last)) if "{" in last else plain(suffix_of(last))
    yield f"{name}_{beside}" if beside else ""
    theirs = set(map(plain, _PARAMETER.findall(others[0][1])))
    own = [plain(each) for each in _PARAMETER.findall(operation.path) if plain(each) not in theirs]
    words = _without_resource(operation)
    yield from (f"{name}_by_{each}" for each in reversed(own))
    yield by_method if any(path == operation.path for _, path in others) else ""
    yield "_".join(words) if len(words) <= MOST_WORDS else ""
    yield from (f"{name}_{beside}_by_{each}" for each in reversed(own) if beside)
    is_default = name in (NAMES.get(operation.method, "get"), "list", method)
    yield "" if is_default else f"{method}_{name}"
    resource = set(map(plain, operation.call.resource))
    for each in reversed(segments_of(operation.path)):
        if each.word and not each.is_parameter and plain(each.word) not in resource:
            yield f"{name}_{plain(each.word)}"
    yield from (f"{name}_{number}" for number in count(2))


def _own_name(operation: Operation, name: str) -> str:
    """Return the name in an operationId without the words of the resource, "" if it has no other verb.

    For example, `download-artifact` gives `download` for `artifacts.get`.
    """
    words = _without_resource(operation)
    if (
        not words
        or words[0] not in VERBS
        or words[0] in (*words_of(name), operation.method.lower())
    ):
        return ""
    return "_".join(words) if len(words) <= MOST_WORDS // 2 else ""


def _without_resource(operation: Operation) -> tuple[str, ...]:
    """Return the words of an operationId without those of its resource at the beginning or the end."""
    words = name_words(operation.operation_id or "", operation.method, operation.path)
    resource = words_of(operation.call.resource[-1])
    if not resource:
        return words
    for part in (resource, (*resource[:-1], resource[-1].removesuffix("s"))):
        if words[-len(part) :] == part:
            words = words[: -len(part)]
        if words[: len(part)] == part:
            words = words[len(part) :]
    return words
