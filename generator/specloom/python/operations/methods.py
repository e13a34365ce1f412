"""Plan the sync and async methods of resources: a signature, a docstring and one call into the core."""

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
    ObjectSchema,
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
from specloom.python import code
from specloom.python.code.imports import Imports
from specloom.python.operations.inputs import constant_argument
from specloom.python.operations.method import Method
from specloom.python.operations.prose import method_docstring
from specloom.python.views import MethodView

PLACES = (("path", "path"), ("query", "query"), ("header", "headers"), ("cookie", "cookies"))


class Way(Struct, frozen=True):
    """How the methods of sync and of async classes differ.

    `prefix` precedes the names of classes.
    """

    prefix: str
    is_async: bool

    def returned(self, call: code.Call) -> code.Return:
        """Return the statement that returns the result of a call. In an async class the call is awaited."""
        return code.Return(code.Await(call) if self.is_async else call)


SYNC = Way("", False)
ASYNC = Way("Async", True)


def method_view(method: Method, imports: Imports, way: Way) -> MethodView:
    """Plan the method of the sync or of the async class."""
    if method.asks_for_stream() is not None:
        return _streaming_view(method, imports, way)
    returns = return_type(method, imports, way)
    values: list[code.Argument] = [code.Name(method.constant), *_values(method, imports)]
    options = code.Keyword("options", code.Name("options"))
    is_async = way.is_async
    if method.operation.pagination:
        is_async = False
        statement = code.Return(code.call(code.Name("self._paginate"), *values, options))
    elif method.is_always_streamed():
        is_async = False
        statement = code.Return(code.call(code.Name("self._stream"), *values, options))
    elif method.operation.batching:
        values.append(code.Keyword("batching", code.Name("batching")))
        statement = way.returned(code.call(code.Name("self._batch"), *values, options))
    else:
        statement = way.returned(code.call(code.Name("self._call"), *values, options))
    return MethodView(
        name=method.names.method,
        head=code.FunctionHead(
            method.names.method, signature(method, imports), returns, is_async=is_async
        ),
        docstring=method_docstring(method, imports),
        statement=statement,
    )


def return_type(method: Method, imports: Imports, way: Way) -> code.Expression:
    """Return the annotation of the result of a method, for an async method that of the awaited result."""
    types = method.type_arguments(imports)
    if method.asks_for_stream() is not None:
        value, stream = types[0], _stream(method, imports, way)
        if not way.is_async:
            return code.union([value, stream])
        return code.union([_coroutine(value, imports), stream])
    if method.operation.pagination:
        return code.Subscript(method.core("pager", f"{way.prefix}Pager", imports), types)
    if method.is_always_streamed():
        return _stream(method, imports, way)
    if method.operation.batching:
        outcome = method.core("outcome", "Outcome", imports)
        return code.Subscript(outcome, (method.input_type(imports), *types))
    return types[0]


def _coroutine(value: code.Expression, imports: Imports) -> code.Expression:
    """Return the annotation of the coroutine that an async method returns."""
    coroutine = imports.imported("collections.abc", "Coroutine", otherwise="_")
    anything = imports.imported("typing", "Any")
    return code.Subscript(coroutine, (anything, anything, value))


def _stream(method: Method, imports: Imports, way: Way) -> code.Expression:
    """Return the annotation of the stream that a method returns."""
    name = method.core("streams", f"{way.prefix}Stream", imports)
    return code.Subscript(name, (method.stream(imports),))


def _streaming_view(method: Method, imports: Imports, way: Way) -> MethodView:
    """Plan a method whose response is a stream if an argument requests one, and a value otherwise."""
    asking = method.asks_for_stream()
    assert asking is not None and method.operation.streaming is not None
    by_default = method.operation.streaming.by_default and not asking.required
    name = method.names.method
    off, on = _switches(method, asking, imports, by_default=by_default)
    [value], stream = method.type_arguments(imports), _stream(method, imports, way)
    returns = return_type(method, imports, way)
    either: code.Expression = code.union([value, stream])
    given = value
    if way.is_async:
        awaitable = imports.imported("collections.abc", "Awaitable", otherwise="_")
        either = code.Subscript(awaitable, (either,))
        # jedi does not infer it among overloads of `async def`.
        given = _coroutine(value, imports)
    boolean = imports.builtin_name("bool")
    boolean_type = code.optional(boolean) if isinstance(asking.type, Nullable) else boolean
    any_value = code.Parameter(method.name(asking), boolean_type)
    overloads = (
        (off, given),
        (on, stream),
        (any_value, either),
    )
    argument = code.Name(method.name(asking))
    test = code.Compare(argument, "is", code.Constant(True))
    if by_default:
        test = code.Compare(argument, "is not", code.Constant(False))
    values = [code.Name(method.constant), test, *_values(method, imports)]
    options = code.Keyword("options", code.Name("options"))
    call = code.call(code.Name("self._call_or_stream"), *values, options)
    return MethodView(
        name=name,
        head=code.FunctionHead(name, signature(method, imports), returns),
        docstring=method_docstring(method, imports),
        statement=code.Return(call),
        overload=imports.name("typing", "overload", otherwise="_"),
        overloads=tuple(
            code.FunctionHead(
                name, signature(method, imports, (asking, declared)), result, is_stub=True
            )
            for declared, result in overloads
        ),
    )


