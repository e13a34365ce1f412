"""Lower how a request requests a stream, and how the stream ends."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.documents.document import Node
from specloom.ir import Json, RequestBody, Response, Streaming, usual_content
from specloom.lowering.common.extensions import stream
from specloom.lowering.common.media_types import normalized
from specloom.lowering.common.members import PREFIX

_DEPTH = 10


def streaming(
    node: Node, body: RequestBody | None, responses: tuple[Response, ...]
) -> Streaming | None:
    """Return how an operation streams, or None if it does not.

    Raises:
        SpecloomError: `invalid-extension`, if none of its responses is a stream.
    """
    declared = stream(node)
    if not any(map(_may_be_stream, responses)):
        extension = node.get(f"{PREFIX}stream")
        if extension is not None:
            raise extension.error(
                "invalid-extension",
                f"'{PREFIX}stream' is set on an operation that does not return a stream",
                hint="declare a response with text/event-stream or a media type for JSON lines",
            )
        return None
    argument, end = declared or ("stream", None)
    return Streaming(argument, end, by_default=_is_default(node, body, argument))


def _may_be_stream(response: Response) -> bool:
    """Return whether a response is successful, or the default one, and can be a stream."""
    is_success = response.status.startswith("2") or response.status == "default"
    return is_success and any(each.is_stream for each in response.content)


def _is_default(node: Node, body: RequestBody | None, argument: str) -> bool:
    """Return whether the server streams if the property that requests it is omitted."""
    chosen = usual_content(body.content) if body is not None else None
    if not isinstance(chosen, Json):
        return False
    declared = node["requestBody"].follow()["content"].items()
    described = next(each for name, each in declared if normalized(name) == chosen.media_type)
    schema = described.get("schema")
    return schema is not None and any(
        each.get("default") is not None and each["default"].value is True
        for each in _members(schema, argument, 0)
    )


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
