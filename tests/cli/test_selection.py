"""Test that `[select]` chooses the generated operations, and that unused components are removed
with the others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.generate.support import HEAD, specloom

DOCUMENT = HEAD + """\
paths:
  /pets:
    get:
      operationId: listPets
      tags: [public]
      responses: {"200": {description: Pets., content: {application/json: {schema: {$ref: "#/components/schemas/Pets"}}}}}
    post:
      operationId: addPet
      tags: [admin]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/NewPet"}}}}
      responses: {"204": {description: Done.}}
  /pets/{id}:
    parameters: [{$ref: "#/components/parameters/Id"}]
    delete:
      operationId: removePet
      tags: [admin]
      deprecated: true
      responses: {"204": {description: Done.}}
  /reports/{id}:
    parameters: [{$ref: "#/components/parameters/Id"}]
    get:
      operationId: getReport
      tags: [admin, reports]
      responses: {"200": {description: A report., content: {application/json: {schema: {$ref: "#/components/schemas/Report"}}}}}
  /broken:
    get:
      operationId: broken
      tags: [public]
      parameters: [{$ref: "#/components/parameters/No"}]
      responses: {"204": {description: Done.}}
components:
  parameters:
    Id: {name: id, in: path, required: true, schema: {type: string}}
  schemas:
    Pets: {type: object, properties: {pets: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}
    Pet: {type: object, properties: {name: {type: string}}}
    NewPet: {type: object, properties: {pet: {$ref: "#/components/schemas/Pet"}, by: {$ref: "#/components/schemas/Author"}}}
    Author: {type: object, properties: {name: {type: string}, again: {$ref: "#/components/schemas/NewPet"}}}
    Report: {type: object, discriminator: {propertyName: kind}, properties: {kind: {type: string}}}
    Daily: {allOf: [{$ref: "#/components/schemas/Report"}, {type: object, properties: {day: {type: string}}}]}
    Unused: {type: object, properties: {x: {type: string}}}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which contains a document."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "api.yaml").write_text(DOCUMENT, "utf-8")
    return tmp_path


def write_project(settings: str, files: str = "api.yaml") -> None:
    Path("specloom.toml").write_text(
        f'[package]\nname = "shop"\noutput = "out"\n[documents]\nfiles = "{files}"\n{settings}',
        "utf-8",
    )


def calls() -> list[str]:
    found = specloom("inspect", "--calls")
    assert found.exit_code in (0, 3), found.errors
    return [f"{each['method']} {each['path']}" for each in json.loads(found.output)]


def models() -> set[str]:
    found = json.loads(specloom("inspect").output)
    names = {each.rpartition("/")[2] for each in found["api"]["schemas"]}
    return {each for each in names if not each.startswith("~")}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (
            'exclude = [{path = "/broken"}, {method = "delete"}]',
            "GET /pets|POST /pets|GET /reports/{id}",
        ),
        ('include = [{path = "/pets/**"}]', "GET /pets|POST /pets|DELETE /pets/{id}"),
        ('include = [{path = "/*/{}"}]', "DELETE /pets/{id}|GET /reports/{id}"),
        ('include = [{tag = "public"}]\nexclude = [{operation = "broken"}]', "GET /pets"),
        ('include = [{operation = ["*Pets", "getR*"]}]', "GET /pets|GET /reports/{id}"),
        ('include = [{path = "/pets**", deprecated = false}]', "GET /pets|POST /pets"),
        (
            'include = [{tag = "admin"}]\nexclude = [{deprecated = true}]',
            "POST /pets|GET /reports/{id}",
        ),
        ('[[select.include]]\npath = "/pets"\nmethod = ["POST"]', "POST /pets"),
    ],
)
def test_rules(settings: str, expected: str) -> None:
    head = "" if settings.startswith("[[") else "[select]\n"
    write_project(head + settings)
    assert sorted(calls()) == sorted(expected.split("|"))


def test_models_go_with_the_operations_that_need_them() -> None:
    write_project('[select]\ninclude = [{path = "/pets", method = "GET"}]')
    assert models() == {"Pets", "Pet", "Unused"}
    write_project('[select]\ninclude = [{path = "/reports/**"}, {path = "/pets", method = "POST"}]')
    assert models() == {"Pet", "NewPet", "Author", "Report", "Daily", "Unused"}


def test_what_is_left_out_is_listed_with_its_reason_and_cannot_be_wrong(folder: Path) -> None:
    write_project(
        '[select]\nexclude = [\n  {path = "/broken", reason = "the server does not have it yet"},\n]'
    )
    run = specloom("generate", "--notes")
    assert run.exit_code == 0, run.errors  # the dangling parameter is not selected
    assert "api.yaml:29:7: note[not-selected]" not in run.output
    assert (
        "note[not-selected] #/paths/~1broken/get: GET /broken is omitted: the server does not have it yet"
        in run.errors
    )
    covered = specloom("coverage")
    assert covered.exit_code == 0, covered.errors
    assert "GET /broken is omitted: the server does not have it yet" in covered.output
    assert "4/4/0" in covered.output
    assert "Not selected" not in specloom("generate").output


