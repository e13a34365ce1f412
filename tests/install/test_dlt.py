"""The recipe for dlt, with dlt and DuckDB in an environment of their own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.install.environments import build_wheel, install

pytestmark = pytest.mark.install

ROOT = Path(__file__).parent.parent.parent
PROGRAM = Path(__file__).parent / "programs" / "use_dlt.py"


def test_dlt_loads_what_has_changed(tmp_path: Path) -> None:
    wheel = build_wheel(ROOT / "generated", tmp_path / "wheel")
    environment = install(wheel, tmp_path / "environment", beside=("dlt[duckdb]>=1.5",))
    folders = {"HOME": str(tmp_path), "DLT_DATA_DIR": str(tmp_path / "dlt")}
    ran = subprocess.run(
        [environment.python, PROGRAM, ROOT],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "RUNTIME__DLTHUB_TELEMETRY": "false", **folders},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
