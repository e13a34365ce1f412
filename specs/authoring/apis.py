"""Read the tables of the APIs other than those of records, for each version."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from specs.authoring.cells import Cell, Columns, parse_each, unknown
from specs.authoring.families import TABLE, schema_table
from specs.authoring.operations import OperationReader, named_in_bodies
from specs.authoring.rows import Api, ApiVersion, Edition, ParameterText, Subject, Texts, Version
from specs.authoring.schemas import SchemaReader
from specs.authoring.subjects import SUBJECT, read_subject

COLUMNS = (*SUBJECT, "versions", "tags", "parameters", "operations", *TABLE)
ROOTS = ("root", "objects")


@dataclass(frozen=True, slots=True)
class ApiReader:
    """Reads tables. `schemas` returns a reader of the schemas that all documents of a version share."""

    texts: Texts
    versions: dict[str, Version]
    schemas: Callable[[Version], SchemaReader]

    def api(self, name: str, table: Cell) -> Api:
        """Read one table. Raises TableError."""
        row = table.columns(*COLUMNS)
        scopes = row.rows("scopes")
        accesses = {
            access for each in row.rows("operations").values() for access in _accesses(each)
        }
        note = "" if accesses <= scopes.keys() else self.texts.scope_by_type
        subject = read_subject(name, row, self.texts, note, {}, self.versions)

        def version(version: str, cell: Cell) -> ApiVersion:
            return self.version(version, cell, row, subject)

        return Api(subject, tuple(parse_each(row["versions"].members(), version).values()))

    def version(self, name: str, cell: Cell, row: Columns, subject: Subject) -> ApiVersion:
        """Read the table for one version, which may have its own dialect."""
        if name not in self.versions:
            raise unknown(cell, "version", name, self.versions)
        place = cell.columns(*ROOTS, "dialect")
        general = self.versions[name]
        dialect = place.get("dialect")
        known = {version.dialect for version in self.versions.values()}
        spoken = general.dialect if dialect is None else dialect.one_of("dialect", known)
        version = Version(name, spoken, general.about)
        roots = {root: place[root].text() for root in ROOTS if place.get(root) is not None}
        return ApiVersion(cell, self.edition(version, row, subject), roots)

    def edition(self, version: Version, row: Columns, subject: Subject) -> Edition:
        """Read what one version of an API has: operations, schemas, tags and parameters."""
        shared = self.schemas(version)
        own = schema_table(row.cell)
        table = shared.table.with_own(own)
        schemas = SchemaReader(shared.version, shared.selectors, table)
        tags = {name: tag.text() for name, tag in row.rows("tags").items()}
        parameters = {
            **self.texts.parameters,
            **parse_each(row.rows("parameters"), read_parameter_text),
        }
        accesses = (*dict.fromkeys((*subject.scopes, *subject.keys, "read", "write")),)
        reader = OperationReader(schemas, {}, tags, accesses, parameters)
        operations = reader.all(row["operations"].members())
        read = schemas.read(own.rows, named_in_bodies(operations))
        return Edition(version, operations, read, tags, parameters, subject.sample)


def _accesses(row: Cell) -> Iterator[str]:
    """Yield the accesses that an operation requires in any version."""
    columns = row.members()
    for each in (columns, *(variant.members() for variant in _rows(columns.get("variants")))):
        if "access" in each:
            yield each["access"].text()


def _rows(cell: Cell | None) -> Iterable[Cell]:
    return () if cell is None else cell.members().values()


def read_parameter_text(_: str, cell: Cell) -> ParameterText:
    """Read {description, example}. Raises TableError."""
    row = cell.columns("description", "example")
    return ParameterText(row["description"].text(), row.get("example"))
