"""The words of the pages: complete in every language, with the same placeholders."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import specloom.reference
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from click.testing import CliRunner
from specloom.cli import main
from specloom.reference.rendering.language import Language, words_path
from specloom.reference.texts.catalogues import read_catalogue

from tests.reference.pages import parse

FOLDER = Path(specloom.reference.__file__).parent
LANGUAGES = ("pt-BR", "ja", "de", "fr", "es")
PLACEHOLDER = re.compile(r"%\(\w+\)s")


@cache
def messages() -> frozenset[str | tuple[str, ...]]:
    """Return the words in the templates and modules; one with a plural is a pair."""
    found = extract_from_dir(
        str(FOLDER),
        method_map=[("**.j2", "jinja2"), ("**.py", "python")],
        keywords={"_": None, "gettext": None, "ngettext": (1, 2)},
    )
    return frozenset(each[2] if isinstance(each[2], str) else tuple(each[2]) for each in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_pages_is_translated(language: str) -> None:
    catalogue: Catalog = read_catalogue(words_path(language), language)
    known = {each.id: each for each in catalogue if each.id}
    assert {tuple(each) if isinstance(each, list) else each for each in known} == messages()
    for message in known.values():
        texts = message.string if isinstance(message.string, (list, tuple)) else [message.string]
        assert not message.fuzzy and all(texts), message.id
        assert len(texts) == (catalogue.num_plurals if message.pluralizable else 1), message.id
        ids = message.id if isinstance(message.id, (list, tuple)) else [message.id]
        wanted = {name for each in ids for name in PLACEHOLDER.findall(each)}
        for text in texts:
            # A singular may leave out the number.
            assert set(PLACEHOLDER.findall(text)) <= wanted, text
        assert {name for text in texts for name in PLACEHOLDER.findall(text)} == wanted, message.id


def test_numbers_and_names_follow_the_language() -> None:
    numbers = {each: Language(each, "en", {}).number(1234567.5) for each in LANGUAGES}
    assert numbers == {
        "pt-BR": "1.234.567,5",
        "ja": "1,234,567.5",
        "de": "1.234.567,5",
        "fr": "1\u202f234\u202f567,5",
        "es": "1.234.567,5",
    }
    assert [Language(each, "en", {}).name for each in LANGUAGES] == [
        "Português (Brasil)", "日本語", "Deutsch", "Français", "Español",
    ]  # fmt: skip


def test_the_heading_of_a_response_without_a_status_is_a_phrase_of_the_language() -> None:
    found = {each: Language(each, "en", {}).response("default") for each in ("en", *LANGUAGES)}
    assert found == {
        "en": "Other responses",
        "pt-BR": "Outras respostas",
        "ja": "その他のレスポンス",
        "de": "Andere Antworten",
        "fr": "Autres réponses",
        "es": "Otras respuestas",
    }
    assert Language("de", "en", {}).response("404") == "Antwort 404"
    assert Language("fr", "en", {}).response("4XX") == "Réponse 4XX"


DOCUMENT = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: "https://pets.example"}]
paths:
  /pets:
    get:
      summary: List pets
      tags: [pets]
      responses: {"200": {description: Done.}, default: {description: Failed.}}
    post:
      summary: Create a pet
      tags: [pets]
      responses:
        default: {description: The pet., content: {application/json: {schema: {type: integer}, example: 7}}}
"""


def test_a_default_response_has_a_heading_of_its_own_on_the_pages(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(DOCUMENT)
    (tmp_path / "specloom.toml").write_text(
        '[package]\nname = "pets"\n[documents]\nfiles = "api.yaml"\n[docs]\nlanguages = ["de"]\ntranslations = "texts"\n'
    )
    out = tmp_path / "out"
    words = ("docs", "--project", str(tmp_path / "specloom.toml"), "--output", str(out))
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output
    text = (out / "de" / "api" / "pets.md").read_text("utf-8")
    headings = [each for each in text.splitlines() if each.startswith("### ")]
    assert headings.count("### Andere Antworten") == 2 and "### Antwort 200" in headings
    page = parse((out / "de" / "api" / "pets.html").read_text("utf-8"))
    assert "Andere Antworten" in [each.text for each in page.every("div", "bar")]


def test_a_text_without_a_translation_is_marked_and_one_with_it_is_not() -> None:
    german = Language("de", "en", {"List pets": "Tiere auflisten", "A *pet*.": "Ein *Tier*."})
    assert german.title("List pets") == "Tiere auflisten"
    assert german.prose("A *pet*.") == "<p>Ein <em>Tier</em>.</p>"
    assert german.title("<b>") == '<span class="untranslated" lang="en">&lt;b&gt;</span>'
    assert german.prose("A cat.") == '<div class="untranslated" lang="en"><p>A cat.</p></div>'
    english = Language("en", "en", {})
    assert english.title("List pets") == "List pets"
    # A language for which the pages have no words falls back to English.
    assert Language("it", "en", {}).word("Search") == "Search"
