"""Plan methods: an operation and its names in, its constant, its method and the async twin out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from typing import Any

from specloom.ir import (
    Array,
    Batching,
    MediaType,
    Operation,
    Parameter,
    Primitive,
    Type,
    Unknown,
    Window,
)
from specloom.naming.arguments import (
    WHOLE_BODY,
    Argument,
    arguments,
    chosen_content,
    is_json,
    spread_body,
)
from specloom.naming.assign import OperationNames
from specloom.python.annotations import Annotator
from specloom.python.bounds import NO_BOUNDS, bounds
from specloom.python.docstrings import docstring, entries, limits, literal, sentence
from specloom.python.imports import Imports
from specloom.python.layout import Layout
from specloom.python.pages import item_type, result_type
from specloom.python.paths import encoded_path
from specloom.python.scopes import scopes_needed
from specloom.python.views import ConstantView, MethodView

PLACES = (("path", "path"), ("query", "query"), ("header", "headers"), ("cookie", "cookies"))


@dataclass(frozen=True, slots=True)
class Method:
    """One operation of an implementation, with all that its code needs."""

    operation: Operation
    names: OperationNames
    constant: str
    layout: Layout
    annotator: Annotator

    def constant_view(self, imports: Imports, shared: dict[str, str]) -> ConstantView:
        """The module's `NAME: Operation[...] = Operation(...)`; `shared` names equal values."""
        operation = self.operation
        kind = "PagedOperation" if operation.pagination else "Operation"
        kind = "BatchOperation" if operation.batching else kind
        class_name = imports.name(self.layout.core("operation"), kind, otherwise="_")
        parts = [literal(operation.method), literal(self._path())]
        parts += [f"{key}={value}" for key, value in self._settings(imports, shared)]
        annotation = f"{class_name}[{self._type_arguments(imports)}]"
        return ConstantView(f"{self.constant}: {annotation} = {class_name}({', '.join(parts)})")

    def method_view(self, imports: Imports) -> MethodView:
        """The method of the sync class."""
        kind = self._type_arguments(imports)
        returns, call = kind, "self._call"
        if self.operation.pagination:
            pager = imports.name(self.layout.core("resource"), "Pager", otherwise="_")
            returns, call = f"{pager}[{kind}]", "self._paginate"
        values = [self.constant, *self._values(), "options=options"]
        if self.operation.batching:
            outcome = imports.name(self.layout.core("resource"), "Outcome", otherwise="_")
            returns, call = f"{outcome}[{self._input(imports)}, {kind}]", "self._batch"
            values = [*values[:-1], "batching=batching", values[-1]]
        return MethodView(
            name=self.names.method,
            arguments=tuple(self._signature(imports)),
            returns=returns,
            docstring=self._docstring(),
            statement=f"return {call}({', '.join(values)})",
        )

    def twin(self, class_name: str, imports: Imports) -> str:
        """The async class's member that does what a sync class does."""
        make = "paged" if self.operation.pagination else "awaited"
        make = imports.name(self.layout.core("asynchronous"), make, otherwise="_")
        return f"{self.names.method} = {make}({class_name}.{self.names.method})"

    # --- the constant -----------------------------------------------------------------------

    def _path(self) -> str:
        """The path with the names of arguments in it, for names in a path are never sent."""
        return re.sub(
            r"\{([^}]*)\}",
            lambda found: f"{{{self.names.arguments.get(('path', found[1]), found[1])}}}",
            encoded_path(self.operation.call.path),
        )

    def _settings(self, imports: Imports, shared: dict[str, str]) -> list[tuple[str, str]]:
        operation = self.operation
        settings: list[tuple[str, str]] = []
        if operation.call.mount:
            settings.append(("root", str(operation.call.mount)))
        parameters = self._parameters(imports)
        if parameters:
            settings.append(("parameters", parameters))
        body = operation.request_body
        chosen = chosen_content(body.content) if body else None
        if body and chosen:
            settings.append(("request_body", self._request_body(chosen, body.required, imports)))
        settings.append(("responses", self._responses(imports)))
        if operation.credentials != self.layout.usual_credentials:
            alternatives = literal(operation.credentials)
            settings.append(("security", _shared(imports, shared, "SECURITY", alternatives)))
        settings += self._extensions(imports, shared)
        if operation.idempotent is not None:
            settings.append(("idempotent", str(operation.idempotent)))
        limited = self._bounds(imports)
        if limited:
            settings.append(("bounds", _shared(imports, shared, "BOUNDS", limited)))
        return settings

    def _bounds(self, imports: Imports) -> str:
        """The limits of arguments that can be checked before anything is sent.

        Those of the inputs of a batch are no limits of the call, which sends several requests.
        """
        batching = self.operation.batching
        inputs = batching.inputs if batching else None
        entries: list[str] = []
        for each in self._arguments():
            found = bounds(each.type, each.constraints)
            if each.place == "path" or each.wire_name == inputs or found == NO_BOUNDS:
                continue
            given = zip(("minimum", "maximum"), found, strict=True)
            values = ", ".join(f"{key}={value:.15g}" for key, value in given if value is not None)
            name = imports.name(self.layout.core("operation"), "Bounds", otherwise="_")
            entries.append(f"{literal(each.wire_name)}: {name}({values})")
        return f"{{{', '.join(entries)}}}" if entries else ""

    def _extensions(self, imports: Imports, shared: dict[str, str]) -> list[tuple[str, str]]:
        settings: list[tuple[str, str]] = []
        paging, batching = self.operation.pagination, self.operation.batching
        if paging:
            name = imports.name(self.layout.core("operation"), "Pagination", otherwise="_")
            value = (
                f"{name}(cursor={literal(paging.cursor)}, place={literal(paging.place)}, "
                f"next={literal(paging.next)}, items={literal(paging.items)}"
            )
            value += f", more={literal(paging.more)}" if paging.more else ""
            value += f", window={self._window(paging.window, imports)})" if paging.window else ")"
            settings.append(("pagination", _shared(imports, shared, "PAGES", value)))
        if batching:
            name = imports.name(self.layout.core("operation"), "Batching", otherwise="_")
            value = f"{name}({', '.join(_given(batching))})"
            settings.append(("batching", _shared(imports, shared, "BATCH", value)))
        if self.operation.bucket:
            settings.append(("bucket", literal(self.operation.bucket)))
        return settings

    def _window(self, window: Window, imports: Imports) -> str:
        name = imports.name(self.layout.core("operation"), "Window", otherwise="_")
        return f"{name}({', '.join(_given(window))})"

    def _request_body(self, chosen: MediaType, required: bool, imports: Imports) -> str:
        core = self.layout.core("operation")
        if required and chosen.media_type == "application/json":
            return imports.name(core, "JSON", otherwise="_")
        name = imports.name(core, "RequestBody", otherwise="_")
        return f"{name}({literal(chosen.media_type)}, required={required})"

    def _parameters(self, imports: Imports) -> str:
        """The parameters that have to be said; most often they are all plain ones of the query."""
        core = self.layout.core("operation")
        said = [each for each in self.operation.parameters if each.place != "path"]
        if said and not any(map(_style, self.operation.parameters)):
            if all(each.place == "query" for each in said):
                names = ", ".join(literal(each.wire_name) for each in said)
                return f"{imports.name(core, 'query', otherwise='_')}({names})"
        texts = [self._parameter(each, imports) for each in self.operation.parameters]
        declared = [text for text in texts if text]
        comma = "," if len(declared) == 1 else ""
        return f"({', '.join(declared)}{comma})" if declared else ""

    def _parameter(self, parameter: Parameter, imports: Imports) -> str:
        extra = _style(parameter)
        name = parameter.wire_name
        if parameter.place == "path":
            if not extra:
                return ""
            name = self.names.arguments["path", name]
        class_name = imports.name(self.layout.core("operation"), "Parameter", otherwise="_")
        return f"{class_name}({literal(name)}, {literal(parameter.place)}{extra})"

    def _responses(self, imports: Imports) -> str:
        texts: list[str] = []
        for each in self.operation.responses:
            key = each.status if each.status.isdigit() else literal(each.status)
            texts.append(f"{key}: {self._content(each.content, imports)}")
        return "{" + ", ".join(texts) + "}"

    def _content(self, content: tuple[MediaType, ...], imports: Imports) -> str:
        chosen = chosen_content(content)
        if chosen is None:
            return "None"
        if is_json(chosen.media_type) or chosen.media_type == "*/*":
            return self.annotator.output(chosen.type, imports) if chosen.type else "object"
        return imports.builtin("bytes")

    def _success(self, imports: Imports) -> str:
        """The union of what successful statuses answer."""
        found = [
            self._content(each.content, imports)
            for each in sorted(self.operation.responses, key=lambda response: response.status)
            if each.status.startswith("2")
        ]
        return " | ".join(dict.fromkeys(found)) or imports.builtin("object")

    def _type_arguments(self, imports: Imports) -> str:
        if self.operation.batching:
            result = result_type(self.operation, self.layout.interned.api.schemas)
            return self.annotator.output(result, imports) if result else "None"
        success = self._success(imports)
        return f"{self._item(imports)}, {success}" if self.operation.pagination else success

    def _item(self, imports: Imports) -> str:
        """The type of one item of a page."""
        item = item_type(self.operation, self.layout.interned.api.schemas)
        return self.annotator.output(item, imports)

    def _input(self, imports: Imports) -> str:
        """The annotation of one input of a batch."""
        inputs = next(each for each in self._arguments() if self._is_inputs(each))
        return self.annotator.input(_element(inputs.type), imports)

    def _is_inputs(self, argument: Argument) -> bool:
        batching = self.operation.batching
        if batching is None:
            return False
        return (argument.place, argument.wire_name) == ("body", batching.inputs)

    # --- the method -------------------------------------------------------------------------

    def _arguments(self) -> tuple[Argument, ...]:
        return arguments(self.operation, self.layout.interned.api.schemas)

    def _name(self, argument: Argument) -> str:
        return self.names.arguments[argument.place, argument.wire_name]

    def _signature(self, imports: Imports) -> list[str]:
        texts: list[str] = []
        keyword_only = False
        for each in self._arguments():
            if not each.positional and not keyword_only:
                keyword_only = True
                texts.append("*")
            annotation = self._annotation(each, imports)
            if each.required:
                texts.append(f"{self._name(each)}: {annotation}")
            else:
                unset = imports.name(self.layout.core("resource"), "UNSET")
                if annotation != imports.builtin("object"):
                    annotation += f" | {imports.name(self.layout.core('resource'), 'UnsetType')}"
                texts.append(f"{self._name(each)}: {annotation} = {unset}")
        if not keyword_only:
            texts.append("*")
        names = {"options": "RequestOptions"}
        if self.operation.batching:
            names = {"batching": "BatchOptions", **names}
        for name, kind in names.items():
            local = imports.name(self.layout.core("resource"), kind, otherwise="_")
            texts.append(f"{name}: {local} | None = None")
        return texts

    def _annotation(self, argument: Argument, imports: Imports) -> str:
        if self._is_inputs(argument):
            iterable = imports.name(self.layout.core("resource"), "AnyIterable", otherwise="_")
            return f"{iterable}[{self._input(imports)}]"
        if argument.wire_name == WHOLE_BODY and self.operation.request_body:
            chosen = chosen_content(self.operation.request_body.content)
            if chosen and not is_json(chosen.media_type):
                return imports.builtin("bytes")
        if argument.place == "body" and argument.type == Primitive("string", "binary"):
            file = imports.name(self.layout.core("forms"), "File")
            sequence = imports.name("collections.abc", "Sequence", otherwise="_")
            one = f"{file} | {imports.builtin('bytes')}"
            return f"{one} | {sequence}[{one}]"
        return self.annotator.input(argument.type, imports)

    def _values(self) -> list[str]:
        """The arguments of the one call into the core, by place and wire name."""
        inputs = [self._name(each) for each in self._arguments() if self._is_inputs(each)]
        found = [each for each in self._arguments() if not self._is_inputs(each)]
        texts = inputs
        for place, keyword in PLACES:
            here = [each for each in found if each.place == place]
            if here:
                pairs = (f"{literal(self._key(each))}: {self._name(each)}" for each in here)
                texts.append(f"{keyword}={{{', '.join(pairs)}}}")
        body = [each for each in found if each.place == "body"]
        if len(body) == 1 and body[0].wire_name == WHOLE_BODY:
            texts.append(f"body={self._name(body[0])}")
        elif body or (not inputs and spread_body(self.operation, self.layout.interned.api.schemas)):
            pairs = (f"{literal(each.wire_name)}: {self._name(each)}" for each in body)
            texts.append(f"body={{{', '.join(pairs)}}}")
        return texts

    def _key(self, argument: Argument) -> str:
        return self._name(argument) if argument.place == "path" else argument.wire_name

    def _docstring(self) -> str:
        operation = self.operation
        described = [
            (self._name(each), _described(each, is_split=self._is_inputs(each)))
            for each in self._arguments()
        ]
        lead = sentence(operation.summary) or f"{operation.method} {operation.path}."
        same = operation.description.strip() == operation.summary.strip()
        return docstring(
            lead,
            "" if same else operation.description,
            self._splitting(),
            "Deprecated." if operation.deprecated else "",
            entries("Args", [entry for entry in described if entry[1]]),
            f"{self._answers()}{scopes_needed(self.operation)}{self._errors()}",
        )

    def _splitting(self) -> str:
        """How many requests a batch is, and what it gives."""
        batching = self.operation.batching
        if batching is None:
            return ""
        names = self.names.arguments
        lower = [f"{limit} with `{names['body', name]}`" for name, limit in batching.limit_with]
        most = f"at most {batching.limit}" + (f", {', '.join(lower)}" if lower else "")
        return (
            f"Takes any number of inputs and sends them in requests of {most}, several at a time. "
            "The outcome has each input with its result or its error; it raises only if it is asked to."
        )

    def _errors(self) -> str:
        return "" if self.operation.batching else " Raises ApiStatusError, ApiConnectionError."

    def _answers(self) -> str:
        """What each successful status says, in a line; what a batch gives has been said."""
        if self.operation.batching:
            return ""
        said = [
            f"{each.status}: {sentence(each.description)}"
            for each in self.operation.responses
            if each.status.startswith("2")
        ]
        return f"Answers {' '.join(said)}" if said else "Answers any success."


