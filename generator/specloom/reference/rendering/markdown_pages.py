"""Render the Markdown twin of each page, and `llms.txt`, for readers that are programs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from specloom.reference.markdown import to_markdown, visible
from specloom.reference.planning.pages import COVERAGE, START
from specloom.reference.rendering.html import MODEL_LEVELS, MODELS, twin
from specloom.reference.rendering.language import Language, first_sentence
from specloom.reference.rendering.shared import Key, key_of, shared_fields
from specloom.reference.views import (
    COMMAND_LINE,
    BodyView,
    FieldView,
    ModelPage,
    OperationView,
    ResourcePage,
    Site,
    VersionView,
)


class MarkdownPages:
    """Renders the twins of the pages of one language."""

    def __init__(self, site: Site, language: Language) -> None:
        self._site = site
        self._language = language
        self._shared: frozenset[Key] = frozenset()
        self._listed: set[str] = set()
        self._base = ""
        self._deepest = 0
        self._ = language.words.gettext

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield the path of each page, relative to the folder of the language, and its content."""
        for path, text in self._pages():
            yield path, visible(text)

    def _pages(self) -> Iterator[tuple[str, str]]:
        site = self._site
        yield twin(START), self._start()
        yield twin(COVERAGE), self._coverage()
        yield twin(MODELS), self._models()
        for version in site.versions:
            yield twin(version.page), self._version(version)
        for resource in site.resources:
            self._shared = frozenset(shared_fields(resource))
            self._listed.clear()
            self._base = "../" * resource.page.count("/")
            yield twin(resource.page), _joined(self._resource(resource))
        self._shared, self._deepest = frozenset(), MODEL_LEVELS
        for model in site.models:
            self._base = "../" * model.page.count("/")
            yield twin(model.page), _joined(self._model(model))
        for guide in site.guides:
            text = guide.text.get(self._language.code) or next(iter(guide.text.values()))
            yield twin(guide.page), re.sub(r"\]\(([a-z0-9-]+)\.html", r"](\1.md", text)

    def _text(self, source: str) -> str:
        return to_markdown(self._language.text(source)[0])

    def _line(self, source: str) -> str:
        return " ".join(self._text(source).split())

    def _start(self) -> str:
        site = self._site
        lines = [f"# {self._line(site.title)}", "", self._text(site.description), ""]
        for version in site.versions:
            lines.append(f"- [{version.label}]({twin(version.page)})")
        lines += [f"- [{self._('Models')}]({twin(MODELS)})"]
        lines += [f"- [{self._('Coverage')}]({twin(COVERAGE)})"]
        lines += [
            f"- [{_plain(g.title.get(self._language.code) or next(iter(g.title.values())))}]({twin(g.page)})"
            for g in site.guides
        ]
        return _joined(lines)

    def _coverage(self) -> str:
        site = self._site
        head = [self._("Resource"), *(each.label for each in site.versions)]
        lines = [f"# {self._('Coverage')}", "", _row(head), _row(["---"] * len(head))]
        for row in site.rows:
            cells = [f"[{e.count}]({twin(e.page)})" if e.page else "–" for e in row.cells]
            lines.append(_row([self._line(row.title), *cells]))
        return _joined(lines)

    def _models(self) -> str:
        lines = [f"# {self._('Models')}", ""]
        for each in sorted(self._site.models, key=lambda model: model.name):
            about = self._line(first_sentence(each.description))
            page = twin(each.page).removeprefix("models/")
            lines.append(f"- [`{each.name}`]({page}) {about}".rstrip())
        return _joined(lines)

    def _version(self, version: VersionView) -> str:
        lines = [f"# {version.label}", ""]
        if version.until is not None:
            until = self._language.date(version.until)
            lines += [self._("Supported until %(date)s.") % {"date": until}, ""]
        lines += [self._text(version.summary), ""]
        for name, page, variant in version.resources:
            lines.append(
                f"- [{self._line(name)}{variant and f' {variant}'}]({twin(page).rpartition('/')[2]})"
            )
        return _joined(lines)

    def _resource(self, view: ResourcePage) -> Iterator[str]:
        _ = self._
        yield f"# {self._language.detailed(self._line(view.title), view.version)}"
        yield f"\n{self._text(view.description)}\n"
        for part in view.parts:
            labels = self._language.listed(map(self._line, part.labels))
            yield f"- [{labels or self._line(view.title)}]({self._base}{twin(part.page)})"
        labelled = self._language.labelled
        yield f"- {labelled(_('In the client'), _code(f'client.{view.attribute}'))}"
        if view.server:
            yield f"- {labelled(_('Server'), _code(view.server))}"
        if view.products:
            named = self._language.listed(
                labelled(_plain(name), self._line(edition)) for name, edition in view.products
            )
            yield f"- {labelled(_('Supported products'), named)}"
        for each in view.limits:
            yield f"- {self._line(each)}"
        for operation in view.operations:
            yield from self._operation(operation)
        for body in view.errors:
            yield f"\n## {_('The body of an error')}\n"
            yield self._field_lines(body.fields)

    def _operation(self, view: OperationView) -> Iterator[str]:
        _ = self._
        yield f"\n## {self._line(view.title)}\n"
        yield _code(f"{view.method} {view.path}") + "\n"
        if view.description:
            yield f"{self._text(view.description)}\n"
        labelled = self._language.labelled
        yield f"- {labelled(_('In the client'), _code(f'client.{view.call}'))}"
        if view.scopes:
            written = " | ".join(" + ".join(_code(e) for e in group) for group in view.scopes)
            yield f"- {labelled(_('Required scopes'), written)}"
        elif view.access:
            yield f"- {labelled(_('Required scopes'), self._line(view.access))}"
        for note in view.notes:
            yield f"- {self._line(note)}"
        names = {
            "path": _("Path parameters"),
            "query": _("Query parameters"),
            "header": _("Header parameters"),
            "cookie": _("Cookie parameters"),
        }
        for place, fields in view.parameters:
            yield f"\n### {names[place]}\n"
            yield self._field_lines(fields)
        if view.body is not None:
            yield f"\n### {_('Request body')}\n"
            yield from self._body(view.body)
        for each in (*view.responses, *view.errors):
            yield f"\n### {self._language.response(each.status)}\n"
            yield self._text(each.description)
            if each.body is not None and each in view.responses:
                self._deepest = 1
                yield from self._body(each.body, is_known=each.body.model in self._listed)
                self._deepest = 0
                self._listed.update({each.body.model} - {""})
        for snippet in view.snippets:
            label = _("Command line") if snippet.label == COMMAND_LINE else snippet.label
            yield f"\n### {label}\n"
            yield _fenced(snippet.code, snippet.syntax)

    def _body(self, body: BodyView, *, is_known: bool = False) -> Iterator[str]:
        """Yield a body; the fields of a model that a response above has are not repeated."""
        link = f" [`{body.model_name}`]({self._base}{twin(body.model)})" if body.model else ""
        media = self._language.listed(map(_code, body.media_types))
        yield f"\n{_code(body.type)}{link} {media}\n"
        if not is_known:
            yield self._field_lines(body.fields)
        if body.example:
            yield f"\n{_fenced(body.example, 'json')}"

    def _model(self, view: ModelPage) -> Iterator[str]:
        yield f"# {view.name}"
        yield f"\n{self._text(view.description)}\n"
        yield self._field_lines(view.fields)
        yield f"\n{_fenced(view.example, 'json')}"

    def _field_lines(self, fields: tuple[FieldView, ...]) -> str:
        return "\n".join(self._each_field(fields, 0))

    def _elsewhere(self, view: FieldView, depth: int) -> bool:
        """Return whether the fields inside a field are only on the page of their model."""
        key = key_of(view)
        too_deep = 0 < self._deepest <= depth + 1
        return key is not None and (key in self._shared or too_deep)

    def _each_field(self, fields: tuple[FieldView, ...], depth: int) -> Iterator[str]:
        _, listed, labelled = self._, self._language.listed, self._language.labelled
        for each in fields:
            kind = each.type + (f"<{each.format}>" if each.format else "")
            marks = [f"{_code(kind)}"] if kind else []
            marks += [_("required")] if each.required else []
            marks += [labelled(_("Default"), _code(each.default))] if each.default else []
            options = listed(map(_code, each.options))
            marks += [labelled(_("Options"), options)] if options else []
            about = f" – {self._line(each.description)}" if each.description else ""
            is_linked = self._elsewhere(each, depth)
            link = f" [`{each.model_name}`]({self._base}{twin(each.model)})" if is_linked else ""
            named = self._language.detailed(_code(each.name), listed(marks))
            yield f"{'  ' * depth}- {named}{about}{link}"
            if not is_linked:
                yield from self._each_field(each.children, depth + 1)


