"""Read objects.yaml: which operations each version has for each object type, and where."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from specs.authoring.cells import Cell, Columns, Json, parse_each, unknown
from specs.authoring.families import SchemaTable
from specs.authoring.notation import Type
from specs.authoring.operations import read_responses
from specs.authoring.rows import Edition, ObjectType, ObjectVersion, Root, Texts
from specs.authoring.subjects import SUBJECT, read_subject

COLUMNS = (*SUBJECT, "object_type_id", "versions")
VERSION = ("root", "id", "plus", "without", "only", "also", "responses", "dialect", "lacks")
ACCESSES = ("read", "write")
VERSIONS_OF_SCOPES = ("all_in", "none_in")


@dataclass(frozen=True, slots=True)
class Choices:
    """What rows may name: the operations of most object types, and groups of operations."""

    common: tuple[str, ...]
    groups: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ObjectReader:
    """Reads rows. `editions` returns the edition of a version, in a dialect other than its own if one is given."""

    choices: Choices
    editions: Callable[[str, str | None], Edition]
    versions: Collection[str]
    dialects: Collection[str]
    schemas: SchemaTable
    texts: Texts

    def object_type(self, name: str, cell: Cell) -> ObjectType:
        """Read one row. Raises TableError."""
        row = cell.columns(*COLUMNS)
        for access, scopes in row.rows("scopes").items():
            if access not in (*ACCESSES, *VERSIONS_OF_SCOPES):
                raise unknown(scopes, "access", access, ACCESSES)
        id_ = row.get("object_type_id")
        own: dict[str, Json] = (
            {} if id_ is None else {"object_type": name, "object_type_id": id_.text()}
        )
        note = "\n\n".join(self.notes(row))
        subject = read_subject(name, row, self.texts, note, own, self.versions)
        versions = parse_each(row["versions"].members(), self.version)
        return ObjectType(subject, tuple(versions.values()))

    def notes(self, row: Columns) -> Iterator[str]:
        """Yield the notes about an object type that follow from its row."""
        id_ = row.get("object_type_id")
        if id_ is not None:
            yield self.texts.object_type_id.replace("<object_type_id>", id_.text())
        if not row.rows("scopes"):
            yield self.texts.any_scope

    def version(self, name: str, cell: Cell) -> ObjectVersion:
        """Read the entry of an object type for one version."""
        if name not in self.versions:
            raise unknown(cell, "version", name, self.versions)
        row = cell.columns(*VERSION)
        edition = self.edition(name, row)
        kinds = self.kinds(row, edition)
        elsewhere = tuple(self.elsewhere(root, row, kinds) for root in _elements(row.get("also")))
        moved = {kind for root in elsewhere for kind in root.kinds}
        here = Root(
            row["root"].text(),
            _text(row.get("id")),
            tuple(kind for kind in kinds if kind not in moved),
        )

        def responses(kind: str, answers: Cell) -> dict[str, Type | None]:
            if kind not in kinds:
                raise unknown(answers, "operation of this row", kind, kinds)
            return read_responses(answers, self.schemas)

        return ObjectVersion(
            cell, edition, (here, *elsewhere), parse_each(row.rows("responses"), responses)
        )

    def edition(self, name: str, row: Columns) -> Edition:
        """Return what a version has for an object type: in the row's dialect, without the fields in `lacks`."""
        dialect = row.get("dialect")
        spoken = None if dialect is None else dialect.one_of("dialect", self.dialects)
        edition = self.editions(name, spoken)
        lacks = {
            schema: tuple(field.text() for field in fields.elements())
            for schema, fields in row.rows("lacks").items()
        }
        for schema, fields in row.rows("lacks").items():
            if schema not in edition.schemas:
                raise unknown(fields, "schema", schema, edition.schemas)
        schemas = {
            name: schema.without(lacks[name]) if name in lacks else schema
            for name, schema in edition.schemas.items()
        }
        return replace(edition, schemas=schemas)

    def kinds(self, row: Columns, edition: Edition) -> tuple[str, ...]:
        """Return the row's operations in the order of operations.yaml."""
        only, plus = self.named(row, "only", edition), self.named(row, "plus", edition)
        without = row.names("without", "operation", self.choices.common)
        if only and (plus or without):
            raise row.cell.error(
                "`only` is used with `plus` or `without`", "`only` lists all operations itself"
            )
        chosen = only or {*self.choices.common, *plus} - {*without}
        return tuple(kind for kind in edition.operations if kind in chosen)

    def named(self, row: Columns, column: str, edition: Edition) -> tuple[str, ...]:
        """Return the operations of a column, with groups resolved."""
        groups = self.choices.groups
        names = row.names(column, "operation", (*edition.operations, *groups))
        return tuple(kind for name in names for kind in groups.get(name, (name,)))

    def elsewhere(self, cell: Cell, row: Columns, kinds: tuple[str, ...]) -> Root:
        """Read an entry that lists where else the operations of an object type are served."""
        also = cell.columns("root", "id", "operations")
        operations = also.names("operations", "operation of this row", kinds)
        return Root(also["root"].text(), _text(also.get("id") or row.get("id")), operations)


def read_choices(table: Columns) -> Choices:
    """Read `common` and `groups` of operations.yaml. Raises TableError."""
    rows = table["operations"].members()

    def kinds(_: str, cell: Cell) -> tuple[str, ...]:
        return tuple(kind.one_of("operation", rows) for kind in cell.elements())

    common = table.get("common")
    if common is None:
        raise table.cell.error(
            "the row `common` is missing", "it lists the operations that most object types have"
        )
    return Choices(kinds("common", common), parse_each(table.rows("groups"), kinds))


def _text(cell: Cell | None) -> str | None:
    return None if cell is None else cell.text()


def _elements(cell: Cell | None) -> tuple[Cell, ...]:
    return () if cell is None else cell.elements()
