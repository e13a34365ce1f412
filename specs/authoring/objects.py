"""objects.yaml in, object types out: which operations each version has of them, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from specs.authoring.cells import Cell, Columns, parse_each, unknown
from specs.authoring.notation import Type
from specs.authoring.operations import read_responses
from specs.authoring.rows import Edition, ObjectType, ObjectVersion, Root, Subject, Texts

TEXTS = ("label", "object_type_id", "about", "use_case", "documentation")
COLUMNS = (*TEXTS, "tiers", "scopes", "sample", "versions")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads rows; `common` are the operations of an object type whose row says nothing else."""

    common: tuple[str, ...]
    editions: Mapping[str, Edition]
    texts: Texts

    def object_type(self, name: str, cell: Cell) -> ObjectType:
        row = cell.columns(*COLUMNS)
        versions = parse_each(row["versions"].members(), self.version)
        return ObjectType(self.subject(name, row), tuple(versions.values()))

    def subject(self, name: str, row: Columns) -> Subject:
        object_type_id = row.get("object_type_id")
        documentation = row["documentation"].columns("name", "url")
        tiers = row.get("tiers")
        own = (
            {}
            if object_type_id is None
            else {"object_type": name, "object_type_id": object_type_id.text()}
        )
        return Subject(
            name=name,
            label=row["label"].text(),
            object_type_id=None if object_type_id is None else object_type_id.text(),
            about=row["about"].text(),
            use_case=row["use_case"].text(),
            documentation=[
                {"name": documentation["name"].text(), "url": documentation["url"].text()}
            ],
            tiers=self.texts.tiers if tiers is None else tiers.plain(),
            scopes=parse_each(row.rows("scopes"), self.scopes),
            sample={
                **self.texts.sample,
                **own,
                **{key: value.plain() for key, value in row.rows("sample").items()},
            },
        )

    def scopes(self, access: str, cell: Cell) -> tuple[str, ...]:
        if access not in ("read", "write"):
            raise unknown(cell, "access", access, ("read", "write"))
        return tuple(scope.one_of("scope", self.texts.scopes) for scope in cell.elements())

    def version(self, name: str, cell: Cell) -> ObjectVersion:
        if name not in self.editions:
            raise unknown(cell, "version", name, self.editions)
        edition = self.editions[name]
        row = cell.columns("root", "id", "plus", "without", "only", "also", "responses")
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
            return read_responses(answers, edition.schemas)

        return ObjectVersion(
            cell, name, (here, *elsewhere), parse_each(row.rows("responses"), responses)
        )

    def kinds(self, row: Columns, edition: Edition) -> tuple[str, ...]:
        """The row's operations in the order of operations.yaml."""
        only = row.names("only", "operation", edition.operations)
        plus = row.names("plus", "operation", edition.operations)
        without = row.names("without", "operation", self.common)
        if only and (plus or without):
            raise row.cell.error(
                "`only` stands beside `plus` or `without`", "`only` names all operations by itself"
            )
        chosen = only or {*self.common, *plus} - {*without}
        return tuple(kind for kind in edition.operations if kind in chosen)

    def elsewhere(self, cell: Cell, row: Columns, kinds: tuple[str, ...]) -> Root:
        also = cell.columns("root", "id", "operations")
        operations = also.names("operations", "operation of this row", kinds)
        return Root(also["root"].text(), _text(also.get("id") or row.get("id")), operations)


def read_objects(
    table: Cell, common: Cell, editions: Mapping[str, Edition], texts: Texts
) -> tuple[ObjectType, ...]:
    """Reads objects.yaml. Raises: TableError with every fault in it."""
    operations = {kind for edition in editions.values() for kind in edition.operations}
    kinds = tuple(kind.one_of("operation", operations) for kind in common.elements())
    return tuple(parse_each(table.members(), _Reader(kinds, editions, texts).object_type).values())


def _text(cell: Cell | None) -> str | None:
    return None if cell is None else cell.text()


def _elements(cell: Cell | None) -> tuple[Cell, ...]:
    return () if cell is None else cell.elements()
