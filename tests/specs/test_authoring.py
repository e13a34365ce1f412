"""Test how tables become documents: each row adds a document, invalid rows are reported, drift is
found and repaired."""

import json
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from specs.authoring.__main__ import SPECS, wanted_documents
from specs.authoring.cells import Cell, TableError, load_table
from specs.authoring.notation import json_schema, parse_parameter, parse_type
from specs.authoring.plan import plan_documents
from specs.authoring.rows import Tables
from specs.authoring.tables import load_tables
from tests.specs.authored import check, replace, specs, write
from tests.specs.invented import (
    IN_NEW_VERSION,
    IN_V3_ONLY,
    LIGHTHOUSES,
    VERSION,
    VERSION_ROW,
    append,
    invent,
)

__all__ = ["specs"]


LAMPS = """
label: Lamps
about: Lamps.
use_case: Light the way.
scopes: {all: [oauth, crm.lists.read + crm.lists.write]}
versions:
  v3: {root: /lamps/v3}
  "2026-09": {root: /lamps/2026-09, dialect: separate}
tags: {Lamps: Lamps.}
parameters:
  lampId: {description: The id of the lamp., example: 7}
operations:
  get:
    method: GET
    path: <root>/{lampId}
    path_parameters: {lampId: integer(int64)}
    name: get
    tag: Lamps
    access: all
    responses: {200: Lamp}
    summary: Get a lamp
    description: Reads a lamp.
    answer: The lamp.
  list:
    method: GET
    path: <root>
    name: list
    tag: Lamps
    access: all
    only: ["2026-09"]
    responses: {200: CollectionResponseLampNoPaging}
    summary: List lamps
    description: Reads all lamps.
    answer: The lamps.
terms:
  height: {description: How high it hangs., example: 12}
types:
  colour: enum(RED | WHITE)
schemas:
  Lamp:
    description: A lamp.
    called: [lamp, lamps]
    fields:
      colour!: {type: <colour> = "WHITE", description: Which light it gives., example: RED}
      height!: {type: integer(int32), optional_in: [v3], variants: {"2026-09": {type: integer(int64)}}}
"""


def read(specs: Path, name: str) -> Any:
    return json.loads((specs / "documents" / f"{name}.json").read_text("utf-8"))


# A row more


def test_a_new_object_type_is_a_row(specs: Path) -> None:
    append(specs, "objects.yaml", LIGHTHOUSES + IN_V3_ONLY)
    assert write(specs) == 0
    document = read(specs, "v3/lighthouses")
    OpenAPIV31SpecValidator(document).validate()
    assert list(document["paths"]) == [
        "/crm/v3/objects/lighthouses",
        "/crm/v3/objects/lighthouses/{lighthouseId}",
        "/crm/v3/objects/lighthouses/search",
    ]
    assert "BatchInputSimplePublicObjectId" not in document["components"]["schemas"]
    assert "Pharos" in json.dumps(document["paths"])
    assert check(specs) == 0


def test_a_new_version_is_a_row_and_an_entry(specs: Path) -> None:
    append(specs, "versions.yaml", VERSION_ROW)
    append(specs, "objects.yaml", LIGHTHOUSES + IN_NEW_VERSION)
    assert write(specs) == 0
    document = read(specs, f"{VERSION}/lighthouses")
    OpenAPIV31SpecValidator(document).validate()
    batch = document["paths"]["/crm/objects/2031-09/{objectType}/batch/read"]["post"]
    assert list(batch["responses"]) == ["200", "default"]
    assert (
        "numErrors"
        in document["components"]["schemas"]["BatchResponseSimplePublicObject"]["properties"]
    )


def test_another_api_is_a_table(specs: Path) -> None:
    (specs / "tables/supporting/lamps.yaml").write_text(LAMPS, "utf-8")
    assert write(specs) == 0
    old, new = read(specs, "v3/lamps"), read(specs, "2026-09/lamps")
    for document in (old, new):
        OpenAPIV31SpecValidator(document).validate()
    assert list(old["paths"]) == ["/lamps/v3/{lampId}"]
    assert list(new["paths"]) == ["/lamps/2026-09/{lampId}", "/lamps/2026-09"]
    lamp = old["components"]["schemas"]["Lamp"]
    assert lamp["required"] == ["colour"]
    assert new["components"]["schemas"]["Lamp"]["required"] == ["colour", "height"]
    assert lamp["properties"]["colour"] == {
        "type": "string",
        "enum": ["RED", "WHITE"],
        "description": "Which light it gives.",
        "default": "WHITE",
        "examples": ["RED"],
    }
    assert lamp["properties"]["height"]["format"] == "int32"
    assert new["components"]["schemas"]["Lamp"]["properties"]["height"]["format"] == "int64"
    listed = new["components"]["schemas"]["CollectionResponseLampNoPaging"]
    assert listed["properties"]["results"]["description"] == "The lamps."
    get = old["paths"]["/lamps/v3/{lampId}"]["get"]
    assert get["parameters"][0]["schema"] == {"type": "integer", "format": "int64"}
    assert get["security"][:2] == [
        {"oauth2": ["oauth"]},
        {"oauth2": ["crm.lists.read", "crm.lists.write"]},
    ]
    assert get["responses"]["200"]["content"]["application/json"]["example"] == {"colour": "RED"}


