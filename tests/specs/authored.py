"""A folder of tables to change, and its documents."""

from pathlib import Path

import pytest

from specs.authoring.__main__ import main
from tests.specs.invented import (
    copy_tables,
)


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    """Return a copy of some of the tables and documents."""
    objects = ("appointments", "calls", "objects", "tasks")
    apis = ("associations", "exports", "imports", "lists", "properties")
    return copy_tables(tmp_path, objects=objects, apis=apis)


def write(specs: Path) -> int:
    return main(["--specs", str(specs)])


def check(specs: Path) -> int:
    return main(["--specs", str(specs), "--check"])


def replace(specs: Path, table: str, old: str, new: str) -> None:
    path = specs / "tables" / table
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
