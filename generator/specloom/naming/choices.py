"""Find the media types of a request body from which a caller can choose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal as OneOf

from specloom.ir import (
    AliasSchema,
    Array,
    Events,
    Json,
    Lines,
    MediaType,
    Multipart,
    Nullable,
    ObjectSchema,
    Operation,
    Primitive,
    Reference,
    Schema,
    SchemaId,
    Text,
    Type,
    Union,
    Unknown,
    Upload,
    usual_content,
)

CONTENT_TYPE = "content_type"
"""The wire name of the argument with the media type of the body."""


def is_binary(type_: Type | None) -> bool:
    """Return whether a type is that of raw bytes, or missing."""
    return type_ is None or type_ == Primitive("string", "binary")


FileKind = OneOf["one", "many", "either"]
"""Whether a part of a form is a file, several files, or either."""


def file_kind(
    type_: Type, schemas: Mapping[SchemaId, Schema], *, is_text: bool = False
) -> FileKind | None:
    """Return the kind of files that a part of a multipart form takes, or None if it is not a file.

    A part without a schema is a file, unless its content type is a text type (`is_text`).
    """
    match type_:
        case Primitive("string", "binary"):
            return "one"
        case Unknown():
            return None if is_text else "one"
        case Array(items):
            return "many" if file_kind(items, schemas, is_text=is_text) == "one" else None
        case Nullable(inner):
            return file_kind(inner, schemas, is_text=is_text)
        case Union(members):
            kinds: list[FileKind | None] = [file_kind(e, schemas, is_text=is_text) for e in members]
            if None in kinds or not kinds:
                return None
            return kinds[0] if all(each == kinds[0] for each in kinds) else "either"
        case Reference(schema):
            known = schemas[schema]
            if isinstance(known, AliasSchema) and not isinstance(known.type, Reference):
                return file_kind(known.type, schemas, is_text=is_text)
            return None
        case _:
            return None


def file_members(content: Multipart, schemas: Mapping[SchemaId, Schema]) -> Mapping[str, FileKind]:
    """Return the properties of a multipart form that are files, by their wire names."""
    found = content.type
    seen: set[SchemaId] = set()
    while isinstance(found, Reference) and found.schema not in seen:
        seen.add(found.schema)
        schema = schemas[found.schema]
        if isinstance(schema, ObjectSchema):
            declared = dict(content.encoding)
            kinds: dict[str, FileKind | None] = {
                each.wire_name: file_kind(
                    each.type,
                    schemas,
                    is_text=each.wire_name in declared and declared[each.wire_name].is_text,
                )
                for each in schema.properties
            }
            return {name: kind for name, kind in kinds.items() if kind is not None}
        found = schema.type if isinstance(schema, AliasSchema) else None
    return {}


def choices(operation: Operation, schemas: Mapping[SchemaId, Schema]) -> tuple[MediaType, ...]:
    """Return one media type of each kind that the body may have, the usual one first.

    Return an empty tuple if all are of one kind. Objects of the same type in JSON, XML or a form are
    one kind. Each media type of bytes or plain text is a kind of its own, and so is each patch format,
    because these define the meaning of the content.
    """
    body = operation.request_body
    content: tuple[MediaType, ...] = body.content if body else ()
    usual = usual_content(content)
    paging = operation.pagination
    if usual is None or operation.batching or (paging and paging.place == "body"):
        return ()
    if len(content) == 1:
        return content if isinstance(usual, Upload) and usual.is_range else ()
    if isinstance(usual, Upload):
        usual = next(iter(content))
    found: dict[object, MediaType] = {}
    for each in (usual, *content):
        if each is usual or not _is_members_as_text(each, schemas):
            found.setdefault(_kind(each, content), each)
    return tuple(found.values()) if len(found) > 1 else ()


def _is_members_as_text(content: MediaType, schemas: Mapping[SchemaId, Schema]) -> bool:
    """Return whether an object would be sent as plain text, for which no serialization is defined."""
    match content:
        case Text(type=Reference(schema)):
            return isinstance(schemas[schema], ObjectSchema)
        case _:
            return False


def _kind(content: MediaType, among: tuple[MediaType, ...]) -> object:
    match content:
        case Upload():
            return "bytes", content.essence
        case Text() | Events() | Lines():
            return type(content), content.essence
        case Json(is_patch=True) if not any(_is_plain_json(each) for each in among):
            # If a document declares a patch and plain JSON, plain JSON is meant.
            return content.essence, content.type
        case _:
            return "members", content.type


def _is_plain_json(content: MediaType) -> bool:
    return isinstance(content, Json) and content.is_default
