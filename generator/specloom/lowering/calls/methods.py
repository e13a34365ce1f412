"""Name the method of a call whose path has no verb, by the verb of its operationId or by its HTTP method."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from specloom.ir import (
    AliasSchema,
    Array,
    Nullable,
    ObjectSchema,
    Reference,
    Schema,
    SchemaId,
    Type,
    UncalledOperation,
)
from specloom.ir.bodies import Bytes, Text
from specloom.lowering.calls.verbs import is_plural, own_verb, plain, words_of

NAMES = {
    "POST": "create",
    "PUT": "replace",
    "PATCH": "update",
    "DELETE": "delete",
    "HEAD": "head",
    "OPTIONS": "options",
    "TRACE": "trace",
}
"""The default name for each HTTP method."""

ITEMS = frozenset("""
    _embedded collection content data docs documents edges elements entities entries hits items members
    nodes objects page records resources results rows value values
    """.split())
"""Properties of a response that contain the items of a page."""


class Target(Struct, frozen=True):
    """The object of an operation: one item, or all items of a resource.

    `word` is the last word of its path. `is_collection` is true for the root of a resource, regardless
    of its word.
    """

    word: str
    ends_in_parameter: bool
    is_collection: bool

    @property
    def is_whole(self) -> bool:
        """Whether the operation acts on all items of a resource."""
        return self.is_collection or (not self.ends_in_parameter and is_plural(self.word))


def method_name(
    operation: UncalledOperation, target: Target, schemas: Mapping[SchemaId, Schema]
) -> str:
    """Return the name of the method for an operation."""
    method = operation.method
    own = own_verb(operation.operation_id or "", method)
    if method == "GET":
        return _get(operation, target, schemas, own)
    if method == "POST":
        return _post(operation, target, own)
    name = own or NAMES.get(method, method.lower())
    # The plain verb is for one item: a forgotten argument must not empty a collection.
    return f"{name}_all" if method == "DELETE" and target.is_whole else name


def _get(
    operation: UncalledOperation, target: Target, schemas: Mapping[SchemaId, Schema], own: str
) -> str:
    if operation.pagination:
        return "list"
    answer = _answer(operation)
    found = _plain_type(answer, schemas) if answer else None
    if isinstance(found, Array):
        return "list"
    if target.ends_in_parameter:
        return "get"
    if own == "list":
        return "list"
    if isinstance(found, ObjectSchema):
        return "list" if _is_page(found, target, schemas) else "get"
    return "get"


def _post(operation: UncalledOperation, target: Target, own: str) -> str:
    if not target.ends_in_parameter:
        # What updates a plural does not update one of them.
        return own if own and (own != "update" or not is_plural(target.word)) else "create"
    if own:
        return own
    creates = any(each.status == "201" for each in operation.responses)
    return "create" if creates or words_of(operation.summary)[:1] == ("create",) else "update"


def _answer(operation: UncalledOperation) -> Type | None:
    """Return the type of the first content of a successful response.

    If a document declares no successful response, its default response is one. The type of content that a call
    returns as bytes or as a string does not matter, even if its schema is an array.
    """
    declared = sorted(operation.responses, key=lambda each: each.status)
    successful = [each for each in declared if each.status.startswith("2")]
    for response in successful or [each for each in declared if each.status == "default"]:
        for each in response.content:
            return None if isinstance(each, (Bytes, Text)) else each.type
    return None


def _plain_type(
    type_: Type | None, schemas: Mapping[SchemaId, Schema]
) -> Type | ObjectSchema | None:
    """Resolve a type through references, aliases and null."""
    seen: set[SchemaId] = set()
    while True:
        if isinstance(type_, Nullable):
            type_ = type_.type
        elif isinstance(type_, Reference) and type_.schema not in seen:
            seen.add(type_.schema)
            schema = schemas.get(type_.schema)
            if isinstance(schema, ObjectSchema):
                return schema
            type_ = schema.type if isinstance(schema, AliasSchema) else None
        else:
            return type_


def _is_page(schema: ObjectSchema, target: Target, schemas: Mapping[SchemaId, Schema]) -> bool:
    """Return whether an object is a page.

    A page has an array with a usual name, or with the name of the resource.
    """
    arrays = {
        plain(each.wire_name)
        for each in schema.properties
        if isinstance(_plain_type(each.type, schemas), Array)
    }
    word = plain(target.word)
    named = any(each == word or each.endswith(f"_{word}") for each in arrays)
    return bool(arrays & ITEMS) or (target.is_whole and named)
