"""Test repairs: documents that are invalid but understandable, each with a warning."""

from __future__ import annotations

import pytest
from specloom.diagnostics import Severity
from specloom.documents.document import Document, Json
from specloom.documents.prepare import prepare
from specloom.documents.reading.yaml_text import parse_yaml
from specloom.documents.validating.validate import validate

from tests.documents.support import document

OK = "responses: {'200': {description: ok}}"


def repaired(text: str, head: str | None = None) -> tuple[Document, list[str]]:
    """Return a repaired document, which is valid, and the codes of its repairs."""
    found = prepare(document(text, head=head) if head is not None else document(text))
    assert all(each.location is not None for each in found.findings)
    assert all(each.severity is Severity.WARNING for each in found.findings)
    return found, list(dict.fromkeys(each.code for each in found.findings))


def value(text: str) -> Json:
    return parse_yaml(text, "expected")


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("{type: any}", "{}", "unknown-type"),
        ("{type: String}", "{type: string}", "unknown-type"),
        ("{type: int}", "{type: integer}", "unknown-type"),
        ("{type: date}", "{type: string, format: date}", "unknown-type"),
        ("{type: Other}", "{$ref: '#/components/schemas/Other'}", "unknown-type"),
        ("{type: [string, nul]}", "{}", "unknown-type"),
        ("{type: null}", "{}", "unknown-type"),
        ("{type: string, nullable: true}", "{type: [string, 'null']}", "nullable"),
        ("{$ref: '#/components/schemas/Other', nullable: true}", "{anyOf: [{$ref: '#/components/schemas/Other'}, {type: 'null'}]}", "nullable"),
        ("{type: object, properties: {a: {type: string, required: true}, b: {type: string, required: false}}}", "{type: object, properties: {a: {type: string}, b: {type: string}}, required: [a]}", "required-on-property"),
        ("{type: integer, enum: ['1', '2']}", "{type: integer, enum: [1, 2]}", "enum-of-other-type"),
        ("{type: string, enum: x}", "{type: string, enum: [x]}", "wrong-shape"),
        ("{type: string, enum: []}", "{type: string}", "wrong-shape"),
        ("{type: number, minimum: '1'}", "{type: number, minimum: 1}", "wrong-type"),
        ("{type: number, minimum: 1, exclusiveMinimum: true}", "{type: number, exclusiveMinimum: 1}", "flag-of-older-dialect"),
        ("{type: string, minLength: '2', maxLength: x}", "{type: string, minLength: 2}", "wrong-type"),
        ("{type: string, deprecated: 'true', description: 5, title: [a, b]}", '{type: string, deprecated: true, description: "5", title: "a\\nb"}', "wrong-type"),
        ("{type: string, description: null}", "{type: string}", "wrong-type"),
        ("{type: object, required: name}", "{type: object, required: [name]}", "wrong-type"),
        ("{type: object, properties: null}", "{type: object}", "null-value"),
        ("{type: object, properties: {a: null, b: string, c: 5}}", "{type: object, properties: {a: {}, b: {type: string}}}", "null-value"),
        ("{type: array, items: null}", "{type: array, items: {}}", "null-value"),
        ("{type: array, items: [{type: string}]}", "{type: array, prefixItems: [{type: string}]}", "tuple-items"),
        ("{allOf: {type: string}}", "{allOf: [{type: string}]}", "wrong-shape"),
        ("{oneOf: []}", "{}", "wrong-shape"),
        ("{allOf: [5, {type: string}]}", "{allOf: [{}, {type: string}]}", "wrong-shape"),
        ("{type: object, additionalProperties: 'false'}", "{type: object, additionalProperties: false}", "wrong-type"),
        ("{type: object, discriminator: a}", "{type: object, discriminator: {propertyName: a}}", "discriminator-string"),
        ("{type: object, discriminator: {}}", "{type: object}", "wrong-shape"),
        ("{$ref: 5, type: string}", "{type: string}", "wrong-type"),
        ("{$ref: '#/components/schemas/Othe'}", "{}", "dangling-reference"),
        ("{$ref: '#/components/headers/H'}", "{}", "mismatched-reference"),
        ("{$ref: '#/components/schemas/A'}", "{}", "circular-reference"),
        ("{allOf: [{type: object}, {$ref: '#/components/schemas/A'}]}", "{allOf: [{type: object}, {}]}", "circular-reference"),
    ],
)  # fmt: skip
def test_schemas(before: str, after: str, code: str) -> None:
    text = f"components: {{schemas: {{A: {before}, Other: {{type: string}}}}, headers: {{H: {{schema: {{}}}}}}}}"
    found, codes = repaired(text)
    assert found.root_node()["components"]["schemas"]["A"].value == value(after)
    assert codes[0] == code
    validate(found)


