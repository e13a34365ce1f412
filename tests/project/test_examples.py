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
        "created 2 tasks: 501, 502",
        "failed: input 2, A task needs a subject (category VALIDATION_ERROR)",
        "found 501: Call back",
        "found 502: Send the offer",
        "changed 501: COMPLETED",
        "archived 2 tasks",
        "404 OBJECT_NOT_FOUND, correlation id 5f3c4a10-7d2e-4b1a-9d5b-6a1c0e8f2b77",
        "the server answered 8 requests",
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
