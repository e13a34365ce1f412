"""The mistakes that users make most often, and what a terminal shows for each.

A folder of `mistakes` has the files of a user in `input`, a command, and the expected output with the exit code. To
write the expected outputs after a change of messages: `SPECLOOM_WRITE=1 pytest tests/cli/test_mistakes.py`; then read them.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click.testing
import pytest

from tests.generate.support import specloom
from tests.support.loopback import Answer, Loopback, RecordedRequest

MISTAKES = Path(__file__).parent / "mistakes"
CASES = sorted(each.name for each in MISTAKES.iterdir())
URL = "http://127.0.0.1:8000"


@pytest.fixture(autouse=True)
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard error is a terminal without colours, 80 characters wide."""
    monkeypatch.setattr(click.testing._NamedTextIOWrapper, "isatty", lambda self: True)
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("SPECLOOM_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The URL of a server of the files."""

    def respond(request: RecordedRequest) -> Answer:
        return Answer(200, (tmp_path / "work" / request.path.lstrip("/")).read_bytes())

    with Loopback(respond) as server:
        yield server.url


def test_there_are_twenty_six() -> None:
    assert len(CASES) == 26


@pytest.mark.parametrize("name", CASES)
def test_a_mistake(name: str, tmp_path: Path, served: str, monkeypatch: pytest.MonkeyPatch) -> None:
    case, work = MISTAKES / name, tmp_path / "work"
    shutil.copytree(case / "input", work)
    monkeypatch.chdir(work)
    command = (case / "command.txt").read_text("utf-8").strip()
    run = specloom(*shlex.split(command.replace(URL, served))[1:])
    said = re.sub(r"[ ]+$", "", (run.errors + run.output).replace(served, URL), flags=re.MULTILINE)
    said = re.sub(r"\d+ files, \d+ added", "... files, ... added", said)
    shown = f"$ {command}\n{said}exit code {run.exit_code}\n"
    expected = case / "expected.txt"
    if os.environ.get("SPECLOOM_WRITE"):
        expected.write_text(shown, "utf-8")
    assert shown == expected.read_text("utf-8")
    written = (work / "out" / "shop").exists()
    assert written == (run.exit_code in (0, 3))
