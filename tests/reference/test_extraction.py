"""The texts of documents as gettext catalogues: extraction, updates, and the check for completeness."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from specloom.cli import main

DOCUMENT = """
openapi: 3.1.0
info: {title: Pets, version: '1', description: "Pets of a shop.", x-specloom-docs: {products: {Shop: Free}, limits: ["100 pets"]}}
tags: [{name: animals, description: All animals.}]
paths:
  /pets:
    get:
      summary: List pets
      description: |
        Lists {all} pets, 100% of them.

        Page by page.
      parameters: [{name: q, in: query, description: A "quoted" word., schema: {type: string, example: {description: not this}}}]
      responses:
        '200':
          description: The pets.
          content:
            application/json:
              schema: {type: object, title: A pet, properties: {description: {type: string, description: Its description.}}}
              example: {description: nor this}
components:
  securitySchemes:
    login: {type: oauth2, flows: {clientCredentials: {tokenUrl: "https://a.example/t", scopes: {read: Read pets.}}}}
"""
TEXTS = (
    "Pets", "Pets of a shop.", "Free", "100 pets", "animals", "All animals.", "List pets",
    "Lists {all} pets, 100% of them.\n\nPage by page.", 'A "quoted" word.', "The pets.", "A pet",
    "Its description.", "Read pets.",
)  # fmt: skip


def project(folder: Path, document: str = DOCUMENT) -> Path:
    (folder / "api.yaml").write_text(document)
    (folder / "specloom.toml").write_text(
        '[package]\nname = "pets"\n[documents]\nfiles = "api.yaml"\n'
        '[docs]\nlanguages = ["de", "ja"]\ntranslations = "texts"\n'
    )
    return folder / "specloom.toml"


def run(path: Path, *options: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["docs", "--project", str(path), *options])
    return result.exit_code, result.output


def translated(path: Path) -> None:
    """Translate every text to itself in capitals."""
    from babel.messages.pofile import read_po, write_po

    with path.open("rb") as file:
        catalogue = read_po(file)
    for each in catalogue:
        if each.id and not each.string:
            each.string = str(each.id).upper()
    with path.open("wb") as file:
        write_po(file, catalogue)


def test_every_text_of_a_document_is_extracted_once_and_values_are_not(tmp_path: Path) -> None:
    from babel.messages.pofile import read_po

    code, output = run(project(tmp_path), "--extract")
    assert code == 0, output
    with (tmp_path / "texts" / "reference.pot").open("rb") as file:
        ids = [each.id for each in read_po(file) if each.id]
    assert ids == list(TEXTS)
    template = (tmp_path / "texts" / "reference.pot").read_text("utf-8")
    assert "python" not in template  # no placeholders, whatever a text contains
    assert "#: api.yaml" in template
    assert sorted(each.name for each in (tmp_path / "texts").iterdir()) == [
        "de.po",
        "ja.po",
        "reference.pot",
    ]


def test_a_catalogue_keeps_its_translations_and_marks_those_of_changed_texts(
    tmp_path: Path,
) -> None:
    path = project(tmp_path)
    run(path, "--extract")
    code, output = run(path, "--check")
    assert code == 1
    assert f"de: 0 of {len(TEXTS)} texts, {len(TEXTS)} missing, 0 fuzzy" in output
    for language in ("de", "ja"):
        translated(tmp_path / "texts" / f"{language}.po")
    assert run(path, "--check")[0] == 0
    run(path, "--extract")
    before = (tmp_path / "texts" / "de.po").read_text("utf-8")
    assert "unchanged" in run(path, "--extract")[1]
    assert 'msgstr "LIST PETS"' in before

    project(
        tmp_path,
        DOCUMENT.replace("Pets of a shop.", "The pets of a shop.").replace("A pet,", "Cat,"),
    )
    code, output = run(path, "--check")
    assert code == 1  # the catalogues are not updated yet
    run(path, "--extract")
    code, output = run(path, "--check")
    assert code == 1
    assert f"de: {len(TEXTS) - 2} of {len(TEXTS)} texts" in output and "1 fuzzy" in output
    after = (tmp_path / "texts" / "de.po").read_text("utf-8")
    assert "A PET" not in after and '#, fuzzy\nmsgid "The pets of a shop."' in after


def test_mistakes_of_languages_and_catalogues_are_located(tmp_path: Path) -> None:
    path = project(tmp_path)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "de.po").write_text('msgid "a"\nbroken\n')
    code, output = run(path, "--check")
    assert code == 1 and "invalid-catalogue" in output and "de.po" in output
    (tmp_path / "texts" / "de.po").unlink()
    text = path.read_text()
    path.write_text(text.replace('"ja"', '"qx"'))
    assert "unknown-language" in run(path, "--extract")[1]
    path.write_text(text.replace('"ja"', '"Deutsch"'))
    assert "write a code such as 'de'" in run(path, "--extract")[1]
    path.write_text(text.replace('translations = "texts"', ""))
    assert "need 'translations'" in run(path, "--extract")[1]


def test_missing_libraries_are_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    code, output = run(project(tmp_path), "--check")
    assert code == 1 and "pip install specloom[docs]" in output
    assert run(project(tmp_path), "--check", "--extract")[0] == 2