def test_a_schema_beside_its_reference_is_both() -> None:
    text = "components: {{schemas: {{A: {}, Other: {{type: object}}}}}}"
    found, codes = repaired(
        text.format("{$ref: '#/components/schemas/Other', required: [a], description: d}")
    )
    assert codes == []
    assert found.root_node()["components"]["schemas"]["A"].value == value(
        "{description: d, allOf: [{$ref: '#/components/schemas/Other'}, {required: [a]}]}"
    )
    plain = "{$ref: '#/components/schemas/Other', description: d, type: object}"
    found, codes = repaired(text.format(plain))
    assert found.root_node()["components"]["schemas"]["A"].value == value(plain)


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("{name: a, in: query}", "{name: a, in: query, schema: {}}", "parameter-without-schema"),
        ("{name: a, in: query, type: integer, maximum: 5}", "{name: a, in: query, schema: {type: integer, maximum: 5}}", "parameter-without-schema"),
        ("{name: a, in: query, schema: null}", "{name: a, in: query, schema: {}}", "null-value"),
        ("{name: a, in: Header, schema: {}}", "{name: a, in: header, schema: {}}", "parameter-location"),
        ("{name: a, schema: {}}", "{name: a, in: query, schema: {}}", "parameter-location"),
        ("{name: a, in: query, required: 'true', schema: {}}", "{name: a, in: query, required: true, schema: {}}", "wrong-type"),
        ("{name: a, in: query, style: csv, schema: {}}", "{name: a, in: query, schema: {}}", "unknown-style"),
        ("{name: a, in: query, schema: {}, content: {a/b: {}}}", "{name: a, in: query, schema: {}}", "schema-and-content"),
    ],
)  # fmt: skip
def test_parameters(before: str, after: str, code: str) -> None:
    found, codes = repaired(f"paths: {{/a: {{get: {{parameters: [{before}], {OK}}}}}}}")
    assert found.root_node()["paths"]["/a"]["get"]["parameters"].value == [value(after)]
    assert codes == [code]
    validate(found)


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("{'200': {}}", "{'200': {description: ''}}", "response-without-description"),
        ("{200: {description: ok}}", "{'200': {description: ok}}", None),
        ("{'200': ok}", "{'200': {description: ok}}", "wrong-shape"),
        ("{'200': null, default: {description: x}}", "{'200': {description: ''}, default: {description: x}}", "null-value"),
        ("{2xx: {description: ok}}", "{2xx: {description: ok}}", "invalid-openapi"),
        ("{'20x': {description: ok}}", "{2XX: {description: ok}}", "response-key"),
        ("{'200 OK': {description: ok}}", "{'200': {description: ok}}", "response-key"),
        ("{ok: {description: ok}}", "{default: {description: ok}}", "response-key"),
        ("{'200': {description: ok, schema: {type: string}}}", "{'200': {description: ok, content: {application/json: {schema: {type: string}}}}}", "response-schema"),
        ("{'200': {description: ok, headers: {X: {type: integer}}}}", "{'200': {description: ok, headers: {X: {schema: {type: integer}}}}}", "parameter-without-schema"),
        ("{'200': {$ref: '#/no'}}", "{'200': {description: ''}}", "dangling-reference"),
    ],
)  # fmt: skip
def test_responses(before: str, after: str, code: str | None) -> None:
    found, codes = repaired(f"paths: {{/a: {{get: {{responses: {before}}}}}}}")
    assert found.root_node()["paths"]["/a"]["get"]["responses"].value == value(after)
    assert codes[:1] == ([code] if code else [])


