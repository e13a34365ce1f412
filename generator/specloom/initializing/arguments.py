"""Make the properties of request bodies arguments of calls, as they are with Stainless."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.documents.document import Node
from specloom.initializing.configuration import Configuration
from specloom.initializing.document import body_schema, followed, operation_at
from specloom.initializing.settings import Settings, at

_DESCRIPTION = (
    "Each property of this body becomes an argument. Without this action, the body is one "
    "argument, a mapping that can have other properties."
)

_ALTERNATIVE = "The body is sent as JSON; its form in this media type is not specified."


def take_arguments(configuration: Configuration, document: Node, settings: Settings) -> None:
    """Disallow additional properties in request bodies that allow any.

    Media types without a schema are removed if there is JSON too, because a body that may have any
    content is one argument.
    """
    closed: set[str] = set()
    for method in configuration.methods:
        operation = operation_at(document, method.method, method.path)
        if operation is None:
            continue
        for content in _without_schema(operation):
            target = at(*content.pointer)
            if target not in closed:
                closed.add(target)
                settings.change(target, _ALTERNATIVE, None)
        schema = followed(body_schema(operation))
        if schema is None or not isinstance(schema.value, dict):
            continue
        value = schema.value
        if not value.get("properties") or value.get("additionalProperties") not in (True, {}):
            continue
        target = at(*schema.pointer, "additionalProperties")
        if target not in closed:
            closed.add(target)
            settings.change(target, _DESCRIPTION, None)


def _without_schema(operation: Node) -> Iterator[Node]:
    """Yield the media types of a body that have no schema, if JSON has one."""
    body = followed(operation.get("requestBody"))
    content = body.get("content") if body is not None else None
    if content is None or body_schema(operation) is None:
        return
    for _, each in content.items():
        if each.value == {}:
            yield each