def test_an_object_type_and_a_version_are_invented_together(specs: Path) -> None:
    before = {path.name for path in (specs / "documents").iterdir()}
    invent(specs)
    assert {path.name for path in (specs / "documents").iterdir()} == before | {VERSION}
    assert check(specs) == 0


def test_the_operations_of_a_row(specs: Path) -> None:
    entry = (
        '    "2026-03":\n      root: /crm/objects/2026-03/lighthouses\n      id: lighthouseId\n'
        "      without: [batch_upsert]\n      plus: [merge, associations_archive]\n"
        '      also: [{root: "/crm/objects/2026-03/{objectType}", id: objectId, operations: [associations_archive]}]\n'
        "      responses: {list: {200: CollectionResponseWithTotalSimplePublicObject}}\n"
    )
    append(specs, "objects.yaml", LIGHTHOUSES + entry)
    assert write(specs) == 0
    paths = read(specs, "2026-03/lighthouses")["paths"]
    root = "/crm/objects/2026-03"
    assert f"{root}/lighthouses/batch/upsert" not in paths
    assert "post" in paths[f"{root}/lighthouses/merge"]
    moved = f"{root}/{{objectType}}/{{objectId}}/associations/{{toObjectType}}/{{toObjectId}}"
    assert list(paths[moved]) == ["delete"]
    listed = paths[f"{root}/lighthouses"]["get"]["responses"]["200"]["content"]["application/json"]
    assert listed["schema"]["$ref"].endswith("/CollectionResponseWithTotalSimplePublicObject")
    # No scope for writing is known, so none is required.
    assert {"oauth2": []} in paths[f"{root}/lighthouses"]["post"]["security"]
    assert {"oauth2": []} not in paths[f"{root}/lighthouses"]["get"]["security"]


def test_a_variant_of_an_operation_takes_precedence(specs: Path) -> None:
    variants = (
        "    variants:\n      separate: {request: PublicObjectId}\n      v3: {path: <root>/unite}\n"
    )
    replace(
        specs,
        "operations.yaml",
        "    request: PublicMergeInput\n",
        f"    request: PublicMergeInput\n{variants}",
    )
    entry = "    v3: {root: /crm/v3/objects/lighthouses, only: [merge]}\n"
    append(specs, "objects.yaml", LIGHTHOUSES + entry)
    assert write(specs) == 0
    (path,) = read(specs, "v3/lighthouses")["paths"].items()
    assert path[0] == "/crm/v3/objects/lighthouses/unite"
    body = path[1]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert body == {"$ref": "#/components/schemas/PublicObjectId"}


def test_a_field_may_have_another_type_in_another_version(specs: Path) -> None:
    field = "total!: {type: integer(int32), "
    variants = "variants: {combined: {type: integer(int64)}}, "
    replace(specs, "schemas.yaml", field, field + variants)
    assert write(specs) == 0
    totals = {
        name: read(specs, name)["components"]["schemas"][
            "CollectionResponseWithTotalSimplePublicObject"
        ]["properties"]["total"]["format"]
        for name in ("v3/tasks", "2025-09/tasks")
    }
    assert totals == {"v3/tasks": "int32", "2025-09/tasks": "int64"}


@pytest.fixture(scope="session")
def wanted() -> dict[str, str]:
    """Return all documents of the tables."""
    return wanted_documents(SPECS / "tables")


@pytest.fixture(scope="session")
def tables() -> Tables:
    """Return all tables."""
    return load_tables(SPECS / "tables")


