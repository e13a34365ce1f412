"""Test that models and attributes keep their published names."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from specloom.cli import main

from tests.generate.support import importable

PROJECT = """\
[package]
name = "shop"
output = "out"
[documents]
files = "shop.json"
"""

Schemas = dict[str, dict[str, Any]]


def fields(*names: str) -> dict[str, Any]:
    """Return an object schema whose properties are strings."""
    return {"type": "object", "properties": {each: {"type": "string"} for each in names}}


@dataclass(frozen=True, slots=True)
class Shop:
    """A project whose schemas change between generations; each schema has an operation that
    returns it."""

    folder: Path

    def write(self, schemas: Schemas, settings: str = "") -> None:
        content = {
            name: {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
            for name in schemas
        }
        paths = {
            f"/things/{number}x/{{id}}": {
                "get": {
                    "parameters": [
                        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
                    ],
                    "responses": {"200": {"description": "d", "content": each}},
                }
            }
            for number, each in enumerate(content.values())
        }
        info = {"title": "Shop", "version": "1"}
        document = {"openapi": "3.1.0", "info": info, "paths": paths}
        document["components"] = {"schemas": schemas}
        (self.folder / "shop.json").write_text(json.dumps(document), "utf-8")
        (self.folder / "specloom.toml").write_text(f"{PROJECT}{settings}", "utf-8")

    def generate(self, *arguments: str, code: int = 0) -> str:
        result = CliRunner().invoke(main, ("generate", "--notes", *arguments))
        assert result.exit_code == code, result.stderr
        return result.stderr

    @property
    def manifest(self) -> Path:
        return self.folder / "out/.specloom.json"

    @property
    def models(self) -> dict[str, str]:
        """Return the class of each schema, as the manifest records it."""
        names = json.loads(self.manifest.read_text("utf-8"))["names"]
        return {each["schema"].rpartition("/")[2]: each["name"] for each in names["models"]}

    def attributes(self, schema: str) -> dict[str, str]:
        names = json.loads(self.manifest.read_text("utf-8"))["names"]
        found = [each for each in names["models"] if each["schema"].endswith(f"/{schema}")]
        attributes: dict[str, str] = found[0]["attributes"]
        return attributes


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    monkeypatch.chdir(tmp_path)
    return Shop(tmp_path)


def test_models_and_attributes_keep_their_names_when_the_document_grows(shop: Shop) -> None:
    shop.write({"pet-item": fields("petName", "id")})
    assert "kept-name" not in shop.generate()
    assert shop.models == {"pet-item": "PetItem"}
    assert shop.attributes("pet-item") == {"petName": "pet_name", "id": "id"}
    # Without the record the new schema and the new property would get the names, as they come first.
    grown = {"PetItem": fields("other"), "pet-item": fields("pet_name", "petName", "id")}
    shop.write(grown)
    said = shop.generate()
    assert "note[kept-name]" in said
    assert "the model keeps its published name PetItem" in said
    assert "the current rules would name it PetItem2" in said
    assert "the attribute keeps its published name pet_name" in said
    assert shop.models == {"PetItem": "PetItem2", "pet-item": "PetItem"}
    kept = {"pet_name": "pet_name_2", "petName": "pet_name", "id": "id"}
    assert shop.attributes("pet-item") == kept
    with importable(shop.folder / "out", "shop"):
        import shop.models as models  # type: ignore[import-not-found]

        item = models.PetItem.from_dict({"petName": "Rex", "pet_name": "Max", "id": "1"})
        assert (item.pet_name, item.pet_name_2) == ("Rex", "Max")
        assert models.PetItem2.from_dict({"other": "x"}).other == "x"
    shop.generate("--fresh-names")
    assert shop.models == {"PetItem": "PetItem", "pet-item": "PetItem2"}


def test_a_name_that_the_project_chooses_comes_before_one_that_was_published(shop: Shop) -> None:
    shop.write({"Pet": fields("name"), "Dog": fields("name")})
    shop.generate()
    settings = '[names]\n"#/components/schemas/Pet" = "Animal"\n'
    settings += '"#/components/schemas/Dog/properties/name" = "called"\n'
    shop.write({"Pet": fields("name"), "Dog": fields("name")}, settings)
    assert "name]" not in shop.generate()
    assert shop.models == {"Pet": "Animal", "Dog": "Dog"}
    assert shop.attributes("Dog") == {"name": "called"}
    # A name that was chosen once is published too.
    shop.write({"Pet": fields("name"), "Dog": fields("name")})
    shop.generate()
    assert shop.models == {"Pet": "Animal", "Dog": "Dog"}
    assert shop.attributes("Dog") == {"name": "called"}
    # A published name that is chosen for something else is a warning.
    shop.write(
        {"Pet": fields("name"), "Dog": fields("name")},
        '[names]\n"#/components/schemas/Dog" = "Animal"\n',
    )
    assert "warning[moved-name]" in shop.generate()
    assert shop.models == {"Pet": "Pet", "Dog": "Animal"}


def test_a_schema_that_is_removed_leaves_its_name(shop: Shop) -> None:
    shop.write({"pet-item": fields("id"), "Owner": fields("id")})
    shop.generate()
    shop.write({"PetItem": fields("id"), "Owner": fields("id")})
    shop.generate()
    assert shop.models == {"PetItem": "PetItem", "Owner": "Owner"}


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ('"name": "Pet"', '"name": "class"', "'class', which is not allowed"),
        ('"name": "Pet"', '"name": "Pet(x)"', "'Pet(x)', which is not allowed"),
        ('"name": "Pet"', '"name": "Owner"', "'Owner', which another schema also has"),
        ('"petName": "pet_name"', '"petName": "to_dict"', "'to_dict', which is not allowed"),
        (
            '"petName": "pet_name"',
            '"petName": "x: int = f()"',
            "'x: int = f()', which is not allowed",
        ),
        ('"petName": "pet_name"', '"petName": "__init__"', "'__init__', which is not allowed"),
        ('"petName": "pet_name"', '"petName": "id"', "two attributes named 'id'"),
    ],
)
def test_a_tampered_name_is_an_error_at_its_line(
    before: str, after: str, problem: str, shop: Shop
) -> None:
    shop.write({"Owner": fields("id"), "Pet": fields("petName", "id")})
    shop.generate()
    text = shop.manifest.read_text("utf-8")
    assert before in text
    changed = text.replace(before, after)
    shop.manifest.write_text(changed, "utf-8")
    line = next(number for number, each in enumerate(changed.splitlines(), 1) if after in each)
    said = shop.generate(code=1)
    assert f"out/.specloom.json:{line}:1: error[unusable-name]" in said
    assert problem in said
    assert shop.manifest.read_text("utf-8") == changed


@pytest.mark.parametrize("models", ["{}", "[1]", '[{"schema": "#/a"}]'])
def test_a_list_of_models_that_is_none_is_an_error(models: str, shop: Shop) -> None:
    shop.write({"Pet": fields("id")})
    shop.generate()
    listing = json.loads(shop.manifest.read_text("utf-8"))
    listing["names"]["models"] = json.loads(models)
    shop.manifest.write_text(json.dumps(listing), "utf-8")
    assert "out/.specloom.json:1:1: error[invalid-record]" in shop.generate(code=1)


def test_versions_with_a_schema_of_their_own_each_keep_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In v2, one document has the `Thing` of v1, and the other one has another."""
    monkeypatch.chdir(tmp_path)

    def write(version: str, resource: str, name: str, *schemas: tuple[str, Any]) -> None:
        folder = tmp_path / version
        folder.mkdir(exist_ok=True)
        answer = {"$ref": f"#/components/schemas/{name}"}
        responses = {
            "200": {"description": "d", "content": {"application/json": {"schema": answer}}}
        }
        document = {
            "openapi": "3.1.0",
            "info": {"title": "Shop", "version": "1"},
            "paths": {f"/{resource}/{version}/x": {"get": {"responses": responses}}},
            "components": {"schemas": dict(schemas)},
        }
        (folder / f"{resource}.json").write_text(json.dumps(document), "utf-8")

    write("v1", "cars", "Thing", ("Thing", fields("a")))
    write("v2", "cars", "Thing", ("Thing", fields("a")))
    write("v1", "bikes", "Thing", ("Thing", fields("a")))
    write("v2", "bikes", "Thing", ("Thing", fields("a", "b")))
    project = PROJECT.replace("shop.json", "{version}/{resource}.json")
    (tmp_path / "specloom.toml").write_text(project, "utf-8")

    def models() -> dict[str, str]:
        return {
            path.relative_to(tmp_path).as_posix(): path.read_text("utf-8")
            for path in sorted((tmp_path / "out/shop").rglob("models*/**/*.py"))
            + sorted((tmp_path / "out/shop").rglob("models.py"))
        }

    def generate() -> None:
        result = CliRunner().invoke(main, ("generate", "--notes", "--no-cache"))
        assert result.exit_code == 0, result.stderr
        assert "kept-name" not in result.stderr and "moved-name" not in result.stderr

    generate()
    first = models()
    assert "class Thing" in "".join(first.values())
    generate()
    assert models() == first


LONG = {"type": "string", "enum": [f"a state of a long enumeration {each}" for each in "abcd"]}


def test_an_enumeration_keeps_the_name_of_its_alias(shop: Shop) -> None:
    """It has no schema of its own, and is recognized by a property that had it."""
    pets = {each: {"type": "object", "properties": {"state": LONG}} for each in ("Cat", "Dog")}
    shop.write(pets)
    shop.generate()
    assert shop.models == {"Cat": "Cat", "Dog": "Dog", "state": "State"}
    more = {"type": "string", "enum": [*LONG["enum"], "another state"]}
    grown = {
        each: {"type": "object", "properties": {"state": more}} for each in ("Ant", "Cat", "Dog")
    }
    shop.write({"State": fields("name"), **grown})
    shop.generate()
    assert {**shop.models} == {
        "Ant": "Ant",
        "Cat": "Cat",
        "Dog": "Dog",
        "State": "State2",
        "state": "State",
    }
    shop.generate("--fresh-names")
    assert shop.models["State"] == "State"
    assert shop.models["state"] == "AntState"
