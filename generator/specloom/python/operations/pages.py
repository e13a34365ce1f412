"""Find the types of the items of pages and of batch results, at JSON pointers into the response."""

from __future__ import annotations

from collections.abc import Mapping

from specloom.diagnostics import SpecloomError
from specloom.ir import (
    AliasSchema,
    Array,
    Map,
    Nullable,
    ObjectSchema,
    Operation,
    Reference,
    Schema,
    SchemaId,
    Type,
    Unknown,
    usual_content,
)

Schemas = Mapping[SchemaId, Schema]


def item_type(operation: Operation, schemas: Schemas) -> Type:
    """Return the type of the items of a page of an operation.

    Raises:
        SpecloomError: the pointer of the pagination does not lead to an array of the response.
    """
    assert operation.pagination is not None
    return _items(operation, operation.pagination.items, "items of x-specloom-pagination", schemas)


def result_type(operation: Operation, schemas: Schemas) -> Type | None:
    """Return the type of the result of a batch for one input, or None if there is no result.

    Raises:
        SpecloomError: the pointer of the batch does not lead to an array of the response.
    """
    assert operation.batching is not None
    pointer = operation.batching.results
    if pointer is None:
        return None
    return _items(operation, pointer, "results of x-specloom-batch", schemas)


def _items(operation: Operation, pointer: str, what: str, schemas: Schemas) -> Type:
    found: Type | None = _page(operation)
    for token in pointer.split("/")[1:]:
        found = _member(found, token, schemas)
    found = _resolved(found, schemas)
    if isinstance(found, Array):
        return found.items
    if isinstance(found, Unknown):
        return found
    raise SpecloomError.of(
        "invalid-extension",
        f"the {what} at {pointer} are not an array in the response",
        hint="write the JSON pointer of an array, with the names of the document",
        location=operation.location,
    )


def _page(operation: Operation) -> Type:
    for response in operation.responses:
        chosen = usual_content(response.content)
        if response.status.startswith("2") and chosen and chosen.type:
            return chosen.type
    return Unknown()


def _member(type_: Type | None, token: str, schemas: Schemas) -> Type | None:
    resolved = _resolved(type_, schemas)
    match resolved:
        case Map(values):
            return values
        case Unknown():
            return resolved
        case Reference(schema):
            found = schemas[schema]
            members = found.properties if isinstance(found, ObjectSchema) else ()
            return next((each.type for each in members if each.wire_name == token), None)
        case _:
            return None


def _resolved(type_: Type | None, schemas: Schemas) -> Type | None:
    """Resolve aliases and null. A reference that remains leads to an object."""
    while True:
        if isinstance(type_, Nullable):
            type_ = type_.type
        elif isinstance(type_, Reference) and isinstance(schemas[type_.schema], AliasSchema):
            alias = schemas[type_.schema]
            assert isinstance(alias, AliasSchema)
            type_ = alias.type
        else:
            return type_
