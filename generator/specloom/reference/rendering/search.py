"""Write the list that the search reads: every operation, resource, model and guide of a language."""

from __future__ import annotations

import json
from collections.abc import Iterator

from specloom.reference.markdown import visible
from specloom.reference.rendering.language import Language, first_sentence
from specloom.reference.views import FieldView, Site

_MOST_FIELDS = 40

Entry = tuple[str, str, str, str, str, str, tuple[str, ...]]
"""Page, anchor, title, where it is, HTTP method, call, and other texts."""


def search_script(site: Site, language: Language) -> str:
    """Return a script that hands the list to the search; unlike JSON it can be read from a disk, too.

    Strings are in a table, because many operations have the same.
    """
    texts: dict[str, int] = {}
    pages: dict[str, int] = {}

    def index(text: str) -> int:
        return texts.setdefault(visible(text), len(texts))

    entries = [
        [
            pages.setdefault(page, len(pages)),
            anchor,
            index(title),
            index(where),
            method,
            visible(code),
            [index(each) for each in rest if each],
        ]
        for page, anchor, title, where, method, code, rest in _entries(site, language)
    ]
    newest = next((v for v in site.versions if v.is_default), site.versions[-1])
    data = {
        "newest": newest.page.rpartition("/")[0],
        "texts": list(texts),
        "pages": list(pages),
        "entries": entries,
    }
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # A script that is written into a page by someone cannot be ended by a text.
    written = (
        written.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    )
    return f"specloomSearch({written});\n"


def _entries(site: Site, language: Language) -> Iterator[Entry]:
    plain = language.plain
    for resource in site.resources:
        title = plain(resource.title)
        where = " ".join(each for each in (title, resource.version) if each)
        about = plain(first_sentence(language.text(resource.description)[0]))
        if resource.number == 1:
            call = f"client.{resource.attribute}"
            yield resource.page, "", title, resource.version, "", call, (about,)
        for each in resource.operations:
            rest = (plain(each.description), each.path)
            yield resource.page, each.id, plain(each.title), where, each.method, each.call, rest
    for model in site.models:
        where = model.versions[0][0] if model.versions else ""
        names = " ".join(_names(model.fields)[:_MOST_FIELDS])
        yield model.page, "", model.name, where, "", "", (plain(model.description), names)
    for guide in site.guides:
        code = language.code
        title = guide.title.get(code) or next(iter(guide.title.values()))
        text = guide.text.get(code) or next(iter(guide.text.values()))
        yield guide.page, "", title, "", "", "", (text[:4000],)


def _names(fields: tuple[FieldView, ...]) -> list[str]:
    return [each.name for each in fields]
