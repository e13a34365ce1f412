"""Test how the benchmark measures: rounds, process trees, reported failures, and tables of
results."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from benchmarks import results, tables
from benchmarks.measure import OURS, PEER, Case, Failed, Row, Sample, measure_row, run
from benchmarks.places import REQUIREMENTS

BURN = "import time\nwhile time.process_time() < 0.2: pass"


def test_cases_take_turns_and_one_that_fails_is_left() -> None:
    order: list[str] = []

    def measure(name: str) -> Sample:
        order.append(name)
        if name == "b":
            raise Failed("it does not import")
        return Sample(len(order))

    cases = [Case(name, PEER, partial(measure, name)) for name in "abc"]
    once = Case("d", OURS, partial(measure, "d"), rounds=1)
    found = measure_row(Row("row", "Row", "s", [*cases, once]), 3, lambda line: None)
    assert order == ["a", "b", "c", "d", "a", "c", "a", "c"]
    assert [len(each.values) for each in found] == [3, 0, 3, 1]
    assert found[1].fails == "it does not import"


def test_a_process_counts_with_those_that_it_waits_for() -> None:
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BURN!r}])"
    ran = run([sys.executable, "-c", child])
    assert ran.status == 0 and ran.seconds >= 0.2 and ran.memory > 1


def test_what_goes_wrong_is_reported() -> None:
    with pytest.raises(Failed, match="exit 3: so it is"):
        run([sys.executable, "-c", "print('so it is'); raise SystemExit(3)"]).succeeded()
    with pytest.raises(Failed, match="not done in time"):
        run([sys.executable, "-c", "import time; time.sleep(60)"], seconds=0.2).succeeded()


def case(name: str, kind: str, *values: float, fails: str = "") -> dict[str, Any]:
    told: dict[str, Any] = {"name": name, "kind": kind, "at": None, "values": list(values)}
    return {**told, "memory": [10.0] * len(values), "details": {}, "fails": fails}


def told(*cases: dict[str, Any]) -> dict[str, Any]:
    row = {"title": "Decode", "unit": "µs", "goal": "≤ 55", "axis": "", "cases": list(cases)}
    about = {"command": "python -m benchmarks", "commit": "abc", "date": "2026-11-22"}
    machine = {"processor": "P", "cores": 2, "system": "S", "python": "3", "java": "J"}
    return {"machine": machine, "versions": {"peer": "1"}, "rows": {"decode": {**row, **about}}}


def test_ratios_are_to_the_best_peer_that_did_not_fail() -> None:
    found = told(
        case("we", OURS, 50, 70, 60),
        case("fast", PEER, fails="2 modules | do not import"),
        case("slow", PEER, 600),
        case("slower", PEER, 900),
    )
    line = "| Decode | we | 60.0 µs | slow | 600 µs | 0.10 × |"
    assert line in tables.headlines(found) and line in tables.whole(found)
    lines = tables.details(found).splitlines()
    assert "| **we** | 60.0 | 50.0 – 70.0 | 3 | 0.10 × | 10 |" in lines
    assert any(line.startswith("| fast | fails: 2 modules   do not import |") for line in lines)


def test_tables_go_between_the_marks_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = tmp_path / "README.md", tmp_path / "benchmarks.md"
    for path in paths:
        path.write_text(f"before\n{tables.BEGIN}\nold\n{tables.END}\nafter\n", "utf-8")
    monkeypatch.setattr(tables, "DOCUMENTS", paths)
    monkeypatch.setattr(results, "read", lambda: told(case("we", OURS, 1)))
    tables.main(write=True)
    for path in paths:
        text = path.read_text("utf-8")
        assert text.startswith(f"before\n{tables.BEGIN}\n") and text.endswith(
            f"{tables.END}\nafter\n"
        )
        assert "old" not in text and "we" in text


def test_every_requirement_is_pinned() -> None:
    for path in REQUIREMENTS.glob("*.txt"):
        lines = path.read_text("utf-8").split("\n")
        assert lines and all("==" in line for line in lines if line), path.name
