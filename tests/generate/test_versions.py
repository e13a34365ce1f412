"""Test that many documents and versions become one package, in which equal structure exists once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import reduce
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
from specloom.pipeline import call_map, compile_project
from specloom.project.file import load_project
from specloom.project.model import Project

from tests.generate.conftest import MypyStrict
from tests.generate.support import Package, importable, made_of
from tests.support.loopback import Loopback

SETTINGS = """\
[package]
name = "zoo"
client = "Zoo"
output = "out"
[documents]
files = "{version}/{resource}.json"
overlays = ["overlay.yaml"]
[versions]
order = ["v1", "2026-03"]
[resources]
roots = ["/zoo/*/*"]
item = "record_id"
shared = "Records"
open = ["things"]
[calls]
delete = "archive"
[security]
token = ["bearer", "oauth"]
"""
OVERLAY = """\
overlay: 1.0.0
info: {title: Describe, version: "1"}
actions:
  - target: $.components.schemas.Record.properties.id
    update: {description: Told by the server.}
"""


def _schema(name: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}


def _document(version: str, kind: str, *, newer: bool) -> str:
    """Return the document of one kind of record, whose path is a parameter."""
    root = f"/zoo/{version}/{kind}" if kind != "things" else f"/zoo/{version}/{{kind}}"
    item = {"name": f"{kind}Id", "in": "path", "required": True, "schema": {"type": "string"}}
    open_kind = [{"name": "kind", "in": "path", "required": True, "schema": {"type": "string"}}]
    shared = open_kind if kind == "things" else []
    properties: dict[str, Any] = {"id": {"type": "string"}, "tag": {"type": "string"}}
    if newer:
        properties["note"] = {"type": "string", "description": f"Of {kind}."}
    security = [{"bearer": []}] if kind == "cats" else [{"oauth": ["read"]}, {"bearer": []}]
    answer = {"200": {"description": "d", "content": _schema("Record")}}
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": kind.title(), "version": "1", "description": f"All {kind}."},
            "security": [{"bearer": []}],
            "paths": {
                root: {
                    "parameters": shared,
                    "post": {
                        "requestBody": {"required": True, "content": _schema("Input")},
                        "responses": answer,
                    },
                },
                f"{root}/{{{kind}Id}}": {
                    "parameters": [*shared, item],
                    "get": {"responses": answer},
                    "delete": {"responses": {"204": {"description": "d"}}},
                },
                f"{root}/batch/read": {
                    "parameters": shared,
                    "post": {
                        "responses": {"200": {"description": "d", "content": _schema("Error")}}
                    },
                },
            },
            "components": {
                "securitySchemes": {
                    "bearer": {"type": "http", "scheme": "bearer"},
                    "oauth": {"type": "oauth2", "flows": {}},
                },
                "schemas": {
                    "Record": {"type": "object", "required": ["id"], "properties": properties},
                    "Input": {"type": "object", "properties": {"tag": {"type": "string"}}},
                    "Error": {
                        "type": "object",
                        "description": f"{kind} {security}",
                        "properties": {} | {"message": {"type": "string"}},
                    },
                },
            },
        }
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("zoo")
    for version, newer in (("v1", False), ("2026-03", True)):
        (folder / version).mkdir()
        for kind in ("cats", "dogs", "things"):
            text = _document(version, kind, newer=newer)
            (folder / version / f"{kind}.json").write_text(text, "utf-8")
    (folder / "overlay.yaml").write_text(OVERLAY, "utf-8")
    (folder / "specloom.toml").write_text(SETTINGS, "utf-8")
    return load_project(folder / "specloom.toml")


@pytest.fixture(scope="module")
def zoo(project: Project) -> Iterator[Package]:
    made = made_of(project)
    with importable(made.folder, made.name):
        yield made


def test_a_schema_that_two_versions_share_is_one_class(zoo: Package) -> None:
    older, newer = zoo.module("v1.models"), zoo.module("v2026_03.models")
    assert newer.Error is older.Error
    assert newer.Record is not older.Record
    assert "note" in newer.Record.__struct_fields__
    assert "note" not in older.Record.__struct_fields__
    for models in (older, newer):  # Input is spread into arguments
        assert {name for name in ("Record", "Input", "Error") if hasattr(models, name)} == {
            "Record",
            "Error",
        }


def test_resources_that_are_equal_share_their_methods(zoo: Package) -> None:
    cats, dogs = zoo.module("v1.resources").Cats, zoo.module("v1.resources").Dogs
    assert cats.get is dogs.get
    assert cats.__base__.__name__ == "Records"
    assert cats.__doc__ != dogs.__doc__
    assert list(signature(cats.get).parameters) == ["self", "record_id", "options"]
    newer = zoo.module("v2026_03.resources").Cats
    assert newer.get is not cats.get


def test_calls(zoo: Package, server: Loopback) -> None:
    for _ in range(4):
        server.answer_json({"id": "1"})
    with zoo.module().Zoo("secret", base_url=server.url) as client:
        assert client.cats.get("a/b").id == "1"
        client.dogs.create(tag="x")
        client.things("birds").get("7")
        client.things("birds").batch.read()
    with zoo.module("v1").Zoo("secret", base_url=server.url) as client:
        server.answer_json({})
        client.dogs.archive("1")
    assert [f"{each.method} {each.path}" for each in server.requests] == [
        "GET /zoo/2026-03/cats/a%2Fb",
        "POST /zoo/2026-03/dogs",
        "GET /zoo/2026-03/birds/7",
        "POST /zoo/2026-03/birds/batch/read",
        "DELETE /zoo/v1/dogs/1",
    ]
    assert {each.headers["authorization"] for each in server.requests} == {"Bearer secret"}


def test_the_map_of_calls_leads_there(zoo: Package, project: Project) -> None:
    calls = call_map(compile_project(project))
    assert len(calls) == len({(each.document, each.method, each.path) for each in calls}) == 24
    for each in calls:
        client = zoo.module(each.module.partition(".")[2]).Zoo("t", base_url="http://localhost")
        resource: Any = client
        *words, method = each.call.split(".")
        for word in words:
            name, is_open, _ = word.partition("(")
            resource = getattr(resource, name)
            resource = resource("birds") if is_open else resource
        found = reduce(getattr, [method], resource)
        assert list(signature(found).parameters) == [
            *(argument.python_name for argument in each.arguments),
            "options",
        ]
    opened = [each for each in calls if each.resource_arguments]
    assert {each.document.rpartition("/")[2] for each in opened} == {"things.json"}
    assert {each.call for each in opened} >= {"things(kind).get", "things(kind).batch.read"}


def test_an_overlay_reaches_all_documents(zoo: Package) -> None:
    for module in ("v1/models", "v2026_03/models/_shared"):
        assert '"""Told by the server."""' in zoo.text(f"zoo/{module}.py")


def test_mypy_strict_is_clean(zoo: Package, mypy_strict: MypyStrict) -> None:
    mypy_strict(zoo.folder / "zoo")


def test_two_plain_documents(tmp_path: Path, server: Loopback) -> None:
    from specloom.project.model import plain_project

    paths = tuple(tmp_path / f"{name}.yaml" for name in ("a", "b"))
    for path, other in zip(paths, ("string", "integer"), strict=True):
        path.write_text(
            f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths:\n  /{path.stem}s: {{get: "
            "{responses: {'200': {description: d, content: {application/json: {schema: "
            "{$ref: '#/components/schemas/Thing'}}}}}}}\ncomponents:\n  schemas:\n    Thing: "
            f"{{type: object, properties: {{x: {{type: {other}}}}}}}\n",
            "utf-8",
        )
    made = made_of(plain_project(paths, package="two_plain", output=tmp_path / "out"))
    server.answer_json({"x": "text"})
    server.answer_json({"x": 1})
    with importable(made.folder, made.name), made.client(base_url=server.url) as client:
        first, second = client.as_.get(), client.bs.get()
        assert (type(first).__name__, first.x) == ("Thing", "text")
        assert (type(second).__name__, second.x) == ("Thing2", 1)
        assert (first.misfits, second.misfits) == ({}, {})
