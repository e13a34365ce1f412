"""Render descriptions, which are CommonMark, as HTML: a document's text never becomes markup or script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from specloom.reference.tags import without_tags

_ALLOWED = re.compile(r"(https?://|mailto:)[^\s\"'<>\\]+", re.IGNORECASE)
_GUIDE = re.compile(r"[a-z0-9-]+\.html(#[A-Za-z0-9_-]+)?")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff]"
)


def visible(text: str) -> str:
    """Return a string in which control characters, and those that change the direction, are written out."""
    return _INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def is_safe_link(address: str) -> bool:
    """Return whether a page may link to an address: HTTP, HTTPS and mail addresses only."""
    return _ALLOWED.fullmatch(address) is not None


@lru_cache(maxsize=20_000)
def to_html(text: str) -> Markup:
    """Return a description as HTML. Other HTML than `without_tags` reads, images, and links of other kinds stay text.

    Its headings become paragraphs, because the page has its own outline.
    """
    return _rendered(_tokens(text.replace("\r\n", "\n")))


def guide_to_html(text: str) -> Markup:
    """Return a guide as HTML. Unlike a description it has headings, and links to other guides."""
    return _rendered(_tokens(text.replace("\r\n", "\n"), is_guide=True))


@lru_cache(maxsize=20_000)
def to_inline_html(text: str) -> Markup:
    """Return a description of one paragraph as HTML without a paragraph around it."""
    return _rendered(_tokens(text, is_inline=True))


@lru_cache(maxsize=20_000)
def to_plain(text: str) -> str:
    """Return a description without marks, in one line, for titles and search."""
    tokens = _tokens(text)
    return " ".join(" ".join(_words(tokens)).split())


def _words(tokens: Sequence[Token]) -> list[str]:
    found: list[str] = []
    for token in tokens:
        if token.children is not None:
            found.append(
                "".join(
                    " " if each.type in ("softbreak", "hardbreak") else each.content
                    for each in token.children
                )
            )
        elif token.content:
            found.append(token.content)
    return found


def _tokens(text: str, *, is_inline: bool = False, is_guide: bool = False) -> list[Token]:
    """Return the parts of a text, adapted to pages: no images, only safe links, no headings but in guides."""
    text = text if is_guide else without_tags(text)
    parse = _PARSER.parseInline if is_inline else _PARSER.parse
    tokens = parse(visible(" ".join(text.split()) if is_inline else text))
    for token in tokens:
        if token.type in ("heading_open", "heading_close") and not is_guide:
            token.tag = "p"
            if token.nesting == 1:
                token.attrSet("class", "subhead")
        _check_links(token.children or (), is_guide=is_guide)
    return tokens


def _check_links(tokens: Sequence[Token], *, is_guide: bool) -> None:
    """Turn images, and links that pages may not have, into their text."""
    is_open: list[bool] = []
    for token in tokens:
        if token.type == "image":
            token.type, token.tag = "text", ""
        elif token.type == "link_open":
            address = str(token.attrGet("href") or "")
            is_own = is_guide and _GUIDE.fullmatch(address) is not None
            is_open.append(is_own or is_safe_link(address))
            if not is_own:
                token.attrSet("rel", "noopener noreferrer nofollow")
        if token.type in ("link_open", "link_close") and not is_open[-1]:
            token.type = "text"
        if token.tag == "a" and token.nesting == -1:
            is_open.pop()


def _rendered(tokens: Sequence[Token]) -> Markup:
    html = _PARSER.renderer.render(tokens, _PARSER.options, {})
    return Markup(html.strip())  # noqa: S704


class _Parser(MarkdownIt):
    """A parser that reads every link; `_check_links` decides which ones stay."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Return True."""
        del url
        return True


_PARSER = _Parser("commonmark", {"html": False, "linkify": False, "typographer": False}).enable(
    ["table", "strikethrough"]
)


@lru_cache(maxsize=20_000)
def to_markdown(text: str) -> str:
    """Return a description as Markdown in which nothing is HTML, for the twins of the pages."""
    return "\n\n".join(_blocks(_tokens(text)))


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the blocks of a description. Items of lists become lines of their own."""
    items = 0
    rows: list[list[str]] = []
    in_table = False
    for token in tokens:
        if token.type == "list_item_open":
            items += 1
        elif token.type == "list_item_close":
            items -= 1
        elif token.type in ("table_open", "table_close"):
            in_table = token.nesting == 1
            if not in_table:
                yield "\n".join(_rows(rows))
                rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            inside = _inline(token.children or ())
            if in_table:
                rows[-1].append(inside)
            else:
                yield f"- {inside}" if items else inside
        elif token.type in ("fence", "code_block"):
            yield f"```\n{token.content.replace('```', chr(39) * 3).rstrip()}\n```"


def _rows(rows: list[list[str]]) -> Iterator[str]:
    """Yield the lines of a table; its first row is the head."""
    for index, row in enumerate(rows):
        yield f"| {' | '.join(row)} |"
        if index == 0:
            yield f"| {' | '.join('---' for _ in row)} |"


def _inline(tokens: Sequence[Token]) -> str:
    marks = {"strong_open": "**", "strong_close": "**", "em_open": "*", "em_close": "*"}
    parts: list[str] = []
    address = ""
    for token in tokens:
        match token.type:
            case "text":
                parts.append(re.sub(r"([\\`*_\[\]<>|])", r"\\\1", token.content))
            case "code_inline":
                parts.append(f"`{token.content}`")
            case "softbreak" | "hardbreak":
                parts.append(" ")
            case "link_open":
                address = str(token.attrGet("href") or "")
                parts.append("[")
            case "link_close":
                parts.append(f"]({address})")
            case other:
                parts.append(marks.get(other, ""))
    return "".join(parts)
