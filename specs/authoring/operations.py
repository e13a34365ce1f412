"""Read rows of operations as the kinds of operation of one version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specs.authoring.cells import Cell, Columns, parse_each, unknown
from specs.authoring.families import SchemaTable
from specs.authoring.notation import Type, parse_type
from specs.authoring.rows import (
    Operation,
    OperationText,
    ParameterText,
    QueryParameter,
    RequestBody,
)
from specs.authoring.schemas import SchemaReader, named_by

TEXTS = ("summary", "description", "answer")
COLUMNS = (
    *("method", "path", "path_parameters", "name", "tag", "access", "query", "request"),
    *("example", "responses", "headers", "body", "deprecated", *TEXTS),
)
# The schema of error responses.
ERROR = "Error"
METHODS = ("DELETE", "GET", "PATCH", "POST", "PUT")


@dataclass(frozen=True, slots=True)
class OperationReader:
    """Reads rows for one version. `texts` are for rows without their own."""

    schemas: SchemaReader
    texts: Mapping[str, OperationText]
    tags: Mapping[str, str]
    accesses: tuple[str, ...]
    parameters: Mapping[str, ParameterText]

    def all(self, rows: Mapping[str, Cell]) -> dict[str, Operation]:
        """Read every row that this version has. Raises TableError."""
        present = {kind: row for kind, row in rows.items() if self.schemas.present(row)}
        return parse_each(present, self.operation)

    def operation(self, kind: str, cell: Cell) -> Operation:
        """Read one row. Raises TableError."""
        row = self.settled(cell)
        return Operation(
            cell=cell,
            kind=kind,
            method=row["method"].one_of("method", METHODS),
            path=row["path"].text(),
            path_types=parse_each(row.rows("path_parameters"), self.path_type),
            name=row["name"].text(),
            tag=row["tag"].one_of("tag", self.tags),
            access=row["access"].one_of("access", self.accesses),
            query=tuple(parse_each(row.rows("query"), self.query).values()),
            request=self.request(row),
            responses=read_responses(row["responses"], self.schemas.table),
            text=self.text(kind, row),
            headers={
                status: tuple(each.text() for each in names.elements())
                for status, names in row.rows("headers").items()
            },
            deprecated=self.deprecated(row),
        )

    def settled(self, cell: Cell) -> Columns:
        """Return the row with the columns of this version in place of the general ones."""
        row = cell.columns(*COLUMNS, "only", "variants")
        members = dict(row.members)
        variants = row.rows("variants")
        for name, variant in variants.items():
            if name not in self.schemas.selectors:
                raise unknown(variant, "version or dialect", name, self.schemas.selectors)
        for name in (self.schemas.version.dialect, self.schemas.version.name):
            if name in variants:
                members |= variants[name].columns(*COLUMNS).members
        return Columns(cell, members)

    def text(self, kind: str, row: Columns) -> OperationText:
        """Return the descriptions of an operation: those of its row, or those of its kind."""
        if "summary" in row.members:
            summary, description, answer = (row[name].text() for name in TEXTS)
            return OperationText(summary, description, answer)
        if kind not in self.texts:
            raise row.cell.error(
                "texts.yaml does not describe this operation",
                f"add `{kind}` under `operations` there",
            )
        return self.texts[kind]

    def path_type(self, _: str, cell: Cell) -> Type:
        """Return the type of a path parameter."""
        return self.schemas.type(cell)

    def deprecated(self, row: Columns) -> bool:
        """Return whether this version marks the operation as deprecated."""
        versions = row.get("deprecated")
        return versions is not None and self.schemas.applies(versions)

    def query(self, declared: str, cell: Cell) -> QueryParameter:
        """Return a query parameter with its type and default. A required one has `!` after its name."""
        name = declared.removesuffix("!")
        if name not in self.parameters:
            raise cell.error(
                "texts.yaml does not describe this parameter",
                f"add `{name}` under `parameters` there",
            )
        type_, default = self.schemas.parameter(cell)
        return QueryParameter(name, type_, default, declared.endswith("!"))

    def request(self, row: Columns) -> RequestBody | None:
        """Return the body: a type, as JSON, or {media type: type or schema}; such a schema has no name."""
        cell, example, body = row.get("request"), row.get("example"), row.get("body")
        required = body is None or body.one_of("body", ("optional",)) != "optional"
        if cell is None:
            return None
        if not isinstance(cell.value, Mapping):
            return RequestBody(
                cell, "application/json", read_body(cell, self.schemas.table), example, required
            )
        if len(cell.value) != 1:
            raise cell.error(
                "a request has only one media type", "write {media type: {fields: ...}}"
            )
        ((media_type, content),) = cell.value.items()
        if isinstance(content.value, str):
            return RequestBody(
                cell, media_type, read_body(content, self.schemas.table), example, required
            )
        schema = self.schemas.schema(media_type, content)
        return RequestBody(cell, media_type, schema, example, required)


def read_responses(cell: Cell, schemas: SchemaTable) -> dict[str, Type | None]:
    """Read {status: type or null}. Raises TableError."""

    def read(status: str, body: Cell) -> Type | None:
        if not (status.isdigit() and 100 <= int(status) <= 599):
            raise body.error(
                f"`{status}` is not a status code code",
                "write a status code such as 200; `default` is added automatically",
            )
        return None if body.value is None else read_body(body, schemas)

    return parse_each(cell.members(), read)


def read_body(cell: Cell, schemas: SchemaTable) -> Type:
    """Read the type of a body. Raises TableError."""
    found = parse_type(cell)
    schemas.check(cell, found)
    return found


def named_in_bodies(operations: Mapping[str, Operation]) -> Iterator[str]:
    """Return the names of the component schemas in bodies, and that of errors."""
    yield ERROR
    for operation in operations.values():
        if operation.request is not None:
            yield from named_by(operation.request.content)
        for body in operation.responses.values():
            yield from () if body is None else named_by(body)