def _switches(
    method: Method, asking: Argument, imports: Imports, *, by_default: bool
) -> tuple[code.Parameter, code.Parameter]:
    """Return the argument that requests a stream as the two overloads declare it.

    The first declaration is for calls without a stream, the second for calls with one.
    """
    name = method.name(asking)
    literal_type = imports.imported("typing", "Literal")
    unset = imports.imported(method.layout.core("resource"), "UnsetType")
    default: code.Expression = imports.builtin_name("False")
    if asking.place != "stream":
        default = imports.imported(method.layout.core("resource"), "UNSET")
    found: list[code.Parameter] = []
    for value in (False, True):
        type_: code.Expression = code.Subscript(literal_type, (code.Constant(value),))
        if isinstance(asking.type, Nullable) and not value:
            type_ = code.optional(type_)
        if asking.required or value is not by_default:
            found.append(code.Parameter(name, type_))
            continue
        if asking.place != "stream":
            type_ = code.union([type_, unset])
        found.append(code.Parameter(name, type_, default))
    return found[0], found[1]


def signature(
    method: Method, imports: Imports, other: tuple[Argument, code.Parameter] | None = None
) -> tuple[code.Parameter, ...]:
    """Return the parameters of a method. `other` replaces the declaration of one of them."""
    found = [code.Parameter("self")]
    spread = spread_body(method.operation, method.layout.interned.api.schemas)
    for each in method.arguments():
        if not each.positional and code.KEYWORD_ONLY not in found:
            found.append(code.KEYWORD_ONLY)
        if other is not None and each == other[0]:
            found.append(other[1])
        else:
            found.append(_parameter(method, each, spread, imports))
    if code.KEYWORD_ONLY not in found:
        found.append(code.KEYWORD_ONLY)
    names = [("options", "options", "RequestOptions")]
    if method.operation.batching:
        names.insert(0, ("batching", "batch.operation", "BatchOptions"))
    for name, home, kind in names:
        annotation = code.optional(method.core(home, kind, imports))
        found.append(code.Parameter(name, annotation, code.Constant(None)))
    return tuple(found)


def _parameter(
    method: Method, argument: Argument, spread: ObjectSchema | None, imports: Imports
) -> code.Parameter:
    name, annotation = method.name(argument), _annotation(method, argument, imports)
    if not argument.required and _file_kind(method, argument):
        annotation = code.optional(annotation)
    constant = constant_argument(method, argument, spread)
    if argument.place == "stream":
        return code.Parameter(name, annotation, imports.builtin_name("False"))
    if constant is not None:
        return code.Parameter(name, annotation, constant)
    if argument.required:
        return code.Parameter(name, annotation)
    unset = imports.imported(method.layout.core("resource"), "UNSET")
    if annotation != imports.builtin_name("object"):
        unset_type = imports.imported(method.layout.core("resource"), "UnsetType")
        annotation = code.union([annotation, unset_type])
    return code.Parameter(name, annotation, unset)


def _annotation(method: Method, argument: Argument, imports: Imports) -> code.Expression:
    if method.is_inputs(argument):
        iterable = method.core("batch.resource", "AnyIterable", imports)
        return code.Subscript(iterable, (method.input_type(imports),))
    body = method.operation.request_body
    chosen = usual_content(body.content) if body else None
    offered = method.choices()
    if argument.place == "content":
        if any(each.is_range for each in offered):
            return imports.builtin_name("str")
        names = tuple(code.Constant(each.media_type) for each in offered)
        return code.Subscript(imports.imported("typing", "Literal"), names)
    if argument.place == "body" and offered:
        return _offered(method, offered, imports)
    if argument.place == "body" and chosen:
        match chosen:
            case Text() | Xml(table="") if argument.wire_name == WHOLE_BODY:
                return imports.builtin_name("str")
            case Upload():
                return method.core("uploads", "Source", imports)
            case _:
                pass
        kind = _file_kind(method, argument)
        if kind:
            return _files(kind, argument.type, method, imports)
        if argument.wire_name == WHOLE_BODY and isinstance(chosen, Lines):
            items = _element(argument.type) if chosen.items is None else chosen.items
            iterable = imports.imported("collections.abc", "Iterable", otherwise="_")
            return code.Subscript(iterable, (method.annotator.input_type(items, imports),))
    return method.annotator.input_type(argument.type, imports)


