"""Lower the operations of one document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from msgspec.structs import replace

from specloom.diagnostics import Collector, Diagnostic, Severity, SpecloomError
from specloom.documents.document import Document, Node
from specloom.ir import (
    Array,
    Parameter,
    Place,
    Scalar,
    Type,
    UncalledOperation,
    Unknown,
    default_address,
    usual_server,
)
from specloom.ir.changing import changed
from specloom.ir.words import Words, operation_mark
from specloom.lowering.common.content import IGNORED_HEADERS
from specloom.lowering.common.extensions import (
    ON_OPERATIONS,
    batching,
    check_extensions,
    idempotent,
    nulls,
    rate_limit_bucket,
    split,
)
from specloom.lowering.common.members import PREFIX
from specloom.lowering.common.pagination import pagination
from specloom.lowering.common.texts import constraints, description_of, same_value, text
from specloom.lowering.document.security import ResolvedSecurity, Security
from specloom.lowering.document.servers import lower_servers
from specloom.lowering.operations.bodies import lower_request_body, lower_response
from specloom.lowering.operations.streaming import streaming
from specloom.lowering.reuse.repeating import Origin, repeated
from specloom.lowering.schemas.schemas import Schemas
from specloom.lowering.schemas.words import words_of_component
from specloom.sharing.identities import OperationKey

MOST_SEGMENTS = 64
"""The maximum number of literal segments of a path; each is a sub-resource of the previous one."""

EXPLODED = ("form", "cookie")
DEFAULT_STYLE = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}


def lower_operations(
    document: Document, schemas: Schemas, credentials: Mapping[str, str], collector: Collector
) -> Iterator[UncalledOperation]:
    """Yield all operations in the document's order, without their calls.

    `credentials` contains the credential that a security scheme sends, if that is not the scheme's own.
    """
    security = Security(document, credentials)
    usual = usual_server(lower_servers(document.root_node()))
    usual_address = default_address(usual) if usual else ""
    for path, item, method, node, key in schemas.shared.identities.operations(document):
        with collector.item():
            try:
                _check_length(path, node)
                resolved = security.resolved(node)
                operation = _shared_operation(path, method, node, item, schemas, resolved, key)
                schemas.finish()
            except SpecloomError as error:
                schemas.warnings.extend(_omitted(method, path, error))
                continue
            if operation.servers:
                operation = changed(operation, usual_address=usual_address)
            yield _in_path_order(operation)


def _check_length(path: str, node: Node) -> None:
    words = [each for each in path.split("/") if each and not each.startswith("{")]
    if len(words) > MOST_SEGMENTS:
        raise node.error(
            "too-deep",
            f"the path has more than {MOST_SEGMENTS} nested resources",
            hint="shorten the path of the operation",
        )


def _in_path_order(operation: UncalledOperation) -> UncalledOperation:
    """Return the operation with its path parameters first, in the order of the path."""
    names = re.findall(r"\{([^{}]*)\}", operation.path)
    order = {name: names.index(name) for name in names}
    return changed(
        operation,
        parameters=tuple(
            sorted(
                operation.parameters,
                key=lambda each: (
                    order.get(each.wire_name, len(order)) if each.place == "path" else len(order)
                ),
            )
        ),
    )


def _omitted(method: str, path: str, error: SpecloomError) -> Iterator[Diagnostic]:
    """Report that an operation is omitted. An invalid extension of specloom is an error."""
    pointers = [each.location.pointer for each in error.diagnostics if each.location]
    if any(token.startswith(PREFIX) for pointer in pointers for token in pointer):
        raise error
    for each in error.diagnostics:
        message = f"{method} {path} is omitted: {each.message}"
        yield replace(each, message=message, severity=Severity.OMITTED)


def _shared_operation(
    path: str,
    method: str,
    node: Node,
    item: Node,
    schemas: Schemas,
    resolved: ResolvedSecurity,
    key: OperationKey | None,
) -> UncalledOperation:
    """Return an operation.

    An equal one of another document is reused, unless classes were created for it.
    """
    known = schemas.shared.operations
    if key is not None and key in known:
        return repeated(known[key], path, node, item, resolved)
    before = schemas.state()
    made = _operation(path, method, node, item, schemas, resolved)
    if key is not None and before == schemas.state():
        known[key] = made
    return made.operation


def _operation(
    path: str, method: str, node: Node, item: Node, schemas: Schemas, resolved: ResolvedSecurity
) -> Origin:
    check_extensions(node, ON_OPERATIONS)
    words = (operation_mark(method, path),)
    security, credentials = resolved
    parameters = _parameters(node, item, schemas, path, words)
    body, declared_responses = node.get("requestBody"), _declared_responses(node)
    request_body = None if body is None else lower_request_body(body, schemas, words)
    responses = tuple(lower_response(*each, schemas, words) for each in declared_responses)
    operation = UncalledOperation(
        document=node.document.path,
        method=method,
        path=path,
        location=node.location,
        operation_id=node.text("operationId"),
        summary=text(node, "summary") or text(item, "summary"),
        description=text(node, "description") or text(item, "description"),
        parameters=tuple(parameter for parameter, _ in parameters),
        request_body=request_body,
        responses=responses,
        security=security,
        credentials=credentials,
        pagination=(paging := pagination(node)),
        batching=batching(node),
        idempotent=idempotent(node),
        bucket=rate_limit_bucket(node),
        nulls=nulls(node),
        split=split(node, [each for each, _ in parameters], paging.items if paging else ""),
        streaming=streaming(node, request_body, responses),
        servers=lower_servers(node, item),
        tags=node.texts("tags"),
        deprecated=node.flag("deprecated"),
    )
    parts = [each for _, each in parameters]
    parts += [] if body is None else [body]
    parts += [each for _, each in declared_responses]
    return Origin(operation, node.pointer, item.pointer, tuple(each.pointer for each in parts))


def _parameters(
    node: Node, item: Node, schemas: Schemas, path: str, words: Words
) -> list[tuple[Parameter, Node]]:
    """Return the parameters with their nodes.

    Parameters of the operation override those of its path item. Inline schemas of the latter are named
    after the path.
    """
    found: dict[tuple[str, str], tuple[Parameter, Node]] = {}
    for holder in (item, node):
        declared = holder.get("parameters")
        for each in declared.elements() if declared else ():
            target = each.follow()
            own = (operation_mark("", path),) if holder is item else words
            parameter = _shared_parameter(target, schemas, words_of_component(target) or own)
            if parameter.place == "header" and parameter.wire_name.lower() in IGNORED_HEADERS:
                continue
            found[parameter.place, parameter.wire_name] = parameter, target
    return list(found.values())


def _shared_parameter(node: Node, schemas: Schemas, words: Words) -> Parameter:
    """Return a parameter.

    An equal one of another document is reused, unless classes were created for it.
    """
    known, key = schemas.shared.parameters, schemas.shared.identities.key(node)
    if key is not None and key in known:
        return changed(known[key], location=node.location)
    before = schemas.state()
    parameter = _parameter(node, schemas, words)
    if key is not None and before == schemas.state():
        known[key] = parameter
    return parameter


def _parameter(node: Node, schemas: Schemas, words: Words) -> Parameter:
    name, place = node.text("name") or "", node.text("in") or ""
    if place not in DEFAULT_STYLE:
        raise node["in"].error(
            "unknown-location",
            f"unknown parameter location {place!r}",
            hint="write 'in: path', 'in: query', 'in: header' or 'in: cookie'",
        )
    media_type, described = _represented(node)
    schema = described.get("schema")
    style = node.text("x-specloom-style") or node.text("style") or DEFAULT_STYLE[place]
    named = words if words_of_component(node) else (*words, name)
    kind: Type = schemas.type(schema, named) if schema is not None else Unknown()
    default = None
    for each in same_value(schema) if schema is not None else ():
        default = default or (each.get("default") if isinstance(each.value, dict) else None)
    described_by = node if schema is None else schema
    return Parameter(
        wire_name=name,
        place=cast(Place, place),
        type=kind,
        required=node.flag("required") or place == "path",
        style=style,
        explode=node.flag("explode", style in EXPLODED),
        location=node.location,
        description=text(node, "description") or description_of(described_by),
        constraints=constraints(described_by),
        default=_default(default),
        deprecated=node.flag("deprecated"),
        media_type=media_type,
        allow_reserved=node.flag("allowReserved"),
        allow_empty=node.flag("allowEmptyValue") and isinstance(kind, Array),
    )


def _represented(node: Node) -> tuple[str, Node]:
    """Return the media type of a parameter with `content`, and the node with its schema."""
    content = node.get("content")
    if content is not None and "schema" not in node.mapping():
        for media_type, described in content.items():
            return media_type.strip().lower(), described
    return "", node


def _default(node: Node | None) -> Scalar | tuple[Scalar, ...]:
    if node is None or isinstance(node.value, dict):
        return None
    if isinstance(node.value, list):
        scalars = [each for each in node.value if not isinstance(each, (list, dict))]
        return tuple(scalars)
    return node.value


def _declared_responses(node: Node) -> list[tuple[str, Node]]:
    declared = node.get("responses")
    responses = declared.items() if declared else ()
    return [(status, each) for status, each in responses if not status.startswith("x-")]
