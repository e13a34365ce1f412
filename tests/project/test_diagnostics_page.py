"""Test that docs/diagnostics.md lists exactly the codes that specloom can report."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "diagnostics.md"
LIMITS = ROOT / "docs" / "limits.md"
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+")
# One word, or put together.
OTHERS = {"drift", "unreadable"}
# Strings that look like codes.
NO_CODES = {
    "date-time",
    "has-next-page",
    "operation-ids",
    "poetry-core",
    "python-brace-format",
    "python-format",
    "rate-limit",
    "read-only",
    "uri-reference",
    "utf-8",
    "utf-8-sig",
    "write-only",
}


def said() -> set[str]:
    """Return the strings in the form of a code that specloom reports."""
    found = {
        value.value
        for path in (ROOT / "generator").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for value in passed(node)
        if isinstance(value, ast.Constant)
        and isinstance(value.value, str)
        and CODE.fullmatch(value.value)
    }
    return {each for each in found if not each.startswith("x-")} - NO_CODES | OTHERS


def passed(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.Call):
        yield from node.args
        yield from (each.value for each in node.keywords)
    elif isinstance(node, ast.Tuple):
        yield from node.elts


def test_every_code_is_listed_once() -> None:
    listed = re.findall(r"^\| `([a-z0-9-]+)` \|", PAGE.read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(said())


def test_limits_name_codes_that_there_are() -> None:
    named = re.findall(r"`([a-z]+(?:-[a-z0-9]+)+)`", LIMITS.read_text("utf-8"))
    assert named
    assert set(named) <= said() | NO_CODES
