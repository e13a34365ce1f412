"""Test that the costs of the package stay within its budgets, in counts and not in seconds."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.budgets.counts import NAMES, can_count_instructions, count, yardstick

TABLE = Path(__file__).parent / "budgets.toml"


def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text("utf-8"))


def budgets() -> dict[str, int]:
    """Return the budget of each count."""
    found: dict[str, int] = _table()["budgets"]
    return found


def test_each_count_has_a_budget() -> None:
    assert set(budgets()) == set(NAMES)


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("instructions")])
def test_a_count_is_within_its_budget(name: str) -> None:
    _for_this_python(name)
    assert count(name) <= budgets()[name]


@pytest.mark.whole
@pytest.mark.skipif(not can_count_instructions(), reason="valgrind is not installed: make valgrind")
@pytest.mark.xdist_group("instructions")
def test_instructions_are_within_their_budgets() -> None:
    names = [name for name in NAMES if name.startswith("instructions")]
    _for_this_python(names[0])
    known: int = _table()["yardstick"]
    if abs(yardstick() - known) > 0.02 * known:
        pytest.skip(f"this Python is built otherwise: {yardstick():,} instructions for {known:,}")
    counted = {name: count(name) for name in names}
    assert {name: n for name, n in counted.items() if n > budgets()[name]} == {}


def _for_this_python(name: str) -> None:
    meant = _table()["python"]
    running = f"{sys.version_info.major}.{sys.version_info.minor}"
    if running != meant and not name.startswith("bytes"):
        pytest.skip(f"the budgets are those of Python {meant}")
