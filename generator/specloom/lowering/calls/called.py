"""Make the resources of calls consistent in their spelling, and in methods that are resources too."""

from __future__ import annotations

from collections.abc import Sequence

from specloom.ir import Operation
from specloom.ir.changing import changed
from specloom.lowering.calls.verbs import plain

CALLED = "__call__"
"""The method of a callable resource: `client.send_message()`."""


def with_called_resources(operations: Sequence[Operation]) -> list[Operation]:
    """Turn each method that has the name of a resource into that resource, which is then callable.

    Callers write the same call.
    """
    resources = {
        (each.call.resource[: end - 1], plain(each.call.resource[end - 1])): each.call.resource[
            :end
        ]
        for each in operations
        for end in range(1, len(each.call.resource) + 1)
    }
    found: list[Operation] = []
    for each in operations:
        words = resources.get((each.call.resource, plain(each.call.name)))
        if each.call.name != CALLED and words is not None:
            each = changed(each, call=changed(each.call, resource=words, name=CALLED))
        found.append(each)
    return found


def with_one_spelling(operations: Sequence[Operation]) -> list[Operation]:
    """Give each resource the spelling of its first operation.

    For example, `/Pets` and `/pets` are one resource.
    """
    spellings: dict[tuple[str, ...], str] = {}
    found: list[Operation] = []
    for each in operations:
        words: list[str] = []
        path: tuple[str, ...] = ()
        for word in each.call.resource:
            path = (*path, plain(word))
            words.append(spellings.setdefault(path, word))
        found.append(changed(each, call=changed(each.call, resource=tuple(words))))
    return found
