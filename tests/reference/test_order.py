"""What the pages list is sorted by its title in the language of the pages."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from specloom.project.model import Project
from specloom.reference.build import render_language
from specloom.reference.rendering.language import Language
from specloom.reference.rendering.order import alphabetical, in_alphabetical_order
from specloom.reference.views import Site

from tests.reference.pages import parse

LANGUAGES = ("en", "de", "ja")
PAGES = ("2026-09/index.html", "2026-09/index.md", "coverage.html", "2026-09/tasks.html")


@pytest.mark.parametrize(
    ("words", "ordered"),
    [
        (["Zahlungen", "Überweisungen", "Termine", "uhren"], ["Termine", "Überweisungen", "uhren", "Zahlungen"]),
        (["États", "Fiches", "Envois", "écrans"], ["écrans", "Envois", "États", "Fiches"]),
        (["会社", "タスク", "ガイド", "カメラ"], ["ガイド", "カメラ", "タスク", "会社"]),
    ],
)  # fmt: skip
def test_case_and_accents_do_not_matter(words: list[str], ordered: list[str]) -> None:
    assert sorted(words, key=alphabetical) == ordered


@pytest.fixture(scope="module", params=LANGUAGES)
def pages(request: pytest.FixtureRequest, site: Site, project: Project) -> Mapping[str, str]:
    return {
        path: text
        for path, text in render_language(site, project, request.param, LANGUAGES)
        if path in PAGES
    }


def test_menus_lists_and_the_matrix_are_sorted(pages: Mapping[str, str]) -> None:
    version = parse(pages["2026-09/index.html"])
    cards = [each.one("b").text for each in version.one("main").one("ul", "cards").own("li")]
    assert len(cards) > 10 and cards == sorted(cards, key=alphabetical)
    written = re.findall(r"^- \[(.*)\]\(", pages["2026-09/index.md"], re.MULTILINE)
    assert written == cards
    menu = parse(pages["2026-09/tasks.html"]).one("nav", "side").every("ul", "pages")
    titles = [[next(item.every("a")).text for item in each.own("li")] for each in menu]
    assert cards in titles
    table = parse(pages["coverage.html"]).one("tbody")
    rows = [re.sub(r" v\d+$", "", each.text) for each in table.every("th")]
    assert len(rows) > 10 and rows == sorted(rows, key=alphabetical)


def test_resources_stay_with_their_version_and_parts_in_their_order(site: Site) -> None:
    found = in_alphabetical_order(site, Language("en", "en", {}))
    assert {each.page for each in found.resources} == {each.page for each in site.resources}
    versions = [each.version for each in found.resources]
    assert list(dict.fromkeys(versions)) == [each.name for each in site.versions]
    assert (
        sum(a != b for a, b in zip(versions, versions[1:], strict=False)) == len(site.versions) - 1
    )
    parts = [(each.version, each.name, each.number) for each in found.resources]
    by_name = {
        (version, name): [n for v, m, n in parts if (v, m) == (version, name)]
        for version, name, _ in parts
    }
    assert all(numbers == sorted(numbers) for numbers in by_name.values())
