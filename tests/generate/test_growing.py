"""A document grows by an operation of another document, and none of its calls is renamed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from specloom.pipeline import call_map, compile_project
from specloom.project.model import plain_project

from tests.corpus.growing import Known, grow_all, read
from tests.generate.test_calls import TABLES, document_of, rows_of

DOCUMENTS = Path(__file__).parent / "documents"
STAINLESS = Path(__file__).parent.parent / "stainless/data/openapi.yml"


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> list[Known]:
    """Return the documents of the tests, lowered."""
    folder = tmp_path_factory.mktemp("growing")
    paths = [STAINLESS, DOCUMENTS / "petstore.yaml"]
    for number, table in enumerate(TABLES.values()):
        paths.append(folder / f"{number}.json")
        paths[-1].write_text(document_of(rows_of(table)), "utf-8")
    found = [read(path) for path in paths]
    assert None not in found
    return [each for each in found if each is not None]


@pytest.mark.whole
def test_no_published_call_moves_when_an_operation_is_added(known: list[Known]) -> None:
    count = grow_all(known, each=20, seed=3)
    assert count.additions > 400 and count.calls > 2500
    assert count.kept_moved == []


def test_without_a_manifest_only_calls_that_would_be_equal_are_renamed(known: list[Known]) -> None:
    count = grow_all(known, each=20, seed=4)
    assert count.moved == []
    assert 0 < len(count.moved_to_meet) < count.calls / 100


@pytest.mark.whole
def test_no_argument_changes_when_operations_are_added(tmp_path: Path) -> None:
    """A document with many bodies gets the operations of a table, and its own below another path."""
    document = yaml.load(STAINLESS.read_text("utf-8"), yaml.CSafeLoader)
    before = _arguments(document, tmp_path / "before.json")
    added = json.loads(document_of(rows_of(TABLES["a resource"])))["paths"]
    copies = {f"/v2{path}": item for path, item in list(document["paths"].items())[:9]}
    document["paths"] = {**added, **copies, **document["paths"]}
    after = _arguments(document, tmp_path / "after.json")
    assert len(after) > len(before) > 80
    assert {key: after[key] for key in before} == before


def _arguments(document: Any, path: Path) -> dict[str, list[tuple[str, bool]]]:
    """Return the arguments of each operation, in order."""
    path.write_text(json.dumps(document), "utf-8")
    project = plain_project((path,), package="grown", output=path.parent)
    return {
        f"{each.method} {each.path}": [
            (argument.python_name, argument.positional) for argument in each.arguments
        ]
        for each in call_map(compile_project(project))
    }
