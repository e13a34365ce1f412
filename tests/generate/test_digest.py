"""Test the digest of all operations that a package may contain for use at run time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from specloom.diagnostics import SpecloomError
from specloom.pipeline import generate
from specloom.project.file import load_project

DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /orders/{id}:
    parameters: [{name: id, in: path, required: true, description: Which., schema: {type: string}}]
    get:
      parameters: [{$ref: "#/components/parameters/deep"}]
      responses:
        "200":
          description: Here.
          content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}
        "204": {description: Nothing.}
  /orders:
    post:
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}
      responses: {"201": {description: Made.}}
components:
  parameters:
    deep: {name: deep, in: query, schema: {type: boolean, default: false}}
  schemas:
    Order:
      type: object
      description: NAME
      required: [description]
      properties:
        description: {type: string, description: A property of this name., maxLength: 5}
        parts: {type: array, items: {$ref: "#/components/schemas/Order"}}
"""


def _digest(folder: Path, *documents: str, path: str = "data/operations.json") -> Any:
    for number, text in enumerate(documents):
        (folder / f"shop{number}.yaml").write_text(text, "utf-8")
    file = folder / "shop.toml"
    file.write_text(
        f'[package]\nname = "shop"\noperations = "{path}"\n[documents]\nfiles = "shop0.yaml"\n',
        "utf-8",
    )
    files = {each.path: each.text for each in generate(load_project(file)).files}
    return json.loads(files[f"shop/{path}"])


def test_what_an_operation_takes_and_gives(tmp_path: Path) -> None:
    found = _digest(tmp_path, DOCUMENT)
    [get] = found["paths"]["orders"]["{}"]["/get"]
    operation = found["operations"][get]
    schema = {"type": "boolean", "default": False}
    assert operation["query"] == {"optional": {"deep": schema}}
    assert operation["responses"] == {"200": 0, "204": None}
    [post] = found["paths"]["orders"]["/post"]
    assert found["operations"][post]["requestBody"] == {
        "required": True,
        "content": {"application/json": 0},
    }


def test_names_in_paths_do_not_matter(tmp_path: Path) -> None:
    post = DOCUMENT[DOCUMENT.index("    post:") : DOCUMENT.index("components:")]
    other = "/orders/{order}:\n    parameters: [{name: order, in: path, required: true, schema: {type: integer}}]\n"
    found = _digest(tmp_path, DOCUMENT.replace("components:", f"  {other}{post}components:", 1))
    assert list(found["paths"]["orders"]) == ["/post", "{}"]
    assert sorted(found["paths"]["orders"]["{}"]) == ["/get", "/post"]


def test_parameters_are_grouped_by_location(tmp_path: Path) -> None:
    own = """[{name: id, in: query, schema: {type: string}}, {name: trace, in: header, required: true, schema: {type: string}},
        {name: deep, in: query, required: true, schema: {type: integer}}]"""
    text = DOCUMENT.replace('[{$ref: "#/components/parameters/deep"}]', own)
    # Those of the path apply to all its operations, which may replace them.
    text = text.replace(
        "    parameters: [", '    parameters: [{$ref: "#/components/parameters/deep"}, '
    )
    found = _digest(tmp_path, text)
    [get] = found["paths"]["orders"]["{}"]["/get"]
    operation = found["operations"][get]
    assert operation["query"] == {"required": {"deep": "integer"}, "optional": {"id": "string"}}
    assert operation["header"] == {"required": {"trace": "string"}}
    assert "path" not in operation


def test_texts_are_left_out_and_properties_of_their_names_are_not(tmp_path: Path) -> None:
    [order] = _digest(tmp_path, DOCUMENT)["schemas"]
    assert order == {
        "required": {"description": {"type": "string", "maxLength": 5}},
        "optional": {"parts": {"type": "array", "items": 0}},
    }


def test_schemas_are_short(tmp_path: Path) -> None:
    pairs = {
        "{type: integer}": "integer",
        "{type: [string, 'null'], description: Or nothing.}": ["string", "null"],
        "{type: object}": "object",
        "{type: object, properties: {}}": {"optional": {}},
        "{type: object, required: [a]}": {"required": {"a": {}}},
        "{type: [object, 'null'], properties: {a: {type: string}}}": {
            "type": ["object", "null"],
            "optional": {"a": "string"},
        },
        # Names of keywords may be names of properties, and values that look like schemas are values.
        "{type: object, required: [type], properties: {type: {type: string}, required: {type: array}}}": {
            "required": {"type": "string"},
            "optional": {"required": "array"},
        },
        "{type: object, default: {type: string}}": {
            "type": "object",
            "default": {"type": "string"},
        },
        "{type: object, dependentRequired: {type: [a]}}": {
            "type": "object",
            "dependentRequired": {"type": ["a"]},
        },
    }
    lines = "".join(f"        p{n}: {schema}\n" for n, schema in enumerate(pairs))
    [order] = _digest(tmp_path, DOCUMENT.replace("        parts:", f"{lines}        parts:"))[
        "schemas"
    ]
    found = [order["optional"][f"p{n}"] for n, _ in enumerate(pairs)]
    assert found == list(pairs.values())