@pytest.mark.parametrize(
    ("paths", "parameters", "codes"),
    [
        (f"/a/{{id}}: {{get: {{{OK}}}}}", "[{name: id, in: path, required: true, schema: {type: string}}]", ["undeclared-path-parameter"]),
        (f"/a/{{id}}: {{get: {{parameters: [{{name: id, in: path, schema: {{}}}}], {OK}}}}}", "[{name: id, in: path, schema: {}, required: true}]", ["optional-path-parameter"]),
        (f"/a/{{userId}}: {{get: {{parameters: [{{name: user_id, in: path, required: true, schema: {{}}}}], {OK}}}}}", "[{name: userId, in: path, required: true, schema: {}}]", ["unknown-path-parameter"]),
        (f"/a: {{get: {{parameters: [{{name: id, in: path, required: true, schema: {{}}}}], {OK}}}}}", "[]", ["unknown-path-parameter"]),
        (f"a: {{GET: {{parameters: [], {OK}}}}}", "[]", ["path-without-slash", "method-in-capitals"]),
        (f"/a: {{get: {{parameters: {{q: {{in: query, schema: {{}}}}}}, {OK}}}}}", "[{name: q, in: query, schema: {}}]", ["wrong-shape"]),
        (f"/a: {{get: {{parameters: [null, {{}}], {OK}}}}}", "[]", ["empty-parameter"]),
    ],
)  # fmt: skip
def test_paths(paths: str, parameters: str, codes: list[str]) -> None:
    text = "paths:\n  " + (paths if paths[0] != "/" or "{" not in paths.split(":")[0] else f"'{paths.split(':')[0]}':{paths.split(':', 1)[1]}")  # fmt: skip
    found, said = repaired(text)
    (item,) = (item for _, item in found.root_node()["paths"].items())
    assert item["get"]["parameters"].value == value(parameters)
    assert said == codes
    validate(found)


def test_bodies_among_the_parameters() -> None:
    found, codes = repaired(
        f"paths: {{/a: {{post: {{parameters: [{{name: b, in: body, schema: {{type: string}}}}], {OK}}}}}}}"
    )
    operation = found.root_node()["paths"]["/a"]["post"]
    assert operation["parameters"].value == []
    assert operation["requestBody"]["content"]["application/json"]["schema"].value == {
        "type": "string"
    }
    assert codes == ["body-parameter"]
    validate(found)


def test_operation_ids_that_are_equal_become_different() -> None:
    found, codes = repaired(
        f"paths: {{/a: {{get: {{operationId: x, {OK}}}, put: {{operationId: x, {OK}}}}}}}"
    )
    item = found.root_node()["paths"]["/a"]
    assert [item[key].text("operationId") for key in ("get", "put")] == ["x", "x_2"]
    assert codes == ["duplicate-operation-id"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("paths: {}", ["missing-info"]),
        ("info: null\npaths: null", ["null-value", "no-paths", "missing-info"]),
        ("info: {title: a}\npaths: {}", ["missing-info"]),
        ("info: {title: a, version: 1.0}\npaths: {}", []),  # 1.0 in YAML is the string as written
        ("info: {title: a, version: '1'}\npaths: {}\nservers: [{url: 5}]", ["server-without-url"]),
        ("info: {title: a, version: '1'}\npaths: {}\nservers: {url: /a}", ["wrong-shape"]),
        ("info: {title: a, version: '1'}\npaths: {}\nservers: [{}, {url: /a}]", ["server-without-url"]),
        ("info: {title: a, version: '1'}\npaths: {}\nservers: [{url: '/{a}', variables: {a: {enum: [x]}}}]", ["variable-without-default"]),
        ("info: {title: a, version: '1'}\npaths: {}\nsecurity: [{no: []}]", ["unknown-security-scheme"]),
        ("info: {title: a, version: '1'}\npaths: {}\nsecurity: {k: []}\ncomponents: {securitySchemes: {k: {type: basic}}}", ["security-scheme", "wrong-shape"]),
        ("info: {title: a, version: '1'}\ncomponents: {securitySchemes: {k: {in: header, name: X}}}", ["security-scheme"]),
        ("info: {title: a, version: '1'}\ncomponents: {securitySchemes: {k: {type: secret}}}\nsecurity: [{k: []}]", ["unsupported-security-scheme", "unknown-security-scheme"]),
        ("info: {title: a, version: '1'}\ncomponents: {securitySchemes: {k: {type: oauth2, flow: implicit, authorizationUrl: 'https://a', scopes: {}}}}", ["security-scheme"]),
        ("info: {title: a, version: '1'}\npaths: {}\nx-a: null\nx-b: [1]", []),
    ],
)  # fmt: skip
def test_the_top_of_a_document(text: str, codes: list[str]) -> None:
    found, said = repaired(text, head="openapi: 3.1.0\n")
    assert said == codes
    validate(found)


def test_what_is_unknown_is_a_warning_and_stays() -> None:
    found, codes = repaired(f"foo: 1\npaths: {{/a: {{get: {{bar: 2, {OK}}}}}}}")
    assert codes == ["invalid-openapi"]
    assert found.root["foo"] == 1


def test_a_document_with_nothing_to_repair_is_returned_as_it_is() -> None:
    fine = document(f"paths: {{/a: {{get: {{{OK}}}}}}}")
    assert prepare(fine) is fine
