"""Test the upgrade from OpenAPI 3.0 to 3.1: the same meaning in the newer version."""

from __future__ import annotations

import copy
import textwrap

import pytest
from specloom.diagnostics import format_pointer
from specloom.documents.document import Document
from specloom.documents.reading.yaml_text import parse_yaml
from specloom.documents.upgrading.upgrade import upgrade
from specloom.documents.validating.validate import validate

from tests.documents.support import document

OLD = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\n"


def upgraded(schema: str) -> tuple[object, Document]:
    """Return the upgraded schema, and its document, which is valid."""
    text = "components:\n  schemas:\n    Other: {type: string}\n    A:\n" + textwrap.indent(
        textwrap.dedent(schema), " " * 6
    )
    after = upgrade(document(text, head=OLD))
    validate(after)
    return after.root_node()["components"]["schemas"]["A"].value, after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{type: string, nullable: true}", "{type: [string, 'null']}"),
        ("{type: string, nullable: false}", "{type: string}"),
        ("{nullable: true}", "{}"),
        ("{type: string, enum: [a], nullable: true}", "{type: [string, 'null'], enum: [a, null]}"),
        ("{type: string, enum: [a, null], nullable: true}", "{type: [string, 'null'], enum: [a, null]}"),
        ("{$ref: '#/components/schemas/Other', nullable: true, title: T}", "{anyOf: [{$ref: '#/components/schemas/Other'}, {type: 'null'}]}"),
        ("{$ref: '#/components/schemas/Other', description: d, type: object}", "{$ref: '#/components/schemas/Other'}"),
        ("{description: d, allOf: [{$ref: '#/components/schemas/Other'}], nullable: true, x-a: 1}", "{description: d, x-a: 1, anyOf: [{allOf: [{$ref: '#/components/schemas/Other'}]}, {type: 'null'}]}"),
        ("{oneOf: [{type: string}], nullable: true}", "{oneOf: [{type: string}, {type: 'null'}]}"),
        ("{anyOf: [{type: string}], type: string, nullable: true}", "{anyOf: [{type: string}, {type: 'null'}], type: [string, 'null']}"),
        ("{type: number, minimum: 1, exclusiveMinimum: true}", "{type: number, exclusiveMinimum: 1}"),
        ("{type: number, maximum: 1, exclusiveMaximum: false}", "{type: number, maximum: 1}"),
        ("{type: number, exclusiveMaximum: true}", "{type: number}"),
        ("{type: string, example: x, title: T}", "{type: string, examples: [x], title: T}"),
        ("{type: string, format: byte}", "{type: string, format: byte}"),
        ("{type: object, properties: {nullable: {type: boolean}, example: {type: string, example: {nullable: true}}}}", "{type: object, properties: {nullable: {type: boolean}, example: {type: string, examples: [{nullable: true}]}}}"),
        ("{type: array, items: {type: string, nullable: true}}", "{type: array, items: {type: [string, 'null']}}"),
        ("{type: object, additionalProperties: {type: integer, nullable: true}, default: {nullable: true}}", "{type: object, additionalProperties: {type: [integer, 'null']}, default: {nullable: true}}"),
    ],
)  # fmt: skip
def test_schemas(before: str, after: str) -> None:
    found, _ = upgraded(before)
    assert found == parse_yaml(after, "expected")


def test_references_lose_what_3_0_ignores_and_media_types_keep_their_example() -> None:
    after = upgrade(document("""
        paths:
          /a:
            get:
              parameters:
              - {$ref: '#/components/parameters/P', description: ignored}
              responses:
                "200":
                  description: ok
                  content: {application/json: {schema: {type: string}, example: x}}
        components:
          parameters:
            P: {name: p, in: query, schema: {type: string, nullable: true}, example: x}
        """, head=OLD))  # fmt: skip
    validate(after)
    operation = after.root_node()["paths"]["/a"]["get"]
    assert operation["parameters"].value == [{"$ref": "#/components/parameters/P"}]
    media_type = operation["responses"]["200"]["content"]["application/json"]
    assert media_type.value == {"schema": {"type": "string"}, "example": "x"}
    assert after.root["openapi"] == "3.1.0"


def test_a_document_in_3_1_is_returned_as_it_is() -> None:
    newest = document("components: {schemas: {A: {nullable: true, example: 1}}}")
    assert upgrade(newest) is newest


def test_the_document_given_stays_as_it_was() -> None:
    old = document(
        "components: {schemas: {A: {nullable: true, type: string, enum: [a], example: x}}}",
        head=OLD,
    )
    before = copy.deepcopy(old.root)
    upgrade(old)
    assert old.root == before


@pytest.mark.parametrize(
    ("schema", "part", "origin"),
    [
        ("{nullable: true, allOf: [{type: string, example: x}]}", ("anyOf", "0", "allOf", "0", "examples", "0"), "/allOf/0/example"),
        ("{nullable: true, $ref: '#/components/schemas/Other'}", ("anyOf", "0", "$ref"), "/$ref"),
        ("{nullable: true, $ref: '#/components/schemas/Other'}", ("anyOf", "1"), "/nullable"),
        ("{nullable: true, type: string, enum: [a]}", ("enum", "1"), "/nullable"),
        ("{nullable: true, oneOf: [{type: string}]}", ("oneOf", "1", "type"), "/nullable/type"),
    ],
)  # fmt: skip
def test_rewritten_parts_keep_the_location_of_what_was_written(
    schema: str, part: tuple[str, ...], origin: str
) -> None:
    _, after = upgraded(schema)
    place = after.location(("components", "schemas", "A", *part))
    assert format_pointer(place.pointer) == f"#/components/schemas/A{origin}"
