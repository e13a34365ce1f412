"""Follow the tutorial word for word, with pip and a shell, in an empty environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.blocks import PROGRESS, blocks, commands, matches

pytestmark = pytest.mark.install

ROOT = Path(__file__).parent.parent.parent
NEEDED = ("README.md", "LICENSE", "pyproject.toml", "generator", "templates")
"""What pip needs of a checkout."""


def test_the_tutorial(tmp_path: Path) -> None:
    checkout, work, environment = (tmp_path / name for name in ("checkout", "work", "venv"))
    checkout.mkdir()
    work.mkdir()
    for name in NEEDED:
        source = ROOT / name
        ignored = shutil.ignore_patterns("__pycache__")
        if source.is_dir():
            shutil.copytree(source, checkout / name, ignore=ignored)
        else:
            shutil.copy(source, checkout / name)
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    variables = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRT"))
    } | {
        "PATH": f"{environment / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "PIP_QUIET": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "NO_COLOR": "1",
    }
    variables.pop("SPECLOOM_CACHE_DIR", None)
    ran: list[str] = []
    for block in blocks(ROOT / "docs" / "tutorial.md", ROOT):
        if block.title:
            (work / block.title).write_text(block.code, "utf-8")
        for command, expected in commands(block.code) if block.language == "console" else ():
            done = subprocess.run(
                command,
                shell=True,  # noqa: S602 - the commands are those of the tutorial
                cwd=checkout if command == "pip install ." else work,
                env=variables,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                timeout=300,
            )
            said = f"{ran[-1]}\n" if command == "echo $?" else PROGRESS.sub("", done.stdout)
            if not command.startswith("pip "):
                assert matches(expected, said), f"line {block.line}: {command}\n{said}"
            else:
                assert done.returncode == 0, f"line {block.line}: {command}\n{said}"
            ran.append(str(done.returncode))
    assert len(ran) > 8
