"""Build the reference pages of a project: every file by its path, and only the changed ones written."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from msgspec import Struct, convert, to_builtins
from msgspec.structs import replace

from specloom.cache import Cache, user_cache
from specloom.cache.runs import key_of_run
from specloom.diagnostics import Location, SpecloomError
from specloom.keys import digest_of, key_of
from specloom.pipeline import check_documents, compile_documents
from specloom.project.model import Project
from specloom.reference.guides import read_guides
from specloom.reference.links import broken_links
from specloom.reference.planning.plan import plan_site
from specloom.reference.rendering.html import HtmlPages
from specloom.reference.rendering.language import LOCALES, Choice, Language
from specloom.reference.rendering.markdown_pages import MarkdownPages, llms_text
from specloom.reference.rendering.order import in_alphabetical_order
from specloom.reference.rendering.root import root_page
from specloom.reference.rendering.search import search_script
from specloom.reference.texts.catalogues import catalogue_path, load_translations
from specloom.reference.views import Site

_HERE = Path(__file__).parent
MANIFEST = ".specloom-reference.json"
"""The record of what was written: the key of its input, and every file."""


class Built(Struct, frozen=True):
    """What a build did: the files of the output, how many were written or removed, and whether all was current."""

    files: int
    size: int
    largest: str
    largest_size: int
    written: int
    removed: int
    is_current: bool = False


class _Manifest(Struct):
    key: str = ""
    files: dict[str, int] = {}


def build(
    project: Project, output: Path, languages: tuple[str, ...] = (), cache: Cache | None = None
) -> Built:
    """Write the pages to a folder. If no input has changed since the last build, nothing is done.

    Raises:
        SpecloomError: a document is invalid, or a file cannot be written.
    """
    chosen = _chosen(project, languages)
    key = _key(project, chosen)
    before = _read_manifest(output)
    if key and key == before.key and all((output / each).is_file() for each in before.files):
        return _counted(before.files, 0, 0, is_current=True)
    site = plan_project(project, cache)
    written = 0
    files: dict[str, int] = {}
    for made, changed in _written(site, project, chosen, output):
        files.update(made)
        written += changed
    stale = [each for each in before.files if each not in files]
    for each in stale:
        (output / each).unlink(missing_ok=True)
    _write(output / MANIFEST, json.dumps(to_builtins(_Manifest(key, files)), sort_keys=True))
    return _counted(files, written, len(stale))


def plan_project(project: Project, cache: Cache | None = None) -> Site:
    """Plan the pages of a project.

    Raises:
        SpecloomError: a document is invalid, or a guide cannot be read.
    """
    documents = check_documents(project, cache=user_cache() if cache is None else cache)
    compiled = compile_documents(documents, replace(project, pins=None))
    return plan_site(compiled, documents, read_guides(project))


def render_language(
    site: Site, project: Project, code: str, languages: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """Yield the files of a language, relative to its folder.

    Raises:
        SpecloomError: its catalogue is invalid, or a link leads nowhere.
    """
    own = project.docs.language
    texts = load_translations(project.docs.translations, [code])[code] if code != own else {}
    language = Language(code, own, texts)
    site = in_alphabetical_order(site, language)
    yield from HtmlPages(site, language, choices(languages)).pages()
    yield from MarkdownPages(site, language).pages()
    yield "search.js", search_script(site, language)


def choices(languages: Iterable[str]) -> tuple[Choice, ...]:
    """Return the languages of the switch."""
    return tuple(Choice(each, Language(each, each, {}).name) for each in languages)


def _written(
    site: Site, project: Project, languages: tuple[str, ...], output: Path
) -> Iterator[tuple[dict[str, int], int]]:
    yield _write_all(_common(site, languages), output)
    if len(languages) == 1:
        yield _language(site, project, languages[0], languages, output)
        return
    workers = min(len(languages), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers) as pool:
        running = [
            pool.submit(_language, site, project, each, languages, output) for each in languages
        ]
        for each in running:
            yield each.result()


def _language(
    site: Site, project: Project, code: str, languages: tuple[str, ...], output: Path
) -> tuple[dict[str, int], int]:
    """Write the files of one language, and check the links of its pages."""
    files = dict(render_language(site, project, code, languages))
    broken = broken_links(files, code, languages)
    if broken:
        raise SpecloomError.of(
            "broken-link",
            f"{len(broken)} links of the pages lead nowhere; the first one is {broken[0]}",
            hint="correct the link in the guide; if no guide has it, report a bug in specloom",
            location=Location(code),
        )
    return _write_all(((f"{code}/{path}", text) for path, text in files.items()), output)


def _common(site: Site, languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for path in sorted((_HERE / "assets").iterdir()):
        yield f"assets/{path.name}", path.read_text(encoding="utf-8")
    yield "index.html", root_page(site, choices(languages))
    yield "llms.txt", llms_text(site, languages[0])


def _write_all(files: Iterable[tuple[str, str]], output: Path) -> tuple[dict[str, int], int]:
    sizes: dict[str, int] = {}
    written = 0
    for path, text in files:
        sizes[path] = len(text.encode("utf-8"))
        written += _write(output / path, text)
    return sizes, written


def _write(path: Path, text: str) -> bool:
    """Write a file unless it has this content. Return whether it was written."""
    content = text.encode("utf-8")
    try:
        if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise SpecloomError.of(
            "unwritable-output",
            f"the page cannot be written: {error}",
            hint="check the permissions of the folder, or write to another one with --output",
            location=Location(path.as_posix()),
        ) from None
    return True


def _chosen(project: Project, languages: tuple[str, ...]) -> tuple[str, ...]:
    unknown = [each for each in languages if each not in project.docs.languages]
    if unknown:
        raise SpecloomError.of(
            "unknown-language",
            f"the project has no pages in {unknown[0]!r}",
            hint=f"its languages are {', '.join(project.docs.languages)}",
            location=project.setting("docs"),
        )
    return tuple(each for each in project.docs.languages if not languages or each in languages)


def _key(project: Project, languages: tuple[str, ...]) -> str:
    """Return a key of everything that decides the pages, "" if it cannot be known."""
    key = key_of_run(project)
    # What documents refer to is known only after they were read.
    if key is None or project.reference_urls:
        return ""
    docs = project.docs
    paths = [*docs.guides]
    paths += [guide.with_suffix(f".{each}.md") for guide in docs.guides for each in languages]
    if docs.translations is not None:
        paths += [catalogue_path(docs.translations, each) for each in languages]
    for folder in (LOCALES, _HERE / "templates", _HERE / "assets"):
        paths += sorted(each for each in folder.rglob("*") if each.is_file())
    parts = [digest_of(each) if each.is_file() else b"" for each in paths]
    return key_of(key, docs.title, docs.language, *languages, *parts)


def _read_manifest(output: Path) -> _Manifest:
    try:
        return convert(json.loads((output / MANIFEST).read_text(encoding="utf-8")), _Manifest)
    except (OSError, ValueError):
        return _Manifest()


def _counted(
    files: dict[str, int], written: int, removed: int, *, is_current: bool = False
) -> Built:
    largest = max(files, key=lambda each: files[each])
    return Built(
        files=len(files),
        size=sum(files.values()),
        largest=largest,
        largest_size=files[largest],
        written=written,
        removed=removed,
        is_current=is_current,
    )
