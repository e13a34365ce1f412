"""Point references elsewhere: IR nodes and a mapping of schema ids in, the same nodes mapped out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, assert_never

from specloom.ir import (
    AliasSchema,
    Array,
    EnumSchema,
    Literal,
    Map,
    MediaType,
    Nullable,
    ObjectSchema,
    Operation,
    Parameter,
    Primitive,
    Property,
    Reference,
    RequestBody,
    Resource,
    Response,
    Schema,
    SchemaId,
    Tag,
    Type,
    Union,
    Unknown,
)
from specloom.ir.changing import changed

Targets = Mapping[SchemaId, SchemaId]


Node = TypeVar(
    "Node",
    ObjectSchema,
    AliasSchema,
    Resource,
    Operation,
    RequestBody,
    Response,
    MediaType,
    Property,
    Parameter,
)
Retyped = TypeVar("Retyped", Property, Parameter)


def rewrite_type(type_: Type, to: Targets) -> Type:
    """The type with each reference replaced by what `to` says of it."""
    match type_:
        case Primitive() | Literal() | Unknown():
            return type_
        case Array(items):
            return Array(rewrite_type(items, to))
        case Map(values):
            return Map(rewrite_type(values, to))
        case Reference(schema):
            return type_ if to[schema] == schema else Reference(to[schema])
        case Nullable(inner):
            return Nullable(rewrite_type(inner, to))
        case Union(members, tag):
            return Union(
                tuple(rewrite_type(each, to) for each in members),
                None if tag is None else _rewrite_tag(tag, to),
            )
        case _:
            assert_never(type_)


def _rewrite_tag(tag: Tag, to: Targets) -> Tag:
    otherwise = None if tag.otherwise is None else rewrite_type(tag.otherwise, to)
    types = tuple((value, rewrite_type(each, to)) for value, each in tag.types)
    return Tag(tag.property, types, otherwise)


def rewrite_schema(schema: Schema, to: Targets) -> Schema:
    """The schema with its references replaced."""
    match schema:
        case ObjectSchema():
            additional = None if schema.additional is None else rewrite_type(schema.additional, to)
            return _changed(
                schema, properties=_retyped(schema.properties, to), additional=additional
            )
        case EnumSchema():
            return schema
        case AliasSchema():
            return _changed(schema, type=rewrite_type(schema.type, to))
        case _:
            assert_never(schema)


def rewrite_resource(resource: Resource, to: Targets) -> Resource:
    """The resource with the references of its operations replaced, and so those below it."""
    return _changed(
        resource,
        operations=tuple(rewrite_operation(each, to) for each in resource.operations),
        children=tuple(rewrite_resource(each, to) for each in resource.children),
        parameters=_retyped(resource.parameters, to),
    )


def rewrite_operation(operation: Operation, to: Targets) -> Operation:
    """The operation with the references of its parameters and bodies replaced."""
    body = operation.request_body
    return _changed(
        operation,
        parameters=_retyped(operation.parameters, to),
        request_body=None if body is None else _changed(body, content=_content(body.content, to)),
        responses=tuple(
            _changed(
                each,
                content=_content(each.content, to),
                headers=None if each.headers is None else to[each.headers],
            )
            for each in operation.responses
        ),
    )


def _retyped(members: tuple[Retyped, ...], to: Targets) -> tuple[Retyped, ...]:
    return tuple(_changed(each, type=rewrite_type(each.type, to)) for each in members)


def _content(content: tuple[MediaType, ...], to: Targets) -> tuple[MediaType, ...]:
    return tuple(
        _changed(
            each,
            type=None if each.type is None else rewrite_type(each.type, to),
            items=None if each.items is None else rewrite_type(each.items, to),
        )
        for each in content
    )


def _changed(node: Node, **members: Any) -> Node:
    """The node with other members; itself where they are what it has, for most are."""
    same = all(getattr(node, name) == value for name, value in members.items())
    return node if same else changed(node, **members)
