"""Lower the bodies of requests and responses, and decide how each media type is sent or read."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.documents.document import Node
from specloom.ir import (
    Bytes,
    Events,
    Form,
    Json,
    Lines,
    MediaType,
    Multipart,
    Primitive,
    PropertyEncoding,
    RequestBody,
    Response,
    Text,
    Type,
    Unspecified,
    Upload,
    Xml,
)
from specloom.ir.words import ITEM, REQUEST, Words, response_mark
from specloom.lowering.common.content import BODILESS, part_media_types, without_files
from specloom.lowering.common.media_types import Notation, essence_of, normalized, notation_of
from specloom.lowering.common.texts import text
from specloom.lowering.operations.events import event_types, union_of
from specloom.lowering.operations.headers import lower_headers
from specloom.lowering.operations.xml import xml_table
from specloom.lowering.schemas.schemas import Schemas
from specloom.lowering.schemas.words import words_of_component

BINARY = Primitive("string", "binary")
MERGE_PATCH = "application/merge-patch+json"


def lower_request_body(declared: Node, schemas: Schemas, words: Words) -> RequestBody:
    """Lower the request body of an operation; `words` name the classes that inline schemas need."""
    body = declared.follow()
    named = words_of_component(body) or (*words, REQUEST)
    return RequestBody(
        required=body.flag("required"),
        content=_content(body, schemas, named, is_sent=True),
        location=declared.location,
        description=text(body, "description"),
    )


def lower_response(status: str, declared: Node, schemas: Schemas, words: Words) -> Response:
    """Lower one response of an operation; `words` name the classes that inline schemas need."""
    response = declared.follow()
    status = status.upper() if status != "default" else status
    named = words_of_component(response) or (*words, response_mark(status))
    return Response(
        status=status,
        content=() if status in BODILESS else _content(response, schemas, named, is_sent=False),
        location=declared.location,
        description=text(response, "description"),
        headers=lower_headers(response, schemas, words),
    )


def _content(
    holder: Node, schemas: Schemas, words: Words, *, is_sent: bool
) -> tuple[MediaType, ...]:
    """Return the media types of a body.

    Those of an equal body in another document are reused, unless classes were created for them.
    """
    node = holder.get("content")
    if node is None:
        return ()
    known = schemas.shared.sent if is_sent else schemas.shared.answered
    key = schemas.shared.identities.key(node)
    if key is not None and key in known:
        return known[key]
    before = schemas.state()
    omitted = frozenset(without_files(holder) if is_sent else ())
    declared = [(name, each) for name, each in node.items() if name not in omitted]
    is_choice = is_sent and len(declared) > 1
    content = tuple(
        [
            _media_type(media_type, each, schemas, words, is_sent=is_sent, is_choice=is_choice)
            for media_type, each in declared
        ]
    )
    if key is not None and before == schemas.state():
        known[key] = content
    return content


def _media_type(
    declared: str,
    node: Node,
    schemas: Schemas,
    words: Words,
    *,
    is_sent: bool,
    is_choice: bool,
) -> MediaType:
    """Return one media type. `is_choice` is true if a request may be sent in another media type as well."""
    name, notation = normalized(declared), notation_of(declared)
    items, events = _items(node, notation, schemas, words)
    schema = node.get("schema")
    type_ = schemas.type(schema, words) if schema is not None else None
    if is_sent and _is_upload(notation, type_, is_choice=is_choice):
        return Upload(name, type_, may_be_text=notation in ("any", "text"))
    match notation:
        case "json":
            essence = essence_of(name)
            return Json(name, type_, essence.endswith("patch+json"), essence == MERGE_PATCH)
        case "any":
            return Unspecified(name, type_)
        case "form":
            return Form(name, type_, tuple(_declared_encoding(node)))
        case "multipart":
            return Multipart(name, type_, tuple(_part_encoding(node)))
        case "lines":
            return Lines(name, type_, items)
        case "events":
            return Events(name, type_, items, events)
        case "xml":
            return Xml(name, type_, xml_table(schema) if schema is not None else "")
        case "text":
            return Text(name, type_)
        case "bytes":
            return Bytes(name, type_)


def _is_upload(notation: Notation, type_: Type | None, *, is_choice: bool) -> bool:
    """Return whether a caller passes the body exactly as it is sent.

    If a request may be sent in several media types, one whose schema is a binary string is bytes,
    regardless of its name.
    """
    if notation == "any":
        return type_ in (None, BINARY)
    return notation == "bytes" or (is_choice and type_ == BINARY)


def _items(
    node: Node, notation: Notation, schemas: Schemas, words: Words
) -> tuple[Type | None, tuple[tuple[str, Type], ...]]:
    """Return the type of the items of a stream.

    For server-sent events with a schema, also return the types of their data by the names of the events.
    """
    item = node.get("itemSchema") if notation in ("lines", "events") else None
    if item is None:
        return None, ()
    events = event_types(item, schemas, words) if notation == "events" else ()
    if events:
        return union_of(type_ for _, type_ in events), events
    return schemas.type(item, (*words, ITEM)), ()


def _part_encoding(node: Node) -> Iterator[tuple[str, PropertyEncoding]]:
    """Yield how parts are serialized: by their encoding, or else by their own schemas."""
    declared = dict(_declared_encoding(node))
    yield from declared.items()
    schema = node.get("schema")
    for name, found in dict(part_media_types(schema)).items() if schema is not None else ():
        if name not in declared:
            yield name, PropertyEncoding(content_type=found, is_text=_is_text(found))


def _declared_encoding(media_type: Node) -> Iterator[tuple[str, PropertyEncoding]]:
    declared = media_type.get("encoding")
    for name, each in declared.items() if declared and isinstance(declared.value, dict) else ():
        content_type = (each.text("contentType") or "").strip()
        explode = each.get("explode")
        encoding = PropertyEncoding(
            content_type=content_type,
            style=each.text("x-specloom-style") or each.text("style") or "",
            explode=None if explode is None else each.flag("explode"),
            allow_reserved=each.flag("allowReserved"),
            is_text=_is_text(content_type),
        )
        if encoding != PropertyEncoding():
            yield name, encoding


def _is_text(content_types: str) -> bool:
    """Return whether one of the content types of a part, separated by commas, is not that of a file."""
    listed = [each for each in content_types.split(",") if each.strip()]
    return any(notation_of(each) not in ("bytes", "any") for each in listed)
