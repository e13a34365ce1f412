"""Derive the words of a call from a path: methods and paths in, a `Call` for each operation out.

`POST /tasks/batch/create` becomes `tasks.batch.create`, `GET /tasks/{id}` becomes `tasks.get`. The
words come from the path and the method, for these say the same in every document and version; an
operationId is only asked where two operations would share a call.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, takewhile

from msgspec import Struct

from specloom.diagnostics import Collector, SpecloomError
from specloom.ir import AliasSchema, Array, Call, Operation, Reference, Schema, SchemaId
from specloom.ir.changing import changed
from specloom.project import Mounts

NAMES = {
    "POST": "create",
    "PUT": "replace",
    "PATCH": "update",
    "DELETE": "delete",
    "HEAD": "head",
    "OPTIONS": "options",
    "TRACE": "trace",
}
VERSION = re.compile(r"v\d+|\d{4}-\d{2}(-\d{2})?")
"""A segment of a path that names no resource: `v3`, `2026-09`."""

LONGEST_ID = 80
"""A longer operationId is a sentence, and no name."""


class Paths(Struct, frozen=True):
    """What the paths of one document have in common, and which methods each has."""

    methods: Mapping[str, frozenset[str]]
    prefix: tuple[str, ...]

    @classmethod
    def of(cls, operations: Sequence[Operation]) -> Paths:
        methods: dict[str, set[str]] = {}
        for operation in operations:
            methods.setdefault(operation.path.rstrip("/"), set()).add(operation.method)
        return cls(
            {path: frozenset(each) for path, each in methods.items()}, _common_prefix(list(methods))
        )

    def has_below(self, path: str) -> bool:
        below = path.rstrip("/") + "/"
        return any(other.startswith(below) for other in self.methods)

    def has_items(self, path: str) -> bool:
        items = path.rstrip("/") + "/{"
        return any(other.startswith(items) for other in self.methods)

    def all_begin_with(self, segments: tuple[str, ...]) -> bool:
        begin = "/".join(("", *segments, ""))
        return all(f"{path}/".startswith(begin) for path in self.methods)


def place_operations(
    operations: Sequence[Operation],
    *,
    resource: str,
    mounts: Mounts,
    schemas: Mapping[SchemaId, Schema],
) -> tuple[Operation, ...]:
    """Give each operation of a document its call, each call to one operation only."""
    paths = Paths.of(operations)

    def call(operation: Operation, *, may_act: bool = True) -> Call:
        return _call(
            operation,
            paths,
            resource=resource,
            mounts=mounts,
            schemas=schemas,
            may_act=may_act,
        )

    placed = [changed(each, call=call(each)) for each in operations]
    resources = {
        each.call.resource[:end] for each in placed for end in range(1, len(each.call.resource) + 1)
    }
    # What is a resource somewhere cannot be a method of the same name.
    placed = [
        (
            changed(each, call=call(each, may_act=False))
            if (*each.call.resource, each.call.name) in resources
            else each
        )
        for each in placed
    ]
    return tuple(_distinct(placed))


def rename_calls(
    operations: Sequence[Operation], renames: Mapping[str, str], used: set[str]
) -> tuple[Operation, ...]:
    """Apply the project's table of calls; keys and values are relative to the first resource.

    A key may be for one resource alone: ``lists: folders.move.replace``.
    """
    renamed: list[Operation] = []
    for operation in operations:
        call = operation.call
        words = ".".join((*call.resource[1:], call.name))
        for key in (f"{call.resource[0]}: {words}", words):
            if key in renames:
                used.add(key)
                *resource, name = renames[key].split(".")
                call = changed(call, resource=(*call.resource[:1], *resource), name=name)
                break
        renamed.append(changed(operation, call=call))
    return tuple(renamed)


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


def _call(
    operation: Operation,
    paths: Paths,
    *,
    resource: str,
    mounts: Mounts,
    schemas: Mapping[SchemaId, Schema],
    may_act: bool,
) -> Call:
    segments = tuple(part for part in operation.path.split("/") if part)
    root = _root(segments, resource=resource, mounts=mounts, paths=paths)
    relative = segments[len(root.lead) :]
    literals = [part for part in relative if not _is_parameter(part)]
    if root.word not in root.lead and literals[:1] == [root.word]:
        del literals[0]  # the word that the resource has its name from says nothing twice
    # A path that begins with two slashes has no root that would keep them.
    above = () if operation.path.startswith("//") else _before_query(root.segments)
    path = _below(operation.path, len(above))
    is_leaf = bool(relative) and not _is_parameter(relative[-1])
    if may_act and is_leaf and literals and _is_action(operation, paths, schemas):
        name = literals.pop()
    else:
        name = _method_name(
            operation, paths, schemas, ends_in_parameter=not is_leaf and bool(relative)
        )
    return Call((root.word, *literals), name, "".join(f"/{part}" for part in above), path)


def _before_query(segments: tuple[str, ...]) -> tuple[str, ...]:
    """The segments before one with which a query or a fragment begins."""
    return tuple(takewhile(lambda each: not set(each) & set("?#"), segments))


def _below(path: str, count: int) -> str:
    """What follows the first segments of a path, with every slash: servers tell them apart."""
    for _ in range(count):
        _, slash, rest = path.lstrip("/").partition("/")
        path = slash + rest
    return path


class _Root(Struct, frozen=True):
    """Where a resource begins in a path: the segments of its root, and of what leads to its words."""

    segments: tuple[str, ...]
    lead: tuple[str, ...]
    word: str


def _root(segments: tuple[str, ...], *, resource: str, mounts: Mounts, paths: Paths) -> _Root:
    """The root of a path's resource, and the word for it."""
    prefix = paths.prefix
    patterns = mounts.at.get(resource, mounts.roots)
    for pattern in patterns:
        wanted = pattern.strip("/").split("/")
        lead = segments[: len(wanted)]
        if len(lead) == len(wanted) and all(map(_matches, wanted, lead)):
            end = wanted.index("{}") if "{}" in wanted else len(wanted)
            return _Root(lead[:end], lead, resource or _last_literal(lead))
    if resource and not patterns:
        return _Root(prefix, prefix, resource)
    end = len(prefix) + 1
    named = segments[:end]
    if len(named) == end and not _is_parameter(named[-1]):
        if VERSION.fullmatch(named[-1]) and paths.all_begin_with(named):
            return _Root(named, named, _last_literal(named))
        return _Root(named, named, named[-1])
    literals = [part for part in segments[len(prefix) :] if not _is_parameter(part)]
    return _Root(prefix, prefix, literals[0] if literals else _last_literal(prefix))


