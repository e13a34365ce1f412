"""Print intermediate results as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, cast

import click
from msgspec import Struct

from specloom.cli.output import json_text
from specloom.diagnostics import Location, format_pointer, neutralise
from specloom.pipeline import Compiled
from specloom.python.operations.calls import map_calls


def to_json(value: object) -> str:
    """Return a value as JSON. Structs have their class name as `kind`, and locations are strings."""
    return json_text(_plain(value))


def _plain(value: object) -> object:
    if isinstance(value, Location):
        return f"{value.document}{format_pointer(value.pointer)}"
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Struct):
        members = {name: _plain(getattr(value, name)) for name in value.__struct_fields__}
        return {"kind": type(value).__name__, **members}
    if isinstance(value, Mapping):
        mapping = cast(Mapping[Any, object], value)
        return {_key(key): _plain(member) for key, member in mapping.items()}
    if isinstance(value, (tuple, list, frozenset)):
        return [_plain(each) for each in cast(tuple[object, ...], value)]
    return value


def _key(key: object) -> str:
    if isinstance(key, tuple):
        return " ".join(_key(part) for part in cast(tuple[object, ...], key))
    return str(key)


def show_calls(compiled: Compiled) -> None:
    """Print a table of the operations with their calls and the types of their results.

    In a terminal it has lines and is as wide as the terminal. Elsewhere each operation is one line, with
    columns that are aligned by spaces.
    """
    from specloom.python.clients.pins import public_names
    from specloom.python.layout.layout import Layout
    from specloom.python.plan import annotator_of

    layout = Layout(compiled.interned, compiled.names, compiled.project)
    returns = {each.subject: each.returns for each in public_names(layout, annotator_of(layout))}
    has_versions = len(compiled.project.versions) > 1
    rows = [[*(["version"] if has_versions else []), "method", "path", "call", "returns"]]
    for each in map_calls(layout):
        arguments = ", ".join(
            argument.python_name if argument.required else f"{argument.python_name}=..."
            for argument in each.arguments
        )
        subject = f"call {each.version or '-'} {each.call} = {each.method} {each.path}"
        cells = [each.method, each.path, f"{each.call}({arguments})", returns.get(subject, "")]
        row = [each.version, *cells] if has_versions else cells
        rows.append([neutralise(cell) for cell in row])
    if sys.stdout.isatty():
        _show_table(rows)
    else:
        for line in _aligned(rows):
            click.echo(line)


def _show_table(rows: list[list[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(*rows[0])
    for row in rows[1:]:
        shown.add_row(*map(Text, row))
    Console().print(shown)


def _aligned(rows: list[list[str]]) -> Iterator[str]:
    """Yield the rows as lines. A column is as wide as its longest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
