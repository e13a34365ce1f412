"""Run the programs of the guides in specs/guides/, and compare the translations with the originals."""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hubspot_crm.testing import StandIn
from specloom.project.model import Project
from specloom.reference.guides import read_guides
from specloom.reference.rendering.language import Language
from specloom.reference.rendering.markdown_pages import MarkdownPages
from specloom.reference.views import Site

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
GUIDES = Path(__file__).parent.parent.parent / "specs" / "guides"


def test_the_programs_of_a_guide_run(monkeypatch: pytest.MonkeyPatch) -> None:
    crm = StandIn(seed=1)
    scope: dict[str, object] = {"__name__": "__main__"}
    printed = StringIO()
    with crm.serve() as url, redirect_stdout(printed):
        monkeypatch.setenv("HUBSPOT_ACCESS_TOKEN", "any-token")
        for syntax, code in BLOCK.findall((GUIDES / "start.md").read_text("utf-8")):
            if syntax == "python":
                code = code.replace('TOKEN"])', f'TOKEN"], base_url="{url}")')
                exec(compile(code, "start.md", "exec"), scope)
        scope["client"].close()  # type: ignore[attr-defined]
    assert len(crm.records("tasks")) == 251
    lines = printed.getvalue().splitlines()
    assert lines[0].endswith("Call back") and "404 OBJECT_NOT_FOUND" in lines
    assert len(lines) == 1 + 1 + 251


def test_every_guide_is_translated_with_the_same_programs(project: Project) -> None:
    for guide in read_guides(project):
        assert list(guide.text) == list(project.docs.languages)
        original = guide.text["en"]
        shape = re.findall(r"^(#+) |^(```\w*)$", original, re.MULTILINE)
        for language, text in guide.text.items():
            assert BLOCK.findall(text) == BLOCK.findall(original), language
            assert re.findall(r"^(#+) |^(```\w*)$", text, re.MULTILINE) == shape, language
            if language != "en":
                assert guide.title[language] != guide.title["en"]
                prose = BLOCK.sub("", text)
                codes = sorted(re.findall(r"`[^`\n]+`", prose))
                assert codes == sorted(re.findall(r"`[^`\n]+`", BLOCK.sub("", original))), language


def test_the_start_of_the_markdown_pages_names_the_guides_in_its_language(project: Project) -> None:
    guides = tuple(read_guides(project))
    views: dict[str, Any] = {**dict.fromkeys(Site.__struct_fields__, ()), "guides": guides}
    site = Site(**{**views, "title": "", "description": ""})
    for language in ("en", "es", "ja"):
        start = dict(MarkdownPages(site, Language(language, "en", {})).pages())["index.md"]
        assert f"- [{guides[0].title[language]}]" in start
