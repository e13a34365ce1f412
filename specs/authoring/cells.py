"""Cells of YAML tables that know their location, and located errors about them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias, TypeVar

import yaml

Json: TypeAlias = "None | bool | int | float | str | Sequence[Json] | Mapping[str, Json]"
Scalar: TypeAlias = None | bool | int | float | str
Parsed = TypeVar("Parsed")
MANY = 12
# The parser in C does the same much faster, if it is installed.
LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class TableError(Exception):
    """Errors in one or more cells: one string each, with file, line, row, fault and hint."""

    def __init__(self, *problems: str) -> None:
        # The same row is read once for each version, and may be wrong in all of them.
        self.problems = tuple(dict.fromkeys(problems))
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a table. `row` is its path from the top; `line` counts from 1."""

    table: str
    line: int
    row: tuple[str, ...]
    value: Scalar | tuple[Cell, ...] | Mapping[str, Cell]

    def error(self, what: str, hint: str) -> TableError:
        """Return the error about this cell, to be raised."""
        row = " > ".join(self.row) or "(top)"
        return TableError(f"{self.table}:{self.line}: {row}: {what}\n  hint: {hint}")

    def text(self) -> str:
        """Return the value as a string that is not empty. Raises TableError."""
        if not isinstance(self.value, str) or not self.value:
            raise self.error(
                "expected a string", "write a string; quote it if it looks like a number"
            )
        return self.value

    def members(self) -> Mapping[str, Cell]:
        """Return the value as a mapping. Raises TableError."""
        if not isinstance(self.value, Mapping):
            raise self.error("expected a mapping", "write `name: value` lines or {name: value}")
        return self.value

    def elements(self) -> tuple[Cell, ...]:
        """Return the value as a list. Raises TableError."""
        if not isinstance(self.value, tuple):
            raise self.error("expected a list", "write [a, b]")
        return self.value

    def columns(self, *known: str) -> Columns:
        """Return the value as a row with these columns. Raises TableError for any other column."""
        members = self.members()
        problems = [
            unknown(cell, "column", name, known)
            for name, cell in members.items()
            if name not in known
        ]
        if problems:
            raise TableError(*(text for problem in problems for text in problem.problems))
        return Columns(self, members)

    def one_of(self, what: str, known: Iterable[str]) -> str:
        """Return the value as one of the known names. Raises TableError with the nearest name."""
        name = self.text()
        known = tuple(known)
        if name not in known:
            raise unknown(self, what, name, known)
        return name

    def plain(self) -> Json:
        """Return the value as plain JSON."""
        match self.value:
            case tuple():
                return [cell.plain() for cell in self.value]
            case Mapping():
                return {name: cell.plain() for name, cell in self.value.items()}
            case scalar:
                return scalar


@dataclass(frozen=True, slots=True)
class Columns:
    """A row in which every column is known."""

    cell: Cell
    members: Mapping[str, Cell]

    def __getitem__(self, name: str) -> Cell:
        """Return the cell of a column. Raises TableError if the row lacks it."""
        if name not in self.members:
            raise self.cell.error(
                f"the column `{name}` is missing", "every row of this table has this column"
            )
        return self.members[name]

    def get(self, name: str) -> Cell | None:
        """Return the cell of a column, or None if it is missing or null."""
        cell = self.members.get(name)
        return None if cell is None or cell.value is None else cell

    def names(self, name: str, what: str, known: Iterable[str]) -> tuple[str, ...]:
        """Return a column as a list of known names, empty if the row lacks it."""
        cell = self.get(name)
        return (
            ()
            if cell is None
            else tuple(element.one_of(what, known) for element in cell.elements())
        )

    def rows(self, name: str) -> Mapping[str, Cell]:
        """Return a column as a mapping, empty if the row lacks it."""
        cell = self.get(name)
        return {} if cell is None else cell.members()


def unknown(cell: Cell, what: str, name: str, known: Iterable[str]) -> TableError:
    """Return an error for an unknown name, with the nearest known one."""
    known = sorted(known)
    if " " in name:
        return cell.error(
            f"unknown {what} `{name}`", "in braces, quote a string that contains a comma"
        )
    near = difflib.get_close_matches(name, known, n=1)
    some = ", ".join(known[:MANY]) + (", and others" if len(known) > MANY else "")
    hint = f"did you mean `{near[0]}`?" if near else f"known: {some or 'none'}"
    return cell.error(f"unknown {what} `{name}`", hint)


def parse_each(rows: Mapping[str, Cell], parse: Callable[[str, Cell], Parsed]) -> dict[str, Parsed]:
    """Parse every row, and raise one TableError for all that are wrong."""
    parsed: dict[str, Parsed] = {}
    problems: list[str] = []
    for name, cell in rows.items():
        try:
            parsed[name] = parse(name, cell)
        except TableError as error:
            problems += error.problems
    if problems:
        raise TableError(*problems)
    return parsed


def load_table(path: Path, folder: Path | None = None) -> Cell:
    """Load one table. Errors name the file relative to the folder of the tables, by default its own.

    Raises:
        TableError: the file is missing, is not YAML, or has a key twice.
    """
    folder = folder or path.parent
    table = f"{folder.name}/{path.relative_to(folder).as_posix()}"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise TableError(f"{table}: the table is missing\n  hint: create it at {path}") from None
    return _parsed(table, text)


@lru_cache(maxsize=200)
def _parsed(table: str, text: str) -> Cell:
    """Parse the text of a table. The next run in the same process takes the same cells, which are frozen."""
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        raise TableError(
            f"{table}: invalid YAML: {error}\n  hint: quote strings that contain `: `"
        ) from None
    if node is None:
        raise TableError(
            f"{table}: the table is empty\n  hint: see the comment at the top of another table"
        )
    return _cell(table, (), node)


def _cell(table: str, row: tuple[str, ...], node: yaml.Node) -> Cell:
    line = node.start_mark.line + 1
    match node:
        case yaml.MappingNode():
            return Cell(table, line, row, dict(_members(table, row, node)))
        case yaml.SequenceNode():
            elements = (
                _cell(table, (*row, str(index)), element)
                for index, element in enumerate(node.value)
            )
            return Cell(table, line, row, tuple(elements))
        case _:
            return Cell(table, line, row, _scalar(node.tag, str(node.value)))


def _members(
    table: str, row: tuple[str, ...], node: yaml.MappingNode
) -> Iterator[tuple[str, Cell]]:
    names: set[str] = set()
    for key, value in node.value:
        name = str(key.value)
        cell = _cell(table, (*row, name), value)
        if name in names:
            raise cell.error("the row occurs twice", "remove one of the rows")
        names.add(name)
        yield name, cell


def _scalar(tag: str, text: str) -> Scalar:
    """Return a scalar as JSON reads it; values that only YAML 1.1 has (dates, `no`) are strings."""
    match tag.rpartition(":")[2]:
        case "null":
            return None
        case "bool" if text in ("true", "false"):
            return text == "true"
        case "int" if re.fullmatch(r"-?(0|[1-9]\d*)", text):
            return int(text)
        case "float" if re.fullmatch(r"-?(0|[1-9]\d*)\.\d+", text):
            return float(text)
        case _:
            return text
