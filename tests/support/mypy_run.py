"""Run mypy on some files."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from mypy import api


def run_mypy(arguments: Sequence[str]) -> tuple[str, str, int]:
    """Return its output, errors and exit code. The recursion limit of the process is restored."""
    limit = sys.getrecursionlimit()
    try:
        return api.run([*arguments])
    finally:
        sys.setrecursionlimit(limit)


LIBRARIES = (
    "import asyncio, decimal, httpx2, logging, msgspec, typing, urllib.parse, uuid, xml.etree\n"
)


def libraries_cache(factory: pytest.TempPathFactory) -> Path:
    """Return a cache of the libraries that generated packages import; it is made once for all
    workers of a run."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "mypy-libraries"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        if os.name == "posix":
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        cache = folder / "cache"
        if not (folder / "done").exists():
            program = folder / "libraries.py"
            program.write_text(LIBRARIES, "utf-8")
            run_mypy(["--strict", "--config-file=", f"--cache-dir={cache}", str(program)])
            (folder / "done").touch()
    return cache
