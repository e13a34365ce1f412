"""Plan the constants `NAME = Operation(...)` that describe operations."""

from __future__ import annotations

import re
from typing import Any, TypeAlias, assert_never

from msgspec import NODEFAULT
from msgspec.structs import fields

from specloom.ir import Batching, Pagination, Split, Window
from specloom.python import code
from specloom.python.code.imports import Imports
from specloom.python.operations.bodies import (
    accepted,
    request_body_value,
    responses_value,
    stream_value,
)
from specloom.python.operations.bounds import bounds
from specloom.python.operations.inputs import inputs_value
from specloom.python.operations.method import Method
from specloom.python.operations.parameters import parameters_value
from specloom.python.operations.paths import encoded_path
from specloom.python.operations.servers import server_value

Settings: TypeAlias = dict[str, code.Expression]


class SharedValues:
    """Values that several constants of a module use. Each is assigned to a name once."""

    def __init__(self, imports: Imports) -> None:
        self._imports = imports
        self._assigned: dict[str, code.Assign] = {}

    def name(self, name: str, value: code.Expression) -> code.Name:
        """Return the constant with this value. A new one is called `name`."""
        key = code.flat(value)
        if key not in self._assigned:
            self._assigned[key] = code.Assign(self._imports.define(name), value)
        return code.Name(self._assigned[key].target)

    def statements(self) -> tuple[code.Assign, ...]:
        """Return the assignments, in the order in which the values were first used."""
        return tuple(self._assigned.values())


def operation_constant(method: Method, imports: Imports, shared: SharedValues) -> code.Assign:
    """Return the statement `NAME: Operation[...] = Operation(...)` of an operation."""
    operation = method.operation
    home, kind = "operation", "Operation"
    if operation.batching:
        home, kind = "batch.operation", "BatchOperation"
    elif operation.pagination:
        home, kind = "paging.pagination", "PagedOperation"
    class_name = method.core(home, kind, imports)
    route = (code.Constant(operation.method), code.Constant(_path(method)))
    value = code.call(class_name, *route, **_settings(method, imports, shared))
    annotation = code.Subscript(class_name, method.type_arguments(imports))
    return code.Assign(method.constant, value, annotation)


def _path(method: Method) -> str:
    """Return the path with Python names for its parameters, because their wire names are never sent.

    Fragments, which some documents use to distinguish paths, are removed because they are never sent
    either.
    """
    return re.sub(
        r"\{([^}]*)\}",
        lambda found: f"{{{method.names.arguments.get(('path', found[1]), found[1])}}}",
        encoded_path(method.operation.call.path.partition("#")[0]),
    )


def _settings(method: Method, imports: Imports, shared: SharedValues) -> Settings:
    operation = method.operation
    found: dict[str, code.Expression | None] = {}
    if operation.call.mount:
        found["root"] = code.Constant(operation.call.mount)
    if operation.servers:
        server = server_value(method, imports)
        found["server"] = shared.name(f"{method.constant}_SERVER", server)
    found["parameters"] = parameters_value(method, imports)
    found["request_body"] = request_body_value(method, imports)
    if accept := accepted(method):
        found["accept"] = code.Constant(accept)
    found["responses"] = responses_value(method, imports)
    streamed = method.streamed_content()
    if streamed is not None and method.asks_for_stream() is not None:
        found["stream"] = stream_value(method, streamed, imports)
    if operation.credentials != method.layout.usual_credentials:
        value = code.constant(operation.credentials)
        found["security"] = shared.name(f"{method.constant}_SECURITY", value)
    found |= _extensions(method, imports, shared)
    if operation.idempotent is not None:
        found["idempotent"] = code.Constant(operation.idempotent)
    found["inputs"] = _with_nulls(method, inputs_value(method, imports), imports)
    if limited := _bounds(method, imports):
        found["bounds"] = shared.name(f"{method.constant}_BOUNDS", limited)
    return {key: value for key, value in found.items() if value is not None}


