"""Reuse the published calls of operations.

Operations that a package already had keep their names. New operations get names that are not in use.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import dropwhile, takewhile

from specloom.diagnostics import Diagnostic, severity_of
from specloom.ir import Call, Operation
from specloom.ir.changing import changed
from specloom.lowering.calls.called import CALLED, with_called_resources, with_one_spelling
from specloom.lowering.calls.distinct import other_names, rank_of
from specloom.lowering.calls.routes import (
    FEWEST,
    GENERIC,
    VERSION,
    namespace_of,
    segments_of,
    version_of,
)
from specloom.lowering.calls.verbs import plain
from specloom.project.model import Source
from specloom.published import Published, PublishedCall

Words = tuple[str, ...]

_PARAMETER = re.compile(r"\{([^{}]*)\}")


def keep_calls(
    operations: Sequence[Operation], source: Source, published: Published
) -> tuple[tuple[Operation, ...], tuple[Diagnostic, ...]]:
    """Give the operations of a document the calls with which they were published.

    A call in the project's table of calls has priority. An operation that was not published gets a name
    that no other operation has, and that no removed operation had.

    Args:
        operations: The operations of one document, each with the call by the current rules.
        source: The document.
        published: The names of the previous generation.

    Returns:
        The operations with their calls, and a note for each call that the current rules would name
            differently.
    """
    entries = [
        each
        for each in published.calls
        if (each.version, each.resource) == (source.version, source.resource)
    ]
    if not entries:
        return tuple(operations), ()
    found = _matches(operations, entries)
    kept = [
        each if index not in found else _kept(each, found[index])
        for index, each in enumerate(operations)
    ]
    gone = [each for each in entries if not any(each is other for other in found.values())]
    new = [index for index in range(len(kept)) if index not in found]
    _give_way(kept, new, gone)
    called = with_called_resources(with_one_spelling(kept))
    notes = tuple(_notes(operations, called))
    return tuple(called), notes


def call_words(call: Call) -> Words:
    """Return the words of a call as callers write them."""
    words = tuple(map(plain, call.resource))
    return words if call.name == CALLED else (*words, plain(call.name))


# --- matching operations to entries ---------------------------------------------------------------


def _matches(
    operations: Sequence[Operation], entries: Sequence[PublishedCall]
) -> dict[int, PublishedCall]:
    """Return the entry of each operation that was published, by the operation's index.

    The path of an operation may have changed in the names of its parameters, in its version, or in the
    prefix of all paths of the document, if exactly one operation matches.
    """
    left = {each.operation: each for each in entries}
    found: dict[int, PublishedCall] = {}
    now = [f"{each.method} {each.path}" for each in operations]
    for index, key in enumerate(now):
        if key in left:
            found[index] = left.pop(key)
    before = [each.operation for each in entries]
    for form in (_unnamed, _unversioned):
        _match(form, form, now, left, found)
    start, end = _common(before), _common(now)
    _match(
        lambda key: _without_start(key, start),
        lambda key: _without_start(key, end),
        now,
        left,
        found,
    )
    return found


def _match(
    form_before: Callable[[str], Words],
    form_now: Callable[[str], Words],
    now: Sequence[str],
    left: dict[str, PublishedCall],
    found: dict[int, PublishedCall],
) -> None:
    """Match the remaining entries and operations if exactly one of each has a form."""
    entries: dict[Words, list[str]] = {}
    for key in left:
        entries.setdefault(form_before(key), []).append(key)
    new: dict[Words, list[int]] = {}
    for index, key in enumerate(now) if entries else ():
        if index not in found:
            new.setdefault(form_now(key), []).append(index)
    for form, indices in new.items():
        keys = entries.get(form, [])
        if len(indices) == len(keys) == 1:
            found[indices[0]] = left.pop(keys[0])


def _unnamed(operation: str) -> Words:
    """Return the HTTP method and the segments of a path, without the names of parameters."""
    method, _, path = operation.partition(" ")
    return (method, *_PARAMETER.sub("{}", path).split("/")[1:])


def _unversioned(operation: str) -> Words:
    method, *segments = _unnamed(operation)
    named = [each for each in segments if not VERSION.fullmatch(each)]
    return (method, *dropwhile(lambda each: each in GENERIC, named))


def _common(operations: Sequence[str]) -> Words:
    """Return the segments with which all paths begin, or none if there are too few paths."""
    paths = {_unversioned(each)[1:] for each in operations}
    if len(paths) < FEWEST:
        return ()
    first, last = min(paths), max(paths)
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first[:-1], last, strict=False))
    return tuple(each for each, _ in same)


def _without_start(operation: str, start: Words) -> Words:
    method, *segments = _unversioned(operation)
    return (method, *segments[len(start) :])


# --- naming operations ----------------------------------------------------------------------


def _kept(operation: Operation, entry: PublishedCall) -> Operation:
    """Return the operation with the names with which it was published."""
    names = _renamed_parameters(operation, entry)
    order = {key: number for number, key in enumerate(names)}
    parameters = operation.parameters
    in_path = [each for each in parameters if each.place == "path"]
    ordered = sorted(in_path, key=lambda each: order.get(f"path {each.wire_name}", len(order)))
    if ordered != in_path:
        parameters = (*ordered, *(each for each in parameters if each.place != "path"))
    call = changed(operation.call, arguments=tuple(names.items()))
    if not call.chosen and call_words(call) != tuple(map(plain, entry.call.split("."))):
        *resource, name = entry.words or entry.call.split(".")
        if not resource:
            resource, name = [name], CALLED
        if entry.resource:
            resource[0] = call.resource[0]
        call = changed(call, resource=tuple(resource), name=name)
    return changed(operation, call=call, parameters=parameters)


def _renamed_parameters(operation: Operation, entry: PublishedCall) -> dict[str, str]:
    """Return the published names of arguments whose path parameters have been renamed."""
    _, _, path = entry.operation.partition(" ")
    before, now = _PARAMETER.findall(path), _PARAMETER.findall(operation.path)
    if before == now:
        return dict(entry.arguments)
    renamed = dict(zip(reversed(before), reversed(now), strict=False))
    return {
        (
            f"path {renamed.get(key.removeprefix('path '), '')}" if key.startswith("path ") else key
        ): name
        for key, name in entry.arguments.items()
    }


def _give_way(
    operations: list[Operation], new: Sequence[int], gone: Sequence[PublishedCall]
) -> None:
    """Rename new operations whose names other operations have or had.

    `new` contains the indices of operations that were not published.
    """
    is_new = set(new)
    holders: dict[Words, list[tuple[str, str]]] = {}
    for index, each in enumerate(operations):
        if index not in is_new:
            holders.setdefault(call_words(each.call), []).append((each.method, each.path))
    for entry in gone:
        method, _, path = entry.operation.partition(" ")
        words = tuple(map(plain, entry.call.split(".")))
        holders.setdefault(words, []).append((method, path))
    versions = _versions([each for index, each in enumerate(operations) if index not in is_new])
    for index in sorted(new, key=lambda index: rank_of(operations[index])):
        operation = _apart(operations[index], versions)
        words = call_words(operation.call)
        if words in holders:
            if operation.call.name == CALLED:
                *resource, name = operation.call.resource
                call = changed(operation.call, resource=tuple(resource) or (name,), name=name)
                operation = changed(operation, call=call)
            name = next(
                each
                for each in other_names(operation, holders[words])
                if each and (*map(plain, operation.call.resource), plain(each)) not in holders
            )
            operation = changed(operation, call=changed(operation.call, name=name))
        holders[call_words(operation.call)] = [(operation.method, operation.path)]
        operations[index] = operation


def _versions(operations: Sequence[Operation]) -> dict[Words, set[str]]:
    """Return the versions in the paths of each resource."""
    found: dict[Words, set[str]] = {}
    for each in operations:
        words = tuple(map(plain, each.call.resource))
        found.setdefault(words, set()).add(version_of(segments_of(each.path)))
    return found


def _apart(operation: Operation, versions: dict[Words, set[str]]) -> Operation:
    """Return the operation in a namespace of its version.

    Nothing changes unless another version of its resource was published.
    """
    own = version_of(segments_of(operation.path))
    known = versions.get(tuple(map(plain, operation.call.resource)), set())
    if not own or operation.call.chosen or not known or own in known:
        return operation
    resource = (namespace_of(own), *operation.call.resource)
    return changed(operation, call=changed(operation.call, resource=resource))


def _notes(today: Sequence[Operation], kept: Sequence[Operation]) -> Iterator[Diagnostic]:
    for before, operation in zip(today, kept, strict=True):
        words, others = call_words(operation.call), call_words(before.call)
        if words != others:
            yield Diagnostic(
                "kept-name",
                f"the call keeps its published name {'.'.join(words)}; the current rules would "
                f"name it {'.'.join(others)}",
                "pass --fresh-names to choose all names again",
                operation.location,
                severity_of("kept-name"),
            )
