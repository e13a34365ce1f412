"""Plan the methods of resources: a full signature, a docstring and one call into the core, sync and async."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct

from specloom.ir import (
    Array,
    Bytes,
    Events,
    Form,
    Json,
    Lines,
    MediaType,
    Multipart,
    Nullable,
    Text,
    Type,
    Union,
    Unknown,
    Unspecified,
    Upload,
    Xml,
    usual_content,
)
from specloom.naming.arguments import WHOLE_BODY, Argument, spread_body, stream_member
from specloom.naming.choices import (
    CONTENT_TYPE,
    FileKind,
    file_members,
)
from specloom.python.docstrings import literal
from specloom.python.imports import Imports
from specloom.python.inputs import constant_argument
from specloom.python.method import Method
from specloom.python.prose import method_docstring
from specloom.python.views import MethodView, OverloadView

PLACES = (("path", "path"), ("query", "query"), ("header", "headers"), ("cookie", "cookies"))


class Way(Struct, frozen=True):
    """How the methods of sync or of async classes differ.

    `prefix` begins the names of classes, `definition` and `call` the definition of a method and the
    call of something that has to be awaited.
    """

    prefix: str
    definition: str
    call: str


SYNC = Way("", "def", "return")
ASYNC = Way("Async", "async def", "return await")


def method_view(method: Method, imports: Imports, way: Way) -> MethodView:
    """The method of the sync or of the async class."""
    if method.asks_for_stream() is not None:
        return _streaming_view(method, imports, way)
    kind = method.type_arguments(imports)
    values = [method.constant, *_values(method, imports), "options=options"]
    definition, returns, call = way.definition, kind, f"{way.call} self._call"
    if method.operation.pagination:
        pager = imports.name(method.layout.core("resource"), f"{way.prefix}Pager", otherwise="_")
        definition, returns, call = "def", f"{pager}[{kind}]", "return self._paginate"
    elif method.is_always_streamed():
        definition, returns, call = "def", _stream(method, imports, way), "return self._stream"
    elif method.operation.batching:
        outcome = imports.name(method.layout.core("resource"), "Outcome", otherwise="_")
        returns, call = (
            f"{outcome}[{method.input_type(imports)}, {kind}]",
            f"{way.call} self._batch",
        )
        values = [*values[:-1], "batching=batching", values[-1]]
    return MethodView(
        keyword=definition,
        name=method.names.method,
        arguments=tuple(signature(method, imports)),
        returns=returns,
        docstring=method_docstring(method, imports),
        statement=f"{call}({', '.join(values)})",
    )


def _stream(method: Method, imports: Imports, way: Way) -> str:
    """The annotation of the stream that a method returns."""
    name = imports.name(method.layout.core("streams"), f"{way.prefix}Stream", otherwise="_")
    return f"{name}[{method.stream(imports)}]"


def _streaming_view(method: Method, imports: Imports, way: Way) -> MethodView:
    """The method of a call whose response is a stream if an argument asks for one, and a value otherwise."""
    asking = method.asks_for_stream()
    assert asking is not None and method.operation.streaming is not None
    by_default = method.operation.streaming.by_default and not asking.required
    name = method.name(asking)
    off, on = _switches(method, asking, imports, by_default=by_default)
    null = " | None" if isinstance(asking.type, Nullable) else ""
    value, stream = method.type_arguments(imports), _stream(method, imports, way)
    given, returns = value, f"{value} | {stream}"
    either = returns
    if way is ASYNC:
        coroutine = imports.name("collections.abc", "Coroutine", otherwise="_")
        anything = imports.name("typing", "Any")
        awaitable = imports.name("collections.abc", "Awaitable", otherwise="_")
        given = (
            f"{coroutine}[{anything}, {anything}, {value}]"  # as of `async def`, which jedi misses
        )
        returns = f"{given} | {stream}"
        either = f"{awaitable}[{either}]"
    overloads = (
        (off, given),
        (on, stream),
        (f"{name}: {imports.builtin('bool')}{null}", either),
    )
    test = "is not False" if by_default else "is True"
    values = [method.constant, f"{name} {test}", *_values(method, imports), "options=options"]
    return MethodView(
        keyword="def",
        name=method.names.method,
        arguments=tuple(signature(method, imports)),
        returns=returns,
        docstring=method_docstring(method, imports),
        statement=f"return self._call_or_stream({', '.join(values)})",
        overload=imports.name("typing", "overload", otherwise="_"),
        overloads=tuple(
            OverloadView(tuple(signature(method, imports, (asking, argument))), result)
            for argument, result in overloads
        ),
    )


def _switches(
    method: Method, asking: Argument, imports: Imports, *, by_default: bool
) -> tuple[str, str]:
    """The argument that asks for a stream as the overloads have it: without one, and with one."""
    name = method.name(asking)
    literal_type = imports.name("typing", "Literal")
    unset = imports.name(method.layout.core("resource"), "UnsetType")
    default = imports.builtin("False")
    if asking.place != "stream":
        default = imports.name(method.layout.core("resource"), "UNSET")
    null = " | None" if isinstance(asking.type, Nullable) else ""
    off, on = f"{name}: {literal_type}[False]{null}", f"{name}: {literal_type}[True]"
    optional = f" = {default}" if default == "False" else f" | {unset} = {default}"
    optional = "" if asking.required else optional
    return (off, on + optional) if by_default else (off + optional, on)


def signature(
    method: Method, imports: Imports, other: tuple[Argument, str] | None = None
) -> list[str]:
    """The arguments of a method; `other` is one of them with the declaration that it has instead."""
    texts: list[str] = []
    keyword_only = False
    spread = spread_body(method.operation, method.layout.interned.api.schemas)
    for each in method.arguments():
        if not each.positional and not keyword_only:
            keyword_only = True
            texts.append("*")
        if other is not None and each == other[0]:
            texts.append(other[1])
            continue
        annotation = _annotation(method, each, imports)
        if not each.required and _file_kind(method, each):
            annotation += "" if annotation.endswith(" | None") else " | None"
        constant = constant_argument(method, each, spread)
        if each.place == "stream":
            texts.append(f"{method.name(each)}: {annotation} = {imports.builtin('False')}")
        elif constant:
            texts.append(f"{method.name(each)}: {annotation} = {constant}")
        elif each.required:
            texts.append(f"{method.name(each)}: {annotation}")
        else:
            unset = imports.name(method.layout.core("resource"), "UNSET")
            if annotation != imports.builtin("object"):
                annotation += f" | {imports.name(method.layout.core('resource'), 'UnsetType')}"
            texts.append(f"{method.name(each)}: {annotation} = {unset}")
    if not keyword_only:
        texts.append("*")
    names = {"options": "RequestOptions"}
    if method.operation.batching:
        names = {"batching": "BatchOptions", **names}
    for name, kind in names.items():
        local = imports.name(method.layout.core("resource"), kind, otherwise="_")
        texts.append(f"{name}: {local} | None = None")
    return texts


def _annotation(method: Method, argument: Argument, imports: Imports) -> str:
    if method.is_inputs(argument):
        iterable = imports.name(method.layout.core("resource"), "AnyIterable", otherwise="_")
        return f"{iterable}[{method.input_type(imports)}]"
    body = method.operation.request_body
    chosen = usual_content(body.content) if body else None
    offered = method.choices()
    if argument.place == "content":
        if any(each.is_range for each in offered):
            return imports.builtin("str")
        names = ", ".join(literal(each.media_type) for each in offered)
        return f"{imports.name('typing', 'Literal')}[{names}]"
    if argument.place == "body" and offered:
        return _offered(method, offered, imports)
    if argument.place == "body" and chosen:
        match chosen:
            case Text() | Xml(table="") if argument.wire_name == WHOLE_BODY:
                return imports.builtin("str")
            case Upload():
                return imports.name(method.layout.core("uploads"), "Source", otherwise="_")
            case _:
                pass
        kind = _file_kind(method, argument)
        if kind:
            return _files(kind, argument.type, method, imports)
        if argument.wire_name == WHOLE_BODY and isinstance(chosen, Lines):
            items = _element(argument.type) if chosen.items is None else chosen.items
            iterable = imports.name("collections.abc", "Iterable", otherwise="_")
            return f"{iterable}[{method.annotator.input(items, imports)}]"
    return method.annotator.input(argument.type, imports)


def _file_kind(method: Method, argument: Argument) -> FileKind | None:
    """What files an argument takes, None where it is no member of a multipart form that is a file."""
    body = method.operation.request_body
    chosen = usual_content(body.content) if body else None
    if not isinstance(chosen, Multipart):
        return None
    if argument.place != "body" or argument.wire_name == WHOLE_BODY:
        return None
    return file_members(chosen, method.layout.interned.api.schemas).get(argument.wire_name)


def _files(kind: FileKind, type_: Type, method: Method, imports: Imports) -> str:
    """The annotation of an argument that takes files."""
    one = imports.name(method.layout.core("forms"), "AnyFile", otherwise="_")
    sequence = imports.name("collections.abc", "Sequence", otherwise="_") if kind != "one" else ""
    many = f"{sequence}[{one}]"
    text = {"one": one, "many": many, "either": f"{one} | {many}"}[kind]
    return f"{text} | None" if isinstance(type_, Nullable) else text


def _offered(method: Method, offered: tuple[MediaType, ...], imports: Imports) -> str:
    """The annotation of a body of one of several media types."""
    texts: list[str] = []
    types: list[Type] = []
    for each in offered:
        match each:
            case Upload(may_be_text=may_be_text):
                texts.append(imports.name(method.layout.core("uploads"), "Source", otherwise="_"))
                texts += [imports.builtin("str")] if may_be_text else []
            case Text() | Xml(table=""):
                texts.append(imports.builtin("str"))
            case Lines(items=items):
                iterable = imports.name("collections.abc", "Iterable", otherwise="_")
                items = items or _element(each.type or Unknown())
                texts.append(f"{iterable}[{method.annotator.input(items, imports)}]")
            case Json() | Unspecified() | Form() | Multipart() | Events() | Xml() | Bytes():
                types.append(each.type or Unknown())
            case _:
                assert_never(each)
    known = [method.annotator.input(Union(tuple(types)), imports)] if types else []
    anything = imports.builtin("object")
    return anything if anything in known else " | ".join(dict.fromkeys([*known, *texts]))


def _element(type_: Type) -> Type:
    return type_.items if isinstance(type_, Array) else type_


def _is_upload(method: Method) -> bool:
    """Whether the body is sent as it is: bytes, or a file or an iterable that gives some."""
    body = method.operation.request_body
    return body is not None and isinstance(usual_content(body.content), Upload)


def _values(method: Method, imports: Imports) -> list[str]:
    """The arguments of the one call into the core, by place and wire name."""
    inputs = [method.name(each) for each in method.arguments() if method.is_inputs(each)]
    found = [each for each in method.arguments() if not method.is_inputs(each)]
    texts = [*inputs]
    for place, keyword in PLACES:
        here = [each for each in found if each.place == place]
        if here:
            pairs = (f"{literal(_key(method, each))}: {method.name(each)}" for each in here)
            texts.append(f"{keyword}={{{', '.join(pairs)}}}")
    body = [each for each in found if each.place == "body"]
    if len(body) == 1 and body[0].wire_name == WHOLE_BODY:
        value = method.name(body[0])
        if method.choices():
            choose = imports.name(method.layout.core("choices"), "chosen", otherwise="_")
            value = f"{choose}(self, {value}, {method.names.arguments['content', CONTENT_TYPE]})"
        elif _is_upload(method):
            value = f"{imports.name(method.layout.core('uploads'), 'portions')}(self, {value})"
        value = _asking_for_stream(method, value, imports)
        texts.append(f"body={value}")
    elif body or (not inputs and spread_body(method.operation, method.layout.interned.api.schemas)):
        pairs = (f"{literal(each.wire_name)}: {method.name(each)}" for each in body)
        texts.append(f"body={{{', '.join(pairs)}}}")
    return texts


def _asking_for_stream(method: Method, body: str, imports: Imports) -> str:
    """The body given as a whole, with the member that asks for a stream where the call does."""
    asking = method.asks_for_stream()
    member = stream_member(method.operation, method.layout.interned.api.schemas)
    if asking is None or asking.place != "stream" or not member:
        return body
    with_member = imports.name(method.layout.core("stream_body"), "with_member", otherwise="_")
    return f"{with_member}({body}, {literal(member)}, {method.name(asking)})"


def _key(method: Method, argument: Argument) -> str:
    return method.name(argument) if argument.place == "path" else argument.wire_name