def llms_text(site: Site, language: str) -> str:
    """Return `llms.txt`: what the pages are about, and the Markdown twins of the newest version."""
    newest = next((v for v in site.versions if v.is_default), site.versions[-1])
    lines = [f"# {_plain(site.title)}", "", f"> {_plain(site.description)}", ""]
    lines += [f"The Python client is `{site.distribution}`: `{site.install}`.", ""]
    lines += [f"## {newest.label}", ""]
    for page in site.resources:
        if page.version == newest.name and page.number == 1:
            about = " ".join(to_markdown(first_sentence(page.description)).split())
            lines.append(f"- [{_plain(page.title)}]({language}/{twin(page.page)}): {about}")
    lines += ["", "## Optional", ""]
    lines += [f"- [{v.label}]({language}/{twin(v.page)})" for v in site.versions if v != newest]
    lines += [
        f"- [Models]({language}/{twin(MODELS)})",
        f"- [Coverage]({language}/{twin(COVERAGE)})",
    ]
    return visible(_joined(lines))


def _code(text: str) -> str:
    """Return code in a line; its fence is longer than any in the code."""
    flat = " ".join(text.split())
    longest = max((len(each) for each in re.findall("`+", flat)), default=0)
    if not longest:
        return f"`{flat}`"
    fence = "`" * (longest + 1)
    return f"{fence} {flat} {fence}"


def _plain(text: str) -> str:
    return " ".join(to_markdown(text).split())


def _fenced(code: str, syntax: str) -> str:
    """Return a code block whose fence is longer than any in the code."""
    fence = "```"
    while fence in code:
        fence += "`"
    return f"{fence}{syntax}\n{visible(code)}\n{fence}"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(each.replace('|', chr(92) + '|') for each in cells)} |"


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"
