"""Lower how an operation is asked for a stream: a node in, `Streaming` where it can answer with one."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.documents.document import Node
from specloom.ir import Streaming
from specloom.lowering.extensions import PREFIX, stream
from specloom.media import form_of, is_stream

_DEPTH = 10


def streaming(node: Node) -> Streaming | None:
    """How an operation streams; None where it does not.

    Raises:
        SpecloomError: `invalid-extension`, where nothing that it answers with is a stream.
    """
    declared = stream(node)
    if not any(map(is_stream, _success_media_types(node))):
        extension = node.get(f"{PREFIX}stream")
        if extension is not None:
            raise extension.error(
                "invalid-extension",
                f"{PREFIX}stream is on an operation that answers with no stream",
                hint="declare text/event-stream or a media type of JSON lines among its responses",
            )
        return None
    argument, end = declared or ("stream", None)
    return Streaming(argument, end, by_default=_is_default(node, argument))


def _success_media_types(node: Node) -> Iterator[str]:
    responses = node.get("responses")
    for status, each in responses.items() if responses else ():
        if not status.startswith("2") and status != "default":
            continue
        content = each.follow().get("content")
        yield from content.mapping() if content else ()


def _is_default(node: Node, argument: str) -> bool:
    """Whether the request's member says that the server streams where it is left out."""
    body = node.get("requestBody")
    content = body.follow().get("content") if body is not None else None
    for media_type, each in content.items() if content else ():
        schema = each.get("schema")
        if form_of(media_type) == "json" and schema is not None:
            return any(member.get("default") is not None and member["default"].value is True
                       for member in _members(schema, argument, 0))  # fmt: skip
    return False


def _members(schema: Node, name: str, depth: int) -> Iterator[Node]:
    target = schema.follow()
    if depth > _DEPTH or not isinstance(target.value, dict):
        return
    properties = target.get("properties")
    found = properties.get(name) if properties else None
    if found is not None and isinstance(found.value, dict):
        yield found
    parts = target.get("allOf")
    for each in parts.elements() if parts else ():
        yield from _members(each, name, depth + 1)