def _style(parameter: Parameter) -> str:
    """How a parameter is written out, where that is not as usual in its place."""
    usual = {"path": "simple", "header": "simple"}.get(parameter.place, "form")
    style = f", style={literal(parameter.style)}" if parameter.style != usual else ""
    exploded = parameter.style == "form"
    return style + (f", explode={parameter.explode}" if parameter.explode != exploded else "")


def _given(facts: Batching | Window) -> Iterator[str]:
    """The arguments of what the core knows by the same members; defaults are left out."""
    for member in fields(facts):
        value: Any = getattr(facts, member.name)
        if member.default is MISSING or value != member.default:
            yield f"{member.name}={literal(value)}"


def _element(type_: Type) -> Type:
    return type_.items if isinstance(type_, Array) else Unknown()


def _described(argument: Argument, *, is_split: bool = False) -> str:
    default = argument.default
    notes = [
        sentence(argument.description),
        "" if is_split else limits(argument.constraints),
        f"The server takes {default} if it is left out." if default not in (None, "", ()) else "",
        "Deprecated." if argument.deprecated else "",
    ]
    return " ".join(note for note in notes if note)


def _shared(imports: Imports, shared: dict[str, str], name: str, value: str) -> str:
    """The name of a module constant with this value; it is made if there is none."""
    known = shared.get(value)
    if known is None:
        known = shared[value] = imports.define(name)
    return known


def constant_name(prefix: tuple[str, ...], method: str) -> str:
    """The module constant of an operation: ``BATCH_CREATE``; never a name that an argument has."""
    name = "_".join((*prefix, method.strip("_"))).upper()
    return name if name.isupper() else f"OPERATION_{name}"


def distinct_name(name: str, taken: set[str]) -> str:
    """The name, numbered if it is taken; it is taken afterwards."""
    numbered = (f"{name}_{number}" for number in range(2, 10_000))
    chosen = name if name not in taken else next(each for each in numbered if each not in taken)
    taken.add(chosen)
    return chosen
