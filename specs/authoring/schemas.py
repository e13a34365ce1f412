"""schemas.yaml in, the component schemas of each version out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specs.authoring.cells import Cell, parse_each, unknown
from specs.authoring.notation import Type, parse_type, references
from specs.authoring.rows import Field, Schema, Version


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads rows as one version has them; `schemas` and `selectors` are names that rows may use."""

    version: Version
    selectors: tuple[str, ...]
    field_sets: Mapping[str, Cell]
    schemas: tuple[str, ...]

    def schema(self, name: str, cell: Cell) -> Schema:
        row = cell.columns("description", "include", "fields", "shown")
        fields: dict[str, Field] = {}
        for rows in (*self.included(row.rows("include")), row.rows("fields")):
            present = {name: field for name, field in rows.items() if self.present(field)}
            fields |= {field.wire_name: field for field in parse_each(present, self.field).values()}
        shown = row.names("shown", "field", fields)
        ordered = tuple(fields[wire_name] for wire_name in sorted(fields))
        return Schema(name, row["description"].text(), ordered, shown)

    def included(self, rows: Mapping[str, Cell]) -> Iterator[Mapping[str, Cell]]:
        for name, cell in rows.items():
            if name not in self.field_sets:
                raise unknown(cell, "field set", name, self.field_sets)
            if cell.value == "all" or self.applies(cell):
                yield self.field_sets[name].members()

    def present(self, cell: Cell) -> bool:
        only = cell.members().get("only")
        return only is None or self.applies(only)

    def field(self, name: str, cell: Cell) -> Field:
        row = cell.columns("type", "description", "example", "only", "variants")
        return Field(
            cell=cell,
            wire_name=name.removesuffix("!"),
            required=name.endswith("!"),
            type=self.type(row["type"], row.rows("variants")),
            description=row["description"].text(),
            example=row.members.get("example"),
        )

    def type(self, cell: Cell, variants: Mapping[str, Cell]) -> Type:
        chosen = cell
        for name in (self.version.dialect, self.version.name):
            if name in variants:
                chosen = variants[name].columns("type")["type"]
        for name, variant in variants.items():
            if name not in self.selectors:
                raise unknown(variant, "version or dialect", name, self.selectors)
        found = parse_type(chosen)
        for name in references(found):
            if name not in self.schemas:
                raise unknown(chosen, "schema", name, self.schemas)
        return found

    def applies(self, cell: Cell) -> bool:
        names = tuple(
            element.one_of("version or dialect", self.selectors) for element in cell.elements()
        )
        return self.version.is_among(names)


def read_schemas(table: Cell, versions: Mapping[str, Version]) -> dict[str, dict[str, Schema]]:
    """Reads schemas.yaml once for each version. Raises: TableError."""
    row = table.columns("field_sets", "schemas")
    rows = row["schemas"].members()
    selectors = (*versions, *(version.dialect for version in versions.values()))
    return {
        name: parse_each(
            rows, _Reader(version, selectors, row.rows("field_sets"), tuple(rows)).schema
        )
        for name, version in versions.items()
    }
