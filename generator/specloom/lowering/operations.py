"""Lower the operations of one document: path item nodes in, `Operation`s of the IR out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from specloom.diagnostics import Collector, Diagnostic, Severity, SpecloomError
from specloom.documents.document import Document, Node
from specloom.documents.grammar import declared_operations
from specloom.ir import (
    Array,
    Call,
    Encoding,
    MediaType,
    Operation,
    Parameter,
    Place,
    RequestBody,
    Response,
    Scalar,
    SecurityRequirement,
    SecurityScheme,
    Type,
    Unknown,
)
from specloom.lowering.content import IGNORED_HEADERS
from specloom.lowering.extensions import (
    ON_OPERATIONS,
    ON_SECURITY_SCHEMES,
    PREFIX,
    batching,
    check_extensions,
    idempotent,
    oauth_flow,
    pagination,
    rate_limit_bucket,
)
from specloom.lowering.headers import lower_headers
from specloom.lowering.schemas import Schemas
from specloom.lowering.servers import lower_servers
from specloom.lowering.texts import constraints, text
from specloom.lowering.xml import is_xml, xml_table

EXPLODED = ("form", "cookie")
DEFAULT_STYLE = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
# The certificate that mutual TLS asks for is the transport's.
SILENT = ("mutualTLS",)
UNPLACED = Call((), "", "", "")


def lower_operations(
    document: Document, schemas: Schemas, credentials: Mapping[str, str], collector: Collector
) -> Iterator[Operation]:
    """All operations in the document's order, not yet placed in a resource.

    `credentials` says for a security scheme which credential it carries, where that is not its own.
    """
    root = document.root_node()
    default_security = root.get("security")
    carried = _carried(root, credentials)
    for path, item, method, node in declared_operations(document):
        with collector.item():
            try:
                security = tuple(_security(node.get("security") or default_security))
                operation = _operation(path, method, node, item, schemas, security, carried)
                schemas.finish()
            except SpecloomError as error:
                schemas.warnings.extend(_omitted(method, path, error))
                continue
            yield operation


def _omitted(method: str, path: str, error: SpecloomError) -> Iterator[Diagnostic]:
    """Leave out an operation that has no form; a mistake in an extension of ours is an error."""
    pointers = [each.location.pointer for each in error.diagnostics if each.location]
    if any(token.startswith(PREFIX) for pointer in pointers for token in pointer):
        raise error
    for each in error.diagnostics:
        message = f"{method} {path} is left out: {each.message}"
        yield replace(each, message=message, severity=Severity.OMITTED)


def _operation(
    path: str,
    method: str,
    node: Node,
    item: Node,
    schemas: Schemas,
    security: tuple[SecurityRequirement, ...],
    carried: Mapping[str, str],
) -> Operation:
    check_extensions(node, ON_OPERATIONS)
    words = _words(path, method.lower())
    return Operation(
        document=node.document.path,
        method=method,
        path=path,
        call=UNPLACED,
        location=node.location,
        operation_id=node.text("operationId"),
        summary=text(node, "summary") or text(item, "summary"),
        description=text(node, "description") or text(item, "description"),
        parameters=tuple(_parameters(node, item, schemas, words)),
        request_body=_request_body(node, schemas, words),
        responses=tuple(_responses(node, schemas, words)),
        security=security,
        credentials=_credentials(security, carried),
        pagination=pagination(node),
        batching=batching(node),
        idempotent=idempotent(node),
        bucket=rate_limit_bucket(node),
        servers=lower_servers(node, item),
        tags=node.texts("tags"),
        deprecated=node.flag("deprecated"),
    )


def _words(path: str, method: str) -> tuple[str, ...]:
    """Words for a class that an inline schema of this operation may need."""
    literals = [part for part in path.split("/") if part and not part.startswith("{")]
    return (*literals[-2:], method)


def _parameters(
    node: Node, item: Node, schemas: Schemas, words: tuple[str, ...]
) -> Iterator[Parameter]:
    """Those of the operation override those of its path item; path parameters first, in path order."""
    found: dict[tuple[str, str], Parameter] = {}
    for holder in (item, node):
        declared = holder.get("parameters")
        for each in declared.elements() if declared else ():
            parameter = _shared_parameter(each.follow(), schemas, words)
            if parameter.place == "header" and parameter.wire_name.lower() in IGNORED_HEADERS:
                continue
            found[parameter.place, parameter.wire_name] = parameter
    yield from found.values()


def _shared_parameter(node: Node, schemas: Schemas, words: tuple[str, ...]) -> Parameter:
    """A parameter, by what another document made of an equal one; not where a class was made of it."""
    known, key = schemas.shared.parameters, schemas.shared.alike.key(node)
    if key is not None and key in known:
        return replace(known[key], location=node.location)
    before = schemas.state()
    parameter = _parameter(node, schemas, words)
    if key is not None and before == schemas.state():
        known[key] = parameter
    return parameter


def _parameter(node: Node, schemas: Schemas, words: tuple[str, ...]) -> Parameter:
    name, place = node.text("name") or "", node.text("in") or ""
    if place not in DEFAULT_STYLE:
        raise node["in"].error(
            "unknown-place",
            f"a parameter cannot be in {place!r}",
            hint="use path, query, header or cookie",
        )
    media_type, described = _represented(node)
    schema = described.get("schema")
    style = node.text("x-specloom-style") or node.text("style") or DEFAULT_STYLE[place]
    kind: Type = schemas.type(schema, (*words, name)) if schema is not None else Unknown()
    default = schema.follow().get("default") if schema is not None else None
    return Parameter(
        wire_name=name,
        place=cast(Place, place),
        type=kind,
        required=node.flag("required") or place == "path",
        style=style,
        explode=node.flag("explode", style in EXPLODED),
        location=node.location,
        description=text(node, "description"),
        constraints=constraints(schema.follow()) if schema is not None else constraints(node),
        default=_default(default),
        deprecated=node.flag("deprecated"),
        media_type=media_type,
        allow_reserved=node.flag("allowReserved"),
        allow_empty=node.flag("allowEmptyValue") and isinstance(kind, Array),
    )


def _represented(node: Node) -> tuple[str, Node]:
    """The media type of a parameter that is written as a document, and the node with its schema."""
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


def _request_body(node: Node, schemas: Schemas, words: tuple[str, ...]) -> RequestBody | None:
    declared = node.get("requestBody")
    if declared is None:
        return None
    body = declared.follow()
    return RequestBody(
        required=body.flag("required"),
        content=_shared_content(body, schemas, (*words, "request")),
        location=declared.location,
        description=text(body, "description"),
    )


def _responses(node: Node, schemas: Schemas, words: tuple[str, ...]) -> Iterator[Response]:
    declared = node.get("responses")
    for status, each in declared.items() if declared else ():
        if status.startswith("x-"):
            continue
        response = each.follow()
        suffix = "response" if status[:1] in "123" else "error"
        yield Response(
            status=status.upper() if status != "default" else status,
            content=_shared_content(response, schemas, (*words, suffix)),
            location=each.location,
            description=text(response, "description"),
            headers=lower_headers(response, schemas, words),
        )


def _shared_content(
    holder: Node, schemas: Schemas, words: tuple[str, ...]
) -> tuple[MediaType, ...]:
    """What a body holds, by what another document made of equal content; not where a class was made."""
    node = holder.get("content")
    if node is None:
        return ()
    known, key = schemas.shared.content, schemas.shared.alike.key(node)
    if key is not None and key in known:
        return known[key]
    before = schemas.state()
    content = tuple(_content(node, schemas, words))
    if key is not None and before == schemas.state():
        known[key] = content
    return content


def _content(node: Node, schemas: Schemas, words: tuple[str, ...]) -> Iterator[MediaType]:
    for media_type, each in node.items():
        schema, item = each.get("schema"), each.get("itemSchema")
        yield MediaType(
            media_type=_media_type(media_type),
            type=schemas.type(schema, words) if schema is not None else None,
            items=schemas.type(item, (*words, "item")) if item is not None else None,
            encoding=tuple(_encoding(each)),
            xml=xml_table(schema) if schema is not None and is_xml(media_type.lower()) else "",
        )


def _media_type(declared: str) -> str:
    """Type and subtype in small letters; parameters as they are, for some servers compare them."""
    bare, semicolon, parameters = declared.strip().partition(";")
    return bare.lower() + semicolon + parameters


def _encoding(media_type: Node) -> Iterator[tuple[str, Encoding]]:
    declared = media_type.get("encoding")
    for name, each in declared.items() if declared and isinstance(declared.value, dict) else ():
        style = each.text("x-specloom-style") or each.text("style") or ""
        explode = each.get("explode")
        encoding = Encoding(
            content_type=(each.text("contentType") or "").strip(),
            style=style,
            explode=None if explode is None else each.flag("explode"),
            allow_reserved=each.flag("allowReserved"),
        )
        if encoding != Encoding():
            yield name, encoding


def _security(node: Node | None) -> Iterator[SecurityRequirement]:
    for requirement in node.elements() if node else ():
        yield SecurityRequirement(
            tuple((name, requirement.texts(name)) for name, _ in requirement.items())
        )


def _credentials(
    security: tuple[SecurityRequirement, ...], carried: Mapping[str, str]
) -> tuple[tuple[str, ...], ...]:
    alternatives = (
        (carried.get(name, name) for name, _ in requirement.schemes) for requirement in security
    )
    needed = (tuple(name for name in dict.fromkeys(each) if name) for each in alternatives)
    return tuple(dict.fromkeys(needed))


def _carried(root: Node, credentials: Mapping[str, str]) -> dict[str, str]:
    """The credential of each scheme, by its name; "" where a request carries none."""
    declared = root.at(("components", "securitySchemes"))
    schemes = {name: each.follow() for name, each in declared.items()} if declared else {}
    silent = {name: "" for name, each in schemes.items() if each.text("type") in SILENT}
    return {**credentials, **silent}


def lower_security_schemes(
    document: Document, credentials: Mapping[str, str]
) -> Iterator[SecurityScheme]:
    """The security schemes of a document."""
    declared = document.root_node().at(("components", "securitySchemes"))
    for name, each in declared.items() if declared else ():
        node = each.follow()
        check_extensions(node, ON_SECURITY_SCHEMES)
        place = node.text("in")
        if node.text("type") in SILENT:
            continue
        yield SecurityScheme(
            name=name,
            credential=credentials.get(name, name),
            type=node.text("type") or "",
            location=node.location,
            scheme=(node.text("scheme") or "").lower() or None,
            place=cast(Place, place) if place in ("query", "header", "cookie") else None,
            parameter=node.text("name"),
            description=text(node, "description"),
            flow=oauth_flow(node),
        )
