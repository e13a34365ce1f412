"""Compute the shapes of operations and resources. Equal ones have equal shapes."""

from __future__ import annotations

import re
from typing import TypeAlias, assert_never

from msgspec import Struct

from specloom.interning.fingerprint import Fingerprint, digest, type_shape, written
from specloom.ir import (
    Bytes,
    Events,
    Form,
    Json,
    Lines,
    MediaType,
    Multipart,
    Operation,
    Parameter,
    Resource,
    ResourceKey,
    Response,
    Text,
    Unspecified,
    Upload,
    Xml,
)

Content: TypeAlias = tuple[MediaType, ...]


class Member(Struct, frozen=True, order=True):
    """A member of a resource: an operation or a sub-resource, by its word and its shape."""

    word: str
    shape: Fingerprint
    is_resource: bool = False


class Shaped(Struct, frozen=True):
    """A resource with the shapes of its members. Equal members mean equal resources."""

    key: ResourceKey
    resource: Resource
    members: frozenset[Member]
    children: tuple[Shaped, ...]

    @property
    def shape(self) -> Fingerprint:
        """The shape, the same for equal resources."""
        return digest(sorted(self.members))


class Shapes:
    """Computes the shapes of resources; content that several operations share is examined once.

    References must be interned already.
    """

    def __init__(self) -> None:
        self._contents: dict[int, tuple[Content, Fingerprint]] = {}

    def resource(self, version: str, words: tuple[str, ...], resource: Resource) -> Shaped:
        """Return the shape of a resource, and of its sub-resources."""
        children = tuple(
            self.resource(version, (*words, each.name), each) for each in resource.children
        )
        operations = (
            Member(each.call.name, digest(self._operation(each))) for each in resource.operations
        )
        below = (Member(each.resource.name, each.shape, True) for each in children)
        return Shaped((version, words), resource, frozenset((*operations, *below)), children)

    def _operation(self, operation: Operation) -> object:
        """Return everything that affects the code of a method. The name of the path parameter of an item does not."""
        body = operation.request_body
        return (
            operation.call.name,
            operation.method,
            operation.call.mount,
            re.sub(r"\{[^}]*\}", "{}", operation.call.path),
            tuple(_parameter_shape(each) for each in operation.parameters),
            None if body is None else (body.required, self._content(body.content)),
            tuple(
                (each.status, self._content(each.content), each.headers)
                for each in sorted(operation.responses, key=_status)
            ),
            operation.credentials,
            written(operation.pagination),
            written(operation.batching),
            operation.idempotent,
            operation.bucket,
            written(operation.nulls),
            written(operation.split),
            written(operation.streaming),
            written(operation.servers),
            operation.usual_address,
            operation.deprecated,
        )

    def _content(self, content: Content) -> Fingerprint:
        known = self._contents.get(id(content))
        if known is None:
            known = self._contents[id(content)] = content, digest(_content_shape(content))
        return known[1]


def _status(response: Response) -> str:
    return response.status


def _parameter_shape(parameter: Parameter) -> object:
    return (
        "" if parameter.is_item else parameter.wire_name,
        parameter.place,
        type_shape(parameter.type, str),
        parameter.required,
        parameter.style,
        parameter.explode,
        written(parameter.constraints),
        parameter.default,
        parameter.media_type,
        parameter.allow_reserved,
        parameter.allow_empty,
    )


def _content_shape(content: Content) -> object:
    return tuple(_body_shape(each) for each in content)


def _body_shape(body: MediaType) -> object:
    common = (type(body).__name__, body.media_type, type_shape(body.type, str))
    match body:
        case Json() | Unspecified() | Upload() | Text() | Bytes():
            return common
        case Form(encoding=encoding) | Multipart(encoding=encoding):
            return (*common, encoding)
        case Lines(items=items):
            return (*common, type_shape(items, str))
        case Events(items=items, by_name=by_name):
            types = tuple((name, type_shape(type_, str)) for name, type_ in by_name)
            return (*common, type_shape(items, str), types)
        case Xml(table=table):
            return (*common, table)
        case _:
            assert_never(body)
