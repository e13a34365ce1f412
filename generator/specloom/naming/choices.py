"""Tell what a caller has to choose: an operation in, the media types that its body may have out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal as OneOf

from specloom.ir import (
    AliasSchema,
    Array,
    MediaType,
    Nullable,
    ObjectSchema,
    Operation,
    Primitive,
    Reference,
    Schema,
    SchemaId,
    Type,
    Union,
    Unknown,
)
from specloom.media import chosen_content, form_of

CONTENT_TYPE = "content_type"
"""The wire name of the argument that says which media type a body has."""


def is_binary(type_: Type | None) -> bool:
    """Whether the type is that of bytes as they are, or of no schema."""
    return type_ is None or type_ == Primitive("string", "binary")


FileKind = OneOf["one", "many", "either"]
"""Whether a part of a form is a file, several files, or either."""


def file_kind(
    type_: Type, schemas: Mapping[SchemaId, Schema], content_type: str = ""
) -> FileKind | None:
    """Return what files a part of a multipart form takes, None where it is no file.

    `content_type` is that of the part, "" where the document names none. A part without a schema is
    a file, unless its media type is that of text or JSON.
    """
    match type_:
        case Primitive("string", "binary"):
            return "one"
        case Unknown():
            forms = [form_of(each) for each in content_type.split(",") if each.strip()]
            return "one" if all(each in ("bytes", "any") for each in forms) else None
        case Array(items):
            return "many" if file_kind(items, schemas, content_type) == "one" else None
        case Nullable(inner):
            return file_kind(inner, schemas, content_type)
        case Union(members):
            kinds: list[FileKind | None] = [file_kind(e, schemas, content_type) for e in members]
            if None in kinds or not kinds:
                return None
            return kinds[0] if all(each == kinds[0] for each in kinds) else "either"
        case Reference(schema):
            known = schemas[schema]
            if isinstance(known, AliasSchema) and not isinstance(known.type, Reference):
                return file_kind(known.type, schemas, content_type)
            return None
        case _:
            return None


def file_members(content: MediaType, schemas: Mapping[SchemaId, Schema]) -> Mapping[str, FileKind]:
    """Return the members of a multipart form that are files, by their wire names."""
    found = content.type
    seen: set[SchemaId] = set()
    while isinstance(found, Reference) and found.schema not in seen:
        seen.add(found.schema)
        schema = schemas[found.schema]
        if isinstance(schema, ObjectSchema):
            said = dict(content.encoding)
            kinds: dict[str, FileKind | None] = {
                each.wire_name: file_kind(
                    each.type,
                    schemas,
                    said[each.wire_name].content_type if each.wire_name in said else "",
                )
                for each in schema.properties
            }
            return {name: kind for name, kind in kinds.items() if kind is not None}
        found = schema.type if isinstance(schema, AliasSchema) else None
    return {}


def is_upload(content: MediaType) -> bool:
    """Whether content that stands beside other media types is sent as it is given."""
    form = form_of(content.media_type)
    if form == "any":
        return is_binary(content.type)
    return form == "bytes" or (content.type is not None and is_binary(content.type))


def is_range(media_type: str) -> bool:
    """Whether a media type stands for many."""
    return "*" in media_type.partition(";")[0]


def choices(operation: Operation, schemas: Mapping[SchemaId, Schema]) -> tuple[MediaType, ...]:
    """One media type of each kind that the body may have, the usual one first.

    None where all are of one kind: the same members, whether in JSON, XML or a form. Of bytes and
    texts each media type is a kind, and of patches, for these say what is in them.
    """
    body = operation.request_body
    content: tuple[MediaType, ...] = body.content if body else ()
    usual = chosen_content(content)
    paging = operation.pagination
    if usual is None or operation.batching or (paging and paging.place == "body"):
        return ()
    if len(content) == 1:
        return content if is_upload(usual) and is_range(usual.media_type) else ()
    if is_upload(usual):  # JSON in name only
        usual = next(iter(content))
    found: dict[object, MediaType] = {}
    for each in (usual, *content):
        if each is usual or not _is_members_as_text(each, schemas):
            found.setdefault(_kind(each, content), each)
    return tuple(found.values()) if len(found) > 1 else ()


def _is_members_as_text(content: MediaType, schemas: Mapping[SchemaId, Schema]) -> bool:
    """Whether an object would be sent as plain text, in a way that nobody knows."""
    if form_of(content.media_type) != "text" or not isinstance(content.type, Reference):
        return False
    return isinstance(schemas[content.type.schema], ObjectSchema)


def _kind(content: MediaType, among: tuple[MediaType, ...]) -> object:
    bare = content.media_type.partition(";")[0].strip()
    form = form_of(content.media_type)
    if is_upload(content):
        return "bytes", bare
    if form in ("text", "events", "lines"):
        return form, bare
    # Documents that have a patch beside plain JSON mean the latter.
    if bare.endswith("patch+json") and all(each.media_type != "application/json" for each in among):
        return bare, content.type
    return "members", content.type
