"""Tables of schemas, and families: rows for schemas that are named after another schema."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from specs.authoring.cells import Cell, unknown
from specs.authoring.notation import Type, references

TABLE = ("field_sets", "terms", "types", "families", "schemas")


@dataclass(frozen=True, slots=True)
class SchemaTable:
    """The rows of one table of schemas, or of two of which the second takes precedence.

    `terms` describes fields that the schemas give with their type alone, and `types` the names in angle
    brackets. `families` are rows for schemas that are named after another one: `BatchInput<T>`, with
    `<one>` and `<many>` for what the other row is `called`.
    """

    rows: Mapping[str, Cell]
    field_sets: Mapping[str, Cell]
    terms: Mapping[str, Cell]
    types: Mapping[str, Cell]
    families: Mapping[str, Cell]

    def with_own(self, own: SchemaTable) -> SchemaTable:
        """Return this table with the rows of `own` taking precedence."""
        return SchemaTable(
            {**self.rows, **own.rows},
            {**self.field_sets, **own.field_sets},
            {**self.terms, **own.terms},
            {**self.types, **own.types},
            {**self.families, **own.families},
        )

    def check(self, cell: Cell, type_: Type) -> None:
        """Raise TableError if the type names a schema that has neither a row nor a family."""
        for name in references(type_):
            if name not in self.rows and self.family(name) is None:
                raise unknown(cell, "schema", name, self.rows)

    def family(self, name: str) -> tuple[Cell, str] | None:
        """Return the family of a schema, and the name of the schema that it is named after."""
        for pattern, family in self.families.items():
            before, _, after = pattern.partition("<T>")
            found = re.fullmatch(f"{re.escape(before)}(.+){re.escape(after)}", name)
            if found and found[1] in self.rows:
                return family, found[1]
        return None

    def row(self, name: str) -> Cell:
        """Return the row of a schema that `check` accepted: its own or that of its family. Raises TableError."""
        if name in self.rows:
            return self.rows[name]
        found = self.family(name)
        assert found is not None
        family, after = found
        called = self.rows[after].members().get("called")
        if called is None:
            hint = f"write `called: [thing, things]`; the descriptions of {name} use it"
            raise self.rows[after].error("the row does not name what it describes", hint)
        one, many = (element.text() for element in called.elements())
        words = {"<T>": after, "<one>": one, "<many>": many}
        return filled(family, words | {"<Many>": many[0].upper() + many[1:]})


def schema_table(cell: Cell) -> SchemaTable:
    """Return the parts of a table that describe schemas; other parts are ignored."""
    parts = {name: part.members() for name, part in cell.members().items() if name in TABLE}
    return SchemaTable(
        rows=parts.get("schemas", {}),
        field_sets=parts.get("field_sets", {}),
        terms=parts.get("terms", {}),
        types=parts.get("types", {}),
        families=parts.get("families", {}),
    )


def filled(cell: Cell, words: Mapping[str, str]) -> Cell:
    """Return the cell with words in place of the names in angle brackets."""
    match cell.value:
        case str(text):
            worded = re.sub(r"<\w+>", lambda match: words.get(match[0], match[0]), text)
            return Cell(cell.table, cell.line, cell.row, worded)
        case tuple(elements):
            inner = tuple(filled(element, words) for element in elements)
            return Cell(cell.table, cell.line, cell.row, inner)
        case Mapping() as members:
            named = {name: filled(member, words) for name, member in members.items()}
            return Cell(cell.table, cell.line, cell.row, named)
        case _:
            return cell
