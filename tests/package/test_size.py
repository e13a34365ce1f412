"""Test how small the package is, in documents, classes, lines and bytes."""

from __future__ import annotations

import ast
import json
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parent.parent.parent
GENERATED = ROOT / "generated"
PROSE = {"description", "example", "examples", "title", "summary", "deprecated"}


def canonical(value: Any, colour: dict[str, int]) -> Any:
    """Return a schema without its descriptions, with each reference replaced by what is known of
    its target."""
    match value:
        case {"$ref": str(target)}:
            return ("ref", colour.get(target.rpartition("/")[2], -1))
        case dict():
            kept = {
                key: canonical(member, colour) for key, member in value.items() if key not in PROSE
            }
            if isinstance(kept.get("required"), list):
                kept["required"] = sorted(kept["required"])
            return tuple(sorted(kept.items(), key=repr))
        case list():
            return tuple(canonical(each, colour) for each in value)
        case _:
            return value


@cache
def structures() -> tuple[int, int]:
    """Return the number of schemas in the documents, and of distinct ones by name and structure."""
    documents = [
        json.loads(path.read_text("utf-8"))["components"]["schemas"]
        for path in sorted((ROOT / "specs" / "documents").glob("*/*.json"))
    ]
    colours: list[dict[str, int]] = [dict.fromkeys(each, 0) for each in documents]
    distinct = 0
    while True:
        shapes: dict[str, int] = {}
        refined = [
            {
                name: shapes.setdefault(repr((name, canonical(schema, colour))), len(shapes))
                for name, schema in schemas.items()
            }
            for schemas, colour in zip(documents, colours, strict=True)
        ]
        if len(shapes) == distinct:
            return sum(map(len, documents)), distinct
        colours, distinct = refined, len(shapes)


def model_classes() -> int:
    trees = [
        ast.parse(path.read_text("utf-8")) for path in GENERATED.glob("hubspot_crm/*/models/*.py")
    ]
    return sum(isinstance(node, ast.ClassDef) for tree in trees for node in tree.body)


def test_a_structure_is_one_class(record_property: Any) -> None:
    defined, distinct = structures()
    classes = model_classes()
    record_property("schemas defined, distinct, classes", (defined, distinct, classes))
    assert defined > 6_000
    assert 0.5 * distinct < classes <= 1.15 * distinct


def test_bytes_installed() -> None:
    files = [path for path in (GENERATED / "hubspot_crm").rglob("*") if path.is_file()]
    files = [path for path in files if "__pycache__" not in path.parts]
    assert sum(path.stat().st_size for path in files) <= 4_000_000


def test_the_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    builder = WheelBuilder(str(GENERATED))
    [wheel] = builder.build(directory=str(tmp_path), versions=["standard"])
    assert Path(wheel).stat().st_size <= 500_000
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "hubspot_crm/py.typed" in names
    assert "hubspot_crm/v2026_09/models/__init__.py" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_few_shared_operations_are_in_one_module() -> None:
    for path in GENERATED.glob("hubspot_crm/*/resources/_*_across_versions.py"):
        beside = path.with_name(path.name.replace("_across_versions", ""))
        if beside.exists():
            names = [
                statement.target.id
                for statement in ast.parse(beside.read_text("utf-8")).body
                if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
            ]
            assert len(names) >= 5, beside
