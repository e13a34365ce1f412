"""Find which schemas are used in requests and responses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import update_wrapper
from typing import TypeVar
from weakref import WeakKeyDictionary

from msgspec import Struct

from specloom.ir import (
    ApiVersion,
    Array,
    InternedApi,
    Map,
    Nullable,
    ObjectSchema,
    Operation,
    Property,
    Reference,
    Schema,
    SchemaId,
    Type,
    Union,
    types_in,
)
from specloom.naming.arguments import spread_body

Schemas = Mapping[SchemaId, Schema]
Found = TypeVar("Found")


def references(type_: Type) -> Iterator[SchemaId]:
    """Yield the schemas to which a type refers directly."""
    match type_:
        case Reference(schema):
            yield schema
        case Array(inner) | Map(inner) | Nullable(inner):
            yield from references(inner)
        case Union(members, tag):
            tagged = [each for _, each in tag.types] if tag else []
            for each in [*members, *tagged, *([tag.otherwise] if tag and tag.otherwise else [])]:
                yield from references(each)
        case _:
            return


class Usage(Struct, frozen=True):
    """The schemas in requests, whose models callers create, and the schemas in responses."""

    sent: frozenset[SchemaId]
    answered: frozenset[SchemaId]

    def takes_any_collection(self, schema: SchemaId) -> bool:
        """Return whether callers create a model, so that it must accept any sequence or mapping."""
        return schema in self.sent

    def is_required(self, property_: Property, schema: SchemaId) -> bool:
        """Return whether every instance of a model has a property.

        Read-only properties are set only by the server.
        """
        by_one_side = (property_.read_only and schema in self.sent) or (
            property_.write_only and schema in self.answered
        )
        return property_.required and not by_one_side


def _once(find: Callable[[InternedApi], Found]) -> Callable[[InternedApi], Found]:
    """Cache the result of a function for each API, as long as the API exists."""
    known: WeakKeyDictionary[InternedApi, Found] = WeakKeyDictionary()

    def found(interned: InternedApi) -> Found:
        if interned not in known:
            known[interned] = find(interned)
        return known[interned]

    return update_wrapper(found, find)


@_once
def usage_of(interned: InternedApi) -> Usage:
    """Return the schemas of requests and those of responses."""
    found, schemas = list(operations(interned)), interned.api.schemas
    return Usage(
        _reached((each for operation in found for each in sent(operation)), schemas),
        _reached((each for operation in found for each in answered(operation)), schemas),
    )


def emitted_schemas(version: ApiVersion, interned: InternedApi) -> tuple[SchemaId, ...]:
    """Return the schemas of a version that become models.

    A request body whose properties are the arguments of a call needs no model, unless something else
    refers to it.
    """
    spread = _only_spread(interned)
    return tuple(key for key in version.schemas if key not in spread)


@_once
def _only_spread(interned: InternedApi) -> frozenset[SchemaId]:
    """Return the request bodies whose properties are arguments, and to which nothing else refers."""
    schemas = interned.api.schemas
    spread = {
        body.id for operation in operations(interned) if (body := spread_body(operation, schemas))
    }
    others = [
        type_ for key, schema in schemas.items() for type_ in types_of(schema) if key not in spread
    ]
    in_answers = [each for operation in operations(interned) for each in answered(operation)]
    members = [type_ for key in spread for type_ in types_of(schemas[key])]
    whole = [
        each
        for operation in operations(interned)
        for each in sent(operation, with_body=spread_body(operation, schemas) is None)
    ]
    return frozenset(spread) - _reached([*others, *in_answers, *members, *whole], schemas)


def schemas_of(operations: Iterable[Operation], schemas: Schemas) -> frozenset[SchemaId]:
    """Return all schemas that the requests and responses of operations can contain."""
    types = (each for operation in operations for each in (*sent(operation), *answered(operation)))
    return _reached(types, schemas)


def operations(interned: InternedApi) -> Iterator[Operation]:
    """Yield the operations of all implementations."""
    for implementation in interned.implementations:
        yield from implementation.operations


def sent(operation: Operation, *, with_body: bool = True) -> Iterator[Type]:
    """Yield the types that a request of an operation refers to."""
    for parameter in operation.parameters:
        yield parameter.type
    if operation.request_body and with_body:
        yield from types_in(operation.request_body.content)


def answered(operation: Operation) -> Iterator[Type]:
    """Yield the types that the responses of an operation refer to."""
    for response in operation.responses:
        yield from types_in(response.content)
        if response.headers:
            yield Reference(response.headers)


def types_of(schema: Schema) -> list[Type]:
    """Return the types that a schema refers to."""
    if isinstance(schema, ObjectSchema):
        additional = [schema.additional] if schema.additional else []
        return [each.type for each in schema.properties] + additional
    return [schema.type]


def _reached(types: Iterable[Type], schemas: Schemas) -> frozenset[SchemaId]:
    waiting = list(types)
    found: set[SchemaId] = set()
    while waiting:
        for key in references(waiting.pop()):
            if key not in found:
                found.add(key)
                waiting += types_of(schemas[key])
    return frozenset(found)
