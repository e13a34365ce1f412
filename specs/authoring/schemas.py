"""Read tables of schemas as the component schemas of one version."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from specs.authoring.cells import Cell, Columns, Json, parse_each, unknown
from specs.authoring.families import SchemaTable, filled
from specs.authoring.notation import Type, parse_parameter, parse_type, references
from specs.authoring.rows import Field, Schema, Version

COLUMNS = ("description", "called", "include", "fields", "shown", "type")
FIELD = ("type", "description", "example", "only", "optional_in", "variants")


@dataclass(frozen=True, slots=True)
class SchemaReader:
    """Reads rows for one version. `selectors` are the names that rows may use for versions."""

    version: Version
    selectors: tuple[str, ...]
    table: SchemaTable

    def read(self, rows: Mapping[str, Cell], named: Iterable[str]) -> dict[str, Schema]:
        """Read rows, and all rows and families that these and `named` refer to.

        Raises:
            TableError: a row is wrong.
        """
        schemas = parse_each(rows, self.schema)
        waiting = [*named, *(name for schema in schemas.values() for name in named_by(schema))]
        while waiting:
            name = waiting.pop()
            if name not in schemas:
                schemas[name] = self.schema(name, self.table.row(name))
                waiting += named_by(schemas[name])
        return schemas

    def schema(self, name: str, cell: Cell) -> Schema:
        """Read one row. Raises TableError."""
        row = cell.columns(*COLUMNS)
        declared = self.declared(row)
        present = {name: field for name, field in declared.items() if self.present(field)}
        fields = {field.wire_name: field for field in parse_each(present, self.field).values()}
        wire_names = {name.removesuffix("!") for name in declared}
        alias = row.get("type")
        if alias is not None and declared:
            raise alias.error(
                "`type` is used together with fields", "a schema has either a type or fields"
            )
        return Schema(
            cell=cell,
            name=name,
            description=row["description"].text(),
            fields=tuple(fields[wire_name] for wire_name in sorted(fields)),
            shown=tuple(name for name in row.names("shown", "field", wire_names) if name in fields),
            type=None if alias is None else self.type(alias),
        )

    def declared(self, row: Columns) -> dict[str, Cell]:
        """Return the fields of the row and of the sets that it includes; the row takes precedence."""
        declared: dict[str, Cell] = {}
        for rows in (*self.included(row.rows("include")), row.rows("fields")):
            for name, cell in rows.items():
                declared.pop(name.removesuffix("!"), None)
                declared.pop(f"{name.removesuffix('!')}!", None)
                declared[name] = cell
        return declared

    def included(self, rows: Mapping[str, Cell]) -> Iterator[Mapping[str, Cell]]:
        """Yield the field sets that a table takes in and that apply here."""
        for name, cell in rows.items():
            if name not in self.table.field_sets:
                raise unknown(cell, "field set", name, self.table.field_sets)
            if cell.value == "all" or self.applies(cell):
                yield self.table.field_sets[name].members()

    def present(self, cell: Cell) -> bool:
        """Return whether a field is in the selected version or dialect."""
        only = cell.value.get("only") if isinstance(cell.value, Mapping) else None
        return only is None or self.applies(only)

    def field(self, name: str, cell: Cell) -> Field:
        """Read a field: a row, or a type that `terms` describes. Raises TableError."""
        wire_name = name.removesuffix("!")
        row = Columns(cell, {"type": cell})
        if not isinstance(cell.value, str):
            row = cell.columns(*FIELD)
        term = self.term(wire_name)
        optional_in = row.get("optional_in")
        type_, default = self.parameter(self.of_version(row))
        description = row.get("description") or term.get("description")
        if description is None:
            hint = f"write {{type, description}}, or describe `{wire_name}` under `terms`"
            raise cell.error("nothing describes this field", hint)
        return Field(
            cell=cell,
            wire_name=wire_name,
            required=name.endswith("!") and not (optional_in and self.applies(optional_in)),
            type=type_,
            default=default,
            description=description.text(),
            example=row.members.get("example", term.members.get("example")),
        )

    def term(self, wire_name: str) -> Columns:
        """Return the descriptions of a field by its wire name; missing columns are empty."""
        cell = self.table.terms.get(wire_name)
        if cell is None:
            return Columns(Cell("", 0, (), None), {})
        if isinstance(cell.value, str):
            return Columns(cell, {"description": cell})
        return cell.columns("description", "example")

    def of_version(self, row: Columns) -> Cell:
        """Return the cell that holds the type of a row in this version."""
        chosen, variants = row["type"], row.rows("variants")
        for name, variant in variants.items():
            if name not in self.selectors:
                raise unknown(variant, "version or dialect", name, self.selectors)
        for name in (self.version.dialect, self.version.name):
            if name in variants:
                chosen = variants[name].columns("type")["type"]
        return chosen

    def type(self, cell: Cell) -> Type:
        """Read a cell that holds a type. Raises TableError if it does not."""
        found = parse_type(self.spelled_out(cell))
        self.table.check(cell, found)
        return found

    def parameter(self, cell: Cell) -> tuple[Type, Json]:
        """Read a type and its default, or None if it has none. Raises TableError."""
        found, default = parse_parameter(self.spelled_out(cell))
        self.table.check(cell, found)
        return found, default

    def spelled_out(self, cell: Cell, within: tuple[str, ...] = ()) -> Cell:
        """Return the cell with types in place of names in angle brackets; `within` are names of types."""
        words: dict[str, str] = {}
        for name in re.findall(r"<(\w+)>", cell.text()):
            if name not in self.table.types:
                raise unknown(cell, "type", name, self.table.types)
            if name in within:
                raise cell.error(
                    f"`<{name}>` refers to itself", "write the name of a schema instead"
                )
            named = self.table.types[name]
            row = Columns(named, {"type": named})
            if not isinstance(named.value, str):
                row = named.columns("type", "variants")
            words[f"<{name}>"] = self.spelled_out(self.of_version(row), (*within, name)).text()
        return filled(cell, words) if words else cell

    def applies(self, cell: Cell) -> bool:
        """Return whether any of the named versions or dialects is selected."""
        names = tuple(
            element.one_of("version or dialect", self.selectors) for element in cell.elements()
        )
        return self.version.is_among(names)


def named_by(schema: Schema | Type) -> Iterator[str]:
    """The names of the component schemas that a schema or a type names itself."""
    if not isinstance(schema, Schema):
        yield from references(schema)
        return
    if schema.type is not None:
        yield from references(schema.type)
    for field in schema.fields:
        yield from references(field.type)
