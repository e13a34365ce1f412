"""Plan the request body and the responses in the constant of an operation."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import assert_never

from specloom.ir import (
    Array,
    Bytes,
    Events,
    Form,
    Json,
    Lines,
    Literal,
    MediaType,
    Multipart,
    Nullable,
    ObjectSchema,
    Primitive,
    PropertyEncoding,
    Reference,
    SchemaId,
    Text,
    Type,
    Union,
    Unknown,
    Unspecified,
    Upload,
    Xml,
    content_at_once,
    usual_content,
)
from specloom.ir.bodies import JSON_MEDIA_TYPE
from specloom.naming.choices import file_members
from specloom.python import code
from specloom.python.code.imports import Imports
from specloom.python.models.formats import scalar_class
from specloom.python.operations.alternatives import accept_header
from specloom.python.operations.method import Method, may_have_body


def accepted(method: Method) -> str:
    """Return the value of the Accept header, or an empty string for the default of every request."""
    successes = method.successes()
    found = [each for response in successes for each in method.readable(response.content)]
    if not found:
        bodies = [may_have_body(method.operation, each) for each in successes]
        return "*/*" if method.operation.method != "HEAD" and (any(bodies) or not bodies) else ""
    return accept_header(found)


def request_body_value(method: Method, imports: Imports) -> code.Expression | None:
    """Return the request body of an operation, or None if it has none."""
    body = method.operation.request_body
    chosen = usual_content(body.content) if body else None
    if body is None or chosen is None:
        return None
    offered = method.choices()
    if not offered:
        return _body(chosen, method, imports, required=body.required)
    bodies = code.Tuple(tuple(_body(each, method, imports, is_offered=True) for each in offered))
    options: dict[str, code.Expression] = {
        "required": code.Constant(body.required),
        "bodies": bodies,
    }
    schemas = [_objects_of(each, method) for each in offered]
    if len({each for each in schemas if each}) > 1:
        classes = (
            code.Tuple(tuple(method.annotator.reference(schema, imports) for schema in each))
            for each in schemas
        )
        options["models"] = code.Tuple(tuple(classes))
    return code.call(
        method.core("choices", "Choice", imports), code.Constant(offered[0].media_type), **options
    )


def _objects_of(content: MediaType, method: Method) -> tuple[SchemaId, ...]:
    """Return the object schemas that the whole content can have, if it is written from an object."""
    match content:
        case Json() | Unspecified() | Form() | Multipart() | Xml():
            return tuple(_object_schemas(content.type, method, frozenset()))
        case _:
            return ()


def _object_schemas(
    type_: Type | None, method: Method, seen: frozenset[SchemaId]
) -> Iterator[SchemaId]:
    match type_:
        case Nullable(inner):
            yield from _object_schemas(inner, method, seen)
        case Union(members):
            for each in members:
                yield from _object_schemas(each, method, seen)
        case Reference(schema) if schema not in seen:
            found = method.layout.interned.api.schemas[schema]
            if isinstance(found, ObjectSchema):
                yield schema
            else:
                yield from _object_schemas(found.type, method, seen | {schema})
        case _:
            return


def _body(
    chosen: MediaType,
    method: Method,
    imports: Imports,
    *,
    required: bool = True,
    is_offered: bool = False,
) -> code.Expression:
    """Return the body in one media type. If there are several, the caller passes the whole body."""
    media_type = JSON_MEDIA_TYPE if isinstance(chosen, Unspecified) else chosen.media_type
    options: dict[str, code.Expression] = {"required": code.Constant(required)}
    home, name = "operation", "RequestBody"
    match chosen:
        case Json(is_default=True) | Unspecified() if required:
            return method.core("operation", "JSON", imports)
        case Upload() if is_offered:
            home, name, options = "uploads", "Upload", {}
        case Upload():
            home, name = "uploads", "Upload"
            media_type = "application/octet-stream" if chosen.is_range else media_type
        case Xml(table=table) if table:
            home, name = "xml", "XmlBody"
            options["table"] = _table(table)
        case Form() | Multipart() if is_offered or not _is_plain_form(chosen, method):
            home, name = "encodings", "EncodedForm"
            options |= {**_encodings(chosen, method, imports), **_files(chosen, method)}
        case Multipart() if files := _files(chosen, method):
            home, name = "forms", "FileForm"
            options |= files
        case Form() | Multipart():
            home, name = "forms", "Form"
        case Lines():
            home, name = "decoders", "LinesBody"
        case Json() | Unspecified() | Events() | Xml() | Text() | Bytes():
            pass
        case _:
            assert_never(chosen)
    return code.call(method.core(home, name, imports), code.Constant(media_type), **options)


def _files(chosen: Form | Multipart, method: Method) -> dict[str, code.Expression]:
    """Return the setting that lists the properties of a form that are files."""
    if isinstance(chosen, Form):
        return {}
    names = tuple(file_members(chosen, method.layout.interned.api.schemas))
    return {"files": code.constant(names)} if names else {}


def _encodings(
    chosen: Form | Multipart, method: Method, imports: Imports
) -> dict[str, code.Expression]:
    """Return the setting that defines how the properties of a form are serialized."""
    declared = dict(chosen.encoding)
    in_base64 = _in_base64(chosen, method) if isinstance(chosen, Multipart) else frozenset[str]()
    entries = tuple(
        (
            code.Constant(key),
            _encoding(declared.get(key, PropertyEncoding()), method, imports, key in in_base64),
        )
        for key in (*declared, *sorted(in_base64 - declared.keys()))
    )
    return {"encodings": code.Dict(entries)} if entries else {}


def _encoding(
    encoding: PropertyEncoding, method: Method, imports: Imports, in_base64: bool
) -> code.Call:
    given = {
        "media_type": encoding.content_type,
        "style": encoding.style,
        "explode": encoding.explode,
        "allow_reserved": encoding.allow_reserved or None,
        "encoded": True if in_base64 else None,
    }
    options = {key: code.constant(value) for key, value in given.items() if value not in ("", None)}
    return code.call(method.core("encodings", "Encoding", imports), **options)


def _is_plain_form(chosen: Form | Multipart, method: Method) -> bool:
    """Return whether the modules of the core that every package has can serialize a form."""
    schema = _object_of(chosen.type, method)
    if schema is None or schema.additional is not None:
        return False
    match chosen:
        case Form(encoding=encoding):
            return not encoding and all(_is_simple(each.type, method) for each in schema.properties)
        case Multipart(encoding=encoding):
            types = {each.wire_name: each.type for each in schema.properties}
            is_usual = all(_is_usual(types.get(name), each, method) for name, each in encoding)
            return is_usual and not _in_base64(chosen, method)
        case _:
            assert_never(chosen)


def _object_of(type_: Type | None, method: Method) -> ObjectSchema | None:
    """Return the object schema of a type, with its aliases resolved."""
    while isinstance(type_, Reference):
        schema = method.layout.interned.api.schemas[type_.schema]
        if isinstance(schema, ObjectSchema):
            return schema
        type_ = schema.type
    return None


def _in_base64(chosen: Multipart, method: Method) -> frozenset[str]:
    """Return the properties of a form that are bytes in Base64, or arrays of them."""
    schema = _object_of(chosen.type, method)
    return frozenset(
        each.wire_name
        for each in (schema.properties if schema else ())
        if _is_bytes(each.type, method, in_array=True)
    )


def _is_usual(type_: Type | None, encoding: PropertyEncoding, method: Method) -> bool:
    """Return whether the encoding of a part is the default.

    That is one or many files of any type, an object as JSON, or a string of JSON that is sent unchanged.
    """
    content_type = encoding.content_type
    if type_ is None or encoding != PropertyEncoding(content_type, is_text=encoding.is_text):
        return False
    match content_type:
        case "application/octet-stream":
            return all(_is_file(each) for each in _alternatives(type_))
        case media_type if media_type == JSON_MEDIA_TYPE:
            return all(
                each == Primitive("string") or _object_of(each, method) is not None
                for each in _alternatives(type_)
            )
        case _:
            return False


def _alternatives(type_: Type) -> tuple[Type, ...]:
    return type_.members if isinstance(type_, Union) else (type_,)


def _is_file(type_: Type) -> bool:
    return (type_.items if isinstance(type_, Array) else type_) == Primitive("string", "binary")


def _is_simple(type_: Type, method: Method) -> bool:
    inner = type_.items if isinstance(type_, Array) else type_
    if isinstance(inner, Reference):
        schema = method.layout.interned.api.schemas[inner.schema]
        return not isinstance(schema, ObjectSchema) and isinstance(
            schema.type, (Literal, Primitive)
        )
    return isinstance(inner, (Literal, Primitive)) and inner != Primitive("null")


def responses_value(method: Method, imports: Imports) -> code.Dict:
    """Return the responses of an operation by status.

    A default response that also describes successes is listed twice. If no success is declared, the
    Content-Type of a response decides how it is read.
    """
    found: list[tuple[code.Expression, code.Expression]] = []
    successes = method.successes()
    any_success = code.Constant("2XX")
    if not successes and method.operation.method != "HEAD":
        found.append((any_success, code.call(method.core("answers", "Any", imports))))
    for each in method.operation.responses:
        key = code.Constant(int(each.status) if each.status.isdigit() else each.status)
        if each in successes:
            answer = _answer(method, each.content, imports)
            if each.status != "default":
                found.append((key, answer))
                continue
            found.append((any_success, answer))
        found.append((key, _error(method, each.content, imports)))
    return code.Dict(tuple(found))


def _error(method: Method, content: tuple[MediaType, ...], imports: Imports) -> code.Expression:
    """Return the value that decodes an error.

    Errors are decoded like successes, but streams are read as bytes.
    """
    match usual_content(content_at_once(content)):
        case Lines() | Events() | Bytes():
            return imports.builtin_name("bytes")
        case _:
            return _answer(method, content, imports)


def _answer(method: Method, content: tuple[MediaType, ...], imports: Imports) -> code.Expression:
    """Return the value that decodes a response: a type for JSON, otherwise a reader."""
    if not content or method.operation.method == "HEAD":
        return code.Constant(None)
    found = method.readable(content)
    readers = {each.media_type: _reader(method, each, imports) for each in found}
    if len(set(readers.values())) == 1:
        return readers[found[0].media_type]
    entries = tuple((code.Constant(name), reader) for name, reader in readers.items())
    return code.call(method.core("answers", "ByType", imports), code.Dict(entries))


def _reader(method: Method, chosen: MediaType, imports: Imports) -> code.Expression:
    """Return the value that decodes a response in one media type."""
    kind = method.represented(chosen, imports)
    match chosen:
        case Json() if _is_bytes(chosen.type, method):
            return code.call(method.core("answers", "Json", imports), kind)
        case Unspecified(type=None | Unknown() | Primitive()):
            return code.call(method.core("answers", "Any", imports), kind)
        case Json() | Unspecified():
            return kind
        case Xml(table=table) if table:
            return code.call(method.core("xml", "XmlAnswer", imports), kind, _table(table))
        case Events() | Lines():
            return stream_value(method, chosen, imports)
        case Text() | Xml():
            return code.call(method.core("answers", "Text", imports))
        case Form() | Multipart() | Upload() | Bytes():
            return code.call(method.core("decoders", "Chunks", imports))
        case _:
            assert_never(chosen)


def stream_value(method: Method, chosen: Lines | Events, imports: Imports) -> code.Call:
    """Return the value that decodes a stream: the type of its items, and what ends it."""
    name, items = "Lines", method.streamed(chosen, imports)
    options: dict[str, code.Expression] = {}
    if isinstance(chosen, Lines) or not chosen.is_default:
        options["media_type"] = code.Constant(chosen.media_type)
    if isinstance(chosen, Events):
        name = "Events"
        kinds = [
            (name, method.annotator.output_type(type_, imports)) for name, type_ in chosen.by_name
        ]
        if kinds:
            items = dict(kinds).get("", imports.builtin_name("object"))
        named = [code.Tuple((code.Constant(name), kind)) for name, kind in kinds if name]
        if named:
            options["kinds"] = code.Tuple(tuple(named))
    streaming = method.operation.streaming
    if streaming is not None and streaming.end is not None:
        options["end"] = code.constant(streaming.end)
    return code.call(method.core("decoders", name, imports), items, **options)


def _is_bytes(type_: Type | None, method: Method, *, in_array: bool = False) -> bool:
    """Return whether a type describes bytes that are encoded in Base64."""
    match type_:
        case Reference(schema):
            known = method.layout.interned.api.schemas[schema]
            return not isinstance(known, ObjectSchema) and _is_bytes(
                known.type, method, in_array=in_array
            )
        case Array(inner) | Nullable(inner) if in_array:
            return _is_bytes(inner, method, in_array=True)
        case Primitive():
            found = scalar_class(type_, method.annotator.formats, "")
            return found is not None and found[1] in ("bytes", "Base64Url")
        case _:
            return False


def _table(declared: str) -> code.Tuple:
    """Return the table for the core that defines how types are serialized in XML."""
    usage, shapes = json.loads(declared)
    return code.Tuple((code.constant(usage), code.constant(tuple(shapes))))
