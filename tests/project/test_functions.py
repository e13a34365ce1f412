"""Test that functions fit on a screen or two, or give a reason for their length."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
FOLDERS = ("generator", "templates", "specs", "examples", "benchmarks", "website")
GENERATED = (ROOT / "examples" / "pets" / "client",)

LONGEST = 60
"""The maximum number of lines of a function, from `def` to its last line, docstring included."""

REASON = re.compile(r"# long: \S.{9,}$")
"""On the line of `def` or on the line above the function and its decorators."""


def long_functions(source: str) -> Iterator[tuple[str, int]]:
    """Yield the name and the number of lines of each function that is too long, without a reason."""
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        count = (node.end_lineno or node.lineno) - node.lineno + 1
        first = min(each.lineno for each in (node, *node.decorator_list))
        beside = (lines[node.lineno - 1], lines[first - 2] if first > 1 else "")
        if count > LONGEST and not any(REASON.search(line) for line in beside):
            yield node.name, count


def test_functions_have_at_most_60_lines() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {name} has {count} lines"
        for folder in FOLDERS
        for path in sorted((ROOT / folder).rglob("*.py"))
        if not any(path.is_relative_to(each) for each in GENERATED)
        for name, count in long_functions(path.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("head", "lines", "found"),
    [
        ("def f():\n", 59, []),
        ("def f():\n", 60, [("f", 61)]),
        ("async def f():\n    '''Do.'''\n", 59, [("f", 61)]),
        ("class A:\n  @staticmethod\n  def f():\n", 60, [("f", 61)]),
        ("def f():  # long: one row for each status code\n", 60, []),
        ("# long: one row for each status code\n@cache\ndef f():\n", 60, []),
        ("def f():  # long:\n", 60, [("f", 61)]),
    ],
)
def test_only_a_reason_permits_a_longer_one(
    head: str, lines: int, found: list[tuple[str, int]]
) -> None:
    assert list(long_functions(head + "    pass\n" * lines)) == found
