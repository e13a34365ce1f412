"""Test how `init` converts rare parts of a Stainless configuration."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from specloom.project.file import load_project

from tests.generate.support import HEAD, importable, made_of, specloom
from tests.support.loopback import Answer, Loopback

DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://old.example"}]
paths:
  /pets:
    get:
      parameters: [{name: page, in: query, schema: {type: integer}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Pets"}}}}}
  /pets/find:
    post:
      requestBody: {content: {application/json: {schema: {type: object, properties: {token: {type: string}}}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Found"}}}}}
  /internal:
    get: {responses: {"204": {description: ok}}}
  /health:
    get: {responses: {"204": {description: ok}}}
  /watch:
    post:
      requestBody: {content: {application/json: {schema: {type: object, properties: {live: {type: boolean}}}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
    Pets: {type: object, properties: {data: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}
    Found:
      type: object
      properties:
        hits: {type: array, items: {$ref: "#/components/schemas/Pet"}}
        meta: {type: object, properties: {token: {type: string}}}
security: [{key: []}]
"""
CONFIGURATION = """\
organization: {name: shop}
targets: {python: {package_name: moved_shop, project_name: moved-shop}}
environments: {production: "https://shop.example", sandbox: "https://sandbox.example"}
client_settings:
  opts:
    secret_key: {type: string, read_env: SHOP_KEY, auth: {security_scheme: key}}
    region: {type: string}
pagination:
- {name: unclear, type: cursor, request: {c: {type: string}}, response: {data: {type: array}}}
- name: pages
  type: page_number
  request: {page: {type: integer, x-stainless-pagination-property: {purpose: page_number_param}}}
  response: {data: {type: array, items: {}}}
- name: tokens
  type: cursor
  request: {token: {type: string, x-stainless-pagination-property: {purpose: next_cursor_param}}}
  response:
    hits: {type: array, items: {}, x-stainless-pagination-property: {purpose: items}}
    meta: {type: object, properties: {token: {type: string, x-stainless-pagination-property: {purpose: next_cursor_field}}}}
streaming:
  on_event:
  - {data_starts_with: "BYE", handle: done}
  - {event_type: error, handle: error}
unspecified_endpoints: [get /internal]
resources:
  $client:
    methods: {ping: {endpoint: get /health, paginated: true}}
  animals:
    models: {animal: Pet, beast: Pet, ghost: Nobody}
    methods:
      list: {endpoint: get /pets, paginated: true}
      find: post /pets/find
      gone: get /gone
      watch:
        endpoint: post /watch
        body_param_name: whole
        streaming: {param_discriminator: live, stream_event_model: animals.animal}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "api.yml").write_text(DOCUMENT, "utf-8")
    (tmp_path / "config.yml").write_text(CONFIGURATION, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_parts_are_taken_over_or_listed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = specloom("init", "--stainless", "config.yml", "api.yml")
    assert run.exit_code == 3
    listed = [
        line.partition(": ")[2].partition(" ")[2].partition(": ")[2]
        for line in run.errors.splitlines()
        if "[not-converted]" in line
    ]
    assert listed == [
        "'body_param_name' is not converted",
        "the client option 'region' is not a credential and is not converted",
        "no client argument is set by the environment 'sandbox'",
        "the document has no operation GET /gone, which animals.gone calls",
        "the model 'animals.beast': #/components/schemas/Pet already has the name Animal",
        "the model 'animals.ghost': the document has no #/components/schemas/Nobody",
        "the pagination 'unclear' of the type 'cursor' does not say which argument or property leads to the next page, and where the items are",
        "ping returns pages, but none of the convertible pagination schemes fits it",
        "this handling of events is not converted",
    ]
    package = made_of(load_project(folder / "specloom.toml"))
    with importable(package.folder, "moved_shop"), Loopback() as server:
        shop = package.module().Shop
        assert "'https://shop.example'" in repr(shop(secret_key="k"))
        monkeypatch.delenv("SHOP_KEY", raising=False)
        with pytest.raises(TypeError, match="secret_key was not passed.* SHOP_KEY is not set"):
            shop()
        monkeypatch.setenv("SHOP_KEY", "from-there")
        client = shop(base_url=server.url)
        server.answer(Answer(204))
        client.ping()
        assert not hasattr(client, "internal")
        assert server.requests[-1].headers["x-key"] == "from-there"

        server.answer_json({"hits": [{"name": "a"}], "meta": {"token": "t"}})
        server.answer_json({"hits": [{"name": "b"}], "meta": {}})
        assert [each.name for each in client.animals.find()] == ["a", "b"]
        assert server.requests[-1].json() == {"token": "t"}

        events = b'data: {"name": "a"}\n\ndata: BYE\n\n'
        server.answer(Answer(200, events, {"Content-Type": "text/event-stream"}))
        (event,) = client.animals.watch(live=True)
        assert isinstance(event.parse(), package.models.Animal)


PURPOSE = "x-stainless-pagination-property: {purpose: "
INTEGER, STRING = "type: integer", "type: string"


@pytest.mark.parametrize(
    ("scheme", "parameter", "page", "extension"),
    [
        (
            f"request: {{p: {{{INTEGER}, {PURPOSE}page_number_param}}}}}}, response: {{data: {{type: array}}, n: {{{INTEGER}, {PURPOSE}total_page_count_field}}}}}}",
            "p",
            "{type: object, properties: {data: {type: array, items: {}}, n: {type: integer}}}",
            {"page": "p", "pages": "/n", "items": "/data", "in": "query"},
        ),
        (
            f"request: {{p: {{{INTEGER}, {PURPOSE}offset_count_param}}}}}}, response: {{data: {{type: array}}, n: {{{INTEGER}, {PURPOSE}offset_total_count_field}}}}}}",
            "p",
            "{type: object, properties: {data: {type: array, items: {}}, n: {type: integer}}}",
            {"offset": "p", "total": "/n", "items": "/data", "in": "query"},
        ),
        (
            f"request: {{}}, response: {{data: {{type: array}}, next: {{{STRING}, {PURPOSE}cursor_url_field}}}}}}",
            "p",
            "{type: object, properties: {data: {type: array, items: {}}, next: {type: string}}}",
            {"url": "/next", "items": "/data"},
        ),
        (
            f"request: {{after: {{{STRING}, {PURPOSE}next_cursor_id_param}}}}}}, response: {{data: {{type: array}}, has_more: {{type: boolean}}}}",
            "after",
            "{type: object, properties: {data: {type: array, items: {}}, has_more: {type: boolean}}}",
            {"cursor": "after", "last": "/id", "items": "/data", "more": "/has_more", "in": "query"},
        ),
        (
            f"request: {{p: {{{INTEGER}, {PURPOSE}page_number_param}}}}}}, response: {{all: {{type: array, {PURPOSE}items, is_top_level_array: true}}}}}}",
            "p",
            "{type: array, items: {}}",
            {"page": "p", "items": "", "in": "query"},
        ),
    ],
)  # fmt: skip
def test_pagination_schemes(
    folder: Path, scheme: str, parameter: str, page: str, extension: object
) -> None:
    (folder / "api.yml").write_text(
        f"""{HEAD}paths:
  /pets:
    get:
      parameters: [{{name: {parameter}, in: query, schema: {{type: string}}}}]
      responses: {{"200": {{description: a, content: {{application/json: {{schema: {page}}}}}}}}}
