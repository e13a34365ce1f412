"""Test that type checkers see exact types through the core."""

from __future__ import annotations

from pathlib import Path

import hubspot_crm._core
import pytest

from tests.support.mypy_run import run_mypy

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.whole
def test_mypy_strict_on_a_sample(tmp_path: Path) -> None:
    package = Path(hubspot_crm._core.__path__[0]).parent
    config = tmp_path / "mypy.ini"
    config.write_text(
        f"[mypy]\nstrict = True\nmypy_path = {package.parent}:{ROOT}\n"
        "explicit_package_bases = True\nnamespace_packages = True\n",
        encoding="utf-8",
    )
    arguments = ["--config-file", str(config), "--cache-dir", str(tmp_path / "cache")]
    sources = [str(path) for path in sorted((Path(__file__).parent / "sample").glob("*.py"))]
    output, errors, status = run_mypy(arguments + sources)
    assert (status, errors) == (0, ""), output