def _file_kind(method: Method, argument: Argument) -> FileKind | None:
    """Return the kind of files that an argument takes, or None if it is not a file of a multipart form."""
    body = method.operation.request_body
    chosen = usual_content(body.content) if body else None
    if not isinstance(chosen, Multipart):
        return None
    if argument.place != "body" or argument.wire_name == WHOLE_BODY:
        return None
    return file_members(chosen, method.layout.interned.api.schemas).get(argument.wire_name)


def _files(kind: FileKind, type_: Type, method: Method, imports: Imports) -> code.Expression:
    """Return the annotation of an argument that takes files."""
    one = method.core("forms", "AnyFile", imports)
    found: list[code.Expression] = [] if kind == "many" else [one]
    if kind != "one":
        sequence = imports.imported("collections.abc", "Sequence", otherwise="_")
        found.append(code.Subscript(sequence, (one,)))
    return code.union([*found, code.Constant(None)] if isinstance(type_, Nullable) else found)


def _offered(method: Method, offered: tuple[MediaType, ...], imports: Imports) -> code.Expression:
    """Return the annotation of a body that can have one of several media types."""
    found: list[code.Expression] = []
    types: list[Type] = []
    for each in offered:
        match each:
            case Upload(may_be_text=may_be_text):
                found.append(method.core("uploads", "Source", imports))
                found += [imports.builtin_name("str")] if may_be_text else []
            case Text() | Xml(table=""):
                found.append(imports.builtin_name("str"))
            case Lines(items=items):
                iterable = imports.imported("collections.abc", "Iterable", otherwise="_")
                items = items or _element(each.type or Unknown())
                item_type = method.annotator.input_type(items, imports)
                found.append(code.Subscript(iterable, (item_type,)))
            case Json() | Unspecified() | Form() | Multipart() | Events() | Xml() | Bytes():
                types.append(each.type or Unknown())
            case _:
                assert_never(each)
    known = [method.annotator.input_type(Union(tuple(types)), imports)] if types else []
    anything = imports.builtin_name("object")
    return anything if anything in known else code.union([*known, *found])


def _element(type_: Type) -> Type:
    return type_.items if isinstance(type_, Array) else type_


def _is_upload(method: Method) -> bool:
    """Return whether the body is sent unchanged: bytes, a file, or an iterable of bytes."""
    body = method.operation.request_body
    return body is not None and isinstance(usual_content(body.content), Upload)


def _values(method: Method, imports: Imports) -> list[code.Argument]:
    """Return the arguments of the call into the core, by location and wire name."""
    inputs = [code.Name(method.name(each)) for each in method.arguments() if method.is_inputs(each)]
    given = [each for each in method.arguments() if not method.is_inputs(each)]
    found: list[code.Argument] = [*inputs]
    for place, keyword in PLACES:
        here = [each for each in given if each.place == place]
        if here:
            pairs = ((code.Constant(_key(method, e)), code.Name(method.name(e))) for e in here)
            found.append(code.Keyword(keyword, code.Dict(tuple(pairs))))
    body = [each for each in given if each.place == "body"]
    if len(body) == 1 and body[0].wire_name == WHOLE_BODY:
        found.append(code.Keyword("body", _whole_body(method, body[0], imports)))
    elif body or (not inputs and spread_body(method.operation, method.layout.interned.api.schemas)):
        pairs = ((code.Constant(each.wire_name), code.Name(method.name(each))) for each in body)
        found.append(code.Keyword("body", code.Dict(tuple(pairs))))
    return found


def _whole_body(method: Method, argument: Argument, imports: Imports) -> code.Expression:
    value: code.Expression = code.Name(method.name(argument))
    itself = code.Name("self")
    if method.choices():
        content_type = code.Name(method.names.arguments["content", CONTENT_TYPE])
        value = code.call(method.core("choices", "chosen", imports), itself, value, content_type)
    elif _is_upload(method):
        value = code.call(method.core("uploads", "portions", imports), itself, value)
    return _asking_for_stream(method, value, imports)


def _asking_for_stream(method: Method, body: code.Expression, imports: Imports) -> code.Expression:
    """Return the body passed as a whole.

    If the call requests a stream, the property that does so is added to the body.
    """
    asking = method.asks_for_stream()
    member = stream_member(method.operation, method.layout.interned.api.schemas)
    if asking is None or asking.place != "stream" or not member:
        return body
    with_member = method.core("stream_body", "with_member", imports)
    asked = code.Name(method.name(asking))
    return code.call(with_member, body, code.Constant(member), asked)


def _key(method: Method, argument: Argument) -> str:
    return method.name(argument) if argument.place == "path" else argument.wire_name
