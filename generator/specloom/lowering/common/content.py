"""Find declarations of media types and parameters that clients do not support."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specloom.documents.document import Node
from specloom.lowering.common.media_types import notation_of

Unread = tuple[str, str, str, Node]

# OpenAPI ignores parameters with these names: media types and security declare them.
IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})
OF_PARTS = ("itemEncoding", "prefixEncoding")
STREAMS = ("events", "lines")
BODILESS = ("204", "205")


def content_media_type(node: Node) -> str:
    """Return the media type that a schema declares for a string without an encoding, or ""."""
    members = node.value if isinstance(node.value, dict) else {}
    declared = members.get("contentMediaType")
    if not isinstance(declared, str) or "contentEncoding" in members:
        return ""
    return declared.strip().lower()


def is_bytes(node: Node) -> bool:
    """Return whether a schema declares that a string is raw bytes, which OpenAPI 3.0 calls `binary`."""
    declared = content_media_type(node)
    return declared != "" and notation_of(declared) in ("bytes", "any", "multipart")


def part_media_types(schema: Node) -> Iterator[tuple[str, str]]:
    """Yield the properties of a form whose own schemas declare a media type."""
    for part in (schema, *_all_of(schema)):
        properties = part.follow().get("properties") if _is_object(part) else None
        for name, each in properties.items() if properties else ():
            found = each.follow()
            items = found.get("items") if _is_object(found) else None
            media_type = content_media_type(found if items is None else items.follow())
            if media_type and "*" not in media_type and media_type != "application/octet-stream":
                yield name, media_type


def without_files(holder: Node) -> Mapping[str, str]:
    """Return the media types of a request that cannot contain the files of its schema.

    Returns:
        The multipart form that is sent instead, by media type.
    """
    content = holder.get("content")
    members = list(content.items()) if content else []
    found: dict[str, str] = {}
    for form, node in members if len(members) > 1 else ():
        schema = node.get("schema")
        if schema is None or notation_of(form) != "multipart" or not _has_files(schema):
            continue
        for media_type, other in members:
            same = other.get("schema")
            if notation_of(media_type) in ("json", "form") and same and same.value == schema.value:
                found[media_type] = form
    return found


def _has_files(schema: Node) -> bool:
    """Return whether a property of a form is raw bytes, or an array of them."""
    for part in (schema, *_all_of(schema)):
        properties = part.follow().get("properties") if _is_object(part) else None
        for _, each in properties.items() if properties else ():
            items = each.follow().get("items") if _is_object(each) else None
            found = (each if items is None else items).follow()
            declared = found.value if isinstance(found.value, dict) else {}
            if declared.get("format") == "binary" or is_bytes(found):
                return True
    return False


def _all_of(schema: Node) -> list[Node]:
    among = schema.follow().get("allOf") if _is_object(schema) else None
    return list(among.elements()) if among is not None and isinstance(among.value, list) else []


def _is_object(node: Node) -> bool:
    return isinstance(node.follow().value, dict)


def unread_parameter(node: Node) -> Iterator[Unread]:
    """Yield headers that are set in another way, and values in an unsupported media type."""
    name = (node.text("name") or "").lower()
    if node.text("in") == "header" and name in IGNORED_HEADERS:
        message = f"the header parameter {node.text('name')!r} is ignored, as OpenAPI requires"
        hint = (
            "the media types and security schemes of the operation set this header; for one "
            "call, set it in options.headers"
        )
        yield "ignored-header", message, hint, node
    content = node.get("content")
    for media_type, _ in content.items() if content else ():
        if notation_of(media_type) not in ("json", "text"):
            message = f"a parameter cannot be serialized as {media_type}; it is sent as JSON"
            yield "skipped-content", message, "a string is sent unchanged", node


def unread_header(name: str, node: Node) -> Iterator[Unread]:
    """Yield a header of a response if its media type is not supported."""
    content = node.get("content")
    for media_type, _ in content.items() if content else ():
        if name.lower() != "content-type" and notation_of(media_type) not in ("json", "text"):
            message = f"a header cannot be parsed as {media_type}; it is parsed as JSON"
            yield "skipped-content", message, "a value that is not valid JSON is a string", node


def unread_content(holder: Node, *, sent: bool) -> Iterator[Unread]:
    """Yield media types that cannot be typed, and encodings of parts that are not supported."""
    content = holder.get("content")
    members = list(content.items()) if content else []
    untyped = ("bytes",) if sent else ("bytes", "form", "multipart")
    known = any(notation_of(each) not in (*untyped, "text") for each, _ in members)
    streams = [
        (media_type, node) for media_type, node in members if notation_of(media_type) in STREAMS
    ]
    for media_type, node in [] if sent else streams[1:]:
        message = f"{media_type} is never requested: clients request the stream {streams[0][0]}"
        hint = (
            "list the media type that clients should request first, in the document or by "
            "an overlay"
        )
        yield "skipped-content", message, hint, node
    for media_type, form in without_files(holder).items() if sent else ():
        message = f"{media_type} is never sent: it cannot contain the files of {form}"
        hint = "give the media type a schema of its own if it has other properties"
        yield "unused-content", message, hint, dict(members)[media_type]
    for media_type, node in members:
        if notation_of(media_type) in untyped and not known and _has_members(node.get("schema")):
            verb = "sent as bytes" if sent else "returned as bytes"
            message = f"{media_type} is {verb}, regardless of its schema"
            yield "untyped-content", message, "add a JSON media type if the API supports one", node
        items = node.get("itemSchema")
        if items is not None and notation_of(media_type) not in STREAMS:
            message = f"'itemSchema' is ignored: {media_type} is not a stream of items"
            yield "untyped-content", message, "describe the whole content in 'schema'", items
        for name in OF_PARTS:
            found = node.get(name)
            if found is not None:
                message = (
                    f"'{name}' is not supported: clients send and return the whole content "
                    "as bytes"
                )
                yield "ignored-encoding", message, "pass the encoded content as bytes", found
        yield from _headers(node.get("encoding"))


def unread_body(status: str, response: Node) -> Iterator[Unread]:
    """Yield the content of a response whose status allows no body."""
    content = response.get("content")
    if status in BODILESS and content is not None and content.value:
        message = f"a response with status {status} has no body; its content is ignored"
        yield "skipped-content", message, "declare the content for the status 200", content


def _headers(encoding: Node | None) -> Iterator[Unread]:
    """Yield the headers of parts, which a caller passes with the file."""
    if encoding is None or not isinstance(encoding.value, dict):
        return
    for _, each in encoding.items():
        headers = each.get("headers")
        if headers is not None and headers.value:
            message = "the headers of a part are not arguments of the method"
            hint = "set them in the file: File(name, content, media_type, headers)"
            yield "ignored-encoding", message, hint, headers


def _has_members(schema: Node | None) -> bool:
    found = schema.follow() if schema is not None else None
    value = found.value if found is not None else None
    return isinstance(value, dict) and bool({"properties", "allOf", "oneOf"} & value.keys())
