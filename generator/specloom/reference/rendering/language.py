"""What a language brings: the words of the pages, the translated texts, dates and numbers."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from babel.core import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations
from markupsafe import Markup, escape
from msgspec import Struct

from specloom.reference.markdown import to_html, to_inline_html, to_plain, visible
from specloom.reference.texts.catalogues import locale_of, read_catalogue

LONGEST_TITLE = 90
LOCALES = Path(__file__).parent.parent / "locales"


class Choice(Struct, frozen=True):
    """A language in the switch: its code, and its own name for itself."""

    code: str
    name: str


class Language:
    """A language of the pages.

    Args:
        code: the language, for example `pt-BR`.
        own: the language of the documents.
        texts: the translations of the documents' texts.
    """

    def __init__(self, code: str, own: str, texts: Mapping[str, str]) -> None:
        self.code = code
        self.locale: Locale = locale_of(code)
        self._own = own
        self._texts = texts
        self.words = words_of(code)
        self._prose: dict[str, Markup] = {}
        self._known: dict[str, Markup] = {}

    @property
    def name(self) -> str:
        """The name of the language in the language itself."""
        found = self.locale.get_display_name() or self.code
        return found[:1].upper() + found[1:]

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return self.locale.text_direction

    def word(self, text: str, **values: object) -> Markup:
        """Return a word or sentence of the pages, with values in it."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = Markup(self.words.gettext(text))  # noqa: S704
        return found % values if values else found

    def counted(self, one: str, many: str, count: int, **values: object) -> Markup:
        """Return a sentence of the pages about a number of things, with values in it."""
        found = Markup(self.words.ngettext(one, many, count))  # noqa: S704
        return found % values if values else found

    def labelled(self, label: str, value: str) -> str:
        """Return a label and its value, with the colon that the language writes between them."""
        return self.words.gettext("%(label)s: %(value)s") % {"label": label, "value": value}

    def listed(self, items: Iterable[str]) -> str:
        """Return items with the comma of the language between them."""
        return self.words.gettext(", ").join(items)

    def detailed(self, name: str, details: str) -> str:
        """Return a name and details of it in the parentheses of the language, if it has any."""
        pattern = self.words.gettext("%(name)s (%(details)s)")
        return pattern % {"name": name, "details": details} if details else name

    def text(self, source: str) -> tuple[str, bool]:
        """Return the translation of a text, or the text itself and False if there is none."""
        if self.code == self._own or not source:
            return source, True
        found = self._texts.get(source)
        return (source, False) if found is None else (found, True)

    def prose(self, source: str) -> Markup:
        """Return a description as HTML. One without a translation is marked."""
        found = self._prose.get(source)
        if found is None:
            text, is_translated = self.text(source)
            html = to_html(text)
            found = self._prose[source] = html if is_translated else self._marked(html, "div")
        return found

    def about(self, source: str) -> Markup:
        """Return a description as a block; one of a single paragraph is that paragraph."""
        html = self.prose(source)
        if html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>"):
            return Markup('<p class="d">') + html[3:]
        return Markup('<div class="d">{}</div>').format(html) if html else html

    def inline(self, source: str) -> Markup:
        """Return a description as HTML within a paragraph."""
        text, is_translated = self.text(source)
        html = to_inline_html(text)
        return html if is_translated else self._marked(html, "span")

    def title(self, source: str) -> Markup:
        """Return a title in one line. It has no marks of Markdown, and of a long one only the first sentence."""
        text, is_translated = self.text(source)
        html = escape(visible(short_title(text)))
        return html if is_translated else self._marked(html, "span")

    def is_whole_title(self, source: str) -> bool:
        """Return whether `title` shows a whole text."""
        text, _ = self.text(source)
        flat = " ".join(text.split())
        return short_title(text) == flat or (len(flat) <= LONGEST_TITLE and "](" not in flat)

    def plain(self, source: str) -> str:
        """Return a text without any marks, in one line."""
        return to_plain(self.text(source)[0])

    def summary(self, source: str) -> Markup:
        """Return the first sentence of a description."""
        text, is_translated = self.text(source)
        html = to_inline_html(first_sentence(text))
        return html if is_translated or not html else self._marked(html, "span")

    def response(self, status: str) -> str:
        """Return the heading of the response with a status; `default` is that of all other statuses."""
        gettext = self.words.gettext
        return (
            gettext("Other responses") if status == "default" else f"{gettext('Response')} {status}"
        )

    def date(self, value: date) -> str:
        """Return a date as this language writes it."""
        return str(format_date(value, "long", locale=self.locale))

    def number(self, value: float) -> str:
        """Return a number as this language writes it."""
        return str(format_decimal(value, locale=self.locale))

    def _marked(self, html: Markup, tag: str) -> Markup:
        return Markup('<{} class="untranslated" lang="{}">{}</{}>').format(
            tag, self._own, html, tag
        )


def short_title(text: str) -> str:
    """Return a title without links and code marks, only its first sentence if it is long."""
    text = " ".join(text.split())
    if len(text) > LONGEST_TITLE:
        text = first_sentence(text)
    return to_plain(text) if "`" in text or "](" in text else text


def first_sentence(text: str) -> str:
    """Return the first sentence of the first paragraph."""
    paragraph = text.strip().partition("\n\n")[0]
    for mark in ("。", ". "):
        head, found, _ = paragraph.partition(mark)
        if found:
            return head + found.strip()
    return paragraph


def words_of(code: str) -> NullTranslations:
    """Return the words of the pages in a language: compiled in memory, English where there are none."""
    catalogue = read_catalogue(words_path(code), code)
    if len(catalogue) == 0:
        return NullTranslations()
    file = io.BytesIO()
    write_mo(file, catalogue)
    file.seek(0)
    return Translations(file)


def words_path(code: str) -> Path:
    """Return the catalogue of the words of the pages in a language."""
    return LOCALES / code.replace("-", "_") / "LC_MESSAGES" / "reference.po"
