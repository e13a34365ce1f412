"""Test that invalid but understandable input is generated with a warning, and that the rest is
omitted and reported."""

from __future__ import annotations

from pathlib import Path
from typing import get_type_hints

import pytest

from tests.generate.conftest import Generated
from tests.generate.support import HEAD, snapshot, specloom
from tests.support.loopback import Answer, Loopback

FINE = HEAD + "paths: {}\n"
ANSWER = 'responses: {"204": {description: Done.}}'
ARGUMENTS = ("--package", "shop", "--output", "out")

# The name of the case: the name of the file, its content, and what is reported.
DOCUMENTS: dict[str, tuple[str, str, str]] = {
    "invalid OpenAPI": (
        "api.yaml",
        "openapi: 3.1.0\ninfo: {title: Shop}\npaths: {}\n",
        "api.yaml:2:1: error[missing-info] #/info: the version of the document is not a string; it is read as '0'",
    ),
    "dangling reference": (
        "api.yaml",
        FINE + "components:\n  schemas:\n    Pet: {type: string}\n"
        '    Pets: {type: array, items: {$ref: "#/components/schemas/Pett"}}\n',
        "api.yaml:7:33: error[dangling-reference] #/components/schemas/Pets/items/$ref: "
        "'#/components/schemas/Pett' does not exist; any value is read\n"
        "    hint: did you mean #/components/schemas/Pet?",
    ),
    "circular reference": (
        "api.yaml",
        FINE + "components:\n  schemas:\n"
        '    A: {$ref: "#/components/schemas/B"}\n    B: {$ref: "#/components/schemas/A"}\n',
        "api.yaml:6:9: error[circular-reference] #/components/schemas/A/$ref: ",
    ),
    "circular allOf": (
        "api.yaml",
        FINE + "components:\n  schemas:\n    A: {allOf: [{$ref: '#/components/schemas/B'}]}\n"
        "    B: {allOf: [{$ref: '#/components/schemas/A'}]}\n",
        "api.yaml:6:18: error[circular-reference] #/components/schemas/A/allOf/0/$ref: ",
    ),
    "duplicate operationId": (
        "api.yaml",
        HEAD + f"paths:\n  /a: {{get: {{operationId: x, {ANSWER}}}}}\n"
        f"  /b: {{get: {{operationId: x, {ANSWER}}}}}\n",
        "api.yaml:5:14: error[duplicate-operation-id] #/paths/~1b/get/operationId: "
        "GET /a already has the operationId 'x'",
    ),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which is empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("case", DOCUMENTS)
def test_a_document_that_is_invalid_is_generated_with_a_warning(case: str, folder: Path) -> None:
    name, text, said = DOCUMENTS[case]
    (folder / name).write_text(text, "utf-8")
    run = specloom("generate", name, *ARGUMENTS)
    assert run.exit_code == 0
    assert said.replace("error[", "warning[") in run.errors
    assert (folder / "out/shop/__init__.py").is_file()


@pytest.mark.parametrize("case", DOCUMENTS)
def test_warnings_are_errors_if_that_is_requested(case: str, folder: Path) -> None:
    name, text, said = DOCUMENTS[case]
    (folder / name).write_text(text, "utf-8")
    before = snapshot(folder)
    run = specloom("generate", name, *ARGUMENTS, "--strict")
    assert snapshot(folder) == before
    assert run.exit_code == 1
    assert said in run.errors
    assert specloom("validate", name, "--strict").exit_code == 1
    assert specloom("validate", name).exit_code == 0


BROKEN = HEAD + f"""
paths:
  /a:
    get: {{parameters: [{{$ref: '#/components/parameters/no'}}], {ANSWER}}}
    post: {{requestBody: {{$ref: '#/components/requestBodies/no'}}, {ANSWER}}}
    put: {{{ANSWER}}}
  /b:
    parameters: [{{$ref: '#/no'}}]
    get: {{{ANSWER}}}
  /c: {{$ref: '#/no'}}
"""


def test_an_operation_that_cannot_be_generated_is_left_out_and_the_exit_code_says_so(
    folder: Path,
) -> None:
    (folder / "api.yaml").write_text(BROKEN, "utf-8")
    run = specloom("generate", "api.yaml", *ARGUMENTS)
    assert run.exit_code == 3
    assert [line for line in run.errors.splitlines() if "omitted[" in line] == [
        "api.yaml:6:25: omitted[dangling-reference] #/paths/~1a/get/parameters/0/$ref: GET /a is "
        "omitted: '#/components/parameters/no' does not exist",
        "api.yaml:7:26: omitted[dangling-reference] #/paths/~1a/post/requestBody/$ref: POST /a is "
        "omitted: '#/components/requestBodies/no' does not exist",
        "api.yaml:10:19: omitted[dangling-reference] #/paths/~1b/parameters/0/$ref: all of /b is "
        "omitted: '#/no' does not exist",
        "api.yaml:12:8: omitted[dangling-reference] #/paths/~1c/$ref: all of /c is omitted: '#/no' "
        "does not exist",
    ]
    assert run.errors.endswith("4 parts omitted\n")
    assert specloom("check", "api.yaml", *ARGUMENTS).exit_code == 3
    assert specloom("validate", "api.yaml").exit_code == 3
    assert specloom("generate", "api.yaml", *ARGUMENTS, "--strict").exit_code == 1


SWAGGER = """
swagger: "2.0"
info: {title: Shop, version: "1"}
host: example.com
basePath: /v1
consumes: [application/json]
produces: [application/json]
securityDefinitions: {key: {type: apiKey, in: header, name: X-Key}}
security: [{key: []}]
paths:
  /pets/{id}:
    parameters: [{name: id, in: path, required: true, type: integer}]
    put:
      parameters:
        - {name: dry, in: query, type: boolean}
        - {name: tags, in: query, type: array, items: {type: string}}
        - {name: pet, in: body, required: true, schema: {$ref: '#/definitions/Pet'}}
      responses: {200: {description: ok, schema: {$ref: '#/definitions/Pet'}}}
    post:
      consumes: [application/x-www-form-urlencoded]
      parameters: [{name: note, in: formData, type: string, required: true}]
      responses: {204: {description: ok}}
definitions:
  Pet: {type: object, required: [name], properties: {name: {type: string}, age: {type: integer, x-nullable: true}}}
"""


def test_a_client_of_a_swagger_document_calls(generated: Generated, server: Loopback) -> None:
    shop = generated(SWAGGER)
    with shop.client(key="secret", base_url=server.url) as client:
        server.answer_json({"name": "Rex", "age": None})
        pet = client.pets.replace(7, name="Rex", dry=True, tags=["a", "b"])
        assert (pet.name, pet.age) == ("Rex", None)
        server.answer(Answer(204))
        client.pets.update(7, note="x y")
    first, second = server.requests
    assert (
        first.target == "/pets/7?dry=true&tags=a,b" or first.target == "/pets/7?dry=true&tags=a%2Cb"
    )
    assert first.body == b'{"name":"Rex"}'
    assert first.headers["x-key"] == "secret"
    assert second.headers["content-type"] == "application/x-www-form-urlencoded"
    assert second.body == b"note=x+y"


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_an_extension_for_null_is_read_without_a_finding(
    generated: Generated, version: str
) -> None:
    made = generated(f"""openapi: {version}
info: {{title: Shop, version: "1"}}
servers: [{{url: "https://a.example"}}]
paths:
  /pets:
    get:
      responses: {{"200": {{description: ok, content: {{application/json: {{schema: {{$ref: "#/components/schemas/Pet"}}}}}}}}}}
components:
  schemas:
    Pet: {{type: object, required: [name, age], properties: {{name: {{type: string, x-nullable: true}}, age: {{type: integer}}}}}}
""")
    assert made.messages == []
    assert get_type_hints(made.models.Pet) == {"name": str | None, "age": int}


NEWEST = """
openapi: 3.2.0
info: {title: Shop, version: "1"}
paths:
  /pets:
    query:
      requestBody: {content: {application/json: {schema: {type: object, properties: {q: {type: string}}}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {type: string}}}}}}
    additionalOperations:
      COPY: {responses: {"204": {description: ok}}}
"""


def test_methods_of_openapi_3_2_are_called(generated: Generated, server: Loopback) -> None:
    shop = generated(NEWEST)
    assert shop.messages == []
    with shop.client(base_url=server.url) as client:
        server.answer_json(["Rex"])
        server.answer(Answer(204))
        assert getattr(client.pets, next(n for n in ("list", "query") if hasattr(client.pets, n)))(
            q="x"
        ) == ["Rex"]
        client.pets.copy()
    assert [each.method for each in server.requests] == ["QUERY", "COPY"]
