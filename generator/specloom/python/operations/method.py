"""Represent one operation of an implementation with its Python types, to plan its constant and methods."""

from __future__ import annotations

from collections.abc import Iterable
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
    Operation,
    Primitive,
    Response,
    Text,
    Type,
    Unknown,
    Unspecified,
    Upload,
    Xml,
    content_at_once,
    usual_content,
)
from specloom.naming.arguments import (
    Argument,
    arguments,
    asks_for_stream,
    is_asked_to_stream,
)
from specloom.naming.choices import choices, is_binary
from specloom.naming.names import OperationNames
from specloom.python import code
from specloom.python.code.imports import Imports
from specloom.python.layout.layout import Layout
from specloom.python.models.annotations import Annotator
from specloom.python.operations.alternatives import readable
from specloom.python.operations.pages import item_type, result_type


class Method(Struct, frozen=True):
    """One operation of an implementation, with everything that its code depends on."""

    operation: Operation
    names: OperationNames
    constant: str
    layout: Layout
    annotator: Annotator

    def arguments(self) -> tuple[Argument, ...]:
        """Return the arguments of the call, in the order of the signature."""
        return arguments(self.operation, self.layout.interned.api.schemas)

    def choices(self) -> tuple[MediaType, ...]:
        """Return the media types of the body from which a caller can choose."""
        return choices(self.operation, self.layout.interned.api.schemas)

    def name(self, argument: Argument) -> str:
        """Return the Python name of an argument."""
        return self.names.arguments[argument.place, argument.wire_name]

    def core(self, module: str, name: str, imports: Imports) -> code.Name:
        """Import a name of the core, and return its local name."""
        return imports.imported(self.layout.core(module), name, otherwise="_")

    def is_inputs(self, argument: Argument) -> bool:
        """Return whether an argument takes the inputs of a batch."""
        batching = self.operation.batching
        if batching is None:
            return False
        return (argument.place, argument.wire_name) == ("body", batching.inputs)

    def content(self, content: tuple[MediaType, ...], imports: Imports) -> code.Expression:
        """Return the annotation of the body of a response, in any of the media types that can be read."""
        if not content or self.operation.method == "HEAD":
            return code.Constant(None)
        found = [self.represented(each, imports) for each in self.readable(content)]
        anything = imports.builtin_name("object")
        return anything if anything in found else code.union(found)

    def readable(self, content: tuple[MediaType, ...]) -> tuple[MediaType, ...]:
        """Return the media types that a response can have. Pages and batches have only one."""
        found = readable(content)
        is_one = self.operation.pagination is not None or self.operation.batching is not None
        return found[:1] if is_one else found

    def answered(self, response: Response, imports: Imports) -> code.Expression:
        """Return the annotation of the result of a successful response.

        If no content is declared, it is optional bytes.
        """
        if not response.content and may_have_body(self.operation, response):
            return code.optional(imports.builtin_name("bytes"))
        return self.content(response.content, imports)

    def represented(self, chosen: MediaType, imports: Imports) -> code.Expression:
        """Return the annotation of a body in a media type."""
        match chosen:
            case Text() | Xml(table=""):
                return imports.builtin_name("str")
            case Unspecified(type=type_) if is_binary(type_) and type_ is not None:
                return imports.builtin_name("bytes")
            case Json(type=type_) | Unspecified(type=type_) | Xml(type=type_):
                anything = imports.builtin_name("object")
                return self.annotator.output_type(type_, imports) if type_ else anything
            case Form() | Multipart() | Upload() | Lines() | Events() | Bytes():
                return imports.builtin_name("bytes")
            case _:
                assert_never(chosen)

    def successes(self) -> tuple[Response, ...]:
        """Return the successful responses.

        A declared 3xx is one of them, unless the operation is paged, a batch or a stream. A default
        response describes errors. It describes successes as well if no success status is declared and
        the default response is a stream or bytes, which errors never are.
        """
        declared = self.operation.responses
        found = [each for each in declared if each.status.startswith("2")]
        others = [each for each in declared if each.status == "default" and _is_raw(each)]
        redirects = [each for each in declared if each.status.startswith("3")]
        if self.operation.pagination or self.operation.batching or _streams(found or others):
            redirects = []
        statuses = found or ([] if redirects else others)
        return tuple(sorted((*statuses, *redirects), key=lambda response: response.status))

    def answer(self) -> MediaType | None:
        """Return the media type of the first successful response that has a body."""
        found = (usual_content(content_at_once(each.content)) for each in self.successes())
        return next((each for each in found if each), None)

    def asks_for_stream(self) -> Argument | None:
        """Return the argument that decides whether the response is a stream.

        Return None if the response always or never is one.
        """
        if not is_asked_to_stream(self.operation):
            return None
        schemas = self.layout.interned.api.schemas
        return asks_for_stream(self.operation, self.arguments(), schemas)

    def streamed_content(self) -> Lines | Events | None:
        """Return the media type of the first successful response that can be a stream."""
        content = (each for response in self.successes() for each in response.content)
        found = next((each for each in content if isinstance(each, Lines | Events)), None)
        return None if self.operation.method == "HEAD" else found

    def is_always_streamed(self) -> bool:
        """Return whether the call returns a stream regardless of its arguments."""
        answer = self.answer()
        is_streamed = answer is not None and answer.is_stream
        return is_streamed and self.operation.method != "HEAD"

    def stream(self, imports: Imports) -> code.Expression:
        """Return the type of the items of the stream that the operation can return."""
        chosen = self.streamed_content()
        assert chosen is not None
        item = self.streamed(chosen, imports)
        if isinstance(chosen, Lines):
            return item
        return code.Subscript(self.core("decoders", "Event", imports), (item,))

    def streamed(self, chosen: Lines | Events, imports: Imports) -> code.Expression:
        """Return the type of the content of the items of a stream."""
        if isinstance(chosen, Events) and chosen.by_name:
            found = [self.annotator.output_type(type_, imports) for _, type_ in chosen.by_name]
            anything = imports.builtin_name("object")
            return anything if anything in found else code.union(found)
        kind = chosen.items or chosen.type
        if kind is None or isinstance(kind, Primitive):
            return imports.builtin_name("object")
        if isinstance(kind, Array) and chosen.items is None:
            kind = kind.items
        return self.annotator.output_type(kind, imports)

    def _success(self, imports: Imports) -> code.Expression:
        """Return the union of the results of all successful responses."""
        found = [self.answered(each, imports) for each in self.successes()]
        anything = imports.builtin_name("object")
        if not found or anything in found:
            return anything
        joined = code.union(found)
        if not isinstance(joined, code.Union):
            return joined
        return code.Union(
            tuple(sorted(joined.members, key=lambda each: each == code.Constant(None)))
        )

    def type_arguments(self, imports: Imports) -> tuple[code.Expression, ...]:
        """Return the type arguments of the class `Operation`.

        They are the result of the call, for a list the types of an item and of a page, and for a batch
        the result for one input.
        """
        if self.operation.batching:
            result = result_type(self.operation, self.layout.interned.api.schemas)
            none = code.Constant(None)
            return (self.annotator.output_type(result, imports) if result else none,)
        success = self._success(imports)
        return (self._item(imports), success) if self.operation.pagination else (success,)

    def _item(self, imports: Imports) -> code.Expression:
        """Return the type of one item of a page."""
        item = item_type(self.operation, self.layout.interned.api.schemas)
        return self.annotator.output_type(item, imports)

    def input_type(self, imports: Imports) -> code.Expression:
        """Return the annotation of one input of a batch."""
        inputs = next(each for each in self.arguments() if self.is_inputs(each))
        return self.annotator.input_type(_element(inputs.type), imports)


def may_have_body(operation: Operation, response: Response) -> bool:
    """Return whether a successful response can have a body, by its status and the method."""
    is_bodiless = response.status in ("204", "205") or response.status.startswith("3")
    return operation.method != "HEAD" and not is_bodiless


def _is_raw(response: Response) -> bool:
    """Return whether a response is a stream or bytes."""
    chosen = _chosen(response)
    return isinstance(chosen, Lines | Events | Bytes)


def _streams(responses: Iterable[Response]) -> bool:
    """Return whether the first response that has a body is a stream."""
    ordered = sorted(responses, key=lambda response: response.status)
    chosen = next((each for each in map(_chosen, ordered) if each), None)
    return chosen is not None and chosen.is_stream


def _chosen(response: Response) -> MediaType | None:
    return usual_content(response.content)


def _element(type_: Type) -> Type:
    return type_.items if isinstance(type_, Array) else Unknown()
