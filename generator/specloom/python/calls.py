"""Map operations to calls: an interned Api and names in, how to reach each operation out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from specloom.ir import ApiVersion, Operation, Resource
from specloom.naming.arguments import arguments
from specloom.python.layout import Layout


@dataclass(frozen=True, slots=True)
class ArgumentCall:
    """One argument of a call: its Python name, and where its value goes on the wire."""

    python_name: str
    wire_name: str
    place: str
    required: bool
    positional: bool


@dataclass(frozen=True, slots=True)
class OperationCall:
    """How the package reaches one operation of one document.

    `call` is written on a client: ``tasks.batch.create``, or ``objects(object_type).get`` with the
    arguments of an open resource in `resource_arguments`. `bound` are path parameters that the
    resource itself fills. `pages` tells that the call gives an iterator, `batches` the argument
    that takes the inputs.
    """

    document: str
    method: str
    path: str
    operation_id: str | None
    version: str
    module: str
    call: str
    arguments: tuple[ArgumentCall, ...]
    resource_arguments: tuple[ArgumentCall, ...]
    bound: tuple[tuple[str, str], ...]
    pages: bool
    batches: str | None


def map_calls(layout: Layout) -> tuple[OperationCall, ...]:
    """Every operation of every document, in the order of versions, resources and documents."""
    return tuple(
        call
        for version in layout.interned.api.versions
        for resource in version.resources
        for call in _calls(version, (resource.name,), resource, resource, layout)
    )


def _calls(
    version: ApiVersion, words: tuple[str, ...], resource: Resource, top: Resource, layout: Layout
) -> Iterator[OperationCall]:
    for operation in resource.operations:
        yield _call(version, words, operation, top, layout)
    for child in resource.children:
        yield from _calls(version, (*words, child.name), child, top, layout)


def _call(
    version: ApiVersion,
    words: tuple[str, ...],
    operation: Operation,
    top: Resource,
    layout: Layout,
) -> OperationCall:
    key = (version.name, words)
    names = layout.names.operations[layout.interned.implementation_of[key], operation.call.name]
    top_names = layout.names.resources[version.name, words[:1]]
    opened = ", ".join(top_names.parameters[each.wire_name] for each in top.parameters)
    attributes = [
        layout.names.resources[version.name, words[: depth + 1]].attribute
        for depth in range(len(words))
    ]
    first = f"{attributes[0]}({opened})" if opened else attributes[0]
    found = arguments(operation, layout.interned.api.schemas)
    by_position = iter(_path_names(layout, key, operation))
    return OperationCall(
        document=operation.document,
        method=operation.method,
        path=operation.path,
        operation_id=operation.operation_id,
        version=version.name,
        module=layout.version(version.name),
        call=".".join([first, *attributes[1:], names.method]),
        arguments=tuple(
            ArgumentCall(
                python_name=(
                    next(by_position)
                    if each.place == "path"
                    else names.arguments[each.place, each.wire_name]
                ),
                wire_name=each.wire_name,
                place=each.place,
                required=each.required,
                positional=each.positional,
            )
            for each in found
        ),
        resource_arguments=tuple(
            ArgumentCall(top_names.parameters[each.wire_name], wire_name, "path", True, True)
            for each, wire_name in zip(top.parameters, _in_root(operation), strict=False)
        ),
        bound=_bound(operation, top),
        pages=operation.pagination is not None,
        batches=_inputs(operation, layout, key),
    )


def _in_root(operation: Operation) -> list[str]:
    """The names that the document gives to the parameters of the root; each operation has its own."""
    depth = (operation.call.root).count("/")
    return [part[1:-1] for part in operation.path.split("/")[: depth + 1] if part[:1] == "{"]


def _path_names(
    layout: Layout, key: tuple[str, tuple[str, ...]], operation: Operation
) -> list[str]:
    """The names of path arguments, by their order: the shared method has those of its first user."""
    implementation = layout.interned.implementations[layout.interned.implementation_of[key]]
    shared = next(
        each for each in implementation.operations if each.call.name == operation.call.name
    )
    names = layout.names.operations[implementation.id, operation.call.name]
    return [
        names.arguments["path", each.wire_name]
        for each in arguments(shared, layout.interned.api.schemas)
        if each.place == "path"
    ]


def _bound(operation: Operation, top: Resource) -> tuple[tuple[str, str], ...]:
    """The path parameters of the document that stand filled in the resource's root."""
    if top.parameters:
        return ()
    written = [part for part in operation.path.split("/") if part]
    filled = [part for part in operation.call.root.split("/") if part]
    return tuple(
        (name[1], value)
        for part, value in zip(written, filled, strict=False)
        if (name := re.fullmatch(r"\{([^}]*)\}", part)) and not value.startswith("{")
    )


def _inputs(operation: Operation, layout: Layout, key: tuple[str, tuple[str, ...]]) -> str | None:
    if operation.batching is None:
        return None
    names = layout.names.operations[layout.interned.implementation_of[key], operation.call.name]
    return names.arguments["body", operation.batching.inputs]
