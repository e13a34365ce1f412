"""Format Python with ruff, in one process."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from specloom.diagnostics import SpecloomError
from specloom.python.code import WIDTH


def format_texts(texts: Sequence[str]) -> list[str]:
    """Format each string.

    Raises:
        SpecloomError: ruff is not installed.
        RuntimeError: ruff failed, for example on a string that is not valid Python.
    """
    try:
        find: Callable[[], str] = import_module("ruff.__main__").find_ruff_bin
    except ImportError:
        raise SpecloomError.of(
            "formatter-not-installed",
            "ruff is not installed",
            hint="install specloom[fast], or use black as the formatter",
        ) from None
    with tempfile.TemporaryDirectory(prefix="specloom-") as name:
        paths = [Path(name) / f"{number}.py" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8", newline="")
        command = [find(), "format", "--isolated", "--no-cache", "--quiet"]
        command += ["--line-length", str(WIDTH), "--target-version", "py311", name]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        if ran.returncode:
            raise RuntimeError(f"ruff: {ran.stderr.strip()}")
        return [path.read_text(encoding="utf-8") for path in paths]