def _extensions(method: Method, imports: Imports, shared: SharedValues) -> Settings:
    found: Settings = {}
    paging, batching = method.operation.pagination, method.operation.batching
    if paging:
        kind = method.core("paging.pagination", "Pagination", imports)
        value = code.call(kind, **_paging(paging, method, imports))
        found["pagination"] = shared.name(f"{method.constant}_PAGES", value)
    if batching:
        value = code.call(method.core("batch.operation", "Batching", imports), **_given(batching))
        found["batching"] = shared.name(f"{method.constant}_BATCHING", value)
    if split := method.operation.split:
        value = code.call(method.core("long_queries", "Split", imports), **_given(split))
        found["split"] = shared.name(f"{method.constant}_SPLIT", value)
    if method.operation.bucket and method.layout.has_rate_limits:
        found["bucket"] = code.Constant(method.operation.bucket)
    return found


def _paging(paging: Pagination, method: Method, imports: Imports) -> Settings:
    """Return how to get the next page, as arguments of a `Pagination` of the core."""
    given: Settings = {
        "cursor": code.constant(paging.cursor),
        "place": code.constant(paging.place),
        "next": code.constant(paging.next),
        "items": code.constant(paging.items),
    }
    for name in ("more", "total", "size", "size_with"):
        if value := getattr(paging, name):
            given[name] = code.constant(value)
    match paging.kind:
        case "cursor" if paging.window:
            window = method.core("window", "Window", imports)
            given["continues"] = code.call(window, **_given(paging.window))
        case "item":
            kind = method.core("paging.last_item", "LastItem", imports)
            given["continues"] = code.call(kind, pointer=code.constant(paging.next))
            given["next"] = code.constant("")
        case "page":
            numbers = {"start": code.constant(paging.start)}
            if paging.pages is not None:
                numbers["pages"] = code.constant(paging.pages)
            kind = method.core("paging.numbers", "PageNumbers", imports)
            given["continues"] = code.call(kind, **numbers)
        case "offset":
            kind = method.core("paging.numbers", "Offsets", imports)
            given["continues"] = code.call(kind, start=code.constant(paging.start))
        case "link":
            kind = method.core("paging.link_header", "LinkHeader", imports)
            given["continues"] = code.call(kind, relation=code.constant(paging.next))
            given["next"] = code.constant("")
        case "url":
            kind = method.core("paging.next_urls", "NextUrls", imports)
            given["continues"] = code.call(kind)
        case "cursor":
            pass
        case _:
            assert_never(paging.kind)
    return given


def _bounds(method: Method, imports: Imports) -> code.Dict | None:
    """Return the limits of arguments that can be checked before anything is sent.

    The limits of the inputs of a batch are omitted, because the call splits them into several requests.
    """
    batching = method.operation.batching
    inputs = batching.inputs if batching else None
    entries: list[tuple[code.Expression, code.Expression]] = []
    for each in method.arguments():
        found = bounds(each.type, each.constraints, method.layout.interned.api.schemas)
        if each.place == "path" or each.wire_name == inputs or not found:
            continue
        values = {key: _number(value) for key, value in found.items()}
        value = code.call(method.core("operation", "Bounds", imports), **values)
        entries.append((code.Constant(each.wire_name), value))
    return code.Dict(tuple(entries)) if entries else None


def _number(value: float) -> code.Constant:
    """Return a limit with at most 15 significant digits, as an integer if it has no fraction."""
    rounded = float(f"{value:.15g}")
    is_whole = rounded.is_integer() and abs(rounded) < 1e15
    return code.Constant(int(rounded) if is_whole else rounded)


def _with_nulls(
    method: Method, inputs: code.Call | None, imports: Imports
) -> code.Expression | None:
    """Return the value that prepares arguments, with the replacement of None in the body."""
    nulls = method.operation.nulls
    if nulls is None:
        return inputs
    given: Settings = {"at": code.constant(nulls.at), "value": code.Constant(nulls.value)}
    if inputs is not None:
        given["then"] = inputs
    return code.call(method.core("nulls", "Nulls", imports), **given)


def _given(facts: Batching | Split | Window) -> Settings:
    """Return the arguments for a class of the core that has the same fields. Defaults are omitted."""
    found: Settings = {}
    for member in fields(facts):
        value: Any = getattr(facts, member.name)
        if member.default is NODEFAULT or value != member.default:
            found[member.name] = code.constant(value)
    return found


def constant_name(prefix: tuple[str, ...], method: str) -> str:
    """Return the name of the constant of an operation: ``BATCH_CREATE``. No argument has such a name."""
    name = "_".join((*prefix, method.strip("_"))).upper()
    return name if name.isupper() else f"OPERATION_{name}"
