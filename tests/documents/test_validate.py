"""Test validation: violations of OpenAPI's own schemas, in plain words and located, and rules
beyond those schemas."""

from __future__ import annotations

import copy
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module

import pytest
from specloom.diagnostics import Location, Pointer, SpecloomError
from specloom.documents.document import Document, Json
from specloom.documents.specification import Kind, walk_objects
from specloom.documents.validating import validate as validate_module
from specloom.documents.validating.validate import validate

from tests.documents.support import codes, document, objection

VALID = """
servers: [{url: 'https://example.com'}]
paths:
  /pets/{id}:
    parameters: [{$ref: '#/components/parameters/id'}]
    get:
      operationId: getPet
      parameters: [{name: q, in: query, schema: {type: string}}]
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: [string, 'null']}}}}
    x-a: 1
components:
  parameters:
    id: {name: id, in: path, required: true, schema: {type: string}}
  schemas:
    Pet: {type: object, properties: {name: {type: string, minLength: 1}}, required: [name]}
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
"""


@pytest.fixture(autouse=True, params=["jsonschema-rs", "jsonschema"])
def validator(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Run each test with the fast validator, if it is installed, and with the other one."""
    if request.param == "jsonschema":
        monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    forget = validate_module._check.cache_clear
    forget()
    yield
    forget()


def errors(text: str) -> list[str]:
    """Return the errors of a document without file name and hints."""
    lines = objection(lambda: validate(document(text))).splitlines()
    return [line.removeprefix("api.yaml: error") for line in lines if not line.startswith(" ")]


def paths(operation: str, path: str = "/a") -> str:
    return f"paths: {{{path}: {{get: {operation}}}}}"


OK = "responses: {'200': {description: ok}}"


def test_a_valid_document_passes() -> None:
    validate(document(VALID))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x-a: 1", ["[invalid-openapi]: expected one of 'paths', 'components', 'webhooks', found none"]),
        ("paths: {}\nfoo: 1", ["[invalid-openapi] #/foo: the specification does not define 'foo' here"]),
        ("paths: []", ["[invalid-openapi] #/paths: expected an object, found an array"]),
        ("paths: {a: {}}", ["[invalid-openapi] #/paths/a: the specification does not define 'a' here"]),
        ("paths: {/a: []}", ["[invalid-openapi] #/paths/~1a: expected an object, found an array"]),
        ("paths: {/a: {fetch: {}}}", ["[invalid-openapi] #/paths/~1a/fetch: the specification does not define 'fetch' here"]),
        (paths("{responses: {'200': {}}}"), ["[invalid-openapi] #/paths/~1a/get/responses/200: the required property 'description' is missing"]),
        (paths(f"{{{OK}, summary: 5}}"), ["[invalid-openapi] #/paths/~1a/get/summary: expected a string, found a number"]),
        (paths(f"{{{OK}, parameters: [{{name: q, in: query}}]}}"), ["[invalid-openapi] #/paths/~1a/get/parameters/0: expected one of 'schema', 'content', found none"]),
        (paths(f"{{{OK}, parameters: [{{name: q, in: query, schema: {{}}, content: {{a/b: {{}}}}}}]}}"), ["[invalid-openapi] #/paths/~1a/get/parameters/0: expected one of 'schema', 'content', found more than one"]),
        (paths(f"{{{OK}, parameters: [{{name: q, in: body, schema: {{}}}}]}}"), ["[invalid-openapi] #/paths/~1a/get/parameters/0/in: 'body' is not one of ['query', 'header', 'path', 'cookie']"]),
        ("components: {schemas: {A B: {}}}", ["[invalid-openapi] #/components/schemas: 'A B' does not match '^[a-zA-Z0-9._-]+$'"]),
        ("components: {schemes: {}}", ["[invalid-openapi] #/components/schemes: the specification does not define 'schemes' here"]),
        ("components: {schemas: {A: {type: strin}}}", ["[invalid-openapi] #/components/schemas/A/type: 'strin' is not one of ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']"]),
        ("components: {schemas: {A: {items: {properties: {b: {required: x}}}}}}", ["[invalid-openapi] #/components/schemas/A/items/properties/b/required: expected an array, found a string"]),
        ("components: {schemas: {A: [1]}}", ["[invalid-openapi] #/components/schemas/A: expected an object or a boolean, found an array"]),
        ("components: {securitySchemes: {a: {type: apiKey, in: body, name: x}}}", ["[invalid-openapi] #/components/securitySchemes/a/in: 'body' is not one of ['query', 'header', 'cookie']"]),
    ],
)  # fmt: skip
def test_what_the_specification_objects_to_is_named_at_its_place(
    text: str, expected: list[str]
) -> None:
    assert errors(text) == expected


def test_a_number_where_text_is_wanted_gets_the_hint_that_yaml_needs() -> None:
    text = "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\npaths: {}\nservers: [{url: 5}]"
    assert objection(lambda: validate(document(text, head=""))) == (
        "api.yaml: error[invalid-openapi] #/servers/0/url: expected a string, found a number\n"
        "    hint: write the value in quotes"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (paths(f"{{{OK}}}", "'/a/{id}'"), ["[undeclared-path-parameter] #/paths/~1a~1{id}/get: the path contains {id}, but the path parameter 'id' is not declared"]),
        (paths(f"{{{OK}, parameters: [{{name: id, in: path, required: true, schema: {{}}}}]}}"), ["[unknown-path-parameter] #/paths/~1a/get/parameters/0: the path parameter 'id' does not occur in '/a'"]),
        (f"paths: {{/a: {{parameters: [{{name: id, in: path, required: true, schema: {{}}}}], get: {{{OK}}}}}}}", ["[unknown-path-parameter] #/paths/~1a/parameters/0: the path parameter 'id' does not occur in '/a'"]),
        (paths(f"{{{OK}, parameters: [{{name: q, in: query, schema: {{}}}}, {{name: q, in: header, schema: {{}}}}, {{name: q, in: query, schema: {{}}}}]}}"), ["[duplicate-parameter] #/paths/~1a/get/parameters/2: the query parameter 'q' is listed twice"]),
        (f"paths: {{/a: {{get: {{{OK}, operationId: x}}}}, /b: {{put: {{{OK}, operationId: x}}}}}}", ["[duplicate-operation-id] #/paths/~1b/put/operationId: GET /a (#/paths/~1a/get) already has the operationId 'x'"]),
    ],
)  # fmt: skip
def test_what_no_schema_can_say_is_checked_as_well(text: str, expected: list[str]) -> None:
    assert errors(text) == expected


def test_an_operation_may_replace_a_parameter_of_its_path() -> None:
    parameter = "{name: id, in: path, required: true, schema: {}}"
    validate(
        document(
            f"paths: {{'/a/{{id}}': {{parameters: [{parameter}], get: {{{OK}, parameters: [{parameter}]}}}}}}"
        )
    )


def test_errors_lie_where_an_overlay_wrote_the_part() -> None:
    root = document(VALID).root
    root["x-a"], root["bad"] = 1, 2
    corrected = Document(
        "api.yaml", root, {("bad",): Location("fix.yaml", ("actions", "0", "update"))}
    )
    assert objection(lambda: validate(corrected)).startswith(
        "fix.yaml: error[invalid-openapi] #/actions/0/update: "
    )


def test_equal_parts_that_are_wrong_are_reported_each_time() -> None:
    text = "components: {schemas: {A: {type: 5}, B: {type: 5}}}"
    assert len(errors(text)) == 2 and len(errors(text)) == 2


def test_the_deepest_document_that_can_be_loaded_can_be_validated() -> None:
    schema: Json = {"type": "string"}
    for _ in range(94):
        schema = {"items": schema}
    validate(
        Document(
            "api.yaml", {**document("paths: {}").root, "components": {"schemas": {"A": schema}}}
        )
    )


def pointers(value: Json, pointer: Pointer = ()) -> Iterator[Pointer]:
    """Yield the pointers of all values below a value."""
    parts: list[tuple[str, Json]] = []
    if isinstance(value, dict):
        parts = list(value.items())
    elif isinstance(value, list):
        parts = [(str(index), each) for index, each in enumerate(value)]
    for key, part in parts:
        yield (*pointer, key)
        yield from pointers(part, (*pointer, key))


def mutated(root: dict[str, Json], pointer: Pointer, change: str) -> dict[str, Json]:
    """Return a copy in which one value is removed, renamed or replaced."""
    copied = copy.deepcopy(root)
    around = Document("", copied).root_node().at(pointer[:-1])
    assert around is not None
    key = pointer[-1]
    if isinstance(around.value, dict):
        value = around.value.pop(key)
        if change != "removed":
            around.value[f"{key} " if change == "renamed" else key] = (
                value if change == "renamed" else 5
            )
    elif isinstance(around.value, list):
        around.value[int(key)] = 5 if change == "replaced" else {}
    return copied


@pytest.mark.parametrize("change", ["removed", "renamed", "replaced"])
def test_parts_are_valid_exactly_when_the_whole_document_is(change: str) -> None:
    published = import_module("openapi_spec_validator.schemas").openapi_v31_schema_validator
    schemas = import_module("jsonschema").Draft202012Validator
    dialect = schemas(schemas.META_SCHEMA)
    original = document(VALID).root
    verdicts: set[bool] = set()
    for pointer in pointers(original):
        root = mutated(original, pointer, change)
        expected = published.is_valid(root) and all(
            dialect.is_valid(node.value)
            for kind, node in walk_objects(Document("api.yaml", root))
            if kind is Kind.SCHEMA
        )
        try:
            validate(Document("api.yaml", root))
            found = True
        except SpecloomError as error:
            found = all(each.code != "invalid-openapi" for each in error.diagnostics)
        assert found == expected, (pointer, change)
        verdicts.add(found)
    assert verdicts == {True, False}


def test_the_order_of_errors_does_not_depend_on_the_hash_seed() -> None:
    program = (
        "from tests.documents.support import document, objection\n"
        "from specloom.documents.validating.validate import validate\n"
        "text = 'components: {schemas: {A: {type: 1, enum: 2, required: 3, not: 4, items: 5, '\\\n"
        "    'properties: {a: 1, b: 2, c: {type: x}}}}, foo: 1, bar: 2}'\n"
        "print(objection(lambda: validate(document(text))))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
    assert outputs.pop().count(b"invalid-openapi") > 8


def test_the_validator_is_imported_when_it_is_needed() -> None:
    program = (
        "import sys; import specloom.documents.validating.validate\n"
        "assert not {'jsonschema', 'openapi_spec_validator', 'referencing'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_all_errors_of_all_kinds_are_reported_together() -> None:
    text = (
        f"paths: {{/a: {{get: {{{OK}, operationId: x}}, put: {{{OK}, operationId: x, foo: 1}}}}}}"
    )
    assert codes(lambda: validate(document(text))) == ["invalid-openapi", "duplicate-operation-id"]
