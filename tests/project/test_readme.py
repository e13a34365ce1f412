"""Test that the client code of the READMEs works, against a stand-in server on loopback."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hubspot_crm import HubSpot
from hubspot_crm.testing import StandIn

ROOT = Path(__file__).parent.parent.parent


def python_blocks(path: Path) -> list[str]:
    return re.findall(r"```python\n(.*?)```", path.read_text("utf-8"), re.DOTALL)


# How many blocks of code are the first example.
@pytest.mark.parametrize(
    ("path", "blocks"), [("README.md", 1), ("generated/README.md", 2)], ids=str
)
def test_the_first_example_runs(path: str, blocks: int, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "".join(python_blocks(ROOT / path)[:blocks])
    crm = StandIn()
    with crm.serve() as url:
        monkeypatch.setitem(HubSpot.__init__.__kwdefaults__, "base_url", url)
        exec(compile(code, path, "exec"), {})
    requests = [
        (each.request.method, urlsplit(each.request.url).path, each.status) for each in crm.requests
    ]
    assert ("POST", "/crm/objects/2026-09/tasks", 201) in requests
    assert any(method == "PATCH" for method, _, _ in requests)
    assert all(status is not None and status < 300 for _, _, status in requests)


PAGES = [ROOT / "README.md", ROOT / "generated" / "README.md", *ROOT.glob("docs/**/*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_code_is_python_and_links_lead_somewhere(page: Path) -> None:
    for code in python_blocks(page):
        compile(code, page.name, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text("utf-8")):
        assert target.startswith("https://") or (page.parent / target).is_file(), target


def test_the_readme_names_targets_that_there_are() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    text = (ROOT / "README.md").read_text("utf-8") + (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = set(re.findall(r"`make ([\w-]+)", text)) | set(
        re.findall(r"^make ([\w-]+)", text, re.MULTILINE)
    )
    assert named
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in named)
