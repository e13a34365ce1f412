"""Test the upgrade from Swagger 2.0 to OpenAPI 3.0: the same meaning in the newer version."""

from __future__ import annotations

import copy

import pytest
from specloom.documents.document import Document, Json
from specloom.documents.reading.yaml_text import parse_yaml
from specloom.documents.upgrading.swagger_2_0 import upgrade_2_0
from specloom.documents.upgrading.upgrade import upgrade
from specloom.documents.validating.validate import validate

from tests.documents.support import document

OLD = "swagger: '2.0'\ninfo: {title: Pets, version: '1'}\n"


def upgraded(text: str) -> Document:
    """Return a document in OpenAPI 3.0, and check that it is valid after all upgrades."""
    old = document(text if "paths:" in text else text + "\npaths: {}", head=OLD)
    before = copy.deepcopy(old.root)
    after = upgrade_2_0(old)
    validate(upgrade(old))
    assert old.root == before
    return after


def value(text: str) -> Json:
    return parse_yaml(text, "expected")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("host: a.b\nbasePath: /v1\nschemes: [http, https]", "[{url: 'https://a.b/v1'}, {url: 'http://a.b/v1'}]"),
        ("host: a.b", "[{url: 'https://a.b'}]"),
        ("host: 'http://a.b:8080/'\nbasePath: v1/", "[{url: 'https://a.b:8080/v1'}]"),
        ("basePath: /v1", "[{url: /v1}]"),
        ("basePath: /", "null"),
        ("host: a.b\nschemes: [wss]", "[{url: 'wss://a.b'}]"),
        ("x-ms-parameterized-host: {hostTemplate: '{a}.b', parameters: [{name: a, in: path, type: string, required: true}]}", "[{url: 'https://{a}.b', variables: {a: {default: ''}}}]"),
    ],
)  # fmt: skip
def test_servers(before: str, after: str) -> None:
    assert upgraded(before).root.get("servers") == value(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{type: basic}", "{type: http, scheme: basic}"),
        ("{type: apiKey, in: query, name: k}", "{type: apiKey, in: query, name: k}"),
        ("{type: oauth2, flow: implicit, authorizationUrl: 'https://a', scopes: {r: x}}", "{type: oauth2, flows: {implicit: {authorizationUrl: 'https://a', scopes: {r: x}}}}"),
        ("{type: oauth2, flow: accessCode, authorizationUrl: 'https://a', tokenUrl: 'https://t', scopes: {}}", "{type: oauth2, flows: {authorizationCode: {authorizationUrl: 'https://a', tokenUrl: 'https://t', scopes: {}}}}"),
        ("{type: oauth2, flow: application, tokenUrl: 'https://t', scopes: {}, x-a: 1}", "{type: oauth2, x-a: 1, flows: {clientCredentials: {tokenUrl: 'https://t', scopes: {}}}}"),
        ("{type: oauth2, flow: password, tokenUrl: 'https://t', scopes: {}}", "{type: oauth2, flows: {password: {tokenUrl: 'https://t', scopes: {}}}}"),
    ],
)  # fmt: skip
def test_security(before: str, after: str) -> None:
    found = upgraded(f"securityDefinitions: {{a: {before}}}").root_node()
    assert found["components"]["securitySchemes"]["a"].value == value(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{name: a, in: query, type: integer, maximum: 5, x-example: 3}", "{name: a, in: query, example: 3, schema: {type: integer, maximum: 5}}"),
        ("{name: a, in: query, type: array, items: {type: string}}", "{name: a, in: query, explode: false, schema: {type: array, items: {type: string}}}"),
        ("{name: a, in: query, type: array, items: {type: string}, collectionFormat: multi}", "{name: a, in: query, explode: true, schema: {type: array, items: {type: string}}}"),
        ("{name: a, in: query, type: array, items: {type: string}, collectionFormat: ssv}", "{name: a, in: query, style: spaceDelimited, explode: false, schema: {type: array, items: {type: string}}}"),
        ("{name: a, in: query, type: array, items: {type: string}, collectionFormat: pipes}", "{name: a, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}"),
        ("{name: a, in: query, type: array, items: {type: string}, collectionFormat: tsv}", "{name: a, in: query, x-specloom-style: tabDelimited, explode: false, schema: {type: array, items: {type: string}}}"),
        ("{name: a, in: header, type: array, items: {type: string}, collectionFormat: csv}", "{name: a, in: header, schema: {type: array, items: {type: string}}}"),
        ("{name: a, in: query, type: string, allowEmptyValue: true, x-nullable: true}", "{name: a, in: query, allowEmptyValue: true, schema: {type: string, nullable: true}}"),
    ],
)  # fmt: skip
def test_parameters(before: str, after: str) -> None:
    found = upgraded(
        f"paths: {{/a: {{get: {{parameters: [{before}], responses: {{200: {{description: ok}}}}}}}}}}"
    )
    assert found.root_node()["paths"]["/a"]["get"]["parameters"].value == [value(after)]


