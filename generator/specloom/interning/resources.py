"""Find resources that are equal but for root and texts: versions in, `Implementation`s out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from specloom.interning.fingerprint import type_shape
from specloom.interning.texts import best_text
from specloom.ir import (
    ApiVersion,
    Implementation,
    ImplementationId,
    MediaType,
    Operation,
    Parameter,
    Resource,
    ResourceKey,
    Response,
)


@dataclass(frozen=True, slots=True)
class _Node:
    key: ResourceKey
    resource: Resource
    shape: str
    children: tuple[_Node, ...]


def intern_resources(
    versions: tuple[ApiVersion, ...],
) -> tuple[tuple[Implementation, ...], dict[ResourceKey, ImplementationId]]:
    """One implementation for each distinct shape of a resource; references are interned already."""
    nodes: dict[str, list[_Node]] = {}
    for version in versions:
        for resource in version.resources:
            for node in _walk(_node(version.name, (resource.name,), resource)):
                nodes.setdefault(node.shape, []).append(node)
    ids = {shape: ImplementationId(number) for number, shape in enumerate(nodes)}
    implementations = tuple(
        _implementation(ids[shape], users, ids) for shape, users in nodes.items()
    )
    of = {node.key: ids[shape] for shape, users in nodes.items() for node in users}
    return implementations, of


def _node(version: str, words: tuple[str, ...], resource: Resource) -> _Node:
    children = tuple(_node(version, (*words, each.name), each) for each in resource.children)
    shape = (
        sorted((_operation_shape(each) for each in resource.operations), key=repr),
        sorted((child.resource.name, child.shape) for child in children),
    )
    return _Node((version, words), resource, repr(shape), children)


def _walk(node: _Node) -> Iterator[_Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def _implementation(
    id_: ImplementationId, users: list[_Node], ids: dict[str, ImplementationId]
) -> Implementation:
    first = users[0]
    return Implementation(
        id=id_,
        version=first.key[0],
        operations=tuple(
            _with_best_texts(each, [_same(each, user.resource) for user in users])
            for each in first.resource.operations
        ),
        children=tuple((child.resource.name, ids[child.shape]) for child in first.children),
        users=tuple(user.key for user in users),
    )


def _same(operation: Operation, resource: Resource) -> Operation:
    return next(each for each in resource.operations if each.call.name == operation.call.name)


def _with_best_texts(operation: Operation, variants: list[Operation]) -> Operation:
    parameters = tuple(
        replace(
            each, description=best_text(other.parameters[index].description for other in variants)
        )
        for index, each in enumerate(operation.parameters)
    )
    body = operation.request_body
    return replace(
        operation,
        summary=best_text(each.summary for each in variants),
        description=best_text(each.description for each in variants),
        parameters=parameters,
        request_body=body,
    )


def _operation_shape(operation: Operation) -> object:
    """What decides the code of a method. Names of path parameters are never sent: places count."""
    return (
        operation.call.name,
        operation.method,
        re.sub(r"\{[^}]*\}", "{}", operation.call.path),
        tuple(_parameter_shape(each) for each in operation.parameters),
        _body_shape(operation),
        tuple(
            (each.status, _content_shape(each.content))
            for each in sorted(operation.responses, key=_status)
        ),
        tuple(tuple(name for name, _ in each.schemes) for each in operation.security),
        operation.pagination,
        operation.batching,
        operation.deprecated,
    )


def _status(response: Response) -> str:
    return response.status


def _parameter_shape(parameter: Parameter) -> object:
    return (
        "" if parameter.place == "path" else parameter.wire_name,
        parameter.place,
        type_shape(parameter.type, str),
        parameter.required,
        parameter.style,
        parameter.explode,
        parameter.constraints,
        parameter.default,
    )


def _body_shape(operation: Operation) -> object:
    body = operation.request_body
    return None if body is None else (body.required, _content_shape(body.content))


def _content_shape(content: tuple[MediaType, ...]) -> object:
    return tuple((each.media_type, type_shape(each.type, str)) for each in content)
