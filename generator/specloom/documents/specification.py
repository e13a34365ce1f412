"""The objects of OpenAPI documents: which property contains which kind of object.

There is one table for this, so that a `$ref` in an example or a property called `example` is not
mistaken for something else.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct

from specloom.documents.document import Document, Json, Node


class Kind(Enum):
    """The kinds of objects in an OpenAPI document that can be, or contain, targets of a `$ref`."""

    # Members are compared by identity. The hash of an Enum is a call in Python, of the member's name.
    __hash__ = object.__hash__

    OPENAPI = auto()
    COMPONENTS = auto()
    PATHS = auto()
    PATH_ITEM = auto()
    OPERATION = auto()
    PARAMETER = auto()
    HEADER = auto()
    REQUEST_BODY = auto()
    MEDIA_TYPE = auto()
    ENCODING = auto()
    RESPONSES = auto()
    RESPONSE = auto()
    CALLBACK = auto()
    EXAMPLE = auto()
    LINK = auto()
    SECURITY_SCHEME = auto()
    SCHEMA = auto()


REFERABLE = frozenset(Kind) - {
    Kind.OPENAPI,
    Kind.COMPONENTS,
    Kind.PATHS,
    Kind.OPERATION,
    Kind.MEDIA_TYPE,
    Kind.ENCODING,
    Kind.RESPONSES,
}
"""The kinds that can be replaced by a Reference Object, or that have a `$ref` of their own."""


class One(Struct, frozen=True):
    """A property that contains one object of a kind."""

    kind: Kind


class Many(Struct, frozen=True):
    """A property that contains an array of objects of a kind."""

    kind: Kind


class Named(Struct, frozen=True):
    """A property that contains a map from any names to objects of a kind."""

    kind: Kind


Shape: TypeAlias = One | Many | Named


class Patterned(Struct, frozen=True):
    """An object whose keys are names, apart from extensions."""

    kind: Kind


METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The properties of a path item that are operations; OpenAPI 3.2 has further ones in `additionalOperations`."""

_CONTENT = Named(Kind.MEDIA_TYPE)
_EXAMPLES = Named(Kind.EXAMPLE)
_PARAMETER: Mapping[str, Shape] = {
    "schema": One(Kind.SCHEMA),
    "content": _CONTENT,
    "examples": _EXAMPLES,
}

_MEMBERS: Mapping[Kind, Mapping[str, Shape] | Patterned] = MappingProxyType(
    {
        Kind.OPENAPI: {
            "paths": One(Kind.PATHS),
            # Swagger 2.0 has these here, and documents that were converted from it.
            "definitions": Named(Kind.SCHEMA),
            "parameters": Named(Kind.PARAMETER),
            "responses": Named(Kind.RESPONSE),
            "webhooks": Named(Kind.PATH_ITEM),
            "components": One(Kind.COMPONENTS),
        },
        Kind.COMPONENTS: {
            "schemas": Named(Kind.SCHEMA),
            "responses": Named(Kind.RESPONSE),
            "parameters": Named(Kind.PARAMETER),
            "examples": _EXAMPLES,
            "requestBodies": Named(Kind.REQUEST_BODY),
            "headers": Named(Kind.HEADER),
            "securitySchemes": Named(Kind.SECURITY_SCHEME),
            "links": Named(Kind.LINK),
            "callbacks": Named(Kind.CALLBACK),
            "pathItems": Named(Kind.PATH_ITEM),
            "mediaTypes": _CONTENT,
        },
        Kind.PATHS: Patterned(Kind.PATH_ITEM),
        Kind.PATH_ITEM: {
            "parameters": Many(Kind.PARAMETER),
            **{method: One(Kind.OPERATION) for method in METHODS},
            "additionalOperations": Named(Kind.OPERATION),
        },
        Kind.OPERATION: {
            "parameters": Many(Kind.PARAMETER),
            "requestBody": One(Kind.REQUEST_BODY),
            "responses": One(Kind.RESPONSES),
            "callbacks": Named(Kind.CALLBACK),
        },
        Kind.PARAMETER: _PARAMETER,
        Kind.HEADER: _PARAMETER,
        Kind.REQUEST_BODY: {"content": _CONTENT},
        Kind.MEDIA_TYPE: {
            "schema": One(Kind.SCHEMA),
            "itemSchema": One(Kind.SCHEMA),
            "examples": _EXAMPLES,
            "encoding": Named(Kind.ENCODING),
        },
        Kind.ENCODING: {"headers": Named(Kind.HEADER)},
        Kind.RESPONSES: Patterned(Kind.RESPONSE),
        Kind.RESPONSE: {
            "schema": One(Kind.SCHEMA),  # Swagger 2.0
            "headers": Named(Kind.HEADER),
            "content": _CONTENT,
            "links": Named(Kind.LINK),
        },
        Kind.CALLBACK: Patterned(Kind.PATH_ITEM),
        Kind.EXAMPLE: {},
        Kind.LINK: {},
        Kind.SECURITY_SCHEME: {},
        Kind.SCHEMA: {
            **dict.fromkeys(
                ("properties", "patternProperties", "dependentSchemas", "$defs", "definitions"),
                Named(Kind.SCHEMA),
            ),
            **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), Many(Kind.SCHEMA)),
            **dict.fromkeys(
                (
                    "items",
                    "additionalProperties",
                    "not",
                    "if",
                    "then",
                    "else",
                    "contains",
                    "propertyNames",
                    "unevaluatedItems",
                    "unevaluatedProperties",
                    "contentSchema",
                ),
                One(Kind.SCHEMA),
            ),
        },
    }
)