BODIES = """
consumes: [application/json]
parameters:
  body: {name: b, in: body, required: true, description: d, schema: {$ref: '#/definitions/A'}}
  id: {name: id, in: path, required: true, type: string}
  note: {name: note, in: formData, type: string}
definitions: {A: {type: object, properties: {a: {type: string}}}}
"""


@pytest.mark.parametrize(
    ("parameters", "after"),
    [
        ("[{$ref: '#/parameters/body'}]", "{description: d, required: true, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}"),
        ("[{$ref: '#/parameters/note'}]", "{required: false, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {note: {type: string}}}}}}"),
        ("[{name: f, in: formData, type: file, required: true, description: d}]", "{required: true, content: {multipart/form-data: {schema: {type: object, properties: {f: {type: string, format: binary, description: d}}, required: [f]}}}}"),
        ("[{name: f, in: formData, type: array, items: {type: string}, collectionFormat: multi}]", "{required: false, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {f: {type: array, items: {type: string}}}}, encoding: {f: {style: form, explode: true}}}}}"),
        ("[{name: f, in: formData, type: array, items: {type: string}, collectionFormat: pipes}]", "{required: false, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {f: {type: array, items: {type: string}}}}, encoding: {f: {style: pipeDelimited, explode: false}}}}}"),
        ("[{$ref: '#/parameters/id'}]", "null"),
    ],
)  # fmt: skip
def test_bodies(parameters: str, after: str) -> None:
    text = BODIES + (
        f"paths: {{'/a/{{id}}': {{parameters: [{{$ref: '#/parameters/id'}}], "
        f"post: {{parameters: {parameters}, responses: {{200: {{description: ok}}}}}}}}}}"
    )
    operation = upgraded(text).root_node()["paths"]["/a/{id}"]["post"]
    assert operation.mapping().get("requestBody") == value(after)


@pytest.mark.parametrize(
    ("produces", "response", "after"),
    [
        ("", "{description: ok}", "{description: ok}"),
        ("", "{description: ok, schema: {type: string}}", "{description: ok, content: {application/json: {schema: {type: string}}}}"),
        ("produces: [a/b, c/d], ", "{description: ok, schema: {type: string}}", "{description: ok, content: {a/b: {schema: {type: string}}, c/d: {schema: {type: string}}}}"),
        ("produces: [a/b], ", "{description: ok, schema: {type: string}, examples: {a/b: x}}", "{description: ok, content: {a/b: {schema: {type: string}, example: x}}}"),
        ("produces: [application/json], ", "{description: ok, schema: {type: file}}", "{description: ok, content: {'*/*': {schema: {type: string, format: binary}}}}"),
        ("produces: [image/png, application/json], ", "{description: ok, schema: {type: file}}", "{description: ok, content: {image/png: {schema: {type: string, format: binary}}}}"),
        ("", "{description: ok, headers: {X: {type: integer, description: d}}}", "{description: ok, headers: {X: {description: d, schema: {type: integer}}}}"),
        ("", "{$ref: '#/responses/R'}", "{$ref: '#/components/responses/R'}"),
        ("produces: [a/b], ", "{$ref: '#/responses/R'}", "{description: r, content: {a/b: {schema: {type: string}}}}"),
    ],
)  # fmt: skip
def test_responses(produces: str, response: str, after: str) -> None:
    text = (
        "responses: {R: {description: r, schema: {type: string}}}\n"
        f"paths: {{/a: {{get: {{{produces}responses: {{'200': {response}}}}}}}}}"
    )
    found = upgraded(text).root_node()["paths"]["/a"]["get"]["responses"]["200"].value
    assert found == value(after)


