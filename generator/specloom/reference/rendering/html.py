"""Render the HTML pages of a language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from msgspec.structs import replace

from specloom.reference.markdown import guide_to_html, is_safe_link, visible
from specloom.reference.planning.pages import COVERAGE, START
from specloom.reference.rendering.language import Choice, Language
from specloom.reference.rendering.shared import (
    LARGEST_BODY,
    Key,
    SharedFields,
    SharedScheme,
    key_of,
    shared_fields,
    shared_schemes,
)
from specloom.reference.views import (
    BodyView,
    FieldView,
    GuidePage,
    Limit,
    ResourcePage,
    SchemeView,
    Site,
    VersionView,
)

TEMPLATES = Path(__file__).parent.parent / "templates"
MODELS = "models/index.html"
MODEL_LEVELS = 2
"""How deep fields open on the page of a model. Deeper ones are on the pages of their models."""
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_SHORT = {"DELETE": "DEL", "OPTIONS": "OPT"}


class HtmlPages:
    """Renders the pages of one language."""

    def __init__(self, site: Site, language: Language, languages: tuple[Choice, ...]) -> None:
        self._site = site
        self._language = language
        self._languages = languages
        self._versions = {each.name: each for each in site.versions}
        self._newest = next((v for v in site.versions if v.is_default), site.versions[-1])
        self._fields: dict[object, Markup] = {}
        self._links: dict[tuple[int, int], object] = {}
        self._schemes: dict[tuple[tuple[SchemeView, ...], ...], Markup] = {}
        self._shared: dict[Key, SharedFields] = {}
        self._described: dict[tuple[str, str], SharedScheme] = {}
        self._level = 0
        self._deepest = 0
        self._base = ""
        self._environment = self._made()

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield the path of each page, relative to the folder of the language, and its content."""
        site, newest = self._site, self._newest
        first = [each for each in site.resources if each.number == 1]
        own = [each for each in first if each.version == newest.name]
        count = sum(each.count for each in site.versions)
        yield self._page("start", START, newest, resources=own, operation_count=count)
        yield self._page("coverage", COVERAGE, newest, methods=_METHODS)
        yield self._page("models", MODELS, newest)
        for version in site.versions:
            own = [each for each in first if each.version == version.name]
            yield self._page("version", version.page, version, resources=own)
        for resource in site.resources:
            yield self.resource(resource)
        for model in site.models:
            self._deepest = MODEL_LEVELS
            yield self._page("model", model.page, newest, view=model)
            self._deepest = 0
        for guide in site.guides:
            yield self._page("guide", guide.page, newest, view=guide)

    def resource(self, view: ResourcePage) -> tuple[str, str]:
        """Return the path and the content of the page of a resource."""
        self._shared = shared_fields(view)
        self._described = shared_schemes(view)
        self._schemes.clear()
        found = self._page(
            "resource",
            view.page,
            self._versions[view.version],
            view=view,
            shared=[*self._shared.values()],
            described=[*self._described.values()],
        )
        self._shared, self._described = {}, {}
        return found

    def _page(
        self, template: str, page: str, version: VersionView, **values: object
    ) -> tuple[str, str]:
        base = "../" * page.count("/")
        context: dict[str, Any] = {
            "page": page,
            "base": base,
            "root": f"../{base}",
            "version": version,
            **values,
        }
        self._base = base
        self._links.clear()
        html = self._environment.get_template(f"{template}.html.j2").render(context)
        return page, _TEXT.sub(_with_plain_quotes, html)

    def _made(self) -> Environment:
        language = self._language
        environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=finalized,
        )
        _ = language.word

        def labelled(label: str, value: str) -> Markup:
            # The parts are escaped, and the words of the pages are no text of documents.
            return Markup(language.labelled(escape(label), escape(value)))  # noqa: S704

        def short(method: str) -> str:
            return _SHORT.get(method, method)

        names: dict[str, object] = {
            "_": _,
            "labelled": labelled,
            "ngettext": language.counted,
            "site": self._site,
            "languages": self._languages,
            "language": language.code,
            "direction": language.direction,
            "own_name": language.name,
            "prose": language.prose,
            "about": language.about,
            "inline": language.inline,
            "title": language.title,
            "is_whole_title": language.is_whole_title,
            "plain": language.plain,
            "summary": language.summary,
            "response": language.response,
            "date": language.date,
            "number": language.number,
            "route": route,
            "twin": twin,
            "short": short,
            "status": self._status,
            "interval": self._interval,
            "version_label": self._version_label,
            "field_list": self._field_list,
            "elsewhere": self._elsewhere,
            "authorization": self._authorization,
            "scheme_link": self._scheme_link,
            "guide_title": self._guide_title,
            "guide_text": self._guide_text,
            "is_safe_link": is_safe_link,
        }
        environment.globals.update(cast("dict[str, Any]", names))
        return environment

    def _field_list(
        self, fields: tuple[FieldView, ...], is_choice: bool, examples: bool = True
    ) -> Markup:
        """Return fields as HTML. Those that operations have in common are rendered once."""
        key = (id(fields), self._base, examples, self._linked(fields, self._level + 1))
        if key not in self._fields:
            parts: Any = self._environment.get_template("parts.html.j2").module
            self._level += 1
            html: str = parts.fields(fields, is_choice, self._base, examples)
            self._level -= 1
            self._fields[key] = Markup(_compact(html))  # noqa: S704
        return self._fields[key]

    def _linked(self, fields: tuple[FieldView, ...], level: int) -> object:
        """Return the links to fields that the page shows elsewhere: pages with the same links have the same HTML."""
        key = (id(fields), level)
        if key not in self._links:
            self._links[key] = tuple(
                self._elsewhere(each, level) or self._linked(each.children, level + 1)
                for each in fields
                if each.children
            )
        return self._links[key]

    def _elsewhere(self, view: FieldView | BodyView, level: int | None = None) -> str:
        """Return the link to the fields inside a field or a response if they are not shown there, else ""."""
        level = self._level if level is None else level
        key = key_of(view)
        if key is None or (isinstance(view, BodyView) and len(view.fields) <= LARGEST_BODY):
            return ""
        if key in self._shared:
            return f"#{self._shared[key].anchor}"
        if self._deepest and level >= self._deepest:
            return f"{self._base}{view.model}"
        return ""

    def _scheme_link(self, scheme: SchemeView) -> str:
        """Return the link to the description of a way to authenticate, "" if it has none."""
        found = self._described.get((scheme.name, scheme.description))
        return f"#{found.anchor}" if found is not None else ""

    def _authorization(self, schemes: tuple[tuple[SchemeView, ...], ...]) -> Markup:
        if schemes not in self._schemes:
            template = self._environment.get_template("authorization.html.j2")
            html = _compact(template.render(alternatives=merged(schemes)))
            self._schemes[schemes] = Markup(html)  # noqa: S704
        return self._schemes[schemes]

    def _status(self, status: str) -> str:
        words = self._language.words
        return words.gettext("others") if status == "default" else status

    def _version_label(self, version: VersionView) -> str:
        if not version.name:
            return self._language.words.gettext("Resources")
        return self._language.words.gettext("Version %(name)s") % {"name": version.name}

    def _interval(self, limit: Limit) -> str:
        """Return the values that a limit allows, in signs."""
        number = self._language.number
        signs = ("> ", "< ") if limit.kind == "exclusive" else ("≥ ", "≤ ")
        if limit.least is not None and limit.most is not None and limit.kind != "exclusive":
            if limit.least == limit.most:
                return number(limit.least)
            return f"{number(limit.least)}–{number(limit.most)}"
        parts = [
            f"{sign}{number(each)}"
            for sign, each in zip(signs, (limit.least, limit.most), strict=True)
            if each is not None
        ]
        return ", ".join(parts)

    def _guide_title(self, guide: GuidePage) -> Markup:
        code = self._language.code
        return escape(visible(guide.title.get(code) or next(iter(guide.title.values()))))

    def _guide_text(self, guide: GuidePage) -> Markup:
        code = self._language.code
        if code in guide.text:
            return guide_to_html(guide.text[code])
        language, text = next(iter(guide.text.items()))
        return Markup('<div class="untranslated" lang="{}">{}</div>').format(
            language, guide_to_html(text)
        )


