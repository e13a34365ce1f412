"""Look up the operations of a configuration in a document."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.diagnostics import SpecloomError
from specloom.documents.document import Node

_DEEPEST = 20
"""The maximum depth to which the parts of a schema are searched."""


def operation_at(root: Node, method: str, path: str) -> Node | None:
    """Return an operation, or None if the document does not have it."""
    return root.at(("paths", path, method))


def has_parameter(root: Node, method: str, path: str, name: str) -> bool:
    """Return whether an operation, or its path item, has a query parameter."""
    for around in (("paths", path), ("paths", path, method)):
        found = root.at((*around, "parameters"))
        for each in found.elements() if found is not None else ():
            parameter = followed(each)
            if parameter is not None and parameter.text("name") == name:
                if parameter.text("in") == "query":
                    return True
    return False


def body_schema(operation: Node) -> Node | None:
    """Return the schema of a JSON body."""
    body = operation.get("requestBody")
    return _json_schema(followed(body)) if body is not None else None


def success(operation: Node) -> Node | None:
    """Return the first successful response."""
    responses = operation.get("responses")
    for status, response in responses.items() if responses is not None else ():
        if status.startswith("2"):
            return followed(response)
    return None


def success_schema(operation: Node) -> Node | None:
    """Return the schema of the first successful response in JSON."""
    return _json_schema(success(operation))


def content_of(response: Node | None, media_type: str) -> Node | None:
    """Return the content of a response in a media type."""
    return response.at(("content", media_type)) if response is not None else None


def has_property(schema: Node | None, path: tuple[str, ...]) -> bool:
    """Return whether a schema declares a property, by the names of the nested properties on its path."""
    if schema is None:
        return False
    if not path:
        return True
    return any(has_property(found, path[1:]) for found in _properties(schema, path[0], 0))


def followed(node: Node | None) -> Node | None:
    """Return the target of the references of a node, or None if it is not in the document."""
    try:
        return node.follow() if node is not None else None
    except SpecloomError:
        return None


def _json_schema(node: Node | None) -> Node | None:
    content = node.get("content") if node is not None else None
    for media_type, found in content.items() if content is not None else ():
        if media_type.partition(";")[0].endswith("json"):
            return found.get("schema")
    return None


def _properties(schema: Node, name: str, depth: int) -> Iterator[Node]:
    found = followed(schema)
    if found is None or depth > _DEEPEST or not isinstance(found.value, dict):
        return
    own = found.at(("properties", name))
    if own is not None:
        yield own
    for keyword in ("allOf", "anyOf", "oneOf"):
        parts = found.get(keyword)
        for each in parts.elements() if parts is not None else ():
            yield from _properties(each, name, depth + 1)
