"""Test that the examples run offline and print what they did."""

from __future__ import annotations

from pathlib import Path

import pytest
from specloom.pipeline import generate
from specloom.project.file import load_project

from examples import batch_tasks

PETS = Path(__file__).parents[2] / "examples" / "pets"


def test_batch_tasks(capsys: pytest.CaptureFixture[str]) -> None:
    batch_tasks.main()
    assert capsys.readouterr().out.splitlines() == [
        "created 2 tasks: 2000000001, 2000000002",
        'failed: input 2, Property values were not valid: [{"isValid": false, "message": "SOON was not one of the '
        'allowed options: [HIGH, LOW, MEDIUM]", "error": "INVALID_OPTION", "name": "hs_task_priority"}] '
        "(category VALIDATION_ERROR)",
        "found 2000000001: Call back",
        "found 2000000002: Send the offer",
        "changed 2000000001: COMPLETED",
        "archived 2 tasks",
        "404 OBJECT_NOT_FOUND, correlation id e3e70682-c209-4cac-a29f-6fbed82c07cd",
        "the server received 8 requests",
    ]


def test_the_package_of_the_pets_is_what_is_generated() -> None:
    made = {each.path: each.text for each in generate(load_project(PETS / "specloom.toml")).files}
    there = {
        path.relative_to(PETS / "client").as_posix(): path.read_text("utf-8")
        for path in (PETS / "client").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name != ".specloom.json"
    }
    made.pop(".specloom.json", None)
    assert there == made, "run: make generate"
