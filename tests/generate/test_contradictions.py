"""Test that a contradiction is reported only if no value satisfies both schemas, for pairs of
small schemas."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from specloom.pipeline import compile_project

from tests.generate.support import project_of

DEFINITIONS: dict[str, Any] = {
    "Word": {"type": "string"},
    "MaybeWord": {"type": ["string", "null"]},
    "Kind": {"type": "string", "enum": ["a", "b"]},
    "Number": {"type": "number"},
    "Words": {"type": "array", "items": {"$ref": "#/components/schemas/Word"}},
    "Part": {"type": "object", "properties": {"a": {"type": "string"}}},
    "Implied": {"properties": {"b": {"type": "integer"}}},
    "Wrapped": {"allOf": [{"$ref": "#/components/schemas/Kind"}], "description": "A kind."},
    "Either": {
        "oneOf": [{"$ref": "#/components/schemas/Part"}, {"$ref": "#/components/schemas/Words"}]
    },
}
SCHEMAS: list[dict[str, Any]] = [
    *({"$ref": f"#/components/schemas/{name}"} for name in DEFINITIONS),
    {},
    {"type": "string"},
    {"type": "string", "format": "date"},
    {"type": "string", "format": "uuid"},
    {"type": "integer"},
    {"type": "integer", "format": "int32"},
    {"type": "number", "format": "double"},
    {"type": "boolean"},
    {"type": "null"},
    {"type": "object"},
    {"type": "array"},
    {"type": ["string", "null"]},
    {"type": ["integer", "null"]},
    {"type": ["object", "string"]},
    {"enum": ["a", "b"]},
    {"enum": ["b", "c", None]},
    {"enum": ["c"]},
    {"enum": [1, "a"]},
    {"const": "a"},
    {"const": 1},
    {"const": None},
    {"enum": [1, 2.5]},
    {"enum": [1.0, 2]},
    {"enum": [True]},
    {"maxLength": 3},
    {"pattern": "^a"},
    {"properties": {"a": {"type": "string"}}},
    {"required": ["a"]},
    {"additionalProperties": {"type": "integer"}},
    {"type": "object", "additionalProperties": False},
    {"items": {"type": "string"}},
    {"type": "array", "items": {"type": "integer"}},
    {"prefixItems": [{"type": "string"}]},
    {"oneOf": [{"type": "string"}, {"type": "integer"}]},
    {"anyOf": [{"type": "boolean"}, {"type": "null"}]},
    {"anyOf": [{"properties": {"b": {"type": "integer"}}}, {"type": "array"}]},
    {"allOf": [{"type": ["string", "integer"]}, {"type": ["string", "boolean"]}]},
]
VALUES: list[Any] = [
    *(None, True, False, 0, 1, 2, 2.5, "a", "b", "c", "abcd", "2024-05-01", [], ["a"], [1], [[]]),
    *({}, {"a": "x"}, {"b": 1}, {"a": 1}, {"a": "x", "b": 1}),
]


def _both(first: dict[str, Any], second: dict[str, Any], form: str) -> dict[str, Any] | None:
    """Return a schema that combines both in one of the ways, or None if this way cannot."""
    if form == "allOf":
        return {"allOf": [first, second]}
    if form == "properties":  # of two parts of an object
        return None
    return {**first, **second} if not first.keys() & second.keys() else None


@pytest.mark.parametrize("form", ["allOf", "siblings", "properties"])
def test_a_contradiction_is_one(form: str, tmp_path: Path) -> None:
    properties: dict[str, Any] = {}
    pairs: dict[str, list[dict[str, Any]]] = {}
    parts: dict[str, Any] = {}
    for number, (first, second) in enumerate(product(SCHEMAS, SCHEMAS)):
        schema = _both(first, second, form)
        name = f"p{number}"
        pairs[name] = [first, second]
        if schema is not None:
            properties[name] = schema
        elif form == "properties":
            properties[name] = first
            parts[name] = second
    thing: dict[str, Any] = {"type": "object", "properties": properties}
    if parts:
        thing = {"allOf": [thing, {"type": "object", "properties": parts}]}
    schemas = {**DEFINITIONS, "Thing": thing}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Pairs", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    compiled = compile_project(project_of(json.dumps(document), tmp_path, "pairs"))
    reported: set[str] = set()
    for warning in compiled.interned.api.warnings:
        if warning.code == "untyped-all-of" and warning.location is not None:
            pointer = warning.location.pointer
            names = [each for each in pointer if each in pairs]
            assert names, f"a contradiction of no pair: {pointer}"
            reported.update(names)
    assert reported, "some pairs do contradict each other"
    wrong = {
        name: (pairs[name], value)
        for name in sorted(reported)
        for value in VALUES
        if all(_is_valid(each, value, schemas) for each in pairs[name])
    }
    assert not wrong


def _is_valid(schema: dict[str, Any], value: Any, schemas: dict[str, Any]) -> bool:
    rooted = {**schema, "components": {"schemas": schemas}}
    return bool(Draft202012Validator(rooted).is_valid(value))