def members_of(kind: Kind) -> Mapping[str, Shape] | Patterned:
    """Return the properties of a kind that contain objects, or the kind of its free keys."""
    return _MEMBERS[kind]


def operations_of(item: Node) -> Iterator[tuple[str, Node]]:
    """Yield the operations of a path item with their HTTP methods, those of RFC 9110 in upper case."""
    if not isinstance(item.value, dict):
        return
    for method in METHODS:
        if isinstance(item.value.get(method), dict):
            yield method.upper(), item[method]
    others = item.get("additionalOperations")
    if others is not None and isinstance(others.value, dict):
        for method, operation in others.items():
            if isinstance(operation.value, dict):
                yield method, operation


def declared_operations(document: Document) -> Iterator[tuple[str, Node, str, Node]]:
    """Yield the operations below `paths`: path, path item, method and operation."""
    paths = document.root_node().get("paths")
    for path, declared in paths.items() if paths is not None else ():
        if not path.startswith("x-"):
            item = declared.follow()
            for method, operation in operations_of(item):
                yield path, item, method, operation


def walk_objects(
    document: Document,
    leaving: frozenset[Kind] = frozenset(),
    closed: Container[int] = frozenset[int](),
) -> Iterator[tuple[Kind, Node]]:
    """Yield every object of the document with its kind, parents first, in the document's order.

    Objects of the kinds in `leaving` are skipped with everything in them, and everything inside of the values
    whose identities are in `closed`. Values of the wrong type are skipped too, because validation reports
    them. Boolean schemas are included.
    """
    return walk_from(Kind.OPENAPI, document.root_node(), leaving, closed)


def walk_from(
    kind: Kind,
    node: Node,
    leaving: frozenset[Kind] = frozenset(),
    closed: Container[int] = frozenset[int](),
) -> Iterator[tuple[Kind, Node]]:
    """Yield an object and every object in it with their kinds, parents first."""
    stack = [(kind, node)] if _is_object(kind, node.value) else []
    while stack:
        kind, node = stack.pop()
        yield kind, node
        if isinstance(node.value, dict) and id(node.value) not in closed:
            parts = _parts(kind, node, leaving)
            parts.reverse()
            stack += parts


def _parts(kind: Kind, node: Node, leaving: frozenset[Kind]) -> list[tuple[Kind, Node]]:
    """Return the objects directly in an object. Every document is walked several times, so this is fast."""
    assert isinstance(node.value, dict)
    document, pointer = node.document, node.pointer
    found: list[tuple[Kind, Node]] = []
    members = _MEMBERS[kind]
    if isinstance(members, Patterned):
        inner = members.kind
        if inner not in leaving:
            for key, value in node.value.items():
                if _is_object(inner, value) and not key.startswith("x-") and key != "$ref":
                    found.append((inner, Node(document, (*pointer, key), value)))
        return found
    for key, value in node.value.items():
        shape = members.get(key)
        if shape is None or shape.kind in leaving:
            continue
        inner = shape.kind
        if isinstance(shape, One):
            if _is_object(inner, value):
                found.append((inner, Node(document, (*pointer, key), value)))
        elif isinstance(shape, Named):
            for name, each in value.items() if isinstance(value, dict) else ():
                if _is_object(inner, each):
                    found.append((inner, Node(document, (*pointer, key, name), each)))
        else:
            for index, each in enumerate(value) if isinstance(value, list) else ():
                if _is_object(inner, each):
                    found.append((inner, Node(document, (*pointer, key, str(index)), each)))
    return found


def _is_object(kind: Kind, value: Json) -> bool:
    return isinstance(value, dict) or (kind is Kind.SCHEMA and isinstance(value, bool))