def _matches(wanted: str, segment: str) -> bool:
    return wanted in ("*", segment) or (wanted == "{}" and _is_parameter(segment))


def _last_literal(segments: Sequence[str]) -> str:
    literals = [part for part in segments if not _is_parameter(part)]
    words = [part for part in literals if not VERSION.fullmatch(part)]
    return [*literals, *words][-1] if literals else "root"


def _common_prefix(paths: Sequence[str]) -> tuple[str, ...]:
    """The literal segments that all paths begin with: `/api/v1`. Never a path's last segment."""
    split = [[part for part in path.split("/") if part] for path in paths]
    if len(split) < 2:
        found = split[0] if split else []
        versions = [index for index, part in enumerate(found[:-1]) if VERSION.fullmatch(part)]
        return tuple(found[: versions[-1] + 1]) if versions else ()
    shortest = min(len(parts) for parts in split)
    common: list[str] = []
    for index in range(shortest - 1):
        words = {parts[index] for parts in split}
        if len(words) > 1 or _is_parameter(split[0][index]):
            break
        common.append(split[0][index])
    # One resource alone: its own name is in every path and is no prefix.
    if common and all(
        len(parts) == shortest or _is_parameter(parts[len(common)]) for parts in split
    ):
        common.pop()
    return tuple(common)


def _is_parameter(segment: str) -> bool:
    return "{" in segment


def _is_action(operation: Operation, paths: Paths, schemas: Mapping[SchemaId, Schema]) -> bool:
    """Whether the last word of the path is a verb: nothing else is done there, nothing is below."""
    if paths.methods[operation.path.rstrip("/")] != frozenset((operation.method,)):
        return False
    if paths.has_below(operation.path):
        return False
    if operation.method == "GET":
        return not (operation.pagination or _answers_array(operation, schemas))
    return operation.method == "POST"


def _method_name(
    operation: Operation,
    paths: Paths,
    schemas: Mapping[SchemaId, Schema],
    *,
    ends_in_parameter: bool,
) -> str:
    if operation.method == "GET":
        if operation.pagination or _answers_array(operation, schemas):
            return "list"
        return "list" if not ends_in_parameter and paths.has_items(operation.path) else "get"
    if operation.method == "POST" and ends_in_parameter:
        others = paths.methods[operation.path.rstrip("/")]
        return "post" if "PATCH" in others else "update"
    return NAMES.get(operation.method, operation.method.lower())


def _answers_array(operation: Operation, schemas: Mapping[SchemaId, Schema]) -> bool:
    for response in operation.responses:
        if response.status.startswith("2"):
            for each in response.content:
                found = each.type
                while isinstance(found, Reference):
                    schema = schemas.get(found.schema)
                    found = schema.type if isinstance(schema, AliasSchema) else None
                return isinstance(found, Array)
    return False


def _distinct(operations: Sequence[Operation]) -> list[Operation]:
    """Tell operations apart that a path alone does not: by a parameter, their operationId, a number."""
    wanted = Counter((each.call.resource, each.call.name) for each in operations)
    seen: set[tuple[tuple[str, ...], str]] = set()
    distinct: list[Operation] = []
    for operation in operations:
        call = operation.call
        key = (call.resource, call.name)
        if key in seen:
            free = next(
                name
                for name in _other_names(operation)
                if (call.resource, name) not in seen and (call.resource, name) not in wanted
            )
            call = changed(call, name=free)
        seen.add((call.resource, call.name))
        distinct.append(changed(operation, call=call))
    return distinct


def _other_names(operation: Operation) -> Iterator[str]:
    """Names for an operation whose own name another one has, the best first; they never end."""
    name = operation.call.name
    parameters = re.findall(r"\{([^{}]*)\}", operation.path)
    last = operation.path.rstrip("/").rsplit("/", 1)[-1]
    if _is_parameter(last):
        yield f"{name}_by_{last.strip('{}')}"
    if operation.operation_id and len(operation.operation_id) <= LONGEST_ID:
        yield operation.operation_id
    yield from (f"{name}_by_{each}" for each in reversed(parameters))
    yield from (f"{name}_{number}" for number in count(2))
