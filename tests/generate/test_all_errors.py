"""Test that one run reports the errors of all documents and stages, and rejects what is nested too
deeply."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from specloom.pipeline import generate
from specloom.project.model import plain_project

from tests.generate.support import HEAD, specloom

UNREADABLE = "openapi: [3.1.0"
WRONG_EXTENSION = f"""{HEAD}paths:
  /c:
    get:
      x-specloom-batch: {{inputs: things, limit: none}}
      responses: {{"204": {{description: Nothing.}}}}
"""


def test_an_unreadable_document_does_not_hide_the_errors_of_others(tmp_path: Path) -> None:
    texts = {"a": UNREADABLE, "b": WRONG_EXTENSION, "c": "swagger: 7\n", "d": WRONG_EXTENSION}
    paths = []
    for name, text in texts.items():
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, "utf-8")
        paths.append(path)
    for command in ("generate", "inspect"):
        output = (
            ("--package", "shop", "--output", tmp_path / "out") if command == "generate" else ()
        )
        run = specloom(command, *paths, *output)
        assert run.exit_code == 1
        assert "a.yaml:2:1: error[invalid-yaml]" in run.errors
        assert "c.yaml" in run.errors
        for name in ("b", "d"):
            assert f"{name}.yaml:6:" in run.errors and "invalid-extension" in run.errors
    assert not (tmp_path / "out").exists()


def _document(schemas: dict[str, Any], path: str = "/a") -> dict[str, Any]:
    answer = {
        "description": "ok",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A0"}}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Deep", "version": "1"},
        "paths": {path: {"get": {"responses": {"200": answer}}}},
        "components": {"schemas": schemas},
    }


def _chain(count: int, link: Any) -> dict[str, Any]:
    schemas: dict[str, Any] = {
        f"A{number}": link({"$ref": f"#/components/schemas/A{number + 1}"})
        for number in range(count)
    }
    return {**schemas, f"A{count}": {"type": "object", "properties": {"z": {"type": "string"}}}}


LINKS = {
    "references": lambda target: target,
    "items": lambda target: {"type": "array", "items": target},
    "parts": lambda target: {"allOf": [target], "properties": {"p": {"type": "string"}}},
    "choices": lambda target: {"oneOf": [target, {"type": "integer"}]},
    "values": lambda target: {"type": "object", "additionalProperties": target},
}


@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
def test_long_chains_are_cut_with_a_warning(link: Any, tmp_path: Path) -> None:
    path = tmp_path / "api.json"
    path.write_text(json.dumps(_document(_chain(230, link))), "utf-8")
    made = generate(plain_project((path,), package="deep", output=tmp_path / "out"))
    cut = [each for each in made.warnings if each.code == "too-deep"]
    assert 1 <= len(cut) <= 8
    assert all(
        each.location and each.location.pointer[:2] == ("components", "schemas") for each in cut
    )


@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
def test_shorter_chains_are_followed(link: Any, tmp_path: Path) -> None:
    path = tmp_path / "api.json"
    path.write_text(json.dumps(_document(_chain(45, link))), "utf-8")
    made = generate(plain_project((path,), package="deep", output=tmp_path / "out"))
    assert [each.code for each in made.warnings] == []


def test_long_chains_of_properties_need_no_limit(tmp_path: Path) -> None:
    path = tmp_path / "api.json"
    schemas = _chain(300, lambda target: {"type": "object", "properties": {"p": target}})
    path.write_text(json.dumps(_document(schemas)), "utf-8")
    assert generate(plain_project((path,), package="deep", output=tmp_path / "out")).warnings == ()


def test_a_path_of_too_many_segments_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "api.json"
    long = "/" + "/".join(f"s{number}" for number in range(800))
    path.write_text(json.dumps(_document({"A0": {"type": "string"}}, long)), "utf-8")
    run = specloom("generate", path, "--package", "deep", "--output", tmp_path / "out")
    assert run.exit_code == 3
    assert "omitted[too-deep]" in run.errors
