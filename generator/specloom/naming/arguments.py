"""Determine the arguments of the call of an operation, in the order of the signature."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal as OneOf

from msgspec import Struct

from specloom.diagnostics import Location, SpecloomError
from specloom.ir import (
    AliasSchema,
    Constraints,
    Form,
    Json,
    Multipart,
    Nullable,
    ObjectSchema,
    Operation,
    Primitive,
    Reference,
    Scalar,
    Schema,
    SchemaId,
    Type,
    Unknown,
    Unspecified,
    Xml,
    usual_content,
)
from specloom.naming.choices import CONTENT_TYPE, choices
from specloom.naming.words import snake_case

WHOLE_BODY = ""
"""The wire name of the argument for a body that is passed as a whole."""

Schemas = Mapping[SchemaId, Schema]


class Argument(Struct, frozen=True):
    """One argument of a call: a parameter, a property of the body, or the body."""

    place: OneOf["path", "query", "header", "cookie", "body", "content", "stream"]
    wire_name: str
    type: Type
    required: bool
    positional: bool
    location: Location
    description: str
    constraints: Constraints
    default: Scalar | tuple[Scalar, ...] = None
    deprecated: bool = False


def argument_key(argument: Argument) -> str:
    """Return the key by which an argument of an operation is recognised in the next generation."""
    return f"{argument.place} {argument.wire_name}".strip()


def arguments(operation: Operation, schemas: Schemas) -> tuple[Argument, ...]:
    """Return the arguments of a call: positional ones first, then required ones, then the others."""
    found = [*_parameters(operation), *_body(operation, schemas)]
    if is_asked_to_stream(operation) and _asking(operation, found, schemas) is None:
        found.append(_asks_for_stream(operation, found))
    return tuple(
        sorted(
            found, key=lambda each: (not each.positional, each.place != "path", not each.required)
        )
    )


def is_asked_to_stream(operation: Operation) -> bool:
    """Return whether an operation returns a stream or another response, depending on the request."""
    if operation.streaming is None or operation.pagination or operation.batching:
        return False
    successes = [each for each in operation.responses if each.status.startswith("2")]
    content = [each for response in successes for each in response.content]
    return operation.method != "HEAD" and any(not each.is_stream for each in content)


def asks_for_stream(operation: Operation, found: Iterable[Argument], schemas: Schemas) -> Argument:
    """Return the argument that requests a stream.

    It is a boolean of the request, or an argument that is not sent.
    """
    found = tuple(found)
    asking = _asking(operation, found, schemas)
    return asking or next(each for each in found if each.place == "stream")


def stream_member(operation: Operation, schemas: Schemas) -> str:
    """Return the property of a body passed as a whole that requests a stream, "" if it has none."""
    body, streaming = operation.request_body, operation.streaming
    chosen = usual_content(body.content) if body else None
    if streaming is None or not isinstance(chosen, Json):
        return ""
    found = chosen.type
    seen: set[SchemaId] = set()
    while isinstance(found, Reference) and found.schema not in seen:
        seen.add(found.schema)
        schema = schemas[found.schema]
        if isinstance(schema, ObjectSchema):
            types = {each.wire_name: each.type for each in schema.properties}
            asking = types.get(streaming.argument)
            return streaming.argument if asking and _is_boolean(asking, schemas) else ""
        found = schema.type if isinstance(schema, AliasSchema) else None
    return ""


def _asking(operation: Operation, found: Iterable[Argument], schemas: Schemas) -> Argument | None:
    """Return the boolean of the request that requests a stream."""
    name = operation.streaming.argument if operation.streaming else ""
    matching = [each for each in found if each.wire_name == name and not each.positional]
    return next((each for each in matching if _is_boolean(each.type, schemas)), None)


def _asks_for_stream(operation: Operation, found: Iterable[Argument]) -> Argument:
    taken = {snake_case(each.wire_name) for each in found}
    return Argument(
        place="stream",
        wire_name="as_stream" if "stream" in taken else "stream",
        type=Primitive("boolean"),
        required=False,
        positional=False,
        location=operation.location,
        description="Whether to request a stream. It is sent only as the media type in `Accept`.",
        constraints=Constraints(),
    )


def _is_boolean(type_: Type, schemas: Schemas) -> bool:
    seen: set[SchemaId] = set()
    while True:
        match type_:
            case Nullable(inner):
                type_ = inner
            case Reference(key) if key not in seen:
                seen.add(key)
                schema = schemas[key]
                if not isinstance(schema, AliasSchema):
                    return False
                type_ = schema.type
            case _:
                return type_ == Primitive("boolean")


def check_extensions(operation: Operation, found: tuple[Argument, ...]) -> None:
    """Check that the arguments that extensions of specloom name exist.

    Raises:
        SpecloomError: `invalid-extension`, if the operation has no such argument.
    """
    given = {(each.place, each.wire_name) for each in found}
    paging, batching = operation.pagination, operation.batching
    if paging and paging.cursor and (paging.place, paging.cursor) not in given:
        kind = "parameter" if paging.place == "query" else "member"
        raise _no_argument(operation, f"the {paging.place} has no {kind} {paging.cursor!r}")
    window = paging.window if paging else None
    named = (window.groups, window.sorts, window.properties, window.size) if window else ()
    for name in named:
        if ("body", name) not in given:
            raise _no_argument(operation, f"the body has no property {name!r}")
    asking = operation.streaming.argument if operation.streaming else "stream"
    if asking != "stream" and asking not in {name for _, name in given}:
        raise _no_argument(operation, f"the request has no property or parameter {asking!r}")
    for name in [batching.inputs, *dict(batching.limit_with)] if batching else ():
        if ("body", name) not in given:
            raise _no_argument(operation, f"the body has no property {name!r}")


def _no_argument(operation: Operation, message: str) -> SpecloomError:
    return SpecloomError.of(
        "invalid-extension",
        f"{message}, which an extension of the operation names",
        hint="write a name that the operation has in the document",
        location=operation.location,
    )


def spread_body(operation: Operation, schemas: Schemas) -> ObjectSchema | None:
    """Return the object schema whose properties become arguments.

    Return None if the body is passed as a whole.
    """
    body = operation.request_body
    chosen = usual_content(body.content) if body else None
    if not isinstance(chosen, Json | Form | Multipart | Xml | Unspecified):
        return None
    if choices(operation, schemas):
        return None
    found = chosen.type
    seen: set[SchemaId] = set()
    while isinstance(found, Reference) and found.schema not in seen:
        seen.add(found.schema)
        schema = schemas[found.schema]
        if isinstance(schema, ObjectSchema):
            return schema if schema.additional is None else None
        found = schema.type if isinstance(schema, AliasSchema) else None
    return None


def _or_null(type_: Type) -> Type:
    return type_ if isinstance(type_, Nullable | Unknown) else Nullable(type_)


def _parameters(operation: Operation) -> Iterator[Argument]:
    for each in operation.parameters:
        yield Argument(
            place=each.place,
            wire_name=each.wire_name,
            type=each.type,
            required=each.required,
            positional=each.place == "path",
            location=each.location,
            description=each.description,
            constraints=each.constraints,
            default=each.default,
            deprecated=each.deprecated,
        )


def _body(operation: Operation, schemas: Schemas) -> Iterator[Argument]:
    body = operation.request_body
    if body is None:
        return
    schema = spread_body(operation, schemas)
    if schema is None:
        chosen = usual_content(body.content)
        yield Argument(
            place="body",
            wire_name=WHOLE_BODY,
            type=(chosen.type if chosen else None) or Unknown(),
            required=body.required,
            positional=True,
            location=body.location,
            description=body.description or "The body of the request.",
            constraints=Constraints(),
        )
        if choices(operation, schemas):
            yield Argument(
                place="content",
                wire_name=CONTENT_TYPE,
                type=Primitive("string"),
                required=False,
                positional=False,
                location=body.location,
                description="The media type of the body. By default the first one that fits.",
                constraints=Constraints(),
            )
        return
    inputs = operation.batching.inputs if operation.batching else None
    chosen = usual_content(body.content)
    is_patch = isinstance(chosen, Json) and chosen.merges
    for each in schema.properties:
        if each.read_only:
            continue
        yield Argument(
            place="body",
            wire_name=each.wire_name,
            # Null removes a property.
            type=_or_null(each.type) if is_patch and not each.required else each.type,
            required=each.required and body.required,
            positional=each.wire_name == inputs,
            location=each.location,
            description=each.description,
            constraints=each.constraints,
            deprecated=each.deprecated,
        )
