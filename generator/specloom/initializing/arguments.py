"""Have the members of bodies be arguments of calls, as they are with Stainless."""

from __future__ import annotations

from specloom.documents.document import Node
from specloom.initializing.configuration import Configuration
from specloom.initializing.document import body_schema, followed, operation_at
from specloom.initializing.settings import Settings, at

_DESCRIPTION = (
    "The members of this body are arguments. Without this action the body is one argument, "
    "a mapping that may have other members."
)


def take_arguments(configuration: Configuration, document: Node, settings: Settings) -> None:
    """Close the objects that are bodies and open to members of any name."""
    closed: set[str] = set()
    for method in configuration.methods:
        operation = operation_at(document, method.method, method.path)
        schema = followed(body_schema(operation)) if operation is not None else None
        if schema is None or not isinstance(schema.value, dict):
            continue
        value = schema.value
        if not value.get("properties") or value.get("additionalProperties") not in (True, {}):
            continue
        target = at(*schema.pointer, "additionalProperties")
        if target not in closed:
            closed.add(target)
            settings.change(target, _DESCRIPTION, None)
