"""Replace the schema ids that nodes of the IR refer to. A node without changes is returned unchanged."""

from __future__ import annotations

from collections.abc import Mapping
from operator import is_
from typing import TypeAlias, TypeVar, assert_never

from specloom.ir import (
    AliasSchema,
    Array,
    EnumSchema,
    Events,
    Lines,
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
Content: TypeAlias = tuple[MediaType, ...]

Each = TypeVar("Each")
Retyped = TypeVar("Retyped", Property, Parameter)


def rewrite_type(type_: Type, to: Targets) -> Type:
    """Return the type with its references replaced by those in `to`."""
    match type_:
        case Primitive() | Literal() | Unknown():
            return type_
        case Array(inner) | Map(inner) | Nullable(inner):
            found = rewrite_type(inner, to)
            return type_ if found is inner else type(type_)(found)
        case Reference(schema):
            return type_ if to[schema] == schema else Reference(to[schema])
        case Union(members, tag):
            return changed(
                type_,
                members=_all(members, tuple([rewrite_type(each, to) for each in members])),
                tag=None if tag is None else _rewrite_tag(tag, to),
            )
        case _:
            assert_never(type_)


def _rewrite_tag(tag: Tag, to: Targets) -> Tag:
    otherwise = None if tag.otherwise is None else rewrite_type(tag.otherwise, to)
    types = tuple((value, rewrite_type(each, to)) for value, each in tag.types)
    same = all(one is other for (_, one), (_, other) in zip(tag.types, types, strict=True))
    return changed(tag, types=tag.types if same else types, otherwise=otherwise)


def rewrite_schema(schema: Schema, to: Targets) -> Schema:
    """Return the schema with its references replaced."""
    match schema:
        case ObjectSchema():
            additional = None if schema.additional is None else rewrite_type(schema.additional, to)
            return changed(
                schema, properties=_retyped(schema.properties, to), additional=additional
            )
        case EnumSchema():
            return schema
        case AliasSchema():
            return changed(schema, type=rewrite_type(schema.type, to))
        case _:
            assert_never(schema)


class Rewriting:
    """Replaces the references of resources. Content that several operations share is rewritten once."""

    def __init__(self, to: Targets) -> None:
        self._to = to
        # By identity, since to hash content takes as long as to rewrite it.
        self._contents: dict[int, tuple[Content, Content]] = {}

    def resource(self, resource: Resource) -> Resource:
        """Return the resource with the references of its operations and sub-resources replaced."""
        operations = tuple([self.operation(each) for each in resource.operations])
        children = tuple([self.resource(each) for each in resource.children])
        return changed(
            resource,
            operations=_all(resource.operations, operations),
            children=_all(resource.children, children),
            parameters=_retyped(resource.parameters, self._to),
        )

    def operation(self, operation: Operation) -> Operation:
        """Return the operation with the references of its parameters and bodies replaced."""
        body = operation.request_body
        responses = tuple([self._response(each) for each in operation.responses])
        return changed(
            operation,
            parameters=_retyped(operation.parameters, self._to),
            request_body=None if body is None else self._body(body),
            responses=_all(operation.responses, responses),
        )

    def _body(self, body: RequestBody) -> RequestBody:
        content = self._content(body.content)
        return body if content is body.content else changed(body, content=content)

    def _response(self, response: Response) -> Response:
        content, headers = self._content(response.content), response.headers
        if headers is not None:
            return changed(response, content=content, headers=self._to[headers])
        return response if content is response.content else changed(response, content=content)

    def _content(self, content: Content) -> Content:
        known = self._contents.get(id(content))
        if known is None:
            found = _all(content, tuple([self._media_type(each) for each in content]))
            known = self._contents[id(content)] = (
                content,
                found,
            )  # keeps the content, so that its identity is not used again
        return known[1]

    def _media_type(self, media_type: MediaType) -> MediaType:
        media_type = changed(media_type, type=self._optional(media_type.type))
        match media_type:
            case Lines(items=items):
                return changed(media_type, items=self._optional(items))
            case Events(items=items, by_name=types):
                by_name = tuple([(name, rewrite_type(each, self._to)) for name, each in types])
                return changed(media_type, items=self._optional(items), by_name=by_name or types)
            case _:
                return media_type

    def _optional(self, type_: Type | None) -> Type | None:
        return None if type_ is None else rewrite_type(type_, self._to)


def _retyped(members: tuple[Retyped, ...], to: Targets) -> tuple[Retyped, ...]:
    found: list[Retyped] = []
    for each in members:
        type_ = rewrite_type(each.type, to)
        found.append(each if type_ is each.type else changed(each, type=type_))
    return _all(members, tuple(found))


def _all(before: tuple[Each, ...], after: tuple[Each, ...]) -> tuple[Each, ...]:
    """Return the changed members, or the same tuple if none has changed."""
    return before if all(map(is_, before, after)) else after
