"""Plan the view of one operation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from specloom.ir import (
    ApiVersion,
    Operation,
    Response,
    default_address,
    is_whole,
)
from specloom.naming.words import split_words
from specloom.project.model import Project
from specloom.python.operations.calls import OperationCall
from specloom.python.operations.prose import ERRORS
from specloom.python.operations.servers import default_url, host_of
from specloom.reference.calls.client import Opening, client_code
from specloom.reference.calls.command_line import command
from specloom.reference.calls.curl import curl
from specloom.reference.calls.example import Examples
from specloom.reference.calls.literals import json_text
from specloom.reference.planning.authorization import credentials_of, schemes_of, scopes_of
from specloom.reference.planning.fields import Fields
from specloom.reference.planning.sources import (
    MISSING,
    Sources,
    example_of,
    facts_of,
    pairs,
    strings,
    text_of,
)
from specloom.reference.texts.messages import EXTENSION
from specloom.reference.views import (
    COMMAND_LINE,
    BodyView,
    FieldView,
    Limit,
    OperationView,
    ResponseView,
    Snippet,
)

_PLACES = ("path", "query", "header", "cookie")
_LONGEST_TITLE = 80
_NO_SERVER = "https://api.example.com"


class Context(Struct, frozen=True):
    """What planning an operation needs to know beyond the operation."""

    project: Project
    sources: Sources
    fields: Fields
    examples: Examples
    security: dict[str, str]


def plan_operation(
    operation: Operation, call: OperationCall, version: ApiVersion, context: Context
) -> OperationView:
    """Return the view of an operation."""
    node = context.sources.operation(operation.document, operation.method, operation.path)
    facts = facts_of(node, EXTENSION)
    info = context.sources.info(operation.document)
    scopes = scopes_of(operation)
    access = text_of(facts, "scopes") or text_of(facts_of(info, EXTENSION), "scopes")
    responses = [_response(operation, each, context) for each in operation.responses]
    is_success = [_is_success(each.status, operation) for each in operation.responses]
    server = server_of(operation, version)
    title = title_of(operation)
    return OperationView(
        id=anchor_of(call),
        title=title,
        description="" if operation.description == title else operation.description,
        method=operation.method,
        path=operation.path,
        server=server,
        call=call.call,
        pages=call.pages,
        deprecated=operation.deprecated,
        schemes=tuple(
            tuple(schemes_of(each, operation, version, context.sources))
            for each in operation.security
        ),
        scopes=scopes,
        access="" if scopes else access,
        parameters=tuple(_parameters(operation, call, context)),
        body=_request(operation, call, context),
        responses=tuple(each for each, good in zip(responses, is_success, strict=True) if good),
        errors=tuple(each for each, good in zip(responses, is_success, strict=True) if not good),
        limits=tuple(_limits(operation, context)),
        notes=(*strings(facts, "limits"), *strings(facts, "notes")),
        products=pairs(facts, "products"),
        snippets=tuple(_snippets(operation, call, version, server, context)),
    )


def _request(operation: Operation, call: OperationCall, context: Context) -> BodyView | None:
    """Return the view of the request body, with its example."""
    body = operation.request_body
    if body is None:
        return None
    view = context.fields.body(
        body.content, is_sent=True, description=body.description, required=body.required
    )
    example = context.examples.request(operation, call)
    if view is None or example.media_type is None:
        return view
    return replace(view, example=json_text(example.body))


def title_of(operation: Operation) -> str:
    """Return the summary of an operation, else a short description, else the words of its ID, else its path."""
    description = operation.description
    if operation.summary:
        return operation.summary
    if (
        description
        and len(description) <= _LONGEST_TITLE
        and not re.search(r"[\n<>`*_\[]", description)
    ):
        return description
    words = split_words(operation.operation_id or "")
    if words:
        title = " ".join(words)
        return title[:1].upper() + title[1:]
    return f"{operation.method} {operation.path}"


def anchor_of(call: OperationCall) -> str:
    """Return the anchor of an operation: the words of its call below the resource."""
    head, _, rest = call.call.partition(")") if "(" in call.call else call.call.partition(".")
    words = [each for each in rest.split(".") if each]
    return "-".join(words) or head.partition("(")[0]


def server_of(operation: Operation, version: ApiVersion) -> str:
    """Return the URL that the path of an operation follows, with the defaults of its variables."""
    own = next((default_address(each) for each in operation.servers if is_whole(each)), "")
    name = host_of(version, operation.document)
    host = next((each.server for each in version.hosts if each.name == name), None)
    return own or (default_address(host) if host else "") or default_url(version).rstrip("/")


def _is_success(status: str, operation: Operation) -> bool:
    if status == "default":
        return len(operation.responses) == 1
    return status[:1] in "123"


def _response(operation: Operation, response: Response, context: Context) -> ResponseView:
    body = context.fields.body(response.content, is_sent=False, description="", required=False)
    example = context.examples.response(operation, response)
    if body is not None and example is not MISSING:
        body = replace(body, example=json_text(example))
    is_error = not _is_success(response.status, operation)
    return ResponseView(
        status=response.status,
        description=response.description,
        body=body,
        headers=context.fields.headers(response.headers) if response.headers else (),
        exception=_exception(response.status, context.project) if is_error else "",
    )


def _exception(status: str, project: Project) -> str:
    own = project.errors.statuses.get(int(status)) if status.isdigit() else None
    if own is not None:
        return own
    if status[:1] == "5":
        return "InternalServerError"
    return ERRORS.get(status, "ApiStatusError")


def _parameters(
    operation: Operation, call: OperationCall, context: Context
) -> Iterator[tuple[str, tuple[FieldView, ...]]]:
    bound = dict(call.bound)
    for place in _PLACES:
        found = [*_in_root(operation, bound, context)] if place == "path" else []
        for each in operation.parameters:
            if each.place == place:
                node = context.sources.parameter(
                    operation.document, operation.method, operation.path, (place, each.wire_name)
                )
                value = bound.get(each.wire_name, "") if place == "path" else ""
                found.append(context.fields.parameter(each, node, value))
        if found:
            found.sort(key=lambda view: not view.required)
            yield place, tuple(found)


def _in_root(operation: Operation, bound: dict[str, str], context: Context) -> Iterator[FieldView]:
    """Yield the path parameters that the resource provides, which the IR does not repeat."""
    known = {each.wire_name for each in operation.parameters if each.place == "path"}
    for name in re.findall(r"\{([^{}]*)\}", operation.path):
        if name not in known:
            node = context.sources.parameter(
                operation.document, operation.method, operation.path, ("path", name)
            )
            value = bound.get(name) or example_of(node)
            yield FieldView(
                name=name,
                type="string",
                description=(node.text("description") or "").strip() if node is not None else "",
                required=True,
                example=str(value) if value is not MISSING else "",
            )


def _limits(operation: Operation, context: Context) -> Iterator[Limit]:
    batching, paging = operation.batching, operation.pagination
    if batching is not None:
        yield Limit("inputs", most=batching.limit)
        for name, most in batching.limit_with:
            yield Limit("inputs_with", most=most, text=name)
    if paging is not None:
        size = next((e for e in operation.parameters if e.wire_name == paging.size), None)
        if size is not None and size.constraints.maximum is not None:
            yield Limit("page", most=size.constraints.maximum)
        for name, most in paging.size_with:
            yield Limit("page_with", most=most, text=name)
        if paging.window is not None:
            yield Limit("results", most=paging.window.cap)
    rate = context.project.rate_limits.buckets.get(operation.bucket or "default")
    if rate is not None:
        yield Limit("rate", least=rate[1], most=rate[0])


def _snippets(
    operation: Operation, call: OperationCall, version: ApiVersion, server: str, context: Context
) -> Iterator[Snippet]:
    example = context.examples.request(operation, call)
    credentials = tuple(credentials_of(operation, version, context.project, context.security))
    yield Snippet("cURL", "shell", curl(operation, server or _NO_SERVER, example, credentials))
    client = context.project.package.client
    base = "" if server or operation.servers else _NO_SERVER
    opening = Opening(call.module, client, base, credentials)
    for is_async in (False, True):
        code = client_code(operation, call, opening, example, is_async=is_async)
        yield Snippet("Python async" if is_async else "Python", "python", code)
    if "command_line" in context.project.package.features:
        program = (*_program(call, context.project), *(("--base-url", base) if base else ()))
        yield Snippet(COMMAND_LINE, "shell", command(operation, call, program, example))


def _program(call: OperationCall, project: Project) -> tuple[str, ...]:
    """Return the program of the package, with the version if it is not the default one."""
    is_default = call.version == project.default_version
    name = project.package.distribution
    return (name,) if is_default else (name, "--version", call.version)


def error_bodies(operations: tuple[OperationView, ...]) -> tuple[BodyView, ...]:
    """Return the bodies of errors, each model once."""
    found: dict[object, BodyView] = {}
    for operation in operations:
        for each in operation.errors:
            if each.body is not None and each.body.fields:
                found.setdefault(each.body.model or each.body.fields, each.body)
    return tuple(found.values())
