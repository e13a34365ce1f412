"""Plan bodies and answers: a method in, what its constant tells the core of their media types out."""

from __future__ import annotations

import json

from specloom.ir import (
    Array,
    Encoding,
    Literal,
    MediaType,
    Nullable,
    ObjectSchema,
    Primitive,
    Reference,
    Type,
    Unknown,
)
from specloom.media import answered_at_once, chosen_content, form_of
from specloom.naming.choices import file_members, is_binary, is_upload
from specloom.python.alternatives import STREAMED, accept_header
from specloom.python.docstrings import literal
from specloom.python.formats import scalar_class
from specloom.python.imports import Imports
from specloom.python.method import Method, may_have_body

ANSWER = "application/json"


def accepted(method: Method) -> str:
    """The media types to ask for, "" for what every request asks for."""
    successes = method.successes()
    found = [each for response in successes for each in method.readable(response.content)]
    if not found:
        bodies = [may_have_body(method.operation, each) for each in successes]
        return "*/*" if method.operation.method != "HEAD" and (any(bodies) or not bodies) else ""
    accept = accept_header(found)
    return "" if accept.partition(";")[0].strip() == ANSWER and "," not in accept else accept


def request_body_text(method: Method, imports: Imports) -> str:
    """The request body of an operation, "" where it takes none."""
    body = method.operation.request_body
    chosen = chosen_content(body.content) if body else None
    if body is None or chosen is None:
        return ""
    offered = method.choices()
    if not offered:
        return _body(chosen, method, imports, required=body.required)
    bodies = ", ".join(_body(each, method, imports, is_offered=True) for each in offered)
    choice = imports.name(method.layout.core("choices"), "Choice", otherwise="_")
    settings = [literal(offered[0].media_type), f"required={body.required}", f"bodies=({bodies},)"]
    return f"{choice}({', '.join(settings)})"


def _body(
    chosen: MediaType,
    method: Method,
    imports: Imports,
    *,
    required: bool = True,
    is_offered: bool = False,
) -> str:
    """The body of one media type; one that is offered beside others is given as a whole."""
    core, form, media_type = method.layout.core, form_of(chosen.media_type), chosen.media_type
    if is_offered and is_upload(chosen):
        return f"{imports.name(core('uploads'), 'Upload', otherwise='_')}({literal(media_type)})"
    if form == "any":
        media_type = "application/octet-stream" if is_binary(chosen.type) else ANSWER
    if required and media_type == ANSWER:
        return imports.name(core("operation"), "JSON", otherwise="_")
    settings = [literal(media_type), f"required={required}"]
    home, name = "operation", "RequestBody"
    if form == "xml" and chosen.xml:
        home, name = "xml", "XmlBody"
        settings.append(f"table={_table(chosen)}")
    elif form in ("form", "parts") and (is_offered or not _is_plain_form(chosen, method)):
        home, name = "encodings", "EncodedForm"
        declared = dict(chosen.encoding)
        in_base64 = _in_base64(chosen, method) if form == "parts" else frozenset[str]()
        encodings = [
            (key, _encoding(declared.get(key, Encoding()), method, imports, key in in_base64))
            for key in (*declared, *sorted(in_base64 - declared.keys()))
        ]
        entries = ", ".join(f"{literal(key)}: {value}" for key, value in encodings)
        settings += [f"encodings={{{entries}}}"] if entries else []
        settings += _files(chosen, method)
    elif form == "parts" and (files := _files(chosen, method)):
        home, name = "forms", "FileForm"
        settings += files
    elif form in ("form", "parts"):
        home, name = "forms", "Form"
    elif form == "bytes" or media_type == "application/octet-stream":
        home, name = "uploads", "Upload"
    elif form == "lines":
        home, name = "decoders", "LinesBody"
    return f"{imports.name(core(home), name, otherwise='_')}({', '.join(settings)})"


def _files(chosen: MediaType, method: Method) -> list[str]:
    """The setting that names the members of a form which are files."""
    if form_of(chosen.media_type) != "parts":
        return []
    names = tuple(file_members(chosen, method.layout.interned.api.schemas))
    return [f"files={literal(names)}"] if names else []


def _encoding(encoding: Encoding, method: Method, imports: Imports, in_base64: bool) -> str:
    name = imports.name(method.layout.core("encodings"), "Encoding", otherwise="_")
    given = [
        ("media_type", encoding.content_type),
        ("style", encoding.style),
        ("explode", encoding.explode),
        ("allow_reserved", encoding.allow_reserved),
    ]
    given += [("encoded", True)] if in_base64 else []
    said = (f"{key}={literal(value)}" for key, value in given if value not in ("", None))
    return f"{name}({', '.join(text for text in said if text != 'allow_reserved=False')})"


def _is_plain_form(chosen: MediaType, method: Method) -> bool:
    """Whether the part of the core that every package has can write a form."""
    schemas = method.layout.interned.api.schemas
    found = chosen.type
    while isinstance(found, Reference):
        schema = schemas[found.schema]
        if isinstance(schema, ObjectSchema):
            is_multipart = form_of(chosen.media_type) == "parts"
            types = {each.wire_name: each.type for each in schema.properties}
            said = [each for name, each in chosen.encoding if not _is_usual(types.get(name), each)]
            if schema.additional is not None or (said if is_multipart else chosen.encoding):
                return False
            if is_multipart and _in_base64(chosen, method):
                return False
            return is_multipart or all(_is_simple(each.type, method) for each in schema.properties)
        found = schema.type
    return False


