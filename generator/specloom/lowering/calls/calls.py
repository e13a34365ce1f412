"""Name the call of an operation: `POST /tasks/batch/create` becomes `tasks.batch.create`.

docs/names.md lists the rules. Each rule considers the operation itself and the conventions of its
document, so that a new operation does not rename others. Only operations that would have the same call
get different names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from msgspec import Struct

from specloom.diagnostics import Collector, SpecloomError
from specloom.ir import Call, Operation, Schema, SchemaId, UncalledOperation, with_call
from specloom.ir.changing import changed
from specloom.lowering.calls.called import CALLED, with_called_resources, with_one_spelling
from specloom.lowering.calls.distinct import distinct
from specloom.lowering.calls.identifiers import named_otherwise
from specloom.lowering.calls.methods import Target, method_name
from specloom.lowering.calls.routes import (
    Segment,
    is_most,
    is_stable,
    namespace_of,
    prefix_length,
    prefix_of,
    rank,
    segments_of,
    stage,
    version_of,
)
from specloom.lowering.calls.verbs import is_verb, name_in, plain, words_of
from specloom.project.model import NAMING, Mounts


class _Placed(Struct, frozen=True):
    """The resource of an operation, what its method is named after, and how many segments its root has."""

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
    """Give each operation of a document a unique call."""
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
    return tuple(with_called_resources(distinct(with_one_spelling(found))))


def check_distinct(operations: Sequence[Operation]) -> None:
    """Check that no two operations have the same call, which renaming or a second document can cause.

    Raises:
        SpecloomError: `call-collision`, for each operation whose call another one has.
    """
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
                f"two operations have the call {'.'.join((*key[0], key[1]))}: this one and "
                f"{other.method} {other.path}",
                hint="set another operationId, or rename one of the calls under [calls]",
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
    """Find the resource of an operation and what its method is named after."""
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
    if any(each.is_parameter for each in route[:length]):
        # The root of a resource has no parameters here.
        length = -1
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
    is_procedure = bool(name) and last.word == name
    if is_procedure:
        words.pop()
    if not name and last.word and not last.is_parameter:
        *before, final = last.word.split(".")
        if before and all(
            re.fullmatch(r"[A-Za-z][\w-]*", part) for part in [*before, final]
        ):  # a procedure: chat.postMessage
            # After other words, the parts before the last one are a namespace, as in OData.
            words, name = (before if len(words) == 1 else words[:-1]), final
        elif is_verb(last.word, operation.method, operation.operation_id or ""):
            name = words.pop()
    elif not name and "(" in last.text:
        is_qualified = "." in last.text.partition("(")[0]
        if is_qualified or is_verb(last.word, operation.method):
            name = words.pop()
    if not lead and not words and name and (is_procedure or not last.verb):
        # The path is only a verb, as in /sendMessage. A single word of a GET is a noun, as in /health.
        is_noun = operation.method == "GET" and len(words_of(name)) == 1
        words, name = [name], "" if is_noun else CALLED
    if not lead and not words:
        words = [_subject(operation, rest)]
    return _Placed(_once([*lead, *words]), _above(rest, above, lead), target, name)


def _above(rest: Sequence[Segment], above: int, lead: Sequence[str]) -> int:
    """Count the segments of the root: those without a name, and the one that names the resource."""
    named = not lead and rest and rest[0].text == rest[0].word
    return above + 1 if named or above < 0 else above


def _subject(operation: UncalledOperation, rest: Sequence[Segment]) -> str:
    """Name the resource of a path without words, by the operationId, the first tag, or the version."""
    before, dot, _ = (operation.operation_id or "").rpartition(".")
    if dot and name_in(operation.operation_id or ""):
        return before.split(".")[-1] or "root"
    if operation.tags and plain(operation.tags[0]):
        return operation.tags[0]
    return version_of(rest) or "root"


def _once(words: Sequence[str]) -> tuple[str, ...]:
    """Remove each word that repeats the previous one."""
    return tuple(
        word
        for index, word in enumerate(words)
        if index == 0 or plain(word) != plain(words[index - 1])
    )


def _call(
    operation: UncalledOperation, placed: _Placed, schemas: Mapping[SchemaId, Schema]
) -> Call:
    name = placed.name or method_name(operation, placed.target, schemas)
    # The root of a path that begins with two slashes would lose one of them.
    parts = [part for part in operation.path.split("/") if part][: placed.above]
    above = () if operation.path.startswith("//") else tuple(_before_query(parts))
    path = _below(operation.path, len(above))
    return Call(placed.words, name, "".join(f"/{part}" for part in above), path)


def _before_query(parts: Sequence[str]) -> Sequence[str]:
    """Return the segments before a query or a fragment."""
    return tuple(takewhile(lambda each: not set(each) & set("?#"), parts))


def _below(path: str, count: int) -> str:
    """Return the path after the first segments. All slashes are preserved, because servers distinguish them."""
    for _ in range(count):
        _, slash, rest = path.lstrip("/").partition("/")
        path = slash + rest
    return path


def _with_namespaces(
    operations: Sequence[Operation], versions: Sequence[str], has_resource: bool
) -> list[Operation]:
    """Put versions of one resource into namespaces. The newest stable one has the plain name.

    A preview in a document whose operations are mostly stable is put into a namespace too, and so is an
    operation whose call an operation without a version has.
    """
    pairs = list(zip(operations, versions, strict=True))
    of: dict[tuple[str, ...], set[str]] = {}
    for operation, version in pairs:
        of.setdefault(tuple(map(plain, operation.call.resource)), set()).add(version)
    stable = sum(is_stable(version) for version in versions)
    unversioned = {_words_of(operation.call) for operation, version in pairs if not version}
    found: list[Operation] = []
    for operation, version in pairs:
        words = tuple(map(plain, operation.call.resource))
        meeting = {
            each
            for end in range(1, len(words) + 1)
            for each in of.get(words[:end], ())
            if each and version in of.get(words[:end], ())
        }
        newest = max(meeting, key=rank, default="")
        is_preview = not is_stable(version) and is_most(stable, len(versions))
        is_taken = _words_of(operation.call) in unversioned
        if version and (version != newest or is_preview or is_taken):
            same = [each for each in meeting if stage(each) == stage(version)]
            name = stage(version) if version == max(same, key=rank) else version
            name = namespace_of(name)
            lead, rest = operation.call.resource[:1], operation.call.resource[1:]
            resource = (*lead, name, *rest) if has_resource else (name, *lead, *rest)
            operation = changed(operation, call=changed(operation.call, resource=resource))
        found.append(operation)
    return found


def _words_of(call: Call) -> tuple[str, ...]:
    return (*map(plain, call.resource), plain(call.name))