@pytest.mark.parametrize(
    ("rules", "line", "message"),
    [
        (
            'include = [{path = "/pets**"}]\nexclude = [\n  {path = "/cats"},\n]',
            9,
            "path = '/cats' matches no operation",
        ),
        (
            'exclude = [\n  {path = ["/pets", "/dogs"], method = "GET"},\n]',
            8,
            "path = '/dogs' matches no operation that",
        ),
        ('exclude = [{tag = "Public"}]', 7, "tag = 'Public' matches no operation"),
        (
            'include = [{path = "/pets"}]\nexclude = [{path = "/pets", method = "PATCH"}]',
            8,
            "method = 'PATCH' matches no",
        ),
    ],
)
def test_a_rule_that_matches_nothing_is_an_error_at_its_line(
    rules: str, line: int, message: str
) -> None:
    write_project(f"[select]\n{rules}\n")
    run = specloom("generate")
    assert run.exit_code == 1
    assert f"specloom.toml:{line}:1: error[unused-selection]: {message}" in run.errors
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ('include = "/pets"', "include must be a list of tables"),
        ('include = ["/pets"]', "a rule must be a table"),
        ("include = [{}]", "has no condition"),
        ('include = [{paths = "/pets"}]', "unknown setting 'paths'"),
        ('include = [{path = "pets"}]', "must begin with '/' or"),
        ('include = [{method = "FETCH"}]', "is not an HTTP method"),
        ("include = [{tag = []}]", "must be a non-empty string"),
        ('include = [{deprecated = "yes"}]', "must be true or false"),
        ("included = []", "unknown setting 'included'"),
    ],
)
def test_rules_that_cannot_be_read(rules: str, message: str) -> None:
    write_project(f"[select]\n{rules}\n")
    run = specloom("generate")
    assert run.exit_code == 1
    assert "error[invalid-project]" in run.errors
    assert message in run.errors


def test_versions(folder: Path) -> None:
    fine = DOCUMENT.replace("parameters/No", "parameters/Id")
    for version in ("v1", "v2", "v3"):
        (folder / version).mkdir()
        (folder / version / "api.yaml").write_text(fine.replace("/broken", "/broken/{id}"), "utf-8")
    exclude = 'exclude = [{version = "v1", reason = "it ends in May"}, {path = "/pets/{}", version = "v3"}]'
    write_project(f"[select]\n{exclude}", files="{version}/api.yaml")
    first = specloom("inspect", "--calls")  # again, from the cache
    for run in (first, specloom("inspect", "--calls")):
        found = {(each["version"], each["path"]) for each in json.loads(run.output)}
        assert {version for version, _ in found} == {"v2", "v3"}
        assert ("v2", "/pets/{id}") in found
        assert ("v3", "/pets/{id}") not in found
    assert "v1/api.yaml is omitted: it ends in May" in specloom("coverage").output
    made = [specloom("generate") for _ in range(2)]
    assert [each.exit_code for each in made] == [0, 0], made[0].errors
    assert not Path("out/shop/v1").exists()
    write_project('[select]\nexclude = [{version = "*"}]', files="{version}/api.yaml")
    assert "no version is selected" in specloom("generate").errors


def test_a_reference_into_an_operation_that_is_left_out_still_leads_somewhere(folder: Path) -> None:
    document = HEAD + """\
paths:
  /cats:
    get:
      responses:
        "200":
          description: Cats.
          content: {application/json: {schema: {type: object, properties: {cat: {$ref: "#/components/schemas/Cat"}}}}}
  /dogs:
    get:
      responses:
        "200":
          description: Dogs.
          content: {application/json: {schema: {$ref: "#/paths/~1cats/get/responses/200/content/application~1json/schema"}}}
components: {schemas: {Cat: {type: object, properties: {name: {type: string}}}}}
"""
    (folder / "api.yaml").write_text(document, "utf-8")
    write_project('[select]\nexclude = [{path = "/cats"}]')
    run = specloom("generate", "--strict")
    assert run.exit_code == 0, run.errors
    assert "cat: " in "".join(each.read_text("utf-8") for each in Path("out/shop").rglob("*.py"))


def test_a_path_item_that_two_paths_share(folder: Path) -> None:
    document = HEAD + """\
paths:
  /cats: {$ref: "#/components/pathItems/Animals"}
  /dogs: {$ref: "#/components/pathItems/Animals"}
components:
  pathItems:
    Animals:
      get: {responses: {"204": {description: Done.}}}
      post: {responses: {"204": {description: Done.}}}
"""
    (folder / "api.yaml").write_text(document, "utf-8")
    write_project('[select]\nexclude = [{path = "/cats", method = "GET"}]')
    assert sorted(calls()) == ["GET /dogs", "POST /cats", "POST /dogs"]
