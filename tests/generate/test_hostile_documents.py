"""Test that names, keys and references that try to become code, paths, templates or log lines
remain names."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.generate.support import importable, specloom

HOSTILE = [
    "../../../tmp/evil",
    "/etc/passwd",
    "__import__('os').system('touch evil')",
    '"""; import os; os.abort() #',
    "{{ 7 * 7 }}{% raise %}",
    "a\nraise SystemExit\n",
    "\x1b[2J\u202eevil",
    "evil.py: error[forged]: x",
    "__init__",
    "__class__",
    "None",
    "\\N{BULLET}",
    "a\r\nSet-Cookie: b",
    "${jndi:ldap://x}",
    "a'; DROP TABLE x; --",
    "os:abort",
    "os:abort\nraise SystemExit",
    ".models:Model; import os; os.abort()",
]


def hostile(text: str, dialect: str) -> dict[str, Any]:
    """Return a document with a string in each location of a name."""
    schema = {"type": "object", "description": text, "properties": {text: {"enum": [text, "b"]}}}
    operation: dict[str, Any] = {
        "operationId": text,
        "tags": [text],
        "summary": text,
        "responses": {"200": {"description": text}},
    }
    info = {"title": text, "version": text, "description": text}
    path = "/" + text.strip("/").replace("{", "").replace("}", "") + "/x"
    parameter = {"name": text, "in": "query", "description": text}
    if dialect == "2.0":
        operation["parameters"] = [{**parameter, "type": "string", "default": text}]
        operation["responses"]["200"]["schema"] = {"$ref": "#/definitions/A"}
        return {
            "swagger": "2.0",
            "info": info,
            "host": text,
            "paths": {path: {"get": operation}},
            "definitions": {text: schema, "A": {"allOf": [schema]}, "B": {"$ref": text}},
            "securityDefinitions": {text: {"type": "apiKey", "in": "header", "name": text}},
        }
    operation["parameters"] = [{**parameter, "schema": {"type": "string", "default": text}}]
    return {
        "openapi": "3.1.0",
        "info": info,
        "servers": [{"url": text}],
        "tags": [{"name": text}],
        "paths": {path: {"get": operation, text: {}}},
        "components": {
            "schemas": {text: schema, "A": {"allOf": [schema]}, "B": {"$ref": text}},
            "securitySchemes": {text: {"type": "http", "scheme": "bearer"}},
        },
    }


def scalar_with(text: str) -> dict[str, Any]:
    return {
        "type": "string",
        "format": text,
        "pattern": text,
        "contentEncoding": text,
        "contentMediaType": text,
        "title": text,
        "examples": [text],
        "$comment": text,
        "externalDocs": {"url": text, "description": text},
    }


def number_with(text: str) -> dict[str, Any]:
    return {"type": "integer", "format": text, "x-enum-varnames": [text], "enum": [1]}


def object_with(text: str) -> dict[str, Any]:
    return {
        "type": "object",
        "required": [text],
        "properties": {
            "a": scalar_with(text),
            "b": number_with(text),
            "c": {"type": "number", "format": text},
        },
        "discriminator": {"propertyName": text, "mapping": {text: "#/components/schemas/Thing"}},
        "xml": {"name": text, "namespace": text, "prefix": text},
        "patternProperties": {text: scalar_with(text)},
        "dependentRequired": {text: [text]},
    }


def operation_with(text: str) -> dict[str, Any]:
    content = {
        "schema": {"$ref": "#/components/schemas/Thing"},
        "example": text,
        "encoding": {text: {"contentType": text, "style": text, "headers": {text: {}}}},
    }
    return {
        "description": text,
        "externalDocs": {"url": text},
        "parameters": [
            {
                "name": "q",
                "in": "query",
                "style": text,
                "schema": scalar_with(text),
                "example": text,
            },
            {"name": "n", "in": "header", "schema": number_with(text)},
        ],
        "requestBody": {"description": text, "content": {"application/json": content, text: {}}},
        "responses": {
            "200": {
                "description": text,
                "headers": {"X-A": {"description": text, "schema": scalar_with(text)}, text: {}},
                "content": {"application/json": content, "multipart/form-data": content, text: {}},
                "links": {text: {"operationId": text, "parameters": {text: text}}},
            },
            "default": {"$ref": text},
        },
        "callbacks": {text: {text: {"post": {"responses": {text: {"description": text}}}}}},
        "security": [{"flow": [text]}, {text: [text]}],
        "servers": [
            {"url": "https://{a}.b", "variables": {"a": {"default": text, "enum": [text]}}}
        ],
        "x-specloom-rate-limit": {"bucket": text},
    }


def everywhere(text: str) -> dict[str, Any]:
    """Return a document with a string in each property whose value is a string but not a name."""
    flow = {"tokenUrl": text, "authorizationUrl": text, "refreshUrl": text, "scopes": {text: text}}
    return {
        "openapi": "3.1.0",
        "$self": text,
        "jsonSchemaDialect": text,
        "info": {
            "title": "a",
            "version": "1",
            "summary": text,
            "termsOfService": text,
            "contact": {"name": text, "url": text, "email": text},
            "license": {"name": text, "identifier": text},
        },
        "externalDocs": {"url": text, "description": text},
        "tags": [{"name": "t", "description": text, "externalDocs": {"url": text}}],
        "servers": [{"url": "https://a.b", "description": text, "name": text}],
        "webhooks": {text: {"post": {"responses": {}}}},
        "paths": {"/a": {"summary": text, "description": text, "post": operation_with(text)}},
        "components": {
            "schemas": {
                "Thing": object_with(text),
                "Kind": {"type": "string", "enum": ["a", text]},
            },
            "securitySchemes": {
                "flow": {"type": "oauth2", "flows": {"authorizationCode": flow}},
                "key": {"type": "apiKey", "in": text, "name": text},
                "http": {"type": "http", "scheme": text, "bearerFormat": text},
                "open": {"type": "openIdConnect", "openIdConnectUrl": text},
            },
        },
    }


@pytest.mark.parametrize("dialect", ["2.0", "3.1", "everywhere"])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_text_wherever_a_name_may_stand(
    text: str, dialect: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    document = everywhere(text) if dialect == "everywhere" else hostile(text, dialect)
    (tmp_path / "api.json").write_text(json.dumps(document), "utf-8")
    run = specloom(
        "generate", "api.json", "--package", "hostile_shop", "--output", "out/deep", "--notes"
    )
    assert run.exit_code in (0, 1, 3), run.errors
    lines = [line for line in run.errors.splitlines() if not line.startswith("    hint: ")]
    for line in lines[: -1 if run.exit_code else None]:
        assert line.startswith("api.json")
    assert not any(each in run.errors for each in ("\x1b", "\u202e", "\r"))
    allowed = {"api.json", "out"}
    assert {each.name for each in tmp_path.iterdir()} <= allowed
    if run.exit_code == 1:
        assert "error[" in run.errors
        return
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["deep"]
    with importable(tmp_path / "out/deep", "hostile_shop"):
        for file in sorted((tmp_path / "out/deep/hostile_shop").rglob("*.py")):
            if "_core" not in file.parts:
                parts = file.relative_to(tmp_path / "out/deep").with_suffix("").parts
                __import__(".".join(parts).removesuffix(".__init__"))
        assert "hostile_shop.models" in sys.modules
    assert {each.name for each in tmp_path.iterdir()} <= allowed