def test_one_inline_schema_of_several_media_types_stands_once() -> None:
    text = """paths: {/a: {get: {produces: [a/b, c/d], responses: {200: {description: ok, schema: {type: object, properties: {a: {type: string}}}}}}}}"""  # fmt: skip
    content = upgraded(text).root_node()["paths"]["/a"]["get"]["responses"]["200"]["content"]
    assert content["c/d"]["schema"].follow() == content["a/b"]["schema"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{type: string, x-nullable: true}", "{type: string, nullable: true}"),
        ("{$ref: '#/definitions/B', x-nullable: true}", "{nullable: true, allOf: [{$ref: '#/components/schemas/B'}]}"),
        ("{type: object, discriminator: kind, required: [kind], properties: {kind: {type: string}}}", "{type: object, discriminator: {propertyName: kind}, required: [kind], properties: {kind: {type: string}}}"),
        ("{type: object, properties: {b: {$ref: '#/definitions/B'}}}", "{type: object, properties: {b: {$ref: '#/components/schemas/B'}}}"),
        ("{type: object, properties: {discriminator: {type: string}}}", "{type: object, properties: {discriminator: {type: string}}}"),
    ],
)  # fmt: skip
def test_schemas(before: str, after: str) -> None:
    found = upgraded(f"definitions: {{A: {before}, B: {{type: string}}}}").root_node()
    assert found["components"]["schemas"]["A"].value == value(after)


def test_values_of_discriminators_are_mapped() -> None:
    found = upgraded("""definitions:
      A: {type: object, discriminator: kind, required: [kind], properties: {kind: {type: string}}}
      B: {allOf: [{$ref: '#/definitions/A'}], x-ms-discriminator-value: '#b'}""")
    discriminator = found.root_node()["components"]["schemas"]["A"]["discriminator"]
    assert discriminator["mapping"].value == {"#b": "#/components/schemas/B"}


@pytest.mark.parametrize(
    ("part", "origin"),
    [
        ("components|schemas|A|properties|a", "definitions|A|properties|a"),
        ("components|parameters|q|schema|type", "parameters|q|type"),
        ("paths|/a|get|parameters|0|schema", "paths|/a|get|parameters|1"),
        ("paths|/a|get|requestBody|content|c/d|schema", "paths|/a|get|parameters|0|schema"),
        ("paths|/a|get|responses|200|content|a/b|schema", "paths|/a|get|responses|200|schema"),
        ("paths|/a|get|responses|200|description", "paths|/a|get|responses|200|description"),
        ("components|securitySchemes|k", "securityDefinitions|k"),
    ],
)
def test_what_moved_keeps_the_location_of_what_was_written(part: str, origin: str) -> None:
    after = upgraded("""
        consumes: [c/d]
        produces: [a/b]
        parameters: {q: {name: q, in: query, type: string}}
        securityDefinitions: {k: {type: basic}}
        definitions: {A: {type: object, properties: {a: {type: string}}}}
        paths:
          /a:
            get:
              parameters:
              - {name: b, in: body, schema: {type: string}}
              - {name: q, in: query, type: string}
              responses: {200: {description: ok, schema: {type: string}}}
        """)
    assert after.location(tuple(part.split("|"))).pointer == tuple(origin.split("|"))
