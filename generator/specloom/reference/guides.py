"""Read the guides of a project: Markdown files, each with its translations next to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from specloom.diagnostics import Location, SpecloomError
from specloom.project.model import Project
from specloom.reference.views import GuidePage


def read_guides(project: Project) -> tuple[GuidePage, ...]:
    """Return the guides of a project.

    Raises:
        SpecloomError: a file cannot be read.
    """
    docs = project.docs
    found: list[GuidePage] = []
    taken: set[str] = set()
    slugs: dict[str, str] = {}
    for path in docs.guides:
        texts = {docs.language: _read(path)}
        for language in docs.languages:
            translated = path.with_suffix(f".{language}.md")
            if language != docs.language and translated.is_file():
                texts[language] = _read(translated)
        slug = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "guide"
        while slug in taken:
            slug += "-2"
        taken.add(slug)
        slugs[path.name] = slug
        titles = {each: _title(text, path.stem) for each, text in texts.items()}
        found.append(GuidePage(f"guides/{slug}.html", titles, texts))
    return tuple(
        replace(each, text={key: _linked(text, slugs) for key, text in each.text.items()})
        for each in found
    )


def _linked(text: str, slugs: Mapping[str, str]) -> str:
    """Return a guide whose links to other guides lead to their pages."""

    def page(link: re.Match[str]) -> str:
        slug = slugs.get(link[1])
        return link[0] if slug is None else f"]({slug}.html{link[2] or ''})"

    return re.sub(r"\]\(([^()\s#]+\.md)(#[^()\s]*)?\)", page, text)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SpecloomError.of(
            "unreadable",
            f"the guide cannot be read: {error}",
            hint="check the path and the encoding, which is UTF-8",
            location=Location(path.as_posix()),
        ) from None


def _title(text: str, usual: str) -> str:
    found = re.search(r"^#\s+(.+?)\s*#*\s*$", text, re.MULTILINE)
    return found[1] if found else usual.replace("-", " ").capitalize()
