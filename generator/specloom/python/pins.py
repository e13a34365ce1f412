"""Pin public names: a package's names and the pinned ones in, what was lost or the new pins out.

A pin is a line: what it is, its version, its name, and behind a colon the names that callers use with
it. Names that are new are added; a name that would move or go is an error until its line is taken out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from specloom.diagnostics import Collector, Location, SpecloomError
from specloom.ir import ObjectSchema
from specloom.python.calls import map_calls
from specloom.python.layout import Layout
from specloom.python.usage import emitted_schemas

HEADER = "# Public names, pinned. Take a line out to let a name move or go.\n"


class Pin(Struct, frozen=True):
    """A public name: `subject` is it and what it stands for, `parts` the names that go with it."""

    subject: str
    parts: frozenset[str]

    def __str__(self) -> str:
        return f"{self.subject}: {' '.join(sorted(self.parts))}".rstrip(": ").rstrip()


def public_names(layout: Layout) -> tuple[Pin, ...]:
    """Every call with its arguments, and every model with its attributes, of every version."""
    return tuple(sorted([*_calls(layout), *_models(layout)], key=lambda pin: pin.subject))


def format_pins(pins: tuple[Pin, ...]) -> str:
    """The text of a pin file."""
    return HEADER + "".join(f"{pin}\n" for pin in pins)


def check_pins(text: str, shown: str, current: tuple[Pin, ...]) -> None:
    """Hold the names of a pin file against those of today.

    Raises:
        SpecloomError: with each name that was pinned and is not there any more, at its line.
    """
    now: Mapping[str, frozenset[str]] = {pin.subject: pin.parts for pin in current}
    collector = Collector()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        subject, _, parts = line.partition(": ")
        lost = sorted(set(parts.split()) - now.get(subject, frozenset()))
        if subject in now and not lost:
            continue
        with collector.item():
            what = (
                f"{subject} has lost {', '.join(lost)}" if subject in now else f"{subject} is gone"
            )
            raise SpecloomError.of(
                "pinned-name",
                what,
                hint="keep the name by [calls] or [names], or take it out of the pin file to let it go",
                location=Location(shown, (), number, 1),
            )
    collector.raise_if_errors()


def _calls(layout: Layout) -> Iterator[Pin]:
    for each in map_calls(layout):
        subject = f"call {each.version or '-'} {each.call} = {each.method} {each.path}"
        yield Pin(subject, frozenset(argument.python_name for argument in each.arguments))


def _models(layout: Layout) -> Iterator[Pin]:
    for version in layout.interned.api.versions:
        for key in emitted_schemas(version, layout.interned):
            schema = layout.interned.api.schemas[key]
            properties = schema.properties if isinstance(schema, ObjectSchema) else ()
            names = frozenset(layout.names.properties[key, each.wire_name] for each in properties)
            yield Pin(
                f"model {version.name or '-'} {layout.names.schemas[version.name, key]}", names
            )
