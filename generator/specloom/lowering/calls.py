"""Derive the words of a call from an operation: `POST /tasks/batch/create` is `tasks.batch.create`.

The rules are a table in docs/names.md. Each looks at the operation, and at conventions that its document has:
a call does not change because another operation is there. Only two that would be one call are told apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from msgspec import Struct

from specloom.diagnostics import Collector, SpecloomError
from specloom.ir import Call, Operation, Schema, SchemaId, UncalledOperation, with_call
from specloom.ir.changing import changed
from specloom.lowering.called import CALLED, with_called_resources
from specloom.lowering.distinct import distinct
from specloom.lowering.identifiers import named_otherwise
from specloom.lowering.methods import Target, method_name
from specloom.lowering.routes import (
    Segment,
    is_stable,
    namespace_of,
    prefix_length,
    prefix_of,
    rank,
    segments_of,
    stage,
    version_of,
)
from specloom.lowering.verbs import is_verb, name_in, plain, words_of
from specloom.project.model import NAMING, Mounts


class _Placed(Struct, frozen=True):
    """Where an operation belongs: the root of its resource, the words, and how much of the path is above."""

    words: tuple[str, ...]
    above: int
    target: Target
    name: str = ""


def place_operations(
    operations: Sequence[UncalledOperation],
    *,
    resource: str,
    mounts: Mounts,
    schemas: Mapping[SchemaId, Schema],
) -> tuple[Operation, ...]:
    """Give each operation of a document its call, each call to one operation only."""
    routes = [segments_of(each.path) for each in operations]
    prefix = prefix_of(list(dict.fromkeys(routes)))
    placed = [
        _place(each, route, prefix, resource, mounts)
        for each, route in zip(operations, routes, strict=True)
    ]
    found = [
        with_call(each, _call(each, place, schemas))
        for each, place in zip(operations, placed, strict=True)
    ]
    if mounts.names != NAMING[0]:
        found = [named_otherwise(each, mounts.names, resource) for each in found]
    elif not mounts.roots:
        found = _with_namespaces(found, [version_of(route) for route in routes], bool(resource))
    return tuple(with_called_resources(distinct(found)))


def check_distinct(operations: Sequence[Operation]) -> None:
    """Refuse two operations with one call; what `place_operations` could not tell apart."""
    collector = Collector()
    first: dict[tuple[tuple[str, ...], str], Operation] = {}
    for operation in operations:
        key = (operation.call.resource, operation.call.name)
        other = first.setdefault(key, operation)
        if other is operation:
            continue
        with collector.item():
            raise SpecloomError.of(
                "call-collision",
                f"{'.'.join((*key[0], key[1]))} would call this and also {other.method} {other.path}",
                hint="give one of them an operationId of its own, or another name under [calls]",
                location=operation.location,
            )
    collector.raise_if_errors()


def _place(
    operation: UncalledOperation,
    route: tuple[Segment, ...],
    prefix: Sequence[str],
    resource: str,
    mounts: Mounts,
) -> _Placed:
    """The words of an operation's resource, and what decides its method."""
    patterns = mounts.at.get(resource, mounts.roots)
    for pattern in patterns:
        wanted = pattern.strip("/").split("/")
        lead = route[: len(wanted)]
        if len(lead) == len(wanted) and all(map(_matches, wanted, lead)):
            end = wanted.index("{}") if "{}" in wanted else len(wanted)
            word = resource or next((each.word for each in reversed(lead) if each.word), "root")
            rest = route[len(wanted) :]
            return _words((word,), rest, end, operation, is_root=not rest)
    length = prefix_length(route, prefix)
    rest = route[length:]
    if not resource:
        return _words((), rest, length, operation)
    own = [index for index, each in enumerate(route) if plain(each.word) == plain(resource)]
    if own:
        rest = route[own[0] + 1 :]
        return _words((resource,), rest, length, operation, is_root=not rest)
    return _words((resource,), rest, length, operation)


def _matches(wanted: str, segment: Segment) -> bool:
    return wanted in ("*", segment.text) or (wanted == "{}" and segment.is_parameter)


