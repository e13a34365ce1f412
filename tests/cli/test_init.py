"""Test that `init` writes a project that can be generated, with proposals and their evidence."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from specloom.cli.initial import schema_text
from specloom.documents.document import Document
from specloom.initializing.recognizing import recognise_paging
from specloom.initializing.starting import arrange
from specloom.project.file import load_project
from specloom.project.model import Source
from specloom.project.tables import Tables

from tests.generate.support import HEAD, Snapshot, snapshot, specloom

ROOT = Path(__file__).parents[2]


def pages(
    parameter: str, properties: str, *, more: str = "", argument: str = "type: string"
) -> str:
    return f"""\
    get:
      {more}parameters: [{{name: '{parameter}', in: query, schema: {{{argument}}}}}]
      responses:
        "200": {{description: A page., content: {{application/json: {{schema: {{type: object, properties: {{{properties}}}}}}}}}}}
        "404": {{description: None., content: {{application/json: {{schema: {{$ref: "#/components/schemas/Problem"}}}}}}}}
"""


DATA = "data: {type: array, items: {type: object}}"
DOCUMENT = (
    """\
openapi: 3.1.0
info: {title: The Pet Shop API, version: "1.2", license: {name: MIT}}
servers: [{url: "https://api.example.com"}, {url: "https://sandbox.example.com"}]
security: [{key: []}]
paths:
  /v1/pets:
