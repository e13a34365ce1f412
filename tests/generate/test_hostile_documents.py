"""Names, keys and references that try to become code, paths, templates or lines of a log stay names."""

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
]


def hostile(text: str, dialect: str) -> dict[str, Any]:
    """A document with a text wherever a name may stand."""
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


@pytest.mark.parametrize("dialect", ["2.0", "3.1"])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_text_wherever_a_name_may_stand(
    text: str, dialect: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "api.json").write_text(json.dumps(hostile(text, dialect)), "utf-8")
    run = specloom("generate", "api.json", "--package", "hostile_shop", "--output", "out/deep")
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
