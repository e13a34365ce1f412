"""Where the benchmark keeps what it sets up, makes and measures."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
BENCH = ROOT / "build" / "bench"
VENVS = BENCH / "venvs"
WORK = BENCH / "work"
"""What generators write; emptied before each measurement that starts cold."""
CLIENTS = BENCH / "clients"
"""The peers' clients of `DOCUMENT`, made by the set-up, for the measurements at run time."""
RESULTS = BENCH / "results.json"
REQUIREMENTS = Path(__file__).parent / "requirements"
SPECS = ROOT / "specs"
DOCUMENT = SPECS / "documents" / "2026-09" / "tasks.json"
"""The one document that is generated: 75 KB, 11 operations."""


def python(environment: str) -> Path:
    """The interpreter of one of the environments that the set-up makes."""
    return VENVS / environment / "bin" / "python"
