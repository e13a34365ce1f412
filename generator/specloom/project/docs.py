"""Read `[docs]`: the languages, the translations and the guides of the reference pages."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NoReturn

from specloom.project.model import Docs
from specloom.project.tables import Table, Tables

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")


def docs_table(tables: Tables, table: Table) -> Docs:
    """Read `[docs]`. The paths in it are relative to the folder of the project file.

    Raises:
        SpecloomError: a setting is wrong, or a guide does not exist.
    """
    tables.known(
        table, {"title", "language", "languages", "translations", "output", "guides"}, "docs"
    )
    usual = Docs()
    language = tables.text_of(table, "language") or usual.language
    languages = tables.texts(table, "languages")
    for each in (language, *languages):
        if not _LANGUAGE.fullmatch(each):
            tables.refuse(
                "languages", f"{each!r} is not a language; write a code such as 'de' or 'pt-BR'"
            )
    translations = tables.text_of(table, "translations")
    if set(languages) - {language} and not translations:
        tables.refuse("docs", "languages need 'translations', the folder of the translated texts")
    output = tables.text_of(table, "output")
    return Docs(
        title=tables.text_of(table, "title"),
        language=language,
        languages=tuple(dict.fromkeys((language, *languages))),
        translations=tables.folder / translations if translations else None,
        output=Path(os.path.normpath(tables.folder / output)) if output else usual.output,
        guides=tuple(_guide(tables, each) for each in tables.texts(table, "guides")),
    )


def _guide(tables: Tables, name: str) -> Path:
    path = tables.folder / name
    if path.suffix != ".md" or not path.is_file():
        _refuse_guide(tables, name)
    return path


def _refuse_guide(tables: Tables, name: str) -> NoReturn:
    tables.refuse("guides", f"guides: {name!r} is not a Markdown file that exists")
