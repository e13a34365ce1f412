"""Test what the distribution offers to other packages: extras and entry points."""

from __future__ import annotations

import tomllib
from pathlib import Path

from specloom.pipeline import generate
from specloom.project.file import load_project

DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /orders:
    get: {responses: {"204": {description: Nothing.}}}
"""


def _pyproject(folder: Path, settings: str) -> dict[str, object]:
    (folder / "shop.yaml").write_text(DOCUMENT, "utf-8")
    text = f'[package]\nname = "shop"\n{settings}\n[documents]\nfiles = "shop.yaml"\n'
    (folder / "shop.toml").write_text(text, "utf-8")
    files = {each.path: each.text for each in generate(load_project(folder / "shop.toml")).files}
    project: dict[str, object] = tomllib.loads(files["pyproject.toml"])["project"]
    return project


def test_extras_and_entry_points(tmp_path: Path) -> None:
    extras = 'extras = { test = ["pytest>=8", "rich; python_version < \'4\'"] }'
    points = 'entry_points = { pytest11 = { shop = "shop.plugin" }, "a.b" = { c = "d:e" } }'
    project = _pyproject(tmp_path, f"{extras}\n{points}")
    extras = project["optional-dependencies"]
    assert isinstance(extras, dict)
    assert extras["test"] == ["pytest>=8", "rich; python_version < '4'"]
    assert project["entry-points"] == {"pytest11": {"shop": "shop.plugin"}, "a.b": {"c": "d:e"}}


def test_none_are_there_by_themselves(tmp_path: Path) -> None:
    project = _pyproject(tmp_path, "")
    assert "entry-points" not in project
    assert "optional-dependencies" not in project
