"""The folder of tables in, typed rows out; every bad row is told of at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from specs.authoring.cells import Cell, Json, load_table, parse_each
from specs.authoring.objects import read_objects
from specs.authoring.operations import read_operations
from specs.authoring.rows import Edition, OperationText, ParameterText, Tables, Texts, Version
from specs.authoring.schemas import read_schemas

TEXTS = (
    "openapi",
    "server",
    "tiers",
    "object_type_id",
    "any_scope",
    "tags",
    "security",
    "scopes",
    "sample",
)
SAID_OF = ("parameters", "operations", "responses")


def load_tables(folder: Path) -> Tables:
    """Reads all tables in `folder`.

    Raises: TableError with every fault found in the first table that has any.
    """
    texts = read_texts(load_table(folder / "texts.yaml"))
    versions = read_versions(load_table(folder / "versions.yaml"))
    schemas = read_schemas(load_table(folder / "schemas.yaml"), versions)
    operations_table = load_table(folder / "operations.yaml")
    operations = read_operations(operations_table, versions, schemas, texts)
    editions = {
        name: Edition(version, operations[name], schemas[name])
        for name, version in versions.items()
    }
    common = operations_table.members().get("common")
    if common is None:
        raise operations_table.error(
            "the row `common` is missing", "it lists the operations that most object types have"
        )
    objects = read_objects(load_table(folder / "objects.yaml"), common, editions, texts)
    return Tables(texts, editions, objects)


def read_versions(table: Cell) -> dict[str, Version]:
    """Reads versions.yaml. Raises: TableError."""

    def read(name: str, cell: Cell) -> Version:
        row = cell.columns("dialect", "about")
        return Version(name, row["dialect"].text(), row["about"].text())

    return parse_each(table.members(), read)


def read_texts(table: Cell) -> Texts:
    """Reads texts.yaml. Raises: TableError."""
    row = table.columns(*TEXTS, *SAID_OF)
    responses = _texts(row["responses"])
    if "default" not in responses:
        raise row["responses"].error(
            "the row `default` is missing", "say there what an error answer is"
        )
    return Texts(
        openapi=row["openapi"].text(),
        server=row["server"].plain(),
        tiers=row["tiers"].plain(),
        object_type_id=row["object_type_id"].text(),
        any_scope=row["any_scope"].text(),
        tags=_texts(row["tags"]),
        security=_plain(row["security"]),
        scopes=_texts(row["scopes"]),
        sample=_plain(row["sample"]),
        parameters=parse_each(row["parameters"].members(), _parameter_text),
        operations=parse_each(row["operations"].members(), _operation_text),
        responses=responses,
    )


def _texts(cell: Cell) -> dict[str, str]:
    return parse_each(cell.members(), lambda _, member: member.text())


def _plain(cell: Cell) -> Mapping[str, Json]:
    return {name: member.plain() for name, member in cell.members().items()}


def _parameter_text(name: str, cell: Cell) -> ParameterText:
    row = cell.columns("description", "example")
    return ParameterText(row["description"].text(), row.get("example"))


def _operation_text(name: str, cell: Cell) -> OperationText:
    row = cell.columns("summary", "description", "answer")
    return OperationText(row["summary"].text(), row["description"].text(), row["answer"].text())
