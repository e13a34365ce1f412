"""From tables to documents: a row more is a document more, a bad row is told of, drift is found and mended."""

import json
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from specs.authoring.__main__ import SPECS, main, wanted_documents
from specs.authoring.cells import Cell, TableError, load_table
from specs.authoring.notation import json_schema, parse_parameter, parse_type
from specs.authoring.plan import plan_documents
from specs.authoring.tables import load_tables
from tests.specs.invented import (
    IN_NEW_VERSION,
    IN_V3_ONLY,
    LIGHTHOUSES,
    VERSION,
    VERSION_ROW,
    append,
    copy_tables,
    invent,
)


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    """A copy of some of the tables and documents, to change at will."""
    objects = ("appointments", "calls", "objects", "tasks")
    apis = ("associations", "exports", "imports", "lists", "properties")
    return copy_tables(tmp_path, objects=objects, apis=apis)


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


def write(specs: Path) -> int:
    return main(["--specs", str(specs)])


def check(specs: Path) -> int:
    return main(["--specs", str(specs), "--check"])


def replace(specs: Path, table: str, old: str, new: str) -> None:
    path = specs / "tables" / table
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


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


def test_an_api_beside_the_records_is_a_table(specs: Path) -> None:
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
    # No scope is known for writing, so that none is asked for.
    assert {"oauth2": []} in paths[f"{root}/lighthouses"]["post"]["security"]
    assert {"oauth2": []} not in paths[f"{root}/lighthouses"]["get"]["security"]


def test_a_variant_of_an_operation_has_the_last_word(specs: Path) -> None:
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
        for name in ("v3/tasks", "2025-09/objects")
    }
    assert totals == {"v3/tasks": "int32", "2025-09/objects": "int64"}


@pytest.fixture(scope="session")
def wanted() -> dict[str, str]:
    """All documents that the tables want."""
    return wanted_documents(SPECS / "tables")


def test_no_row_is_idle(wanted: dict[str, str]) -> None:
    tables = load_tables(SPECS / "tables")
    plans = plan_documents(tables)
    rows = [load_table(path).members() for path in (SPECS / "tables").rglob("*.yaml")]
    schemas = {name for row in rows if "schemas" in row for name in row["schemas"].members()}
    documents = [json.loads(text) for text in wanted.values()]
    assert schemas <= {name for each in documents for name in each["components"]["schemas"]}
    kinds = {endpoint.operation.kind for plan in plans for endpoint in plan.endpoints}
    editions = [each.edition for api in tables.apis for each in api.versions]
    assert kinds == {
        *tables.texts.operations,
        *(kind for edition in editions for kind in edition.operations),
    }


def test_no_text_is_idle(wanted: dict[str, str]) -> None:
    said = "".join(wanted.values())
    for path in (SPECS / "tables").rglob("*.yaml"):
        table = load_table(path).members()
        for column in ("terms", "parameters", "tags"):
            for name, cell in (table[column].members() if column in table else {}).items():
                row = {"description": cell} if isinstance(cell.value, str) else cell.members()
                text = json.dumps(row["description"].text(), ensure_ascii=False)
                assert text in said, f"{path.name} > {column} > {name}"
    for scope, text in load_tables(SPECS / "tables").texts.scopes.items():
        assert f"{json.dumps(scope)}: {json.dumps(text)}" in said


# Drift


