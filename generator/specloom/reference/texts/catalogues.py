"""Read and write gettext catalogues: the translations of texts, by language."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po
from msgspec import Struct

from specloom.diagnostics import Location, SpecloomError
from specloom.reference.texts.messages import Message

_WIDTH = 100


class Completeness(Struct, frozen=True):
    """How complete the translations of a language are.

    Attributes:
        language: the language.
        total: the number of texts.
        missing: the texts without a translation.
        fuzzy: the texts whose translation is of an earlier text, and has to be read again.
    """

    language: str
    total: int
    missing: tuple[str, ...]
    fuzzy: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        """Whether every text has a translation that is current."""
        return not self.missing and not self.fuzzy


def locale_of(language: str) -> Locale:
    """Return the locale of a language such as `pt-BR`.

    Raises:
        SpecloomError: Babel does not know it.
    """
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        raise SpecloomError.of(
            "unknown-language",
            f"the language {language!r} is unknown",
            hint="write a code such as 'de' or 'pt-BR' in [docs] languages",
        ) from None


def read_catalogue(path: Path, language: str) -> Catalog:
    """Read a catalogue, or return an empty one if the file does not exist.

    Raises:
        SpecloomError: the file is not a catalogue.
    """
    locale = locale_of(language)
    if not path.is_file():
        return Catalog(locale=locale, fuzzy=False)
    try:
        with path.open("rb") as file:
            return read_po(file, locale=locale, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, OSError) as error:
        raise SpecloomError.of(
            "invalid-catalogue",
            f"the translations cannot be read: {error}",
            hint="correct the file; msgfmt --check shows what is wrong",
            location=Location(path.as_posix()),
        ) from None


def translations_of(catalogue: Catalog) -> dict[str, str]:
    """Return the translations that can be shown: those that are neither empty nor fuzzy."""
    return {
        str(each.id): each.string
        for each in catalogue
        if each.id and isinstance(each.string, str) and each.string.strip() and not each.fuzzy
    }


def template_of(messages: Iterable[Message]) -> str:
    """Return the content of the template for translators: every text, without a translation."""
    return _HEADER.format(language="", plural="") + _written(_template(messages))


def updated(path: Path, language: str, messages: Iterable[Message]) -> str:
    """Return the content of a catalogue with all present texts.

    A text that resembles one of the catalogue that no longer exists gets its translation, marked as
    fuzzy. Other texts that no longer exist are removed.
    """
    catalogue = read_catalogue(path, language)
    catalogue.update(_template(messages), no_fuzzy_matching=len(catalogue) == 0)
    catalogue.obsolete.clear()
    plural = f'"Plural-Forms: {catalogue.plural_forms}\\n"\n'
    return _HEADER.format(language=language.replace("-", "_"), plural=plural) + _written(catalogue)


def completeness(language: str, messages: Iterable[Message], catalogue: Catalog) -> Completeness:
    """Return which texts a catalogue does not translate."""
    texts = [each.text for each in messages]
    known = translations_of(catalogue)
    fuzzy = {str(each.id) for each in catalogue if each.id and each.fuzzy}
    absent = [each for each in texts if each not in known]
    return Completeness(
        language,
        len(texts),
        tuple(each for each in absent if each not in fuzzy),
        tuple(each for each in absent if each in fuzzy),
    )


def catalogue_path(folder: Path, language: str) -> Path:
    """Return the path of the catalogue of a language."""
    return folder / f"{language}.po"


def template_path(folder: Path) -> Path:
    """Return the path of the template."""
    return folder / "reference.pot"


def load_translations(
    folder: Path | None, languages: Iterable[str]
) -> Mapping[str, dict[str, str]]:
    """Return the translations of each language."""
    if folder is None:
        return {each: {} for each in languages}
    return {
        each: translations_of(read_catalogue(catalogue_path(folder, each), each))
        for each in languages
    }


_HEADER = (
    'msgid ""\n'
    'msgstr ""\n'
    '"Language: {language}\\n"\n'
    '"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Content-Transfer-Encoding: 8bit\\n"\n'
    "{plural}\n"
)
"""The header has no dates, so that a file changes only if its texts do."""


def _template(messages: Iterable[Message]) -> Catalog:
    catalogue = Catalog(fuzzy=False)
    for each in messages:
        catalogue.add(each.text, auto_comments=[each.pointer], locations=[(each.document, 0)])
    return catalogue


def _written(catalogue: Catalog) -> str:
    for each in catalogue:
        # Braces and percent signs of documents are no placeholders.
        each.flags.difference_update(("python-format", "python-brace-format"))
    file = io.BytesIO()
    write_po(file, catalogue, width=_WIDTH, omit_header=True)
    return file.getvalue().decode("utf-8")