def _in_base64(chosen: MediaType, method: Method) -> frozenset[str]:
    """The members of a form that are bytes in Base64, or arrays of them."""
    schemas, found = method.layout.interned.api.schemas, chosen.type
    while isinstance(found, Reference):
        schema = schemas[found.schema]
        if isinstance(schema, ObjectSchema):
            return frozenset(
                each.wire_name
                for each in schema.properties
                if _is_bytes(each.type, method, in_array=True)
            )
        found = schema.type
    return frozenset()


def _is_usual(type_: Type | None, encoding: Encoding) -> bool:
    """Whether a part is sent so anyway: a file of any type, and a text that is JSON as it is."""
    kind = {"application/octet-stream": "binary", "application/json": None}
    known = encoding.content_type in kind and encoding == Encoding(encoding.content_type)
    return known and type_ == Primitive("string", kind[encoding.content_type])


def _is_simple(type_: Type, method: Method) -> bool:
    inner = type_.items if isinstance(type_, Array) else type_
    if isinstance(inner, Reference):
        schema = method.layout.interned.api.schemas[inner.schema]
        return not isinstance(schema, ObjectSchema) and isinstance(
            schema.type, (Literal, Primitive)
        )
    return isinstance(inner, (Literal, Primitive)) and inner != Primitive("null")


def responses_text(method: Method, imports: Imports) -> str:
    """What each status answers; a default that stands for successes as well is said twice.

    Where no success is declared, it is whatever its Content-Type says.
    """
    texts: list[str] = []
    successes = method.successes()
    if not successes and method.operation.method != "HEAD":
        anything = imports.name(method.layout.core("answers"), "Any", otherwise="_")
        texts.append(f"{literal('2XX')}: {anything}()")
    for each in method.operation.responses:
        key = each.status if each.status.isdigit() else literal(each.status)
        if each in successes:
            answer = _answer(method, each.content, imports)
            if each.status != "default":
                texts.append(f"{key}: {answer}")
                continue
            texts.append(f"{literal('2XX')}: {answer}")
        texts.append(f"{key}: {_error(method, each.content, imports)}")
    return "{" + ", ".join(texts) + "}"


def _error(method: Method, content: tuple[MediaType, ...], imports: Imports) -> str:
    """What reads an error: as a success, but for streams, which are bytes."""
    chosen = chosen_content(answered_at_once(content))
    if chosen is not None and form_of(chosen.media_type) in (*STREAMED, "bytes"):
        return imports.builtin("bytes")
    return _answer(method, content, imports)


def _answer(method: Method, content: tuple[MediaType, ...], imports: Imports) -> str:
    """What reads an answer: a type, or for what is no JSON a reader of one."""
    if not content or method.operation.method == "HEAD":
        return "None"
    found = method.readable(content)
    readers = {each.media_type: _reader(method, each, imports) for each in found}
    if len(set(readers.values())) == 1:
        return readers[found[0].media_type]
    by_type = imports.name(method.layout.core("answers"), "ByType", otherwise="_")
    entries = ", ".join(f"{literal(name)}: {reader}" for name, reader in readers.items())
    return f"{by_type}({{{entries}}})"


def _reader(method: Method, chosen: MediaType, imports: Imports) -> str:
    """What reads an answer of a media type."""
    kind = method.represented(chosen, imports)
    core = method.layout.core
    match form_of(chosen.media_type):
        case "json" if _is_bytes(chosen.type, method):
            return f"{imports.name(core('answers'), 'Json', otherwise='_')}({kind})"
        case "json":
            return kind
        case "any":
            if not _is_loose(chosen.type):
                return kind
            return f"{imports.name(core('answers'), 'Any', otherwise='_')}({kind})"
        case "xml" if chosen.xml:
            return (
                f"{imports.name(core('xml'), 'XmlAnswer', otherwise='_')}({kind}, {_table(chosen)})"
            )
        case "events" | "lines":
            return stream_text(method, chosen, imports)
        case "text" | "xml":
            return f"{imports.name(core('answers'), 'Text', otherwise='_')}()"
        case _:
            return f"{imports.name(core('decoders'), 'Chunks', otherwise='_')}()"


def stream_text(method: Method, chosen: MediaType, imports: Imports) -> str:
    """What reads a stream: the type of its items, and where it ends."""
    is_events = form_of(chosen.media_type) == "events"
    name = "Events" if is_events else "Lines"
    settings = [method.streamed(chosen, imports)]
    if chosen.media_type != "text/event-stream":
        settings.append(f"media_type={literal(chosen.media_type)}")
    if chosen.events:
        kinds = [(name, method.annotator.output(type_, imports)) for name, type_ in chosen.events]
        settings[0] = dict(kinds).get("", imports.builtin("object"))
        named = ", ".join(f"({literal(name)}, {kind})" for name, kind in kinds if name)
        settings += [f"kinds=({named},)"] if named else []
    streaming = method.operation.streaming
    if streaming is not None and streaming.end is not None:
        settings.append(f"end={literal(streaming.end)}")
    reader = imports.name(method.layout.core("decoders"), name, otherwise="_")
    return f"{reader}({', '.join(settings)})"


def _is_bytes(type_: Type | None, method: Method, *, in_array: bool = False) -> bool:
    """Whether a type stands for bytes that are written in Base64."""
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


def _table(chosen: MediaType) -> str:
    """How types are written in XML; a table of the core."""
    usage, shapes = json.loads(chosen.xml)
    return f"({literal(usage)}, {literal(tuple(shapes))})"


def _is_loose(type_: Type | None) -> bool:
    """Whether an answer of any media type may be something else than JSON."""
    return type_ is None or isinstance(type_, (Unknown, Primitive))
