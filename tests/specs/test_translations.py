"""Test that translations are complete and contain the same code, numbers and constants as the descriptions."""

import re
from collections.abc import Set

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from specs.authoring.__main__ import SPECS

LANGUAGES = ("de", "es", "fr", "ja", "pt-BR")


def catalogue(name: str) -> Catalog:
    with (SPECS / "translations" / name).open("rb") as file:
        return read_po(file, abort_invalid=True)


def texts(name: str) -> dict[str, str]:
    return {str(each.id): str(each.string) for each in catalogue(name) if each.id}


def code(text: str) -> list[str]:
    return sorted(re.findall(r"`[^`]+`", text))


def constants(text: str) -> Set[str]:
    """Return words such as NOT_IN, which are values of the API."""
    return set(re.findall(r"(?<![A-Za-z])[A-Z]+_[A-Z_]+(?![A-Za-z])", text))


def numbers(text: str) -> Set[str]:
    """Return the numbers, without separators of thousands."""
    found = re.findall("\\d+(?:[.,\u202f\u00a0]\\d{3})+|\\d+", text)
    return {re.sub(r"\D", "", each) for each in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_description_is_translated(language: str) -> None:
    translated = texts(f"{language}.po")
    assert set(translated) == set(
        texts("de.po")
    )  # `specloom docs --check` compares one with the documents
    assert [each for each, text in translated.items() if not text.strip()] == []
    assert not any(each.fuzzy for each in catalogue(f"{language}.po") if each.id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_code_constants_and_numbers(language: str) -> None:
    different = [
        each
        for each, text in texts(f"{language}.po").items()
        if code(each) != code(text)
        or constants(each) != constants(text)
        or not numbers(each) <= numbers(text)
    ]
    assert different == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_end_as_the_descriptions_do(language: str) -> None:
    different = [
        each
        for each, text in texts(f"{language}.po").items()
        if each.endswith(".") != text.endswith((".", "。"))
    ]
    assert different == []
