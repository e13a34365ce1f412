"""Test positions: the line and column of each part of a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from specloom.diagnostics import Pointer
from specloom.documents.reading.positions import position

from tests.documents.support import written

JSON = '{\r\n  "a": {"b": [1,\r\n   {"c": 2}, []]},\r\n "é😀": "x", "__proto__": {},\r\n "d": 1, "d": 2}'
YAML = "x: &k\n  y: 1\na:\n  b:\n  - 1\n  - c: 2\n  -\n    - z\n  200: *k\n'q r': &s\n  - t\n"


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ((), (1, 1)),
        (("a",), (2, 3)),
        (("a", "b"), (2, 9)),
        (("a", "b", "0"), (2, 15)),
        (("a", "b", "1"), (3, 4)),
        (("a", "b", "1", "c"), (3, 5)),
        (("a", "b", "2", "0"), (3, 14)),
        (("a", "b", "9", "z"), (2, 9)),
        (("é😀",), (4, 2)),
        (("__proto__",), (4, 13)),
        (("__proto__", "x"), (4, 13)),
        (("d",), (5, 10)),
        (("nothing",), (1, 1)),
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a.yaml", "a"])
def test_json(tmp_path: Path, name: str, pointer: Pointer, expected: tuple[int, int]) -> None:
    assert position(written(tmp_path, name, JSON), pointer) == expected


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ((), (1, 1)),
        (("a",), (3, 1)),
        (("a", "b"), (4, 3)),
        (("a", "b", "1"), (6, 5)),
        (("a", "b", "1", "c"), (6, 5)),
        (("a", "b", "2", "0"), (8, 7)),
        (("a", "b", "7"), (4, 3)),
        (("a", "200"), (9, 3)),
        (("a", "200", "y"), (2, 3)),
        (("q r", "0"), (11, 5)),
        (("nothing", "at", "all"), (1, 1)),
    ],
)
def test_yaml(tmp_path: Path, pointer: Pointer, expected: tuple[int, int]) -> None:
    assert position(written(tmp_path, "a.yaml", YAML), pointer) == expected
    assert position(written(tmp_path, "b.yaml", YAML.replace("\n", "\r\n")), pointer) == expected


def test_flow_style_and_a_byte_order_mark(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml", b"\xef\xbb\xbf{a: 1, b: {c: 3}}")
    assert position(path, ("b", "c")) == (1, 12)


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    assert position(written(tmp_path, "a.json", '{"a": 1}'), ("a",)) == (1, 2)
    assert position(written(tmp_path, "a.json", '{\n\n"a": 1}'), ("a",)) == (3, 1)


@pytest.mark.parametrize("content", [b"\xff", b"{", b"a: [", b"{" * 100_000, b"", b"1"])
@pytest.mark.parametrize("name", ["a.json", "a.yaml"])
def test_a_file_that_is_broken_by_now_never_raises(
    tmp_path: Path, name: str, content: bytes
) -> None:
    found = position(written(tmp_path, name, content), ("a", "b"))
    assert found is None or found == (1, 1)


def test_a_file_that_is_removed_has_no_positions(tmp_path: Path) -> None:
    assert position(tmp_path / "gone.yaml", ()) is None
