"""Test that every link of the documentation leads to an existing page, heading or image, and that
every page is in the navigation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
PAGES = [*sorted(DOCS.glob("**/*.md")), *map(ROOT.joinpath, ("README.md", "CONTRIBUTING.md"))]


class _Tolerant(yaml.SafeLoader):
    """Reads mkdocs.yml, whose tags only the site generator knows."""


_Tolerant.add_multi_constructor("tag:", lambda *_: None)
CONFIGURATION: dict[str, Any] = yaml.load(  # noqa: S506 - a SafeLoader
    (ROOT / "mkdocs.yml").read_text("utf-8"), _Tolerant
)


@cache
def anchors(page: Path) -> frozenset[str]:
    """Return the anchors of the headings of a page, as Python-Markdown and GitHub make them."""
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    found = [
        re.sub(r"[\s]+", "-", re.sub(r"[^\w\s-]", "", heading.strip().lower()))
        for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    ]
    return frozenset(found)


def links(page: Path) -> Iterator[str]:
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    yield from re.findall(r"\]\(([^)\s]+)\)", text)
    yield from re.findall(r"(?:src|srcset|href)=\"([^\"]+)\"", text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        path, _, anchor = link.partition("#")
        if (
            path.startswith("https://")
            or anchor.startswith("only-")
            and (page.parent / path).is_file()
        ):
            continue
        target = page if not path else (page.parent / path).resolve()
        assert target.is_file(), link
        assert not anchor or anchor in anchors(target), link
        outside = page.is_relative_to(DOCS) and not target.is_relative_to(DOCS)
        assert not outside, f"{link} is not a part of the site"


def in_navigation(entries: list[Any]) -> Iterator[str]:
    for entry in entries:
        for value in entry.values():
            yield from in_navigation(value) if isinstance(value, list) else [value]


def test_the_navigation_has_every_page_once() -> None:
    pages = sorted(page.relative_to(DOCS).as_posix() for page in DOCS.glob("**/*.md"))
    assert sorted(in_navigation(CONFIGURATION["nav"])) == pages


def test_the_site_loads_nothing_from_elsewhere() -> None:
    assert CONFIGURATION["theme"]["font"] is False
    [script] = CONFIGURATION["extra"]["polyfills"]
    assert (DOCS / script).is_file() and "iframe-worker" in script
