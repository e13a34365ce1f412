"""Labels, lists and details on the pages have the punctuation of the language, in HTML and in Markdown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from specloom.cli import main
from specloom.reference.rendering.language import Language

from tests.reference.pages import parse

COLOURS = {"name": "colour", "in": "query", "required": True}
SIZE = {"name": "size", "in": "query", "schema": {"type": "integer", "default": 3, "maximum": 9}}
DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "servers": [{"url": "https://pets.example"}],
    "paths": {
        "/pets": {
            "get": {
                "tags": ["pets"],
                "summary": "List",
                "parameters": [
                    {**COLOURS, "schema": {"type": "string", "enum": ["<b>", "red"]}},
                    SIZE,
                ],
                "responses": {"204": {"description": "Done."}},
            }
        }
    },
}
MARKDOWN = {
    "en": (
        "- Server: `https://pets.example`",
        "- `colour` (`enum<string>`, required, Options: `<b>`, `red`)",
        "- `size` (`integer`, Default: `3`)",
    ),
    "fr": (
        "- Serveur\u00a0: `https://pets.example`",
        "- `colour` (`enum<string>`, obligatoire, Options\u00a0: `<b>`, `red`)",
        "- `size` (`integer`, Valeur par défaut\u00a0: `3`)",
    ),
    "ja": (
        "- サーバー：`https://pets.example`",
        "- `colour`（`enum<string>`、必須、選択肢：`<b>`、`red`）",
        "- `size`（`integer`、既定値：`3`）",
    ),
}
LABELS = {
    "en": ["Options: <b> red", "Value: ≤ 9", "Default: 3"],
    "fr": ["Options\u00a0: <b> red", "Valeur\u00a0: ≤ 9", "Valeur par défaut\u00a0: 3"],
    "ja": ["選択肢：<b> red", "値：≤ 9", "既定値：3"],
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the pages in three languages."""
    folder: Path = tmp_path_factory.mktemp("pets")
    (folder / "texts").mkdir()
    (folder / "api.json").write_text(json.dumps(DOCUMENT))
    (folder / "specloom.toml").write_text(
        '[package]\nname = "pets"\n[documents]\nfiles = "api.json"\n'
        '[docs]\nlanguages = ["en", "fr", "ja"]\ntranslations = "texts"\n'
    )
    arguments = [
        "docs",
        "--project",
        str(folder / "specloom.toml"),
        "--output",
        str(folder / "out"),
    ]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return folder / "out"


@pytest.mark.parametrize("language", MARKDOWN)
def test_markdown_has_the_punctuation_of_the_language(pages: Path, language: str) -> None:
    (twin,) = (pages / language).glob("**/pets.md")
    lines = twin.read_text("utf-8").splitlines()
    assert [each for each in lines if each in MARKDOWN[language]] == [*MARKDOWN[language]]


@pytest.mark.parametrize("language", LABELS)
def test_html_has_the_punctuation_of_the_language(pages: Path, language: str) -> None:
    (page,) = (pages / language).glob("**/pets.html")
    section = next(parse(page.read_text("utf-8")).every("section", "op"))
    found = [*section.every("p", "opts"), *section.every("span", "lim")]
    assert ["".join(each.strings()) for each in found] == LABELS[language]
    assert not [*section.every("b")]


def test_details_are_in_parentheses_only_if_there_are_any() -> None:
    japanese, english = Language("ja", "en", {}), Language("en", "en", {})
    assert japanese.detailed("コンタクト", "v3") == "コンタクト（v3）"
    assert english.detailed("Contacts", "v3") == "Contacts (v3)"
    assert japanese.detailed("コンタクト", "") == "コンタクト"
    assert japanese.listed(["一", "二"]) == "一、二" and english.listed(["a", "b"]) == "a, b"