def merged(
    alternatives: tuple[tuple[SchemeView, ...], ...],
) -> list[list[tuple[SchemeView, ...]]]:
    """Return alternatives, each as what is sent together; schemes that send the same are one alternative.

    Alternatives that differ only in their scopes are one too: the scopes have a list of their own.
    """
    found: dict[object, list[tuple[SchemeView, ...]]] = {}
    for alternative in alternatives:
        group = tuple(replace(each, scopes=()) for each in alternative)
        single = group[0] if len(group) == 1 and group[0].sent else None
        if single is None:
            found[group] = [(each,) for each in group]
            continue
        same = found.setdefault((single.place, single.sent), [()])
        if single not in same[0]:
            same[0] = (*same[0], single)
    return [*found.values()]


@lru_cache(maxsize=5000)
def route(path: str) -> Markup:
    """Return a path with its parameters marked."""
    parts = re.split(r"(\{[^{}]*\})", visible(path))
    return Markup("").join(
        Markup("<var>{}</var>").format(each) if each.startswith("{") else each for each in parts
    )


def twin(page: str) -> str:
    """Return the path of a page's Markdown twin."""
    return f"{page.removesuffix('.html')}.md"


def finalized(value: object) -> object:
    """Return a value as pages show it; strings of documents have no invisible characters."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value)
    return value


_TEXT = re.compile(r">[^<>]*&[^<>]*<")
_QUOTES = (("&#34;", '"'), ("&quot;", '"'), ("&#39;", "'"))


def _with_plain_quotes(found: re.Match[str]) -> str:
    """Return text between tags, where quotes need no escape: code has many."""
    text = found[0]
    for escaped, plain in _QUOTES:
        text = text.replace(escaped, plain)
    return text


def _compact(html: str) -> str:
    """Return HTML with one line break where templates leave several."""
    return re.sub(r">\s*\n\s*<", ">\n<", html.strip())
