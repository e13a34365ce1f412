"""One operation of an implementation, and its types in Python: what constants and methods are made from."""

from __future__ import annotations

from dataclasses import dataclass

from specloom.ir import Array, MediaType, Operation, Type, Unknown
from specloom.naming.arguments import Argument, arguments, chosen_content, is_json
from specloom.naming.assign import OperationNames
from specloom.python.annotations import Annotator
from specloom.python.imports import Imports
from specloom.python.layout import Layout
from specloom.python.pages import item_type, result_type


@dataclass(frozen=True, slots=True)
class Method:
    """One operation of an implementation, with all that its code needs."""

    operation: Operation
    names: OperationNames
    constant: str
    layout: Layout
    annotator: Annotator

    def arguments(self) -> tuple[Argument, ...]:
        """The arguments of the call, in their order."""
        return arguments(self.operation, self.layout.interned.api.schemas)

    def name(self, argument: Argument) -> str:
        """The Python name of an argument."""
        return self.names.arguments[argument.place, argument.wire_name]

    def is_inputs(self, argument: Argument) -> bool:
        """Whether an argument takes the inputs of a batch."""
        batching = self.operation.batching
        if batching is None:
            return False
        return (argument.place, argument.wire_name) == ("body", batching.inputs)

    def content(self, content: tuple[MediaType, ...], imports: Imports) -> str:
        """The annotation of what an answer holds."""
        chosen = chosen_content(content)
        if chosen is None:
            return "None"
        if is_json(chosen.media_type) or chosen.media_type == "*/*":
            return self.annotator.output(chosen.type, imports) if chosen.type else "object"
        return imports.builtin("bytes")

    def _success(self, imports: Imports) -> str:
        """The union of what successful statuses answer."""
        found = [
            self.content(each.content, imports)
            for each in sorted(self.operation.responses, key=lambda response: response.status)
            if each.status.startswith("2")
        ]
        return " | ".join(dict.fromkeys(found)) or imports.builtin("object")

    def type_arguments(self, imports: Imports) -> str:
        """What the call gives: its answer; of a paged one the item and the page, of a batch a result."""
        if self.operation.batching:
            result = result_type(self.operation, self.layout.interned.api.schemas)
            return self.annotator.output(result, imports) if result else "None"
        success = self._success(imports)
        return f"{self._item(imports)}, {success}" if self.operation.pagination else success

    def _item(self, imports: Imports) -> str:
        """The type of one item of a page."""
        item = item_type(self.operation, self.layout.interned.api.schemas)
        return self.annotator.output(item, imports)

    def input_type(self, imports: Imports) -> str:
        """The annotation of one input of a batch."""
        inputs = next(each for each in self.arguments() if self.is_inputs(each))
        return self.annotator.input(_element(inputs.type), imports)


def _element(type_: Type) -> Type:
    return type_.items if isinstance(type_, Array) else Unknown()
