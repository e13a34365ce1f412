"""The folders that the benchmark uses."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
BENCH = ROOT / "build" / "bench"
VENVS = BENCH / "venvs"
WORK = BENCH / "work"
"""The output of generators; emptied before each measurement that starts cold."""
CLIENTS = BENCH / "clients"
"""The clients of `DOCUMENT` by other tools, made by the set-up, for the measurements at run time."""
RESULTS = BENCH / "results.json"
REQUIREMENTS = Path(__file__).parent / "requirements"
SPECS = ROOT / "specs"
DOCUMENT = SPECS / "documents" / "2026-09" / "tasks.json"
"""The one document that is generated: 75 KB, 11 operations."""


def python(environment: str) -> Path:
    """Return the interpreter of one of the environments that the set-up creates."""
    return VENVS / environment / "bin" / "python"
