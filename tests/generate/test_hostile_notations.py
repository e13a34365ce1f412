"""Test that deeply nested expressions are rejected with their location, and invalid ones are read
in linear time."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from specloom.documents.reading import json_text
from specloom.documents.reading.positions import position
from specloom.documents.reading.yaml_text import parse_yaml, without_tabs

from tests.generate.support import specloom


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"openapi": "3.1.0", "x": ' + "[" * 100_000 + "]" * 100_000 + "}"),
        ("a.yaml", "{openapi: 3.1.0, x: " + "[" * 50_000 + "]" * 50_000 + "}"),
        ("a.yaml", "openapi: 3.1.0\nx:\n" + "".join(" " * n + " a:\n" for n in range(1500))),
        ("a.yaml", "openapi: 3.1.0\nx:\n" + "- " * 50_000 + "a\n"),
        ("a.yaml", "openapi: 3.1.0\nx: " + "[" * 100_000),
    ],
)
def test_notations_that_are_too_deep(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    run = specloom("validate", tmp_path / name)
    assert run.exit_code == 1
    assert "error[too-deep]: arrays and objects are nested more than 100 levels deep" in run.errors


# --- time in proportion -----------------------------------------------------------------------
# In quadratic time, the largest of these would take minutes.

HUGE = 200_000
SECONDS = 30


def test_keys_that_occur_twice_in_json_take_linear_time() -> None:
    text = "{" + ",".join(f'"k{number // 2}":1' for number in range(HUGE)) + "}"
    found: list[Any] = []
    start = time.monotonic()
    json_text.parse_json(text, "a.json", found)
    assert len(found) == HUGE // 2
    assert time.monotonic() - start < SECONDS


def test_locations_in_json_are_found_in_linear_time(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{" + ",".join(f'\n"k{number}":1' for number in range(HUGE)) + "}", "utf-8")
    start = time.monotonic()
    assert [position(path, (f"k{number}",)) for number in range(0, HUGE, 2)] == [
        (number + 2, 1) for number in range(0, HUGE, 2)
    ]
    assert time.monotonic() - start < SECONDS


def test_keys_that_occur_twice_in_yaml_take_linear_time() -> None:
    found: list[Any] = []
    start = time.monotonic()
    parse_yaml("".join(f"k{number // 2}: 1\n" for number in range(50_000)), "a.yaml", found)
    assert len(found) == 25_000
    assert time.monotonic() - start < SECONDS


def test_tabs_are_replaced_in_linear_time() -> None:
    start = time.monotonic()
    assert without_tabs("a" + "\t" * 1_000_000 + "b") == "a" + "\t" * 1_000_000 + "b"
    assert without_tabs("a\t\t\nb") == "a    \nb"
    assert time.monotonic() - start < SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "x: [" + "a, " * 100_000 + "\n}",
        "x: " + "a: " * 100_000 + "\n}",
        "x: " + "&a " * 100_000 + "\n}",
        "k" * 1_000_000 + "\n}",
        "".join(f"k{number}: 'a\n" for number in range(50_000)),
        "x: a" + " " * 1_000_000 + "\t: [}",
    ],
)
def test_broken_yaml_is_refused_in_linear_time(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yaml").write_text("openapi: 3.1.0\n" + text, "utf-8")
    start = time.monotonic()
    run = specloom("validate", tmp_path / "a.yaml")
    assert run.exit_code == 1
    assert "a.yaml:" in run.errors and "error[invalid-yaml]" in run.errors
    assert time.monotonic() - start < SECONDS
