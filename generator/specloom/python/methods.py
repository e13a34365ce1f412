"""Plan methods: a method in, its signature, docstring and only statement out, and its async twin."""

from __future__ import annotations

from specloom.ir import Primitive
from specloom.naming.arguments import WHOLE_BODY, Argument, chosen_content, is_json, spread_body
from specloom.python.docstrings import literal
from specloom.python.imports import Imports
from specloom.python.method import Method
from specloom.python.prose import method_docstring
from specloom.python.views import MethodView

PLACES = (("path", "path"), ("query", "query"), ("header", "headers"), ("cookie", "cookies"))


def method_view(method: Method, imports: Imports) -> MethodView:
    """The method of the sync class."""
    kind = method.type_arguments(imports)
    returns, call = kind, "self._call"
    if method.operation.pagination:
        pager = imports.name(method.layout.core("resource"), "Pager", otherwise="_")
        returns, call = f"{pager}[{kind}]", "self._paginate"
    values = [method.constant, *_values(method), "options=options"]
    if method.operation.batching:
        outcome = imports.name(method.layout.core("resource"), "Outcome", otherwise="_")
        returns, call = f"{outcome}[{method.input_type(imports)}, {kind}]", "self._batch"
        values = [*values[:-1], "batching=batching", values[-1]]
    return MethodView(
        name=method.names.method,
        arguments=tuple(_signature(method, imports)),
        returns=returns,
        docstring=method_docstring(method),
        statement=f"return {call}({', '.join(values)})",
    )


def twin(method: Method, class_name: str, imports: Imports) -> str:
    """The async class's member that does what a sync class does."""
    make = "paged" if method.operation.pagination else "awaited"
    make = imports.name(method.layout.core("asynchronous"), make, otherwise="_")
    return f"{method.names.method} = {make}({class_name}.{method.names.method})"


def _signature(method: Method, imports: Imports) -> list[str]:
    texts: list[str] = []
    keyword_only = False
    for each in method.arguments():
        if not each.positional and not keyword_only:
            keyword_only = True
            texts.append("*")
        annotation = _annotation(method, each, imports)
        if each.required:
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
    if argument.wire_name == WHOLE_BODY and method.operation.request_body:
        chosen = chosen_content(method.operation.request_body.content)
        if chosen and not is_json(chosen.media_type):
            return imports.builtin("bytes")
    if argument.place == "body" and argument.type == Primitive("string", "binary"):
        file = imports.name(method.layout.core("forms"), "File")
        sequence = imports.name("collections.abc", "Sequence", otherwise="_")
        one = f"{file} | {imports.builtin('bytes')}"
        return f"{one} | {sequence}[{one}]"
    return method.annotator.input(argument.type, imports)


def _values(method: Method) -> list[str]:
    """The arguments of the one call into the core, by place and wire name."""
    inputs = [method.name(each) for each in method.arguments() if method.is_inputs(each)]
    found = [each for each in method.arguments() if not method.is_inputs(each)]
    texts = inputs
    for place, keyword in PLACES:
        here = [each for each in found if each.place == place]
        if here:
            pairs = (f"{literal(_key(method, each))}: {method.name(each)}" for each in here)
            texts.append(f"{keyword}={{{', '.join(pairs)}}}")
    body = [each for each in found if each.place == "body"]
    if len(body) == 1 and body[0].wire_name == WHOLE_BODY:
        texts.append(f"body={method.name(body[0])}")
    elif body or (not inputs and spread_body(method.operation, method.layout.interned.api.schemas)):
        pairs = (f"{literal(each.wire_name)}: {method.name(each)}" for each in body)
        texts.append(f"body={{{', '.join(pairs)}}}")
    return texts


def _key(method: Method, argument: Argument) -> str:
    return method.name(argument) if argument.place == "path" else argument.wire_name
