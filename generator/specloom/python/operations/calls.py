"""Map operations to the calls of the package that send them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

from specloom.ir import ApiVersion, ImplementationId, Operation, Resource
from specloom.ir.changing import changed
from specloom.lowering.calls.renames import rename_line
from specloom.naming.arguments import arguments
from specloom.naming.names import CALLED
from specloom.python.layout.layout import Layout


class ArgumentCall(Struct, frozen=True):
    """An argument of a call: its Python name, and the location and wire name of its value in the request."""

    python_name: str
    wire_name: str
    place: str
    required: bool
    positional: bool


class OperationCall(Struct, frozen=True):
    """How the package calls one operation of one document.

    `call` is relative to a client: ``tasks.batch.create``, or ``objects(object_type).get`` with the
    arguments of an open resource in `resource_arguments`. `bound` contains the path parameters whose
    values the resource itself provides. `pages` is true if the call returns an iterator; `batches` is
    the argument that takes the inputs. `rename` is a line for `[calls]` in the project file; change its
    right side to rename the call.
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
    rename: str


MethodKey: TypeAlias = tuple[ImplementationId, str]
"""The key of a method: its implementation, and its word."""


def map_calls(layout: Layout) -> tuple[OperationCall, ...]:
    """Return the calls of all operations, in the order of versions, resources and documents."""
    return tuple(call for _, call in located_calls(layout))


def located_calls(layout: Layout) -> tuple[tuple[MethodKey, OperationCall], ...]:
    """Return the same calls as `map_calls`, each with the key of its method."""
    shared = _Arguments(layout)
    return tuple(
        call
        for version in layout.interned.api.versions
        for resource in version.resources
        for call in _calls(version, (resource.name,), resource, resource, layout, shared)
    )


class _Arguments:
    """The arguments of the methods of implementations, each computed once."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._found: dict[tuple[ImplementationId, str], tuple[ArgumentCall, ...]] = {}

    def of(
        self, implementation: ImplementationId, operation: Operation
    ) -> tuple[ArgumentCall, ...]:
        """Return the arguments of an operation: those of its method, with the wire names of its own path."""
        key = (implementation, operation.call.name)
        if key not in self._found:
            self._found[key] = tuple(self._arguments(*key))
        wire_names = iter([each.wire_name for each in operation.parameters if each.place == "path"])
        return tuple(
            [
                changed(each, wire_name=next(wire_names)) if each.place == "path" else each
                for each in self._found[key]
            ]
        )

    def _arguments(self, id_: ImplementationId, word: str) -> Iterator[ArgumentCall]:
        interned = self._layout.interned
        operations = interned.implementations[id_].operations
        shared = next(each for each in operations if each.call.name == word)
        names = self._layout.names.operations[id_, word]
        for each in arguments(shared, interned.api.schemas):
            yield ArgumentCall(
                python_name=names.arguments[each.place, each.wire_name],
                wire_name=each.wire_name,
                place=each.place,
                required=each.required,
                positional=each.positional,
            )


def _calls(
    version: ApiVersion,
    words: tuple[str, ...],
    resource: Resource,
    top: Resource,
    layout: Layout,
    shared: _Arguments,
) -> Iterator[tuple[MethodKey, OperationCall]]:
    key = (version.name, words)
    implementation = layout.interned.implementation_of[key]
    top_names = layout.names.resources[version.name, words[:1]]
    opened = ", ".join(top_names.parameters[each.wire_name] for each in top.parameters)
    attributes = [
        layout.names.resources[version.name, words[: depth + 1]].attribute
        for depth in range(len(words))
    ]
    first = f"{attributes[0]}({opened})" if opened else attributes[0]
    reached = ".".join([first, *attributes[1:]])
    for operation in resource.operations:
        names = layout.names.operations[implementation, operation.call.name]
        batching = operation.batching
        call = OperationCall(
            document=operation.document,
            method=operation.method,
            path=operation.path,
            operation_id=operation.operation_id,
            version=version.name,
            module=layout.version(version.name),
            call=reached if names.method == CALLED else f"{reached}.{names.method}",
            arguments=shared.of(implementation, operation),
            resource_arguments=tuple(
                ArgumentCall(top_names.parameters[each.wire_name], wire_name, "path", True, True)
                for each, wire_name in zip(top.parameters, _in_root(operation), strict=False)
            ),
            bound=_bound(operation, top),
            pages=operation.pagination is not None,
            batches=None if batching is None else names.arguments["body", batching.inputs],
            rename=rename_line(operation.call),
        )
        yield (implementation, operation.call.name), call
    for child in resource.children:
        yield from _calls(version, (*words, child.name), child, top, layout, shared)


def _in_root(operation: Operation) -> list[str]:
    """Return the wire names of the parameters in the root, which may differ in each operation."""
    depth = (operation.call.root).count("/")
    return [part[1:-1] for part in operation.path.split("/")[: depth + 1] if part[:1] == "{"]


def _bound(operation: Operation, top: Resource) -> tuple[tuple[str, str], ...]:
    """Return the path parameters of the document whose values the root of the resource provides."""
    if top.parameters:
        return ()
    written = [part for part in operation.path.split("/") if part]
    filled = [part for part in operation.call.root.split("/") if part]
    return tuple(
        (name[1], value)
        for part, value in zip(written, filled, strict=False)
        if (name := re.fullmatch(r"\{([^}]*)\}", part)) and not value.startswith("{")
    )
