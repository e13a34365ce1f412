"""Recognise what error bodies contain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from specloom.diagnostics import SpecloomError
from specloom.documents.document import Document, Node
from specloom.documents.specification import declared_operations
from specloom.initializing.properties import properties_of, property_named
from specloom.initializing.settings import Update

_MESSAGES = (
    "message",
    "detail",
    "error_description",
    "error_message",
    "errormessage",
    "title",
    "errorsummary",
)
_CATEGORIES = ("category", "code", "type", "error_code", "errorcode", "error", "status")
_CORRELATIONS = (
    "correlationid",
    "correlation_id",
    "request_id",
    "requestid",
    "trace_id",
    "traceid",
)


class Errors(Struct, frozen=True):
    """The schema of most error bodies, and the value of `x-specloom-error` for it."""

    schema: str
    count: int
    total: int
    extension: Update


def recognise_errors(document: Document) -> Errors | None:
    """Return the error body of most operations of a document.

    Return None if no error body has a message.
    """
    counts: Counter[str] = Counter()
    schemas: dict[str, Node] = {}
    total = 0
    for _, _, _, operation in declared_operations(document):
        try:
            found = dict(_error_schemas(operation))
        except SpecloomError:
            continue
        total += bool(found)
        counts.update(found.keys())
        schemas |= found
    for name, count in counts.most_common():
        schema = schemas[name]
        extension = _error_extension(schema)
        if extension is not None:
            return Errors(name, count, total, extension)
    return None


def _error_schemas(operation: Node) -> Iterator[tuple[str, Node]]:
    responses = operation.get("responses")
    for status, each in responses.items() if responses is not None else ():
        if status[:1] not in ("4", "5", "d"):
            continue
        content = each.follow().get("content")
        for media_type, described in content.items() if content is not None else ():
            schema = described.get("schema") if "json" in media_type else None
            reference = schema.reference() if schema is not None else None
            if reference is not None and reference.pointer[:2] == ("components", "schemas"):
                yield reference.pointer[2], reference


def _error_extension(schema: Node) -> Update | None:
    if schema.follow().get("x-specloom-error") is not None:
        return None
    properties = dict(properties_of(schema))
    message = property_named(properties, _MESSAGES, ("string",))
    if message is None:
        return None
    found: Update = {"message": message}
    category = property_named(properties, _CATEGORIES, ("string", "integer"))
    if category is not None:
        found["category"] = category
    correlation = property_named(properties, _CORRELATIONS, ("string",))
    if correlation is not None:
        found["correlationId"] = correlation
    return found