def test_equal_structure_is_there_once(tmp_path: Path) -> None:
    definition = DOCUMENT[DOCUMENT.index("    Order:") :]
    other = DOCUMENT.replace("#/components/schemas/Order", "#/components/schemas/Bill", 1)
    found = _digest(tmp_path, other + definition.replace("Order", "Bill"))
    assert found["schemas"] == _digest(tmp_path, DOCUMENT)["schemas"]
    different = definition.replace("Order", "Bill").replace("maxLength: 5", "maxLength: 6")
    assert len(_digest(tmp_path, other + different)["schemas"]) == 2


@pytest.mark.parametrize("path", ["../operations.json", "/operations.json", "operations.py"])
def test_it_stays_in_the_package(tmp_path: Path, path: str) -> None:
    with pytest.raises(SpecloomError, match="a path in the package"):
        _digest(tmp_path, DOCUMENT, path=path)


def test_similar_schemas_are_next_to_each_other(tmp_path: Path) -> None:
    pages = "".join(f"""\
    {kind}Page:
      type: object
      properties:
        results: {{type: array, items: {{$ref: "#/components/schemas/{kind}"}}}}
    {kind}: {{type: object, required: [{kind.lower()}], properties: {{{kind.lower()}: {{type: string}}}}}}
""" for kind in ("Bill", "Note"))
    listed = DOCUMENT.replace("#/components/schemas/Order", "#/components/schemas/BillPage", 1)
    listed = listed.replace("#/components/schemas/Order", "#/components/schemas/NotePage", 1)
    schemas = _digest(tmp_path, listed + pages)["schemas"]
    assert [list(each) for each in schemas] == [["optional"]] * 2 + [["required"]] * 2
    items = [schemas[each["optional"]["results"]["items"]] for each in schemas[:2]]
    assert items == [{"required": {"bill": "string"}}, {"required": {"note": "string"}}]


def test_only_schemas_of_requests_have_all_values_of_an_enum(tmp_path: Path) -> None:
    state = "{type: string, enum: [new, paid, sent]}"
    sent = DOCUMENT.replace("        parts:", f"        state: {state}\n        parts:")
    [order] = _digest(tmp_path, sent)["schemas"]
    assert order["optional"]["state"]["enum"] == ["new", "paid", "sent"]
    post = sent[sent.index("      requestBody:") : sent.index("      responses: {")]
    [order] = _digest(tmp_path, sent.replace(post, ""))["schemas"]
    assert order["optional"]["state"] == {"type": "string", "default": "new"}
    # A property may be named enum.
    named = sent.replace("        parts:", "        enum: {type: string}\n        parts:")
    [order] = _digest(tmp_path, named.replace(post, ""))["schemas"]
    assert order["optional"]["enum"] == "string"


def test_only_successes_are_included(tmp_path: Path) -> None:
    more = DOCUMENT.replace(
        'responses: {"201": {description: Made.}}',
        'responses: {"201": {description: Made.}, 4XX: {description: No.}, default: {description: No.}}',
    )
    found = _digest(tmp_path, more)
    [post] = found["paths"]["orders"]["/post"]
    assert found["operations"][post]["responses"] == {"201": None}


def test_one_alternative_stands_for_all(tmp_path: Path) -> None:
    kinds = "[{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Cash'}]"
    text = DOCUMENT.replace(
        "        parts:", f"        payment: {{oneOf: {kinds}}}\n        parts:"
    )
    text += """\
    Card: {type: object, properties: {card: {type: string, enum: [red, gold]}}}
    Cash: {type: object, properties: {coins: {type: integer}}}
"""
    schemas = _digest(tmp_path, text)["schemas"]
    [card] = [each for each in schemas if "card" in each.get("optional", ())]
    assert card["optional"]["card"] == {"type": "string", "default": "red"}
    [order] = [each for each in schemas if "payment" in each.get("optional", ())]
    assert order["optional"]["payment"] == {"oneOf": [schemas.index(card)]}
    assert len(schemas) == 2
