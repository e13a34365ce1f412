"""Read the folder of tables as typed rows; all errors of a table are reported together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from specs.authoring.apis import ApiReader, read_parameter_text
from specs.authoring.cells import Cell, Columns, Json, load_table, parse_each
from specs.authoring.families import TABLE, SchemaTable, schema_table
from specs.authoring.objects import ACCESSES, ObjectReader, read_choices
from specs.authoring.operations import OperationReader, named_in_bodies
from specs.authoring.rows import Edition, OperationText, Tables, Texts, Version
from specs.authoring.schemas import SchemaReader
from specs.authoring.subjects import read_documentation

TEXTS = (
    *("openapi", "server", "tiers", "documentation", "object_type_id", "any_scope"),
    *("scope_by_type", "tags", "security", "keys", "headers", "scopes", "sample", "examples"),
)
SAID_OF = ("parameters", "operations", "responses")
OPERATIONS = ("common", "groups", "operations")


def load_tables(folder: Path) -> Tables:
    """Load all tables in `folder`, and those of the other APIs in `folder/supporting`.

    Raises:
        TableError: with every error in the first table that has any.
    """
    texts = read_texts(load_table(folder / "texts.yaml"))
    versions = read_versions(load_table(folder / "versions.yaml"))
    schemas = load_table(folder / "schemas.yaml")
    schemas.columns(*TABLE)
    shared = schema_table(schemas)
    operations = load_table(folder / "operations.yaml").columns(*OPERATIONS)
    choices = read_choices(operations)

    @cache
    def edition(name: str, dialect: str | None) -> Edition:
        version = versions[name]
        spoken = version if dialect is None else replace(version, dialect=dialect)
        return _edition(_schemas(spoken, versions, shared), operations, texts)

    rows = load_table(folder / "objects.yaml").members()
    dialects = {version.dialect for version in versions.values()}
    objects = parse_each(
        rows, ObjectReader(choices, edition, versions, dialects, shared, texts).object_type
    )
    reader = ApiReader(texts, versions, lambda version: _schemas(version, versions, shared))
    paths = sorted((folder / "supporting").glob("*.yaml"))
    apis = parse_each({path.stem: load_table(path, folder) for path in paths}, reader.api)
    return Tables(texts, tuple(objects.values()), tuple(apis.values()))


def _schemas(version: Version, versions: Mapping[str, Version], table: SchemaTable) -> SchemaReader:
    selectors = (*versions, *(version.dialect for version in versions.values()))
    return SchemaReader(version, selectors, table)


def _edition(schemas: SchemaReader, table: Columns, texts: Texts) -> Edition:
    """Return the operations of records in one version."""
    reader = OperationReader(
        schemas, texts.operations, texts.tags, (*ACCESSES, "any"), texts.parameters
    )
    operations = reader.all(table["operations"].members())
    read = schemas.read(schemas.table.rows, named_in_bodies(operations))
    return Edition(schemas.version, operations, read, texts.tags, texts.parameters, texts.sample)


def read_versions(table: Cell) -> dict[str, Version]:
    """Read versions.yaml. Raises TableError."""

    def read(name: str, cell: Cell) -> Version:
        row = cell.columns("dialect", "about")
        return Version(name, row["dialect"].text(), row["about"].text())

    return parse_each(table.members(), read)


def read_texts(table: Cell) -> Texts:
    """Read texts.yaml. Raises TableError."""
    row = table.columns(*TEXTS, *SAID_OF)
    responses = _texts(row["responses"])
    if "default" not in responses:
        raise row["responses"].error(
            "the row `default` is missing", "describe the error response there"
        )
    return Texts(
        openapi=row["openapi"].text(),
        server=row["server"].plain(),
        tiers=row["tiers"].plain(),
        documentation=read_documentation(row["documentation"]),
        object_type_id=row["object_type_id"].text(),
        any_scope=row["any_scope"].text(),
        scope_by_type=row["scope_by_type"].text(),
        tags=_texts(row["tags"]),
        security=_plain(row["security"]),
        keys=_plain(row["keys"]),
        headers=_texts(row["headers"]),
        scopes=_texts(row["scopes"]),
        sample=_plain(row["sample"]),
        examples=_plain(row["examples"]),
        parameters=parse_each(row["parameters"].members(), read_parameter_text),
        operations=parse_each(row["operations"].members(), _operation_text),
        responses=responses,
    )


def _texts(cell: Cell) -> dict[str, str]:
    return parse_each(cell.members(), lambda _, member: member.text())


def _plain(cell: Cell) -> Mapping[str, Json]:
    return {name: member.plain() for name, member in cell.members().items()}


def _operation_text(_: str, cell: Cell) -> OperationText:
    row = cell.columns("summary", "description", "answer")
    return OperationText(row["summary"].text(), row["description"].text(), row["answer"].text())
