"""Name the methods of operations, and their arguments."""

from __future__ import annotations

from collections.abc import Mapping

from specloom.ir import ImplementationId, InternedApi, Operation
from specloom.naming import reserved
from specloom.naming.arguments import (
    WHOLE_BODY,
    Argument,
    argument_key,
    arguments,
    check_extensions,
)
from specloom.naming.chooser import Chooser
from specloom.naming.names import CALLED, ArgumentKey, OperationNames
from specloom.naming.scope import Scope
from specloom.naming.words import other_spellings, shortened, snake_case


def name_operations(
    interned: InternedApi, chooser: Chooser
) -> dict[tuple[ImplementationId, str], OperationNames]:
    """Return the names of methods and arguments. The methods of an implementation are unique."""
    return _Namer(interned, chooser).operations()


class _Namer:
    def __init__(self, interned: InternedApi, chooser: Chooser) -> None:
        self.interned, self.chooser = interned, chooser

    def operations(self) -> dict[tuple[ImplementationId, str], OperationNames]:
        names: dict[tuple[ImplementationId, str], OperationNames] = {}
        for implementation in self.interned.implementations:
            scope = Scope(self.chooser.collector, "method")
            for operation in implementation.operations:
                word = operation.call.name
                derived = shortened(snake_case(word))
                if word == CALLED:
                    method = CALLED
                else:
                    method = self.chooser.take(
                        scope, derived, word, operation.location, reserved.METHODS
                    )
                names[implementation.id, word] = OperationNames(method, self._arguments(operation))
        return names

    def _arguments(self, operation: Operation) -> dict[ArgumentKey, str]:
        names: dict[ArgumentKey, str] = {}
        taken: dict[str, Argument] = {}
        scope = Scope(self.chooser.collector, "argument")
        found = arguments(operation, self.interned.api.schemas)
        with self.chooser.collector.item():
            check_extensions(operation, found)
        kept = dict(operation.call.arguments)
        for each in sorted(found, key=lambda each: _rank(each, kept)):
            name = self._kept_argument(each, kept) or self._argument(each, operation)
            other = taken.get(name)
            if other is not None and other.place != each.place:
                name = f"{name}_{each.place}"
            if self.chooser.chosen(each.location, "") is not None:
                scope.take(name, each.wire_name, each.location)
            else:
                spellings = other_spellings(each.wire_name)
                name = scope.number(name, each.wire_name, each.location, spellings=spellings)
            taken[name] = each
            names[each.place, each.wire_name] = name
        return names

    def _kept_argument(self, argument: Argument, kept: Mapping[str, str]) -> str | None:
        """Return the published name of an argument, unless the project file chooses another."""
        is_chosen = self.chooser.chosen(argument.location, "") is not None
        return None if is_chosen else kept.get(argument_key(argument))

    def _argument(self, argument: Argument, operation: Operation) -> str:
        items = {each.wire_name for each in operation.parameters if each.is_item}
        if argument.place == "path" and argument.wire_name in items:
            return self.chooser.project.mounts.item or argument.wire_name
        wire_name = argument.wire_name if argument.wire_name != WHOLE_BODY else "body"
        if argument.place in ("content", "stream"):
            return wire_name
        banned = reserved.ARGUMENTS | ({"batching"} if operation.batching else set[str]())
        return self.chooser.name(snake_case(wire_name), wire_name, argument.location, banned)


def _rank(argument: Argument, kept: Mapping[str, str]) -> tuple[bool, bool, bool]:
    """Published names come first, then those in the path, then those that are written as in Python."""
    name = argument.wire_name
    return argument_key(argument) not in kept, argument.place != "path", snake_case(name) != name
