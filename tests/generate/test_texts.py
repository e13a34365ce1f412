"""Test that hostile strings of documents remain strings: they have the same value, and nothing in
them runs."""

from __future__ import annotations

import ast
import json
import os
import tomllib
from functools import reduce
from inspect import getdoc
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest
from specloom.coverage.walk import walk

from tests.generate.conftest import Generated
from tests.generate.support import Package, specloom
from tests.support.loopback import Loopback

TEXTS = {
    "quotes": 'He said """no""" and \'\'\'yes\'\'\', and "so"',
    "one quote at the end": 'ends in "',
    "many quotes": '"' * 7,
    "a backslash at the end": "ends in \\",
    "backslashes": '\\n \\x00 \\N{BULLET} \\\\ \\" \\u0041',
    "Jinja": "{{ 7 * 7 }} {% raise %} {# gone #} #} %} }} {{ config }}",
    "a template that would not end": "{% raw %}{{",
    "a format": "%s {0} {name!r} ${HOME} $(id) `id`",
    "code": '"""\nimport os\nos.environ["SPECLOOM_WAS_HERE"] = "1"\n"""',
    "lines": "One.\n\n    indented\n\nTwo:\n- a\n- b",
    "carriage returns": "One.\r\nTwo.\rThree.",
    "control characters": "NUL \x00, ESC \x1b[31m red, DEL \x7f, BEL \x07, CSI \x9b",
    "unusual line ends": "form\x0cfeed, tab\x0bulator, \x85next, \u2028line, \u2029paragraph",
    "right to left": "abc \u202e fed \u202c \u2066 x \u2069 \u200f",
    "other scripts": "Zażółć gęślą jaźń, 名前, \U0001f415, e\u0301",
    "a comment": "# noqa\n# type: ignore",
    "a long word": "x" * 300,
    "white space": " \t  around\u00a0 \n ",
}


PLAIN = str.maketrans("{}/#?", "()|||")
"""Strings that would add parameters, segments, a query or a fragment to a path."""


def _said(text: str) -> list[str]:
    """Return the words of a string; line breaks and spaces are layout."""
    return "\n".join(text.splitlines()).split()


def _heard(documented: object) -> str:
    return " ".join((getdoc(documented) or "").split())


def _document(text: str) -> str:
    schema = {
        "type": "object",
        "description": text,
        "properties": {
            "plain": {"type": "string", "description": text},
            "choice": {"type": "string", "enum": [text, "other"], "default": text},
            f"named {text}": {"type": "string", "pattern": text},
        },
    }
    parameter = {
        "name": f"q {text}",
        "in": "query",
        "description": text,
        "schema": {"type": "string", "default": text, "enum": [text]},
    }
    operation = {
        "summary": text,
        "description": f"More: {text}",
        "tags": [text],
        "parameters": [parameter],
        "security": [{"key": []}],
        "requestBody": {
            "description": text,
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
        },
        "responses": {
            "200": {
                "description": text,
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
            }
        },
    }
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": text, "version": "1", "description": text},
            "servers": [{"url": f"http://{text}/", "description": text}],
            "paths": {f"/things/x {text.translate(PLAIN)}": {"post": operation}},
            "components": {
                "schemas": {"Thing": schema},
                "securitySchemes": {
                    "key": {"type": "apiKey", "in": "header", "name": "X", "description": text}
                },
            },
        }
    )


def _operation(package: Package) -> Any:
    """Return the only method of the package."""
    (found,) = [
        method
        for kind in vars(package.module("resources.things")).values()
        if isinstance(kind, type) and kind.__module__ == f"{package.name}.resources.things"
        for method in vars(kind).values()
        if isinstance(method, FunctionType) and not kind.__name__.startswith("Async")
    ]
    return found


@pytest.mark.parametrize("case", TEXTS)
def test_a_text_everywhere(
    case: str, generated: Generated, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SPECLOOM_WAS_HERE", raising=False)
    text = TEXTS[case]
    package = generated(_document(text))
    _check_docstrings(package, " ".join(_said(text)))
    _check_sources(package)
    _check_names_on_the_wire(package, text, server)
    assert "SPECLOOM_WAS_HERE" not in os.environ


def _check_docstrings(package: Package, said: str) -> None:
    method = _heard(_operation(package))
    assert said in _heard(package.models.Thing)
    assert said in method
    assert f"More: {said}" in method
    assert said in _heard(package.client)


def _check_sources(package: Package) -> None:
    """Check that source files do not mislead readers in an editor or a terminal."""
    for path in package.folder.rglob("*.py"):
        text = path.read_text("utf-8")
        ast.parse(text)
        bad = [each for each in text if not each.isprintable() and each != "\n"]
        assert bad == [], path
    tomllib.loads(package.text("pyproject.toml"))


def _check_names_on_the_wire(package: Package, text: str, server: Loopback) -> None:
    named = f"named {text}"
    server.answer_json({"plain": "a", "choice": text, named: "b"})
    call = walk(package.client, package.name)[0].call
    with package.client(key="k", base_url=server.url) as client:
        answer = reduce(getattr, call.split("."), client)(choice=text)
    assert answer.to_dict() == {"plain": "a", "choice": text, named: "b"}
    (request,) = server.requests
    assert request.json() == {"choice": text}
    assert request.segments == ("things", f"x {text.translate(PLAIN)}")


def test_texts_of_the_project_file(tmp_path: Path) -> None:
    hostile = 'A "client" \\ of {{ things }}, {% raw %} <b>and</b> `more`'
    (tmp_path / "api.yaml").write_text(
        'openapi: 3.1.0\ninfo: {title: T, version: "1"}\npaths: {}\n', "utf-8"
    )
    (tmp_path / "guide.md").write_text("# {{ title }}\n\n{% if %}\n", "utf-8")
    (tmp_path / "specloom.toml").write_text(
        f"[package]\nname = 'shop'\ndescription = {json.dumps(hostile)}\nguide = 'guide.md'\n"
        "version = '1.0'\nlicense = 'MIT OR Apache-2.0'\n"
        "output = 'out'\n[documents]\nfiles = 'api.yaml'\n",
        "utf-8",
    )
    assert specloom("generate", "--project", tmp_path / "specloom.toml").exit_code == 0
    project = tomllib.loads((tmp_path / "out/pyproject.toml").read_text("utf-8"))["project"]
    assert project["description"] == hostile
    assert (project["version"], project["license"]) == ("1.0", "MIT OR Apache-2.0")
    readme = (tmp_path / "out/README.md").read_text("utf-8")
    assert hostile in readme
    assert "# {{ title }}\n\n{% if %}" in readme
    tree = ast.parse((tmp_path / "out/shop/__init__.py").read_text("utf-8"))
    assert (ast.get_docstring(tree) or "").split() == f"{hostile}.".split()
