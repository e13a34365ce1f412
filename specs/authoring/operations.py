"""operations.yaml in, the kinds of operation of each version out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from specs.authoring.cells import Cell, Columns, parse_each, unknown
from specs.authoring.notation import (
    ArrayOf,
    Reference,
    Type,
    parse_parameter,
    parse_type,
    references,
)
from specs.authoring.rows import Operation, QueryParameter, Schema, Texts, Version

COLUMNS = ("method", "path", "name", "tag", "access", "query", "request", "responses")
METHODS = ("DELETE", "GET", "PATCH", "POST", "PUT")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads rows as one version has them."""

    version: Version
    selectors: tuple[str, ...]
    schemas: Mapping[str, Schema]
    texts: Texts

    def operation(self, kind: str, cell: Cell) -> Operation:
        row = self.settled(cell)
        if kind not in self.texts.operations:
            raise cell.error(
                "texts.yaml has no such operation", f"add `{kind}` under `operations` there"
            )
        request = row.get("request")
        return Operation(
            kind=kind,
            method=row["method"].one_of("method", METHODS),
            path=row["path"].text(),
            name=row["name"].text(),
            tag=row["tag"].one_of("tag", self.texts.tags),
            access=row["access"].one_of("access", ("read", "write")),
            query=tuple(parse_each(row.rows("query"), self.query).values()),
            request=None if request is None else read_body(request, self.schemas),
            responses=read_responses(row["responses"], self.schemas),
        )

    def settled(self, cell: Cell) -> Columns:
        """The row with the columns that differ in this version in place of the general ones."""
        row = cell.columns(*COLUMNS, "variants")
        members = dict(row.members)
        variants = row.rows("variants")
        for name, variant in variants.items():
            if name not in self.selectors:
                raise unknown(variant, "version or dialect", name, self.selectors)
        for name in (self.version.dialect, self.version.name):
            if name in variants:
                members |= variants[name].columns(*COLUMNS).members
        return Columns(cell, members)

    def query(self, name: str, cell: Cell) -> QueryParameter:
        if name not in self.texts.parameters:
            raise cell.error(
                "texts.yaml has no such parameter", f"add `{name}` under `parameters` there"
            )
        type_, default = parse_parameter(cell)
        return QueryParameter(name, type_, default)


def read_responses(cell: Cell, schemas: Mapping[str, Schema]) -> dict[str, Type | None]:
    """Reads {status: type or null}. Raises: TableError."""

    def read(status: str, body: Cell) -> Type | None:
        if not (status.isdigit() and 100 <= int(status) <= 599):
            raise body.error(
                f"`{status}` is not a status", "write one such as 200; `default` is added by itself"
            )
        return None if body.value is None else read_body(body, schemas)

    return parse_each(cell.members(), read)


def read_body(cell: Cell, schemas: Mapping[str, Schema]) -> Type:
    """Reads the type of a body: a schema, or an array of one. Raises: TableError."""
    found = parse_type(cell)
    if not isinstance(found.items if isinstance(found, ArrayOf) else found, Reference):
        raise cell.error("a body is a schema or an array of one", "name a schema of schemas.yaml")
    for name in references(found):
        if name not in schemas:
            raise unknown(cell, "schema", name, schemas)
    return found


def read_operations(
    table: Cell,
    versions: Mapping[str, Version],
    schemas: Mapping[str, Mapping[str, Schema]],
    texts: Texts,
) -> dict[str, dict[str, Operation]]:
    """Reads operations.yaml once for each version. Raises: TableError."""
    rows = table.columns("common", "operations")["operations"].members()
    selectors = (*versions, *(version.dialect for version in versions.values()))
    return {
        name: parse_each(rows, _Reader(version, selectors, schemas[name], texts).operation)
        for name, version in versions.items()
    }
