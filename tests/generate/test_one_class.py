"""A resource that differs between versions only in its roots is one class, which each client gives its roots."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
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
[versions]
order = ["v1", "v2", "v3"]
[resources]
roots = ["/zoo/*/*"]
open = ["things"]
"""
TEXT = {"type": "string"}
OK = {"200": {"description": "d"}}
MANY = {"type": "array", "items": TEXT}
LISTED = {"200": {"description": "d", "content": {"application/json": {"schema": MANY}}}}


def _document(version: str, kind: str) -> dict[str, Any]:
    """A document of one kind of record. Only `changing` ones differ between versions in more than their roots."""
    root = f"/zoo/{version}/{kind if kind != 'things' else '{kind}'}"
    item = {"name": "id", "in": "path", "required": True, "schema": TEXT}
    shared = [{"name": "kind", "in": "path", "required": True, "schema": TEXT}]
    file = {
        "type": "object",
        "required": ["file"],
        "properties": {"file": {**TEXT, "format": "binary"}},
    }
    paths: dict[str, Any] = {
        root: {"get": {"responses": LISTED}},
        f"{root}/{{id}}": {"parameters": [item], "get": {"responses": OK}},
        f"{root}/{{id}}/notes/{{note}}": {
            "parameters": [item, {**item, "name": "note"}],
            "get": {"responses": OK},
        },
        f"{root}/upload": {
            "post": {
                "requestBody": {
                    "required": True,
                    "content": {"multipart/form-data": {"schema": file}},
                },
                "responses": OK,
            }
        },
    }
    if kind == "things":
        for each in paths.values():
            each["parameters"] = [*shared, *each.get("parameters", ())]
    if kind == "growing" and version == "v3":
        paths[root]["delete"] = {"responses": OK}
    scope = "read" if kind != "guarded" or version == "v1" else "admin"
    said = f" In {version}." if kind == "described" else ""
    return {
        "openapi": "3.1.0",
        "info": {"title": kind, "version": "1", "description": f"All {kind}.{said}"},
        "security": [{"oauth": [scope]}],
        "paths": paths,
        "components": {"securitySchemes": {"oauth": {"type": "oauth2", "flows": {}}}},
    }


KINDS = ("owners", "guarded", "described", "growing", "things")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("versions")
    for version in ("v1", "v2", "v3"):
        (folder / version).mkdir()
        for kind in KINDS:
            text = json.dumps(_document(version, kind))
            (folder / version / f"{kind}.json").write_text(text, "utf-8")
    (folder / "specloom.toml").write_text(SETTINGS, "utf-8")
    return load_project(folder / "specloom.toml")


@pytest.fixture(scope="module")
def zoo(project: Project) -> Iterator[Package]:
    made = made_of(project)
    with importable(made.folder, made.name):
        yield made


def _class(zoo: Package, version: str, name: str) -> type:
    found: type = getattr(zoo.module(f"{version}.resources"), name)
    return found


@pytest.mark.parametrize("name", ["Owners", "AsyncOwners", "Things", "AsyncThings"])
def test_an_equal_resource_is_the_class_of_the_oldest_version(zoo: Package, name: str) -> None:
    first = _class(zoo, "v1", name)
    assert first.__module__ == f"{zoo.name}.v1.resources.{name.removeprefix('Async').lower()}"
    assert _class(zoo, "v2", name) is first
    assert _class(zoo, "v3", name) is first
    for version in ("v1", "v2", "v3"):
        assert name in zoo.module(f"{version}.resources").__all__
    for version in ("v2", "v3"):
        assert not (zoo.folder / zoo.name / version / "resources" / "owners.py").exists()


@pytest.mark.parametrize("name", ["Guarded", "Described"])
def test_a_resource_with_other_scopes_or_another_description_has_its_own_docstring(
    zoo: Package, name: str
) -> None:
    first, second, third = (_class(zoo, version, name) for version in ("v1", "v2", "v3"))
    assert first is not second
    assert first.__doc__ != second.__doc__
    assert first.get is second.get  # type: ignore[attr-defined]
    assert (second is third) is (name == "Guarded")
    if name == "Guarded":
        assert second.__doc__ is not None and "Scopes: admin." in second.__doc__


def test_a_resource_that_grows_is_one_class_until_it_does(zoo: Package) -> None:
    first, second, third = (_class(zoo, version, "Growing") for version in ("v1", "v2", "v3"))
    assert first is second and third is not first
    assert not hasattr(first, "delete_all")
    assert first.get is third.get  # type: ignore[attr-defined]


@pytest.mark.parametrize("version", ["v1", "v2", "v3"])
def test_each_client_calls_its_own_version(zoo: Package, server: Loopback, version: str) -> None:
    server.answer_json([])
    for _ in range(7):
        server.answer_json({})

    async def call() -> None:
        async with zoo.module(version).AsyncZoo("token", base_url=server.url) as client:
            await client.owners.get("1")
            await client.owners.notes.get("1", "2")

    with zoo.module(version).Zoo("token", base_url=server.url) as client:
        client.owners.list()
        client.owners.notes.get("1", "2")
        client.owners.upload(file=b"abc")
        client.guarded.get("1")
        client.growing.notes.get("1", "2")
        client.things("birds").notes.get("1", "2")
        assert repr(client.owners) == f"Owners('/zoo/{version}/owners')"
    asyncio.run(call())
    assert [each.path.replace(version, "N", 1) for each in server.requests] == [
        "/zoo/N/owners",
        "/zoo/N/owners/1/notes/2",
        "/zoo/N/owners/upload",
        "/zoo/N/guarded/1",
        "/zoo/N/growing/1/notes/2",
        "/zoo/N/birds/1/notes/2",
        "/zoo/N/owners/1",
        "/zoo/N/owners/1/notes/2",
    ]
    assert {each.path.split("/")[2] for each in server.requests} == {version}


def test_mypy_strict_is_clean(zoo: Package, mypy_strict: MypyStrict) -> None:
    mypy_strict(zoo.folder / zoo.name)


@pytest.mark.parametrize(("key", "versions"), [("v2.Cars", ["v2"]), ("Cars", ["v1", "v2", "v3"])])
def test_handwritten_methods_of_one_version_are_not_shared(
    tmp_path: Path, key: str, versions: list[str]
) -> None:
    for version in ("v1", "v2", "v3"):
        (tmp_path / version).mkdir()
        text = json.dumps(_document(version, "cars"))
        (tmp_path / version / "cars.json").write_text(text, "utf-8")
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "ours.py").write_text("class Ours:\n    wheels = 4\n", "utf-8")
    settings = SETTINGS.replace('output = "out"', 'output = "out"\nadditions = "ours"')
    settings += f'[methods]\n"{key}" = ".ours:Ours"\n'
    (tmp_path / "specloom.toml").write_text(settings.replace('"zoo"', '"own_zoo"'), "utf-8")
    made = made_of(load_project(tmp_path / "specloom.toml"))
    with importable(made.folder, made.name):
        classes = {each: _class(made, each, "Cars") for each in ("v1", "v2", "v3")}
        assert [each for each, found in classes.items() if hasattr(found, "wheels")] == versions
        assert classes["v1"] is classes["v3"]
