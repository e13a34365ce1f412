"""Tell equal operations and resources: nodes of the IR in, shapes that are equal when they are out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from specloom.interning.fingerprint import Fingerprint, digest, type_shape
from specloom.ir import MediaType, Operation, Parameter, Resource, ResourceKey, Response


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """One thing that a resource has: an operation or a resource below, by its word and its shape."""

    word: str
    shape: Fingerprint
    is_resource: bool = False


@dataclass(frozen=True, slots=True)
class Shaped:
    """A resource with the shapes of its members. Equal members mean equal resources."""

    key: ResourceKey
    resource: Resource
    members: frozenset[Member]
    children: tuple[Shaped, ...]

    @property
    def shape(self) -> Fingerprint:
        return digest(sorted(self.members))


def shaped(version: str, words: tuple[str, ...], resource: Resource) -> Shaped:
    """The shape of a resource, and of all below it; references must be interned already."""
    children = tuple(shaped(version, (*words, each.name), each) for each in resource.children)
    operations = (
        Member(each.call.name, digest(_operation_shape(each))) for each in resource.operations
    )
    below = (Member(each.resource.name, each.shape, True) for each in children)
    return Shaped((version, words), resource, frozenset((*operations, *below)), children)


def _operation_shape(operation: Operation) -> object:
    """What decides the code of a method; what the item of a path is called does not."""
    return (
        operation.call.name,
        operation.method,
        operation.call.mount,
        re.sub(r"\{[^}]*\}", "{}", operation.call.path),
        tuple(_parameter_shape(each) for each in operation.parameters),
        _body_shape(operation),
        tuple(
            (each.status, _content_shape(each.content), each.headers)
            for each in sorted(operation.responses, key=_status)
        ),
        operation.credentials,
        operation.pagination,
        operation.batching,
        operation.idempotent,
        operation.bucket,
        operation.servers,
        operation.deprecated,
    )


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
        parameter.constraints,
        parameter.default,
        parameter.media_type,
        parameter.allow_reserved,
        parameter.allow_empty,
    )


def _body_shape(operation: Operation) -> object:
    body = operation.request_body
    return None if body is None else (body.required, _content_shape(body.content))


def _content_shape(content: tuple[MediaType, ...]) -> object:
    return tuple(
        (
            each.media_type,
            type_shape(each.type, str),
            type_shape(each.items, str),
            each.encoding,
            each.xml,
        )
        for each in content
    )
