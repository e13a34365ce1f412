"""Plan the constants of operations: a method in, its `NAME = Operation(...)` out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import NODEFAULT
from msgspec.structs import fields

from specloom.ir import Batching, Window
from specloom.python.bodies import accepted, request_body_text, responses_text, stream_text
from specloom.python.bounds import bounds
from specloom.python.docstrings import literal
from specloom.python.imports import Imports
from specloom.python.inputs import inputs_text
from specloom.python.method import Method
from specloom.python.parameters import parameters_text
from specloom.python.paths import encoded_path
from specloom.python.servers import server_text
from specloom.python.views import ConstantView


def constant_view(method: Method, imports: Imports, shared: dict[str, str]) -> ConstantView:
    """The module's `NAME: Operation[...] = Operation(...)`; `shared` names equal values."""
    operation = method.operation
    kind = "PagedOperation" if operation.pagination else "Operation"
    kind = "BatchOperation" if operation.batching else kind
    class_name = imports.name(method.layout.core("operation"), kind, otherwise="_")
    parts = [literal(operation.method), literal(_path(method))]
    parts += [f"{key}={value}" for key, value in _settings(method, imports, shared)]
    annotation = f"{class_name}[{method.type_arguments(imports)}]"
    return ConstantView(f"{method.constant}: {annotation} = {class_name}({', '.join(parts)})")


def _path(method: Method) -> str:
    """The path with the names of arguments in it, for names in a path are never sent.

    Nor are fragments, by which some documents tell paths apart.
    """
    return re.sub(
        r"\{([^}]*)\}",
        lambda found: f"{{{method.names.arguments.get(('path', found[1]), found[1])}}}",
        encoded_path(method.operation.call.path.partition("#")[0]),
    )


def _settings(method: Method, imports: Imports, shared: dict[str, str]) -> list[tuple[str, str]]:
    operation = method.operation
    settings: list[tuple[str, str]] = []
    if operation.call.mount:
        settings.append(("root", str(operation.call.mount)))
    if operation.servers:
        settings.append(
            (
                "server",
                _shared(imports, shared, f"{method.constant}_SERVER", server_text(method, imports)),
            )
        )
    parameters = parameters_text(method, imports)
    if parameters:
        settings.append(("parameters", parameters))
    body = request_body_text(method, imports)
    if body:
        settings.append(("request_body", body))
    accept = accepted(method)
    if accept:
        settings.append(("accept", literal(accept)))
    settings.append(("responses", responses_text(method, imports)))
    streamed = method.streamed_content()
    if streamed is not None and method.asks_for_stream() is not None:
        settings.append(("stream", stream_text(method, streamed, imports)))
    if operation.credentials != method.layout.usual_credentials:
        alternatives = literal(operation.credentials)
        settings.append(
            ("security", _shared(imports, shared, f"{method.constant}_SECURITY", alternatives))
        )
    settings += _extensions(method, imports, shared)
    if operation.idempotent is not None:
        settings.append(("idempotent", str(operation.idempotent)))
    inputs = inputs_text(method, imports)
    if inputs:
        settings.append(("inputs", inputs))
    limited = _bounds(method, imports)
    if limited:
        settings.append(("bounds", _shared(imports, shared, f"{method.constant}_BOUNDS", limited)))
    return settings


def _extensions(method: Method, imports: Imports, shared: dict[str, str]) -> list[tuple[str, str]]:
    settings: list[tuple[str, str]] = []
    paging, batching = method.operation.pagination, method.operation.batching
    if paging:
        name = imports.name(method.layout.core("operation"), "Pagination", otherwise="_")
        value = (
            f"{name}(cursor={literal(paging.cursor)}, place={literal(paging.place)}, "
            f"next={literal(paging.next)}, items={literal(paging.items)}"
        )
        value += f", more={literal(paging.more)}" if paging.more else ""
        value += f", window={_window(method, paging.window, imports)})" if paging.window else ")"
        settings.append(("pagination", _shared(imports, shared, f"{method.constant}_PAGES", value)))
    if batching:
        name = imports.name(method.layout.core("operation"), "Batching", otherwise="_")
        value = f"{name}({', '.join(_given(batching))})"
        settings.append(
            ("batching", _shared(imports, shared, f"{method.constant}_BATCHING", value))
        )
    if method.operation.bucket:
        settings.append(("bucket", literal(method.operation.bucket)))
    return settings


def _window(method: Method, window: Window, imports: Imports) -> str:
    name = imports.name(method.layout.core("operation"), "Window", otherwise="_")
    return f"{name}({', '.join(_given(window))})"


def _bounds(method: Method, imports: Imports) -> str:
    """The limits of arguments that can be checked before anything is sent.

    Those of the inputs of a batch are no limits of the call, which sends several requests.
    """
    batching = method.operation.batching
    inputs = batching.inputs if batching else None
    entries: list[str] = []
    for each in method.arguments():
        found = bounds(each.type, each.constraints, method.layout.interned.api.schemas)
        if each.place == "path" or each.wire_name == inputs or not found:
            continue
        values = ", ".join(f"{key}={value:.15g}" for key, value in found.items())
        name = imports.name(method.layout.core("operation"), "Bounds", otherwise="_")
        entries.append(f"{literal(each.wire_name)}: {name}({values})")
    return f"{{{', '.join(entries)}}}" if entries else ""


def _given(facts: Batching | Window) -> Iterator[str]:
    """The arguments of what the core knows by the same members; defaults are left out."""
    for member in fields(facts):
        value: Any = getattr(facts, member.name)
        if member.default is NODEFAULT or value != member.default:
            yield f"{member.name}={literal(value)}"


def _shared(imports: Imports, shared: dict[str, str], name: str, value: str) -> str:
    """The name of a module constant with this value; it is made if there is none."""
    known = shared.get(value)
    if known is None:
        known = shared[value] = imports.define(name)
    return known


def constant_name(prefix: tuple[str, ...], method: str) -> str:
    """The module constant of an operation: ``BATCH_CREATE``; never a name that an argument has."""
    name = "_".join((*prefix, method.strip("_"))).upper()
    return name if name.isupper() else f"OPERATION_{name}"