"""
    + pages(
        "cursor",
        f"{DATA}, meta: {{type: object, properties: {{next_cursor: {{type: [string, 'null']}}}}}}, has_more: {{type: boolean}}",
    )
    + "  /v1/owners:\n"
    + pages("page", DATA)
    + """\
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Problem: {type: object, properties: {error: {type: object, properties: {message: {type: string}, code: {type: string}}}, request_id: {type: string}}}
"""
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which contains a document."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "openapi.yaml").write_text(DOCUMENT, "utf-8")
    return tmp_path


def test_the_letters_of_a_title_lose_their_accents(folder: Path) -> None:
    text = DOCUMENT.replace("The Pet Shop API", "Crème Brûlée API")
    (folder / "openapi.yaml").write_text(text, "utf-8")
    assert specloom("init", "openapi.yaml").exit_code == 0
    package = tomllib.loads(Path("specloom.toml").read_text("utf-8"))["package"]
    assert (package["name"], package["client"]) == ("creme-brulee", "CremeBrulee")


def test_a_project_that_generates(folder: Path) -> None:
    run = specloom("init", "openapi.yaml")
    assert run.exit_code == 0, run.errors
    assert "Found 2 operations, 1 credential, pages of 1 of 2 paged operations." in run.output
    text = Path("specloom.toml").read_text("utf-8")
    settings = tomllib.loads(text)
    assert settings["package"] == {
        "name": "pet-shop",
        "client": "PetShop",
        "output": "pet-shop-client",
        "license": "MIT",
    }
    assert settings["client"]["environment"] == {
        "key": "PET_SHOP_KEY",
        "base_url": "PET_SHOP_BASE_URL",
    }
    assert text.startswith("#:schema specloom.schema.json\n")
    for line in (
        "# A server of the documents: https://sandbox.example.com",
        "#   page number: 1 calls, such as GET /v1/owners: query parameter 'page', items at /data",
    ):
        assert line in text
    jsonschema.validate(settings, json.loads(Path("specloom.schema.json").read_text("utf-8")))
    actions = yaml.safe_load(Path("specloom-overlay.yaml").read_text("utf-8"))["actions"]
    assert actions[0]["update"] == {
        "x-specloom-pagination": {
            "cursor": "cursor",
            "in": "query",
            "next": "/meta/next_cursor",
            "items": "/data",
            "more": "/has_more",
        }
    }
    assert "query parameter 'cursor', next cursor at /meta/next_cursor" in actions[0]["description"]
    assert actions[1]["target"] == "$['components']['schemas']['Problem']"
    assert actions[1]["update"]["x-specloom-error"] == {
        "message": "/error/message",
        "category": "/error/code",
        "correlationId": "/request_id",
    }
    made = specloom("generate", "--strict")
    assert made.exit_code == 0, made.errors
    assert Path("pet-shop-client/pet_shop/__init__.py").is_file()
    calls = json.loads(specloom("inspect", "--calls").output)
    assert {each["path"]: each["pages"] for each in calls} == {
        "/v1/pets": True,
        "/v1/owners": False,
    }
    assert (
        specloom("check", "--project", "specloom.toml", "--frozen", "--format", "github").exit_code
        == 0
    )
    workflow = yaml.safe_load(Path(".github/workflows/specloom.yml").read_text("utf-8"))
    job = workflow["jobs"]["check"]
    assert job["steps"][3]["run"].startswith("specloom check") and job["env"] == {
        "PROJECT": "specloom.toml"
    }
    hook = yaml.safe_load(Path(".pre-commit-config.yaml").read_text("utf-8"))
    assert (
        hook["repos"][0]["hooks"][0]["entry"] == "specloom generate --quiet --project specloom.toml"
    )


def test_nothing_is_overwritten() -> None:
    assert specloom("init", "openapi.yaml").exit_code == 0
    Path("specloom.toml").write_text("mine", "utf-8")
    before: Snapshot = snapshot(Path())
    run = specloom("init", "openapi.yaml")
    assert run.exit_code == 1
    assert "specloom.toml: error[file-exists]" in run.errors or "error[file-exists]" in run.errors
    assert snapshot(Path()) == before
    assert (
        specloom("init", "openapi.yaml", "--force", "--package", "zoo", "--client", "Zoo").exit_code
        == 0
    )
    assert 'client = "Zoo"' in Path("specloom.toml").read_text("utf-8")


def test_pyproject() -> None:
    head = '[project]\nname = "mine"\ncalls = 3\n'
    Path("pyproject.toml").write_text(head, "utf-8")
    assert specloom("generate").exit_code == 2
    run = specloom("init", "openapi.yaml", "--pyproject", "--no-ci", "--no-hook")
    assert run.exit_code == 0, run.errors
    text = Path("pyproject.toml").read_text("utf-8")
    assert text.startswith(head)
    assert not Path(".github").exists()
    assert specloom("generate").exit_code == 0
    line = text.count("\n") + 3
    Path("pyproject.toml").write_text(
        text + '\n[tool.specloom.calls]\n"none.list" = "none.all"\n', "utf-8"
    )
    wrong = specloom("generate")
    assert f"pyproject.toml:{line}:1: error[unused-rename]" in wrong.errors
    assert specloom("init", "openapi.yaml", "--pyproject", "--force").exit_code == 1


def test_versions_and_resources_in_paths() -> None:
    def arranged(*paths: str) -> tuple[list[str], list[str]]:
        return arrange([Source(Path(each), each) for each in paths], Path())

    assert arranged("api.yaml") == (["api.yaml"], [])
    assert arranged("v1/api.yaml", "v10/api.yaml", "v2/api.yaml") == (
        ["{version}/api.yaml"],
        ["v1", "v2", "v10"],
    )
    assert arranged("s/2025-09/a.json", "s/2025-09/b.json", "s/2026-03/a.json") == (
        ["s/{version}/{resource}.json"],
        ["2025-09", "2026-03"],
    )
    assert arranged("a.yaml", "b.yaml") == (["a.yaml", "b.yaml"], [])


def test_three_documents_in_two_versions() -> None:
    for version, name in (("v1", "cats"), ("v1", "dogs"), ("v2", "cats")):
        Path(version).mkdir(exist_ok=True)
        path = f"paths:\n  /{name}:\n    get: {{responses: {{'204': {{description: Done.}}}}}}\n"
        Path(version, f"{name}.yaml").write_text(HEAD + path, "utf-8")
    run = specloom("init", "v1", "v2", "--package", "zoo")
    assert run.exit_code == 0, run.errors
    assert specloom("generate").exit_code == 0
    calls = json.loads(specloom("inspect", "--calls").output)
    assert {(each["version"], each["path"]) for each in calls} == {
        ("v1", "/cats"),
        ("v1", "/dogs"),
        ("v2", "/cats"),
    }


def test_what_is_equal_in_all_versions_is_proposed_once() -> None:
    body = pages("after", f"{DATA}, next: {{type: string}}")
    for version in ("v1", "v2"):
        Path(version).mkdir(exist_ok=True)
        head = (
            HEAD
            + "security: [{key: []}]\ncomponents: {securitySchemes: {key: {type: http, scheme: bearer}}}\n"
        )
        Path(version, "cats.yaml").write_text(head + "paths:\n  /things:\n" + body, "utf-8")
    run = specloom("init", "v1", "v2", "--package", "zoo")
    assert "Found 2 operations, 1 credential, pages of 2 of 2 paged operations." in run.output
    assert 'key = "ZOO_KEY"' in Path("specloom.toml").read_text("utf-8")
    overlay = yaml.safe_load(Path("specloom-overlay.yaml").read_text("utf-8"))
    assert [each["target"] for each in overlay["actions"]] == ["$['paths']['/things']['get']"]


def test_nothing_is_proposed_where_documents_page_differently() -> None:
    for version, argument in (("v1", "after"), ("v2", "cursor")):
        Path(version).mkdir(exist_ok=True)
        body = pages(argument, f"{DATA}, next: {{type: string}}")
        Path(version, "cats.yaml").write_text(HEAD + "paths:\n  /things:\n" + body, "utf-8")
    run = specloom("init", "v1", "v2", "--package", "zoo")
    assert "Documents disagree on how GET /things pages; nothing is proposed" in run.output
    assert not Path("specloom-overlay.yaml").exists()
    assert specloom("generate").exit_code == 0


def found(body: str) -> list[tuple[str, Any]]:
    root = yaml.safe_load(HEAD + "paths:\n  /things:\n" + body)
    return [(each.kind, each.extension) for each in recognise_paging(Document("a.yaml", root))]


@pytest.mark.parametrize(
    ("body", "kind", "extension"),
    [
        (
            pages("pageToken", f"{DATA}, nextPageToken: {{type: string}}"),
            "cursor",
            {"cursor": "pageToken", "in": "query", "next": "/nextPageToken", "items": "/data"},
        ),
        (
            pages(
                "starting_after",
                "data: {type: array, items: {type: object, properties: {id: {type: string}}}}, has_more: {type: boolean}",
            ),
            "last item",
            {
                "cursor": "starting_after",
                "in": "query",
                "last": "/id",
                "items": "/data",
                "more": "/has_more",
            },
        ),
        (pages("starting_after", f"{DATA}, has_more: {{type: boolean}}"), "", None),
        (pages("page[number]", DATA), "page number", None),
        (
            pages("page[number]", DATA, argument="type: integer"),
            "page number",
            {"page": "page[number]", "items": "/data"},
        ),
        (
            pages(
                "page",
                f"{DATA}, meta: {{type: object, properties: {{last_page: {{type: integer}}}}}}",
                argument="type: integer, default: 0",
            ),
            "page number",
            {"page": "page", "items": "/data", "start": 0, "pages": "/meta/last_page"},
        ),
        (pages("offset", DATA), "offset", None),
        (
            pages(
                "startIndex",
                f"{DATA}, hasMore: {{type: boolean}}",
                argument="type: integer, minimum: 1",
            ),
            "offset",
            {"offset": "startIndex", "items": "/data", "start": 1, "more": "/hasMore"},
        ),
        (
            pages("x", f"{DATA}, next: {{type: string, format: uri}}"),
            "next URL",
            {"url": "/next", "items": "/data"},
        ),
        (
            pages("cursor", f"{DATA}, next: {{type: string, format: uri}}"),
            "next URL",
            {"url": "/next", "items": "/data"},
        ),
        (pages("x", f"{DATA}, next: {{type: string}}"), "next URL", None),
        (
            pages("x", f"{DATA}, links: {{type: object, properties: {{next: {{type: string}}}}}}"),
            "next URL",
            {"url": "/links/next", "items": "/data"},
        ),
        (
            pages(
                "x",
                DATA,
                more="x-fern-pagination: {offset: $request.x, results: $response.data}\n      ",
            ),
            "page number",
            {"page": "x", "in": "query", "items": "/data"},
        ),
        (
            pages(
                "x",
                DATA,
                more="x-fern-pagination: {offset: $request.x, step: $request.y, results: $response.data, has-next-page: $response.m}\n      ",
            ),
            "offset",
            {"offset": "x", "in": "query", "items": "/data", "more": "/m"},
        ),
        (
            pages(
                "x", DATA, more="x-ms-pageable: {nextLinkName: nextLink, itemName: data}\n      "
            ),
            "next URL",
            {"url": "/nextLink", "items": "/data"},
        ),
        (
            pages(
                "x",
                DATA,
                more="x-speakeasy-pagination: {type: offsetLimit, inputs: [{name: l, in: parameters, type: limit}, {name: x, in: parameters, type: page}], outputs: {results: $.data, numPages: $.n}}\n      ",
            ),
            "page number",
            {"page": "x", "in": "query", "items": "/data", "pages": "/n"},
        ),
        (
            pages(
                "x",
                DATA,
                more="x-speakeasy-pagination: {type: url, outputs: {results: $.data, nextUrl: $.u}}\n      ",
            ),
            "next URL",
            {"url": "/u", "items": "/data"},
        ),
        (
            pages(
                "x",
                DATA,
                more="x-fern-pagination: {cursor: $request.x, next_cursor: $response.n, results: $response.data}\n      ",
            ),
            "cursor",
            {"cursor": "x", "in": "query", "next": "/n", "items": "/data"},
        ),
        (
            pages("x", DATA, more="x-ms-pageable: {nextLinkName: nextLink}\n      "),
            "next URL",
            None,
        ),
        (
            pages(
                "x",
                DATA,
                more="x-speakeasy-pagination: {type: cursor, inputs: [{name: x, in: parameters, type: cursor}], outputs: {nextCursor: $.n, results: $.data}}\n      ",
            ),
            "cursor",
            {"cursor": "x", "in": "query", "next": "/n", "items": "/data"},
        ),
        (
            "    get: {responses: {'200': {description: A., headers: {Link: {schema: {type: string}}}, content: {application/json: {schema: {type: array, items: {}}}}}}}\n",
            "Link header",
            {"link": "next", "items": ""},
        ),
    ],
)
def test_paging(body: str, kind: str, extension: object) -> None:
    assert found(body) == ([(kind, extension)] if kind else [])


@pytest.mark.parametrize(
    "body",
    [
        pages("page", "name: {type: string}"),
        pages("name", DATA),
        "    post: {responses: {'204': {description: A.}}}\n",
    ],
)
def test_what_does_not_page(body: str) -> None:
    assert found(body) == []


def test_the_schema_has_every_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, set[str]] = {}
    original = Tables.known

    def record(self: Tables, table: dict[str, object], keys: set[str], where: str) -> None:
        seen[where] = keys
        original(self, table, keys, where)

    monkeypatch.setattr(Tables, "known", record)
    project = ROOT / "specs" / "specloom.toml"
    load_project(project)
    schema = json.loads(schema_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    for where, keys in seen.items():
        part = schema
        for name in where.split(".") if where else ():
            part = part.get("properties", {}).get(name) or part["additionalProperties"]
        assert set(part["properties"]) == keys, where
    settings = json.loads(json.dumps(tomllib.loads(project.read_text("utf-8")), default=str))
    jsonschema.validate(settings, schema)
    assert specloom("schema").output == schema_text()


def test_an_unknown_setting_names_the_nearest_one() -> None:
    Path("specloom.toml").write_text(
        '[package]\nname = "a"\n[documents]\nfile = "openapi.yaml"\n', "utf-8"
    )
    run = specloom("generate")
    assert (
        "specloom.toml:4:1: error[invalid-project]: [documents] unknown setting 'file'; did you mean 'files'?"
        in run.errors
    )


def test_credentials_that_a_variable_cannot_have(folder: Path) -> None:
    """A pair of a name and a password, and a scheme that no operation requires, have no environment variable."""
    schemes = (
        "{key: {type: apiKey, in: header, name: X-Key}, login: {type: http, scheme: basic}, "
        "unused: {type: http, scheme: bearer}}"
    )
    text = f"""{HEAD}paths:
  /pets: {{get: {{security: [{{key: []}}], responses: {{"204": {{description: d}}}}}}}}
  /owners: {{get: {{security: [{{login: []}}], responses: {{"204": {{description: d}}}}}}}}
