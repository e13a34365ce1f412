"""Check that every link of the pages leads somewhere: to a file of the output, and to an anchor in it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

_LINK = re.compile(r'<[a-z][^<>]*\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'<[a-z][^<>]*\sid="([^"]*)"')
_MARKDOWN = re.compile(r"(?<!\\)\]\(([^()\s]+)\)")
_ASSETS = "../assets/"


def broken_links(files: Mapping[str, str], code: str, languages: tuple[str, ...]) -> list[str]:
    """Return the links of a language's files that lead nowhere, each with its page.

    The pages of other languages have the same paths, so a link to them is one to the own page.
    """
    anchors = {
        path: frozenset(_ID.findall(text)) for path, text in files.items() if path.endswith(".html")
    }
    known = frozenset(files)
    found: list[str] = []
    seen: dict[tuple[str, str], bool] = {}
    for path, text in files.items():
        folder = posixpath.dirname(path)
        for link in dict.fromkeys(_links(path, text)):
            # Pages of a folder have most links in common.
            key = (path if link.startswith("#") else folder, link)
            if key not in seen:
                seen[key] = _leads_somewhere(link, path, known, anchors, languages)
            if not seen[key]:
                found.append(f"{link} of {code}/{path}")
    return found


def _links(path: str, text: str) -> Iterator[str]:
    if path.endswith(".html"):
        yield from (each.replace("&amp;", "&") for each in _LINK.findall(text))
    elif path.endswith(".md"):
        outside = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
        yield from (each for each in _MARKDOWN.findall(outside))


def _leads_somewhere(
    link: str,
    path: str,
    files: frozenset[str],
    anchors: Mapping[str, frozenset[str]],
    languages: tuple[str, ...],
) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    target = path
    if parts.path:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    if target.startswith(_ASSETS):
        return True
    head, _, rest = target.removeprefix("../").partition("/")
    if target.startswith("../"):
        if head not in languages:
            return False
        target = rest
    if target not in files:
        return False
    return not parts.fragment or unquote(parts.fragment) in anchors.get(target, frozenset())