def test_drift_is_listed_and_nothing_written(
    specs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    documents = specs / "documents"
    (documents / "v3/tasks.json").unlink()
    (documents / "v3/calls.json").write_text("{}", "utf-8")
    (documents / "v9").mkdir()
    (documents / "v9/ships.json").write_text("{}", "utf-8")
    assert check(specs) == 1
    told = capsys.readouterr()
    assert told.out == "missing: v3/tasks.json\nchanged: v3/calls.json\nstale: v9/ships.json\n"
    assert "make documents" in told.err
    assert not (documents / "v3/tasks.json").exists()


def test_drift_is_mended_and_nothing_else_touched(specs: Path) -> None:
    documents = specs / "documents"
    (documents / "v3/tasks.json").unlink()
    (documents / "v3/calls.json").write_text("{}", "utf-8")
    (documents / "v9").mkdir()
    (documents / "v9/ships.json").write_text("{}", "utf-8")
    (documents / "v3/notes.txt").write_text("mine", "utf-8")
    before = (documents / "2025-09/objects.json").stat()
    assert write(specs) == 0
    assert check(specs) == 0
    assert (documents / "v3/tasks.json").read_bytes() == (
        SPECS / "documents/v3/tasks.json"
    ).read_bytes()
    assert not (documents / "v9").exists()
    assert (documents / "v3/notes.txt").read_text("utf-8") == "mine"
    assert (documents / "2025-09/objects.json").stat().st_mtime_ns == before.st_mtime_ns


def test_a_bad_table_leaves_the_documents_alone(specs: Path) -> None:
    (specs / "documents/v3/tasks.json").unlink()
    append(specs, "objects.yaml", "lighthouses: {}\n")
    assert write(specs) == 1
    assert not (specs / "documents/v3/tasks.json").exists()


# Bad rows


@pytest.mark.parametrize(
    ("table", "old", "new", "told"),
    [
        (
            "objects.yaml",
            "v3: {root: /crm/v3/objects/tasks",
            "v3: {rot: /crm/v3/objects/tasks",
            "tasks > versions > v3 > rot: there is no column `rot`\n  hint: did you mean `root`?",
        ),
        (
            "objects.yaml",
            "v3: {root: /crm/v3/objects/tasks, id: taskId}",
            "v3: {id: taskId}",
            "tasks > versions > v3: the column `root` is missing",
        ),
        (
            "objects.yaml",
            "v3: {root: /crm/v3/objects/tasks, id: taskId}",
            "v3: {root: /crm/v3/objects/tasks}",
            "tasks > versions > v3: the path of `get` needs `<id>`\n  hint: give the row an `id`",
        ),
        (
            "objects.yaml",
            "v3: {root: /crm/v3/objects/tasks",
            "v5: {root: /crm/v3/objects/tasks",
            "tasks > versions > v5: there is no version `v5`\n  hint: known: 2025-09, 2026-03, 2026-09, v3, v4",
        ),
        (
            "objects.yaml",
            "plus: [merge",
            "plus: [marge",
            "> plus > 0: there is no operation `marge`\n  hint: did you mean `merge`?",
        ),
        (
            "objects.yaml",
            "plus: [merge",
            "only: [list]\n      plus: [merge",
            "`only` stands beside `plus` or `without`",
        ),
        (
            "objects.yaml",
            "{read: [crm.objects.contacts.read]",
            "{read: [crm.objects.contact.read]",
            "there is no scope `crm.objects.contact.read`",
        ),
        (
            "objects.yaml",
            "object_type_id: 0-27",
            "object_type_id: 27",
            "tasks > object_type_id: a text is expected",
        ),
        (
            "objects.yaml",
            "{name: Tasks guide, url",
            "{name: A guide, for tasks, url",
            "there is no column `for tasks`\n  hint: between braces, a text with a comma needs quotes",
        ),
        (
            "objects.yaml",
            "/crm/v3/objects/tasks, id",
            "'/crm/v3/{place}/tasks', id",
            "tasks > versions > v3: texts.yaml has no parameter `place`",
        ),
        (
            "objects.yaml",
            "calls:\n",
            "tasks:\n",
            "tasks: the row stands here twice",
        ),
        (
            "operations.yaml",
            "method: GET",
            "method: FETCH",
            "operations > list > method: there is no method `FETCH`",
        ),
        (
            "operations.yaml",
            "boolean = false",
            "boolean = no",
            "operations > list > query > archived: the default no is not JSON",
        ),
        (
            "operations.yaml",
            "      after: string",
            "      afters: string",
            "texts.yaml has no such parameter\n  hint: add `afters` under `parameters` there",
        ),
        (
            "operations.yaml",
            "{200: CollectionResponseSimplePublicObjectWithAssociationsForwardPaging}",
            "{2xx: SimplePublicObject}",
            "`2xx` is not a status",
        ),
        (
            "operations.yaml",
            "request: PublicMergeInput",
            "request: PublicMergerInput",
            "there is no schema `PublicMergerInput`\n  hint: did you mean `PublicMergeInput`?",
        ),
        (
            "operations.yaml",
            "request: PublicMergeInput",
            'request: "{string: string}"',
            "merge > request: an example shows this, but it has none\n  hint: add `example:` to the row",
        ),
        (
            "operations.yaml",
            "path: <root>/merge",
            "path: <root>/search",
            "appointments > versions > v3: `merge` and `search` are both POST ",
        ),
        (
            "schemas.yaml",
            'type: "[SimplePublicObjectId]"',
            'type: "[SimplePublicObjectID]"',
            "there is no schema `SimplePublicObjectID`\n  hint: did you mean `SimplePublicObjectId`?",
        ),
        (
            "schemas.yaml",
            "only: [separate]",
            "only: [seperate]",
            "there is no version or dialect `seperate`\n  hint: did you mean `separate`?",
        ),
        (
            "schemas.yaml",
            "include: {record: all}",
            "include: {records: all}",
            "there is no field set `records`\n  hint: did you mean `record`?",
        ),
        (
            "schemas.yaml",
            "shown: [label]",
            "shown: [lable]",
            "there is no field `lable`\n  hint: did you mean `label`?",
        ),
        (
            "schemas.yaml",
            "example: $unique_value",
            "example: $uniqe_value",
            "there is no value of the sample `uniqe_value`\n  hint: did you mean `unique_value`?",
        ),
        (
            "schemas.yaml",
            "        example: VALIDATION_ERROR\n",
            "",
            "category!: an example shows this, but it has none\n  hint: add `example:` to the row",
        ),
        (
            "schemas.yaml",
            '      results!: {type: "[AssociatedId]", description: The associated records on this page.}\n',
            '      results!: {type: "[CollectionResponseAssociatedIdForwardPaging]", description: A page.}\n',
            "an example would go in a circle here: Coll",
        ),
        (
            "objects.yaml",
            "plus: [associate]",
            "plus: [asociate]",
            "there is no operation `asociate`\n  hint: did you mean `associate`?",
        ),
        (
            "operations.yaml",
            "associate: [associations_create_default,",
            "associate: [associations_default,",
            "groups > associate > 0: there is no operation `associations_default`",
        ),
        (
            "schemas.yaml",
            "    called: [property, properties]\n",
            "",
            "Property: the row does not say what this is called\n  hint: write `called: [thing, things]`",
        ),
        (
            "supporting/properties.yaml",
            "  calculationFormula: How",
            "  calculationFormulas: How",
            "PropertyCreate > fields > calculationFormula: nothing tells what this field is",
        ),
        (
            "supporting/properties.yaml",
            "dialect: separate",
            "dialect: seperate",
            "versions > 2025-09 > dialect: there is no dialect `seperate`\n  hint: did you mean `separate`?",
        ),
        (
            "supporting/properties.yaml",
            "optional_in: [v3]",
            "optional_in: [v33]",
            "there is no version or dialect `v33`\n  hint: did you mean `v3`?",
        ),
        (
            "supporting/lists.yaml",
            "crm.lists.read + crm.lists.write",
            "crm.lists.read + crm.list.write",
            "scopes > write > 1: there is no scope `crm.list.write`\n  hint: did you mean `crm.lists.write`?",
        ),
        (
            "supporting/lists.yaml",
            "filterBranch: <branch>",
            "filterBranch: <brunch>",
            "there is no type `brunch`\n  hint: did you mean `branch`?",
        ),
        (
            "supporting/lists.yaml",
            "  time_point: oneOf(PublicDatePoint |",
            "  time_point: oneOf(<time_point> |",
            "types > time_point: `<time_point>` is defined by itself",
        ),
        (
            "supporting/lists.yaml",
            "access: create",
            "access: creation",
            "create > access: there is no access `creation`",
        ),
        (
            "supporting/exports.yaml",
            "path_parameters: {taskId:",
            "path_parameters: {exportId:",
            "the path of `status` has no parameter `exportId`",
        ),
        (
            "supporting/exports.yaml",
            "    type: oneOf(PublicExportViewRequest | PublicExportListRequest)\n",
            "    type: oneOf(PublicExportViewRequest | PublicExportListRequest)\n    fields: {listId: string}\n",
            "`type` stands beside fields",
        ),
        (
            "supporting/associations.yaml",
            ", objects: /crm/objects/2026-03}",
            "}",
            "versions > 2026-03: the path of `list` needs `<objects>`\n  hint: give the row the path of `objects`",
        ),
        (
            "supporting/imports.yaml",
            "multipart/form-data:\n",
            "multipart/form-data:\n        fileds: {}\n",
            "there is no column `fileds`\n  hint: did you mean `fields`?",
        ),
        ("versions.yaml", "dialect: combined\n", "", "2025-09: the column `dialect` is missing"),
        (
            "texts.yaml",
            "  default: The request",
            "  x: The request",
            "the row `default` is missing",
        ),
        ("texts.yaml", "  merge:\n", "  marge:\n", "merge: texts.yaml has no such operation"),
        ("texts.yaml", "openapi: 3.1.0", "openapi: [", "tables/texts.yaml: not YAML"),
    ],
)
def test_a_bad_row_is_told_of_with_its_place_and_a_hint(
    table: str, old: str, new: str, told: str, specs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(specs, table, old, new)
    assert write(specs) == 1
    message = capsys.readouterr().err
    assert "tables/" in message.splitlines()[0]
    assert told in message
    assert "  hint: " in message


def test_the_place_of_a_bad_row_is_its_line(
    specs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(specs, "objects.yaml", "  label: Calls\n", "  label: [Calls]\n")
    lines = (specs / "tables/objects.yaml").read_text("utf-8").splitlines()
    assert write(specs) == 1
    line = lines.index("  label: [Calls]") + 1
    assert capsys.readouterr().err.startswith(f"tables/objects.yaml:{line}: calls > label: ")


def test_all_bad_rows_of_a_table_are_told_of_at_once(
    specs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(specs, "objects.yaml", "  label: Tasks\n", "")
    replace(specs, "objects.yaml", "  label: Calls\n", "")
    assert write(specs) == 1
    assert capsys.readouterr().err.count("the column `label` is missing") == 2


def test_a_missing_table_is_told_of(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (specs / "tables/schemas.yaml").unlink()
    assert write(specs) == 1
    assert "tables/schemas.yaml: the table is missing" in capsys.readouterr().err


def test_values_that_only_older_yaml_takes_for_more_stay_texts(tmp_path: Path) -> None:
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
    ("notation", "told"),
    [
        ("strin", "`strin` is not a type"),
        ("[string", "the type ends where `]` is expected"),
        ("[string}", "`}` stands where `]` is expected"),
        ("string)", "`)` stands after the type"),
        ("string(int32)", "string has no format `int32`"),
        ("{integer: string}", "`integer` stands where `string` is expected"),
        ("enum(A, B)", "`,` stands where `|` or `)` is expected"),
        ("enum A", "`A` stands where `(` is expected"),
        ("oneOf()", "`)` is not a type"),
    ],
)
def test_what_is_no_type_is_told_of(notation: str, told: str) -> None:
    with pytest.raises(TableError, match="tables/some.yaml:1: row: ") as error:
        parse_type(cell(notation))
    assert told in str(error.value)