components: {{securitySchemes: {schemes}}}
"""
    (folder / "openapi.yaml").write_text(text, "utf-8")
    run = specloom("init", "openapi.yaml")
    assert "Found 2 operations, 2 credentials." in run.output
    settings = Path("specloom.toml").read_text("utf-8")
    assert set(tomllib.loads(settings)["client"]["environment"]) == {"key", "base_url"}
    assert "# login: a user name and a password" in settings
    assert specloom("generate").exit_code == 0
    client = Path("shop-client/shop/_client.py").read_text("utf-8")
    assert "login: The credential. A tuple of a user name and a password." in client
    for name, reason in (("login", "is a user name and a password"), ("unused", "no string arg")):
        more = settings.replace("\nkey = ", f"\n{name} = 'X'\nkey = ")
        Path("specloom.toml").write_text(more, "utf-8")
        refused = specloom("generate")
        assert (refused.exit_code, reason in refused.errors) == (1, True)
        assert "name one of: base_url, key" in refused.errors


@pytest.mark.parametrize("title", ["Platform API", "Calendar", "msgspec"])
def test_a_title_that_is_the_name_of_a_module(folder: Path, title: str) -> None:
    text = DOCUMENT.replace("The Pet Shop API", title)
    (folder / "openapi.yaml").write_text(text, "utf-8")
    assert specloom("init", "openapi.yaml").exit_code == 0
    package = tomllib.loads(Path("specloom.toml").read_text("utf-8"))["package"]
    word = title.split()[0].lower()
    assert (package["name"], package["output"]) == (f"{word}-client", f"{word}-client")
    assert specloom("generate", "--dry-run").exit_code == 0


def test_a_package_that_could_not_be_imported(folder: Path) -> None:
    for command in (("generate", "--output", "out"), ("init",)):
        run = specloom(command[0], "openapi.yaml", "--package", "json", *command[1:])
        assert run.exit_code == 2
        assert "the standard library of Python has a module 'json'" in run.errors
    settings = '[package]\nname = "msgspec"\noutput = "out"\n[documents]\nfiles = "openapi.yaml"\n'
    Path("specloom.toml").write_text(settings, "utf-8")
    run = specloom("generate")
    assert "specloom.toml:2:1: error[invalid-project]: the client uses a library" in run.errors
    assert not Path("out").exists()
    Path("specloom.toml").write_text(settings.replace("output", 'module = "shop"\noutput'), "utf-8")
    assert specloom("generate").exit_code == 0


def test_kinds_of_paging_have_their_article(folder: Path) -> None:
    text = f"{HEAD}paths:\n  /owners:\n" + pages("offset", DATA, argument="type: integer")
    (folder / "openapi.yaml").write_text(text.replace('"404"', "x-404"), "utf-8")
    assert specloom("init", "openapi.yaml").exit_code == 0
    assert "It pages by an offset: " in Path("specloom-overlay.yaml").read_text("utf-8")
