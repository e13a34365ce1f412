"""Test strings that a YAML document writes without quotes, and numbers that cannot be represented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from specloom.diagnostics import SpecloomError
from specloom.documents.reading.load import load_document, load_source
from specloom.documents.reading.yaml_text import parse_yaml

from tests.generate.support import specloom

WRITTEN = ["07", "08", "1.10", "1e3", "0x10", "true", "False", "2024-01-01", "-0", "+1", "1."]


def _parsed(text: str) -> Any:
    return parse_yaml(text, "a.yaml", [])


@pytest.mark.parametrize("text", WRITTEN)
@pytest.mark.parametrize("kind", ["string", "[string, 'null']", "[string]"])
def test_values_of_a_string_are_as_written(text: str, kind: str) -> None:
    found = _parsed(f"{{default: {text}, enum: [a, {text}, null], type: {kind}, const: {text}}}")
    assert (found["default"], found["enum"], found["const"]) == (text, ["a", text, None], text)


def test_values_of_other_types_are_what_they_are() -> None:
    found = _parsed(
        "{type: integer, enum: [08, 0x10], default: 08, items: {enum: [true]}, x: [1.10]}"
    )
    assert found == {
        "type": "integer", "enum": [8, 16], "default": 8, "items": {"enum": [True]}, "x": [1.1],
    }  # fmt: skip
    assert _parsed("{type: [string, integer], enum: [08]}")["enum"] == [8]


def test_strings_beside_schemas() -> None:
    found = _parsed("""
info: {title: 08, version: 1.10}
a: {operationId: 0x10, tags: [1.10, b], name: 007, in: query, required: true}
b: {required: [1.10, true], properties: {1.10: {type: string, const: 08}, true: {type: boolean}}}
c: {propertyName: 1e3, mapping: {08: "#/x", true: "#/y"}}
d: {items: {type: string, enum: [08]}}
""")
    assert found["info"] == {"title": "08", "version": "1.10"}
    a, b, c = found["a"], found["b"], found["c"]
    assert (a["operationId"], a["tags"], a["name"], a["required"]) == (
        "0x10",
        ["1.10", "b"],
        "007",
        True,
    )
    assert b["required"] == ["1.10", "true"] and list(b["properties"]) == ["1.10", "true"]
    assert b["properties"]["1.10"]["const"] == "08"
    assert c["propertyName"] == "1e3" and list(c["mapping"]) == ["08", "true"]
    assert found["d"]["items"]["enum"] == ["08"]


def test_an_array_that_two_schemas_share() -> None:
    found = _parsed("a: {type: string, enum: &e [08, 1]}\nb: {type: integer, enum: *e}")
    assert (found["a"]["enum"], found["b"]["enum"]) == (["08", "1"], [8, 1])


HUGE = [
    "0x" + "f" * 5000,
    "0o" + "7" * 6000,
    "9" * 5000,
    "-" + "9" * 5000,
    "1e999",
    ".inf",
    "-.INF",
    ".nan",
]


@pytest.mark.parametrize("number", HUGE, ids=[each[:5] for each in HUGE])
@pytest.mark.parametrize("key", ["default", "minimum", "enum"])
def test_numbers_that_nothing_can_hold_are_located(number: str, key: str, tmp_path: Path) -> None:
    value = f"[{number}]" if key == "enum" else number
    file = tmp_path / "a.yaml"
    file.write_text(
        "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\n"
        f"components: {{schemas: {{A: {{type: object, properties: {{b: {{type: integer, {key}: {value}}}}}}}}}}}\n"
    )
    with pytest.raises(SpecloomError) as caught:
        load_source(file, "a.yaml")
    location = caught.value.diagnostics[0].location
    assert location is not None and location.line == 4
    assert caught.value.diagnostics[0].code == "invalid-number"
    document = load_document(file, "a.yaml")
    assert [each.code for each in document.findings] == ["invalid-number"]
    run = specloom("generate", file, "--package", "shop", "--output", tmp_path / "out")
    assert run.exit_code == 0 and "a.yaml:4:" in run.errors and "internal-error" not in run.errors


def test_long_integers_in_json_are_located(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    for number in ("9" * 5000, "-" + "9" * 5000):
        file.write_text(f'{{"openapi": "3.1.0", "paths": {{}},\n "x-a": {number}}}')
        run = specloom("generate", file, "--package", "shop", "--output", tmp_path / "out")
        assert run.exit_code == 1 and "a.json:2:" in run.errors and "invalid-number" in run.errors


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ('"paths": {}, "$ref": "other.yaml"', "unreadable-reference"),
        ('"paths": {}, "$ref": "#/nothing"', "dangling-reference"),
        ('"paths": {}, "$ref": "#"', "dangling-reference"),
        ('"paths": {"$ref": "other.yaml"}', "unreadable-reference"),
        ('"paths": {}, "components": {"$ref": "other.yaml"}', "unreadable-reference"),
        ('"paths": {}, "components": {"schemas": {"$ref": "other.yaml"}}', "unreadable-reference"),
        ('"paths": {}, "components": []', "wrong-shape"),
        ('"paths": []', "wrong-shape"),
        ('"paths": {}, "info": {"$ref": "other.yaml"}', "missing"),
    ],
)
def test_references_where_none_belongs(members: str, code: str, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    info = "" if '"info"' in members else '"info": {"title": "t", "version": "1"}, '
    file.write_text(f'{{"openapi": "3.1.0", {info}{members}}}')
    run = specloom("generate", file, "--package", "shop", "--output", tmp_path / "out")
    assert run.exit_code in (0, 1) and "internal-error" not in run.errors
    assert "a.json:1:" in run.errors and code in run.errors
