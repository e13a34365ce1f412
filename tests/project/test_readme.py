"""What the README promises works: its client code, run against a task API on loopback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from examples.task_api import TaskApi
from hubspot_crm import HubSpot

ROOT = Path(__file__).parent.parent.parent


def python_blocks(path: Path) -> list[str]:
    return re.findall(r"```python\n(.*?)```", path.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("path", [ROOT / "README.md", ROOT / "generated" / "README.md"], ids=str)
def test_the_first_example_runs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = python_blocks(path)[0]
    with TaskApi() as api:
        monkeypatch.setitem(HubSpot.__init__.__kwdefaults__, "base_url", api.url)
        exec(compile(code, path.name, "exec"), {})
        methods = [(each.method, each.path) for each in api.requests]
    assert ("POST", "/crm/objects/2026-09/tasks") in methods
    assert ("PATCH", "/crm/objects/2026-09/tasks/501") in methods


def test_every_code_block_is_python() -> None:
    for path in (ROOT / "README.md", ROOT / "generated" / "README.md"):
        for code in python_blocks(path):
            compile(code, path.name, "exec")


def test_the_readme_names_targets_that_there_are() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    text = (ROOT / "README.md").read_text("utf-8") + (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = set(re.findall(r"`make ([\w-]+)", text)) | set(
        re.findall(r"^make ([\w-]+)", text, re.MULTILINE)
    )
    assert named
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in named)
