"""Compare the public names of a package with those of a pin file.

A pin is one line. The pin of a call lists its positional arguments in order, its keyword arguments
after `*`, and its return type. The pin of a model lists its attributes. New names are added. Changing a
pinned name, order or return type is an error until its line is removed. A pin file of an earlier
version of specloom, without order and return types, is compared by names only, and is rewritten with
both.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from specloom.diagnostics import Collector, Location, SpecloomError
from specloom.ir import ObjectSchema
from specloom.python.code import flat
from specloom.python.code.imports import Imports
from specloom.python.layout.layout import Layout
from specloom.python.layout.usage import emitted_schemas
from specloom.python.models.annotations import Annotator
from specloom.python.operations.calls import MethodKey, located_calls
from specloom.python.operations.method import Method
from specloom.python.operations.methods import SYNC, return_type

HEADER = "# Public names that must not change. Remove a line to allow a change.\n"
HINT = (
    "restore the name under [calls] or [names], or remove the line from the pin file to "
    "allow the change"
)
CHANGED_HINT = "this breaks callers; remove the line from the pin file to allow the change"
BY_NAME = "*"
RETURNS = " -> "


class Pin(Struct, frozen=True):
    """A public name.

    `subject` is the name and what it refers to. `ordered` contains the positional arguments, and
    `parts` the keyword arguments or attributes. `returns` is the return annotation of a call. It is
    empty for a model and for a pin of an earlier version.
    """

    subject: str
    ordered: tuple[str, ...]
    parts: frozenset[str]
    returns: str = ""

    def __str__(self) -> str:
        by_name = [BY_NAME] if self.returns and self.parts else []
        names = [*self.ordered, *by_name, *sorted(self.parts)]
        returned = [RETURNS.strip(), self.returns] if self.returns else []
        return f"{self.subject}: {' '.join([*names, *returned])}".rstrip(": ")


def public_names(layout: Layout, annotator: Annotator) -> tuple[Pin, ...]:
    """Return all calls with their arguments and return types, and all models with their attributes."""
    return tuple(
        sorted([*_calls(layout, annotator), *_models(layout)], key=lambda pin: pin.subject)
    )


def format_pins(pins: tuple[Pin, ...]) -> str:
    """Return the content of a pin file."""
    return HEADER + "".join(f"{pin}\n" for pin in pins)


def check_pins(text: str, shown: str, current: tuple[Pin, ...]) -> None:
    """Compare the names of a pin file with the current ones.

    Raises:
        SpecloomError: pinned names were removed, or their arguments or return types changed. Each error
            has the location of its line.
    """
    now = {pin.subject: pin for pin in current}
    collector = Collector()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        pinned = _parsed(line)
        for what, hint in _differences(pinned, now.get(pinned.subject)):
            with collector.item():
                raise SpecloomError.of(
                    "pinned-name", what, hint=hint, location=Location(shown, (), number, 1)
                )
    collector.raise_if_errors()


def _parsed(line: str) -> Pin:
    subject, _, rest = line.partition(": ")
    names, _, returns = rest.partition(RETURNS)
    if rest.startswith(RETURNS.lstrip()):  # a call without arguments
        names, returns = "", rest.removeprefix(RETURNS.lstrip())
    ordered, _, by_name = f" {names} ".partition(f" {BY_NAME} ")
    if not returns:
        return Pin(subject, (), frozenset(names.split()))
    return Pin(subject, tuple(ordered.split()), frozenset(by_name.split()), returns.strip())


def _differences(pinned: Pin, now: Pin | None) -> Iterator[tuple[str, str]]:
    """Yield the differences that break callers, each with a hint."""
    subject = pinned.subject
    if now is None:
        yield f"{subject} was removed", HINT
        return
    lost = sorted({*pinned.ordered, *pinned.parts} - {*now.ordered, *now.parts})
    if lost:
        yield f"{subject} no longer has {', '.join(lost)}", HINT
    elif now.ordered[: len(pinned.ordered)] != pinned.ordered:
        before, after = (" ".join(each) or "none" for each in (pinned.ordered, now.ordered))
        yield f"the positional arguments of {subject} are {after}, but {before} is pinned", CHANGED_HINT
    if pinned.returns and pinned.returns != now.returns:
        yield f"{subject} returns {now.returns}, but {pinned.returns} is pinned", CHANGED_HINT


def _calls(layout: Layout, annotator: Annotator) -> Iterator[Pin]:
    returns = _Returns(layout, annotator)
    for key, each in located_calls(layout):
        given = [argument for argument in each.arguments if argument.positional]
        by_name = [argument for argument in each.arguments if not argument.positional]
        yield Pin(
            f"call {each.version or '-'} {each.call} = {each.method} {each.path}",
            tuple(argument.python_name for argument in given),
            frozenset(argument.python_name for argument in by_name),
            returns.of(key),
        )


class _Returns:
    """The return annotations of methods, each computed once for all resources that share a method."""

    def __init__(self, layout: Layout, annotator: Annotator) -> None:
        self._layout, self._annotator = layout, annotator
        self._found: dict[MethodKey, str] = {}

    def of(self, key: MethodKey) -> str:
        if key not in self._found:
            id_, word = key
            operations = self._layout.interned.implementations[id_].operations
            operation = next(each for each in operations if each.call.name == word)
            names = self._layout.names.operations[key]
            method = Method(operation, names, "OPERATION", self._layout, self._annotator)
            imports = Imports(f"{self._layout.package}._")
            self._found[key] = flat(return_type(method, imports, SYNC))
        return self._found[key]


def _models(layout: Layout) -> Iterator[Pin]:
    for version in layout.interned.api.versions:
        for key in emitted_schemas(version, layout.interned):
            schema = layout.interned.api.schemas[key]
            properties = schema.properties if isinstance(schema, ObjectSchema) else ()
            names = frozenset(layout.names.properties[key, each.wire_name] for each in properties)
            name = layout.names.schemas[version.name, key]
            yield Pin(f"model {version.name or '-'} {name}", (), names)
