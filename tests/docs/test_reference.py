"""Test that the pages of docs/reference/ are current, and that the schema of the project file
matches the reader."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from specloom.project.behavior import Limits
from specloom.project.file import load_project
from specloom.project.tables import Tables

from tests.docs.blocks import blocks
from website import reference

ROOT = Path(__file__).parent.parent.parent
SCHEMA: dict[str, Any] = json.loads(reference.SCHEMA.read_text("utf-8"))
EVERY_TABLE = """\
[package]
name = "shop"
[documents]
files = "*.json"
[versions.support]
one = { until = 2027-01-31 }
[select]
include = [{ path = "/**" }]
exclude = [{ version = "two" }]
[verbs]
get = "retrieve"
[rate_limits]
search = { requests = 1, seconds = 1 }
[rate_limits.headers]
limit = "X-Limit"
[errors.classes]
GoneError = { base = "NotFoundError" }
"""


def test_the_pages_are_current() -> None:
    for path, text in reference.pages().items():
        assert path.read_text("utf-8") == text, "run: make reference"


def test_the_schema_has_the_settings_that_the_reader_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "specloom.toml").write_text(EVERY_TABLE, "utf-8")
    (tmp_path / "api.json").write_text("{}", "utf-8")
    known: dict[str, set[str]] = {}
    monkeypatch.setattr(Tables, "known", lambda _, table, keys, where: known.update({where: keys}))
    load_project(tmp_path / "specloom.toml")
    assert {where: set(table(where)) for where in known} == known
    assert set(SCHEMA["properties"]) >= {where.partition(".")[0] for where in known if where}


def table(where: str) -> dict[str, Any]:
    """Return the settings of a table in the schema."""
    found = SCHEMA
    for name in filter(None, where.split(".")):
        found = found["properties"].get(name) or found["additionalProperties"]
        items = found.get("items", {})
        found = SCHEMA["$defs"]["rule"] if "$ref" in items else found
        if "properties" not in found and isinstance(found.get("additionalProperties"), dict):
            break
    properties: dict[str, Any] = (
        found.get("properties") or found["additionalProperties"]["properties"]
    )
    return properties


def test_the_defaults_of_the_limits_are_those_of_the_reader() -> None:
    limits = SCHEMA["properties"]["limits"]["properties"]
    assert {name: each["default"] for name, each in limits.items()} == {
        name: getattr(Limits(), name) for name in Limits.__struct_fields__
    }


def toml_blocks() -> Iterator[tuple[str, str]]:
    for page in sorted(ROOT.glob("docs/**/*.md")):
        for block in blocks(page, ROOT):
            if block.language == "toml":
                yield f"{block.page}:{block.line}", block.code
    for path in ("specs/specloom.toml", "examples/petstore/specloom.toml"):
        yield path, (ROOT / path).read_text("utf-8")


@pytest.mark.parametrize(("where", "text"), list(toml_blocks()))
def test_project_files_of_the_documentation_match_the_schema(where: str, text: str) -> None:
    fragment = where.startswith("docs/")
    schema = {name: value for name, value in SCHEMA.items() if not fragment or name != "else"}
    value = json.loads(json.dumps(tomllib.loads(text), default=str))
    errors = [error.message for error in Draft202012Validator(schema).iter_errors(value)]
    assert errors == []
