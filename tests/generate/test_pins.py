"""Test pinned public names: none changes or disappears unless the pin file allows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from specloom.cli import main

DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://shop.example"}]
paths:
  /pets/{petId}:
    parameters: [{name: petId, in: path, required: true, schema: {type: string}}]
    get:
      responses:
        "200":
          description: A pet.
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
components:
  schemas:
    Pet: {type: object, properties: {petName: {type: string}, age: {type: integer}}}
"""
PROJECT = """\
[package]
name = "shop"
output = "out"
[documents]
files = "shop.yaml"
[pins]
file = "names.txt"
"""
PINS = """\
# Public names that must not change. Remove a line to allow a change.
call - pets.get = GET /pets/{petId}: pet_id -> Pet
model - Pet: age pet_name
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "specloom.toml").write_text(PROJECT, "utf-8")
    (tmp_path / "shop.yaml").write_text(DOCUMENT, "utf-8")
    assert run("generate") == (0, "")
    return tmp_path


def run(command: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, [command])
    return result.exit_code, result.stderr


def change(folder: Path, before: str, after: str) -> None:
    text = (folder / "shop.yaml").read_text("utf-8")
    assert before in text
    (folder / "shop.yaml").write_text(text.replace(before, after), "utf-8")


def test_the_names_are_written_down(folder: Path) -> None:
    assert (folder / "names.txt").read_text("utf-8") == PINS


def test_a_new_name_is_added(folder: Path) -> None:
    change(folder, "age: {type: integer}", "age: {type: integer}, tag: {type: string}")
    assert run("check")[0] == 1
    assert run("generate") == (0, "")
    assert "model - Pet: age pet_name tag\n" in (folder / "names.txt").read_text("utf-8")
    assert run("check") == (0, "")


def test_a_name_that_goes_is_refused_and_nothing_is_written(folder: Path) -> None:
    before = (folder / "out" / "shop" / "models.py").read_bytes()
    change(folder, "petName", "name")
    code, said = run("generate")
    assert code == 1
    assert "names.txt:3:1: error[pinned-name]: model - Pet no longer has pet_name\n" in said
    assert (folder / "out" / "shop" / "models.py").read_bytes() == before
    assert (folder / "names.txt").read_text("utf-8") == PINS


def test_a_call_that_moves_is_refused(folder: Path) -> None:
    (folder / "specloom.toml").write_text(PROJECT + '[calls]\nget = "read"\n', "utf-8")
    code, said = run("generate")
    assert code == 1
    assert "call - pets.get = GET /pets/{petId} was removed" in said


def test_a_line_that_is_taken_out_lets_a_name_go(folder: Path) -> None:
    change(folder, "petName", "name")
    (folder / "names.txt").write_text(PINS.replace("model - Pet: age pet_name\n", ""), "utf-8")
    assert run("generate") == (0, "")
    assert "model - Pet: age name\n" in (folder / "names.txt").read_text("utf-8")


def test_a_name_can_be_kept(folder: Path) -> None:
    change(folder, "petName", "name")
    kept = '[names]\n"#/components/schemas/Pet/properties/name" = "pet_name"\n'
    (folder / "specloom.toml").write_text(PROJECT + kept, "utf-8")
    assert run("generate") == (0, "")


def test_the_order_of_positional_arguments_is_that_of_the_path_and_is_pinned(folder: Path) -> None:
    rows = """\
  /tables/{t}/rows/{r}:
    get:
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
        - {name: r, in: path, required: true, schema: {type: string}}
        - {name: t, in: path, required: true, schema: {type: string}}
      responses: {"204": {description: Nothing.}}
components:
"""
    change(folder, "components:\n", rows)
    assert run("generate") == (0, "")
    line = "call - tables.rows.get = GET /tables/{t}/rows/{r}: t r * limit -> None\n"
    names = folder / "names.txt"
    assert line in names.read_text("utf-8")
    names.write_text(names.read_text("utf-8").replace(": t r *", ": r t *"), "utf-8")
    code, said = run("generate")
    assert code == 1
    assert "the positional arguments of call - tables.rows.get" in said


def test_a_return_type_that_changes_is_refused(folder: Path) -> None:
    change(folder, '{$ref: "#/components/schemas/Pet"}', "{type: string}")
    code, said = run("generate")
    assert code == 1
    assert "call - pets.get = GET /pets/{petId} returns str, but Pet is pinned" in said


def test_a_pin_file_without_order_and_return_types_is_taken_over(folder: Path) -> None:
    old = PINS.replace("pet_id -> Pet", "pet_id")
    (folder / "names.txt").write_text(old, "utf-8")
    assert run("generate")[0] == 0
    assert (folder / "names.txt").read_text("utf-8") == PINS
    (folder / "names.txt").write_text(old.replace("pet_id", "id pet_id"), "utf-8")
    assert "no longer has id\n" in run("generate")[1]