def _words(
    lead: tuple[str, ...],
    rest: tuple[Segment, ...],
    above: int,
    operation: UncalledOperation,
    *,
    is_root: bool = False,
) -> _Placed:
    last = rest[-1] if rest else Segment("")
    target = Target(
        word=lead[-1] if is_root else last.word,
        ends_in_parameter=last.is_parameter,
        is_collection=is_root,
    )
    words = [each.word for each in rest if each.word]
    name = last.verb
    if not name and last.word and not last.is_parameter:
        *before, final = last.word.split(".")
        if before and all(
            re.fullmatch(r"[A-Za-z][\w-]*", part) for part in [*before, final]
        ):  # a procedure: chat.postMessage
            words, name = [*words[:-1], *before], final
        elif is_verb(last.word, operation.method, operation.operation_id or ""):
            name = words.pop()
    elif not name and "(" in last.text and is_verb(last.word, operation.method):
        name = words.pop()
    if not lead and not words and name and not last.verb:
        # Nothing but a verb, as in /sendMessage; one word of a GET is a noun, as in /health.
        is_noun = operation.method == "GET" and len(words_of(name)) == 1
        words, name = [name], "" if is_noun else CALLED
    if not lead and not words:
        words = [_subject(operation, rest)]
    return _Placed(_once([*lead, *words]), _above(rest, above, lead), target, name)


def _above(rest: Sequence[Segment], above: int, lead: Sequence[str]) -> int:
    """How many segments stand above a resource: those without a word, and that which names it."""
    named = not lead and rest and rest[0].text == rest[0].word
    return above + 1 if named else above


def _subject(operation: UncalledOperation, rest: Sequence[Segment]) -> str:
    """The resource of a path without words: of the operationId, the first tag, or the version."""
    before, dot, _ = (operation.operation_id or "").rpartition(".")
    if dot and name_in(operation.operation_id or ""):
        return before.split(".")[-1] or "root"
    if operation.tags and plain(operation.tags[0]):
        return operation.tags[0]
    return version_of(rest) or "root"


def _once(words: Sequence[str]) -> tuple[str, ...]:
    """The words, of which none is said twice in a row."""
    return tuple(
        word
        for index, word in enumerate(words)
        if index == 0 or plain(word) != plain(words[index - 1])
    )


def _call(
    operation: UncalledOperation, placed: _Placed, schemas: Mapping[SchemaId, Schema]
) -> Call:
    name = placed.name or method_name(operation, placed.target, schemas)
    # A path that begins with two slashes has no root that would keep them.
    parts = [part for part in operation.path.split("/") if part][: placed.above]
    above = () if operation.path.startswith("//") else tuple(_before_query(parts))
    path = _below(operation.path, len(above))
    return Call(placed.words, name, "".join(f"/{part}" for part in above), path)


def _before_query(parts: Sequence[str]) -> Sequence[str]:
    """The segments before one with which a query or a fragment begins."""
    return tuple(takewhile(lambda each: not set(each) & set("?#"), parts))


def _below(path: str, count: int) -> str:
    """What follows the first segments of a path, with every slash: servers tell them apart."""
    for _ in range(count):
        _, slash, rest = path.lstrip("/").partition("/")
        path = slash + rest
    return path


def _with_namespaces(
    operations: Sequence[Operation], versions: Sequence[str], has_resource: bool
) -> list[Operation]:
    """Put versions of one resource apart: the newest stable one keeps the plain name.

    So is a preview in a document most of which is stable.
    """
    pairs = list(zip(operations, versions, strict=True))
    of: dict[tuple[str, ...], set[str]] = {}
    for operation, version in pairs:
        of.setdefault(tuple(map(plain, operation.call.resource)), set()).add(version)
    stable = sum(is_stable(version) for version in versions)
    found: list[Operation] = []
    for operation, version in pairs:
        words = tuple(map(plain, operation.call.resource))
        meeting = {
            each
            for end in range(1, len(words) + 1)
            for each in of.get(words[:end], ())
            if version in of.get(words[:end], ())
        }
        newest = max(meeting, key=rank)
        is_preview = not is_stable(version) and stable * 2 > len(versions)
        if version and (version != newest or is_preview):
            same = [each for each in meeting if stage(each) == stage(version)]
            name = stage(version) if version == max(same, key=rank) else version
            name = namespace_of(name)
            lead, rest = operation.call.resource[:1], operation.call.resource[1:]
            resource = (*lead, name, *rest) if has_resource else (name, *lead, *rest)
            operation = changed(operation, call=changed(operation.call, resource=resource))
        found.append(operation)
    return found
