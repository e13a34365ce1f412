"""Test that invalid tables are reported with row and hint, and that no document is changed."""

from pathlib import Path

import pytest

from specs.authoring.__main__ import SPECS
from tests.specs.authored import check, replace, specs, write
from tests.specs.invented import (
    append,
)

__all__ = ["specs"]


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
    output = capsys.readouterr()
    assert output.out == "missing: v3/tasks.json\nchanged: v3/calls.json\nstale: v9/ships.json\n"
    assert "make documents" in output.err
    assert not (documents / "v3/tasks.json").exists()


def test_drift_is_repaired_and_nothing_else_touched(specs: Path) -> None:
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


def test_an_invalid_table_changes_no_document(specs: Path) -> None:
    (specs / "documents/v3/tasks.json").unlink()
    append(specs, "objects.yaml", "lighthouses: {}\n")
    assert write(specs) == 1
    assert not (specs / "documents/v3/tasks.json").exists()


# Bad rows


@pytest.mark.parametrize(
    ("table", "old", "new", "expected"),
    [
        (
            "objects.yaml",
            "v3: {root: /crm/v3/objects/tasks",
            "v3: {rot: /crm/v3/objects/tasks",
            "tasks > versions > v3 > rot: unknown column `rot`\n  hint: did you mean `root`?",
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
            "tasks > versions > v3: the path of `get` requires `<id>`\n  hint: add an `id` to the row",
        ),
        (
            "objects.yaml",
            "v3: {root: /crm/v3/objects/tasks",
            "v5: {root: /crm/v3/objects/tasks",
            "tasks > versions > v5: unknown version `v5`\n  hint: known: 2025-09, 2026-03, 2026-09, v3, v4",
        ),
        (
            "objects.yaml",
            "plus: [merge",
            "plus: [marge",
            "> plus > 0: unknown operation `marge`\n  hint: did you mean `merge`?",
        ),
        (
            "objects.yaml",
            "plus: [merge",
            "only: [list]\n      plus: [merge",
            "`only` is used with `plus` or `without`",
        ),
        (
            "objects.yaml",
            "{read: [crm.objects.contacts.read]",
            "{read: [crm.objects.contact.read]",
            "unknown scope `crm.objects.contact.read`",
        ),
        (
            "objects.yaml",
            "object_type_id: 0-27",
            "object_type_id: 27",
            "tasks > object_type_id: expected a string",
        ),
        (
            "objects.yaml",
            "{name: Tasks guide, url",
            "{name: A guide, for tasks, url",
            "unknown column `for tasks`\n  hint: in braces, quote a string that contains a comma",
        ),
        (
            "objects.yaml",
            "/crm/v3/objects/tasks, id",
            "'/crm/v3/{place}/tasks', id",
            "tasks > versions > v3: texts.yaml does not describe the parameter `place`",
        ),
        (
            "objects.yaml",
            "calls:\n",
            "tasks:\n",
            "tasks: the row occurs twice",
        ),
        (
            "operations.yaml",
            "method: GET",
            "method: FETCH",
            "operations > list > method: unknown method `FETCH`",
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
            "texts.yaml does not describe this parameter\n  hint: add `afters` under `parameters` there",
        ),
        (
            "operations.yaml",
            "{200: CollectionResponseSimplePublicObjectWithAssociationsForwardPaging}",
            "{2xx: SimplePublicObject}",
            "`2xx` is not a status code",
        ),
        (
            "operations.yaml",
            "request: PublicMergeInput",
            "request: PublicMergerInput",
            "unknown schema `PublicMergerInput`\n  hint: did you mean `PublicMergeInput`?",
        ),
        (
            "operations.yaml",
            "request: PublicMergeInput",
            'request: "{string: string}"',
            "merge > request: an example contains this property, but it has no example\n  hint: add `example:` to the row",
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
            "unknown schema `SimplePublicObjectID`\n  hint: did you mean `SimplePublicObjectId`?",
        ),
        (
            "schemas.yaml",
            "only: [separate]",
            "only: [seperate]",
            "unknown version or dialect `seperate`\n  hint: did you mean `separate`?",
        ),
        (
            "schemas.yaml",
            "include: {record: all}",
            "include: {records: all}",
            "unknown field set `records`\n  hint: did you mean `record`?",
        ),
        (
            "schemas.yaml",
            "shown: [label]",
            "shown: [lable]",
            "unknown field `lable`\n  hint: did you mean `label`?",
        ),
        (
            "schemas.yaml",
            "example: $unique_value",
            "example: $uniqe_value",
            "unknown value of the sample `uniqe_value`\n  hint: did you mean `unique_value`?",
        ),
        (
            "schemas.yaml",
            "        example: VALIDATION_ERROR\n",
            "",
            "category!: an example contains this property, but it has no example\n  hint: add `example:` to the row",
        ),
        (
            "schemas.yaml",
            '      results!: {type: "[AssociatedId]", description: The associated records on this page.}\n',
            '      results!: {type: "[CollectionResponseAssociatedIdForwardPaging]", description: A page.}\n',
            "the example would contain itself: Coll",
        ),
        (
            "objects.yaml",
            "plus: [associate]",
            "plus: [asociate]",
            "unknown operation `asociate`\n  hint: did you mean `associate`?",
        ),
        (
            "operations.yaml",
            "associate: [associations_create_default,",
            "associate: [associations_default,",
            "groups > associate > 0: unknown operation `associations_default`",
        ),
        (
            "schemas.yaml",
            "    called: [property, properties]\n",
            "",
            "Property: the row does not name what it describes\n  hint: write `called: [thing, things]`",
        ),
        (
            "supporting/properties.yaml",
            "  calculationFormula: The",
            "  calculationFormulas: The",
            "PropertyCreate > fields > calculationFormula: nothing describes this field",
        ),
        (
            "supporting/properties.yaml",
            "dialect: separate",
            "dialect: seperate",
            "versions > 2025-09 > dialect: unknown dialect `seperate`\n  hint: did you mean `separate`?",
        ),
        (
            "supporting/properties.yaml",
            "optional_in: [v3]",
            "optional_in: [v33]",
            "unknown version or dialect `v33`\n  hint: did you mean `v3`?",
        ),
        (
            "supporting/lists.yaml",
            "crm.lists.read + crm.lists.write",
            "crm.lists.read + crm.list.write",
            "scopes > write > 1: unknown scope `crm.list.write`\n  hint: did you mean `crm.lists.write`?",
        ),
        (
            "supporting/lists.yaml",
            "filterBranch: <branch>",
            "filterBranch: <brunch>",
            "unknown type `brunch`\n  hint: did you mean `branch`?",
        ),
        (
            "supporting/lists.yaml",
            "  time_point: oneOf(PublicDatePoint |",
            "  time_point: oneOf(<time_point> |",
            "types > time_point: `<time_point>` refers to itself",
        ),
        (
            "supporting/lists.yaml",
            "access: create",
            "access: creation",
            "create > access: unknown access `creation`",
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
            "`type` is used together with fields",
        ),
        (
            "supporting/associations.yaml",
            ", objects: /crm/objects/2026-03}",
            "}",
            "versions > 2026-03: the path of `list` requires `<objects>`\n  hint: add the path of `objects` to the row",
        ),
        (
            "supporting/imports.yaml",
            "multipart/form-data:\n",
            "multipart/form-data:\n        fileds: {}\n",
            "unknown column `fileds`\n  hint: did you mean `fields`?",
        ),
        ("versions.yaml", "dialect: combined\n", "", "2025-09: the column `dialect` is missing"),
        (
            "texts.yaml",
            "  default: The request",
            "  x: The request",
            "the row `default` is missing",
        ),
        (
            "texts.yaml",
            "  merge:\n",
            "  marge:\n",
            "merge: texts.yaml does not describe this operation",
        ),
        ("texts.yaml", "openapi: 3.1.0", "openapi: [", "tables/texts.yaml: invalid YAML"),
    ],
)
def test_an_invalid_row_is_reported_with_its_location_and_a_hint(
    table: str, old: str, new: str, expected: str, specs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(specs, table, old, new)
    assert write(specs) == 1
    message = capsys.readouterr().err
    assert "tables/" in message.splitlines()[0]
    assert expected in message
    assert "  hint: " in message


def test_the_location_of_an_invalid_row_is_its_line(
    specs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(specs, "objects.yaml", "  label: Calls\n", "  label: [Calls]\n")
    lines = (specs / "tables/objects.yaml").read_text("utf-8").splitlines()
    assert write(specs) == 1
    line = lines.index("  label: [Calls]") + 1
    assert capsys.readouterr().err.startswith(f"tables/objects.yaml:{line}: calls > label: ")


def test_all_invalid_rows_of_a_table_are_reported_together(
    specs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(specs, "objects.yaml", "  label: Tasks\n", "")
    replace(specs, "objects.yaml", "  label: Calls\n", "")
    assert write(specs) == 1
    assert capsys.readouterr().err.count("the column `label` is missing") == 2


def test_a_missing_table_is_reported(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (specs / "tables/schemas.yaml").unlink()
    assert write(specs) == 1
    assert "tables/schemas.yaml: the table is missing" in capsys.readouterr().err