""",
        "utf-8",
    )
    (folder / "config.yml").write_text(
        f"pagination: [{{name: a, type: b, {scheme}}}]\n"
        "resources: {pets: {methods: {list: get /pets}}}\n",
        "utf-8",
    )
    run = specloom("init", "--stainless", "config.yml", "api.yml")
    assert (run.exit_code, run.errors) == (0, "")
    overlay = yaml.safe_load(next(folder.glob("*overlay*")).read_text("utf-8"))
    assert [each["update"] for each in overlay["actions"]] == [{"x-specloom-pagination": extension}]
    made_of(load_project(folder / "specloom.toml"))


def test_all_that_is_taken_over_ends_with_zero(folder: Path) -> None:
    (folder / "config.yml").write_text("resources: {a: {methods: {go: get /health}}}", "utf-8")
    run = specloom("init", "--stainless", "config.yml", "api.yml")
    assert (run.exit_code, run.errors) == (0, "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[1]", "instead of a Stainless configuration"),
        ("a: 1", "resources"),
        ("resources: 1", "an object"),
    ],
)
def test_invalid_configuration_is_refused(folder: Path, text: str, message: str) -> None:
    (folder / "config.yml").write_text(text, "utf-8")
    run = specloom("init", "--stainless", "config.yml", "api.yml")
    assert run.exit_code == 1
    assert message in run.errors
    assert not (folder / "specloom.toml").exists()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('region = "SHOP_REGION"', "no string argument 'region'"),
        ('key = "not a name"', "not a valid name of an environment variable"),
    ],
)
def test_variables_stand_for_arguments_that_there_are(
    folder: Path, line: str, message: str
) -> None:
    (folder / "specloom.toml").write_text(
        f'[package]\nname = "shop"\n[documents]\nfiles = "api.yml"\n[client.environment]\n{line}\n',
        "utf-8",
    )
    run = specloom("generate", "--project", "specloom.toml")
    assert run.exit_code == 1
    assert message in run.errors


def test_a_line_for_no_operation_is_refused(folder: Path) -> None:
    (folder / "specloom.toml").write_text(
        '[package]\nname = "shop"\n[documents]\nfiles = "api.yml"\n'
        '[calls]\n"GET /pets" = "zoo.all"\n"GET /dogs" = "dogs.list"\n',
        "utf-8",
    )
    run = specloom("generate", "--project", "specloom.toml")
    assert run.exit_code == 1
    assert run.errors.count("error[unused-rename]") == 1
    assert "specloom.toml:7:1" in run.errors and "'GET /dogs'" in run.errors


def test_a_name_that_is_given_comes_before_those_of_the_document(folder: Path) -> None:
    (folder / "specloom.toml").write_text(
        '[package]\nname = "named-shop"\n[documents]\nfiles = "api.yml"\n'
        '[names]\n"#/components/schemas/Pets" = "Pet"\n',
        "utf-8",
    )
    package = made_of(load_project(folder / "specloom.toml"))
    with importable(package.folder, "named_shop"):
        assert package.models.Pet.__struct_encode_fields__ == ("data",)
        others = [each for name, each in vars(package.models).items() if name.startswith("Pet")]
        assert ("name",) in [each.__struct_encode_fields__ for each in others]
