"""Plan the view of one operation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from specloom.documents.document import Node
from specloom.ir import (
    ApiVersion,
    Operation,
    Response,
    SecurityRequirement,
    SecurityScheme,
    default_address,
    is_whole,
)
from specloom.project.model import Project
from specloom.python.operations.calls import OperationCall
from specloom.python.operations.prose import ERRORS
from specloom.python.operations.servers import default_url, host_of
from specloom.reference.calls.client import Opening, client_code
from specloom.reference.calls.curl import Credential, curl
from specloom.reference.calls.example import Examples
from specloom.reference.calls.literals import json_text
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
    BodyView,
    FieldView,
    Limit,
    OperationView,
    ResponseView,
    SchemeView,
    Snippet,
)

_PLACES = ("path", "query", "header", "cookie")
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
    scopes = _scopes(operation)
    access = text_of(facts, "scopes") or text_of(facts_of(info, EXTENSION), "scopes")
    responses = [_response(operation, each, context) for each in operation.responses]
    is_success = [_is_success(each.status, operation) for each in operation.responses]
    server = server_of(operation, version)
    example = context.examples.request(operation, call)
    body = operation.request_body
    view = (
        context.fields.body(
            body.content, is_sent=True, description=body.description, required=body.required
        )
        if body is not None
        else None
    )
    if view is not None and example.has_body and example.media_type is not None:
        view = replace(view, example=json_text(example.body))
    return OperationView(
        id=anchor_of(call),
        title=operation.summary or f"{operation.method} {operation.path}",
        description="" if operation.description == operation.summary else operation.description,
        method=operation.method,
        path=operation.path,
        server=server,
        call=call.call,
        pages=call.pages,
        deprecated=operation.deprecated,
        schemes=tuple(
            tuple(_schemes(each, operation, version, context)) for each in operation.security
        ),
        scopes=scopes,
        access="" if scopes else access,
        parameters=tuple(_parameters(operation, call, context)),
        body=view,
        responses=tuple(each for each, good in zip(responses, is_success, strict=True) if good),
        errors=tuple(each for each, good in zip(responses, is_success, strict=True) if not good),
        limits=tuple(_limits(operation, context)),
        notes=(*strings(facts, "limits"), *strings(facts, "notes")),
        products=pairs(facts, "products"),
        snippets=tuple(_snippets(operation, call, version, server, context)),
    )


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


def _scopes(operation: Operation) -> tuple[tuple[str, ...], ...]:
    """Return the alternatives, each with the scopes that are needed together."""
    alternatives = dict.fromkeys(
        tuple(sorted({scope for _, names in each.schemes for scope in names}))
        for each in operation.security
    )
    return tuple(each for each in alternatives if each)


def _schemes(
    requirement: SecurityRequirement, operation: Operation, version: ApiVersion, context: Context
) -> Iterator[SchemeView]:
    for name, scopes in requirement.schemes:
        scheme = _declared(name, operation.document, version)
        if scheme is None:
            continue
        described = _descriptions(scheme, operation.document, context.sources)
        yield SchemeView(
            name=name,
            description=scheme.description,
            kind=scheme.type,
            sent=_sent(scheme),
            place=scheme.place or "header",
            scopes=tuple((each, described.get(each, "")) for each in scopes),
        )


def _declared(name: str, document: str, version: ApiVersion) -> SecurityScheme | None:
    named = [each for each in version.security_schemes if each.name == name]
    own = [each for each in named if each.location.document == document]
    return next(iter([*own, *named]), None)


def _descriptions(scheme: SecurityScheme, document: str, sources: Sources) -> dict[str, str]:
    """Return what the scopes of a scheme allow."""
    root = sources.root(document)
    place = ("components", "securitySchemes", scheme.name, "flows")
    flows = None if root is None else root.at(place)
    found: dict[str, str] = {}
    for _, flow in _items(flows):
        for name, each in _items(flow.at(("scopes",))):
            if isinstance(each.value, str):
                found.setdefault(name, each.value.strip())
    return found


def _items(node: Node | None) -> Iterator[tuple[str, Node]]:
    if node is not None and isinstance(node.value, dict):
        yield from node.items()


def _sent(scheme: SecurityScheme) -> str:
    """Return what a request sends."""
    if scheme.type == "apiKey":
        separator = "=" if scheme.place in ("query", "cookie") else ": "
        return f"{scheme.parameter}{separator}<key>"
    if scheme.type == "mutualTLS":
        return ""
    if scheme.scheme == "basic":
        return "Authorization: Basic <user:password>"
    kind = "Bearer" if scheme.scheme in (None, "bearer") else scheme.scheme
    return f"Authorization: {kind} <token>"


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
    credentials = tuple(_credentials(operation, version, context))
    yield Snippet("cURL", "shell", curl(operation, server or _NO_SERVER, example, credentials))
    client = context.project.package.client
    base = "" if server or operation.servers else _NO_SERVER
    opening = Opening(call.module, client, base, credentials)
    for is_async in (False, True):
        code = client_code(operation, call, opening, example, is_async=is_async)
        yield Snippet("Python async" if is_async else "Python", "python", code)


def _credentials(
    operation: Operation, version: ApiVersion, context: Context
) -> Iterator[Credential]:
    """Yield the credentials of the first alternative of an operation."""
    environment = context.project.environment
    prefix = context.project.package.client.upper()
    first = operation.credentials[0] if operation.credentials else ()
    for name in first:
        scheme = next((each for each in version.security_schemes if each.credential == name), None)
        argument = context.security.get(name)
        if scheme is None or argument is None or scheme.type == "mutualTLS":
            continue
        variable = environment.get(argument, f"{prefix}_{argument.upper()}")
        both = (f"{prefix}_USER", f"{prefix}_PASSWORD")
        yield Credential(scheme, argument, both if scheme.scheme == "basic" else (variable,))


def error_bodies(operations: tuple[OperationView, ...]) -> tuple[BodyView, ...]:
    """Return the bodies of errors, each model once."""
    found: dict[object, BodyView] = {}
    for operation in operations:
        for each in operation.errors:
            if each.body is not None and each.body.fields:
                found.setdefault(each.body.model or each.body.fields, each.body)
    return tuple(found.values())