@pytest.fixture(scope="session")
def rows() -> dict[str, dict[str, Cell]]:
    """Return the rows of each table by the path of its file, as they are read."""
    folder = SPECS / "tables"
    paths = folder.rglob("*.yaml")
    return {path.relative_to(folder).as_posix(): load_table(path).members() for path in paths}


def test_every_row_is_used(
    wanted: dict[str, str], tables: Tables, rows: dict[str, dict[str, Cell]]
) -> None:
    plans = plan_documents(tables)
    schemas = {
        name for row in rows.values() if "schemas" in row for name in row["schemas"].members()
    }
    documents = [json.loads(text) for text in wanted.values()]
    assert schemas <= {name for each in documents for name in each["components"]["schemas"]}
    kinds = {endpoint.operation.kind for plan in plans for endpoint in plan.endpoints}
    editions = [each.edition for api in tables.apis for each in api.versions]
    assert kinds == {
        *tables.texts.operations,
        *(kind for edition in editions for kind in edition.operations),
    }


def test_every_description_is_used(
    wanted: dict[str, str], tables: Tables, rows: dict[str, dict[str, Cell]]
) -> None:
    said = "".join(wanted.values())
    for file, table in rows.items():
        for column in ("terms", "parameters", "tags"):
            for name, cell in (table[column].members() if column in table else {}).items():
                row = {"description": cell} if isinstance(cell.value, str) else cell.members()
                text = json.dumps(row["description"].text(), ensure_ascii=False)
                assert text in said, f"{file} > {column} > {name}"
    for scope, text in tables.texts.scopes.items():
        assert f"{json.dumps(scope)}: {json.dumps(text)}" in said


def test_values_of_yaml_1_1_types_are_strings(tmp_path: Path) -> None:
    table = tmp_path / "table.yaml"
    table.write_text("[2026-03-01, no, 1:30, 017, true, null, 12, 1.5, 'on']", "utf-8")
    expected = ["2026-03-01", "no", "1:30", "017", True, None, 12, 1.5, "on"]
    assert load_table(table).plain() == expected


# The notation of types


def cell(text: str) -> Cell:
    return Cell("tables/some.yaml", 1, ("row",), text)


@pytest.mark.parametrize(
    ("notation", "schema"),
    [
        ("string", {"type": "string"}),
        ("string(date-time)", {"type": "string", "format": "date-time"}),
        ("integer(int64)", {"type": "integer", "format": "int64"}),
        ("string?", {"type": ["string", "null"]}),
        ("{string: integer(int32)?}", {"type": "object", "additionalProperties": {"type": ["integer", "null"], "format": "int32"}}),
        ("object", {"type": "object"}),
        ("any", {}),
        ("enum(A | B-2)", {"type": "string", "enum": ["A", "B-2"]}),
        ("[string]", {"type": "array", "items": {"type": "string"}}),
        ("set[Filter]", {"type": "array", "items": {"$ref": "#/components/schemas/Filter"}, "uniqueItems": True}),
        (
            "{string: [ValueWithTimestamp]}",
            {
                "type": "object",
                "additionalProperties": {
                    "type": "array",
                    "items": {"$ref": "#/components/schemas/ValueWithTimestamp"},
                },
            },
        ),
        (
            "oneOf(Filter | {string: string})",
            {
                "oneOf": [
                    {"$ref": "#/components/schemas/Filter"},
                    {"type": "object", "additionalProperties": {"type": "string"}},
                ]
            },
        ),
    ],
)  # fmt: skip
def test_a_type_is_written_in_one_cell(notation: str, schema: object) -> None:
    assert json_schema(parse_type(cell(notation))) == schema


def test_a_default_follows_the_type() -> None:
    assert parse_parameter(cell('enum(id | userId) = "id"'))[1] == "id"
    assert parse_parameter(cell("boolean = false"))[1] is False
    assert parse_parameter(cell("string"))[1] is None


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("strin", "`strin` is not a type"),
        ("[string", "the type ends, but `]` is expected"),
        ("[string}", "expected `]`, found `}`"),
        ("string)", "unexpected `)` after the type"),
        ("string(int32)", "string has no format `int32`"),
        ("{integer: string}", "expected `string`, found `integer`"),
        ("enum(A, B)", "expected `|` or `)`, found `,`"),
        ("enum A", "expected `(`, found `A`"),
        ("oneOf()", "`)` is not a type"),
    ],
)
def test_an_invalid_type_is_reported(notation: str, expected: str) -> None:
    with pytest.raises(TableError, match="tables/some.yaml:1: row: ") as error:
        parse_type(cell(notation))
    assert expected in str(error.value)
