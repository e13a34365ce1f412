"""Render descriptions, which are CommonMark, as HTML: a document's text never becomes markup or script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

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
    """Return a description as HTML. HTML in it, images, and links of other kinds stay text.

    Its headings become paragraphs, because the page has its own outline.
    """
    return _rendered(_tokens(text.replace("\r\n", "\n")))


def guide_to_html(text: str) -> Markup:
    """Return a guide as HTML. Unlike a description it has headings, and links to other guides."""
    return _rendered(_tokens(text.replace("\r\n", "\n"), parser=_GUIDES))


@lru_cache(maxsize=20_000)
def to_inline_html(text: str) -> Markup:
    """Return a description of one paragraph as HTML without a paragraph around it."""
    return _rendered(_tokens(" ".join(text.split()), is_inline=True))


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


def _tokens(text: str, *, is_inline: bool = False, parser: MarkdownIt | None = None) -> list[Token]:
    """Return the parts of a description, adapted to pages: no headings, no images, careful links."""
    parser = parser or _PARSER
    parse = parser.parseInline if is_inline else parser.parse
    tokens = parse(visible(text))
    for token in tokens:
        if token.type in ("heading_open", "heading_close") and parser is _PARSER:
            token.tag = "p"
            if token.nesting == 1:
                token.attrSet("class", "subhead")
        for each in token.children or ():
            if each.type == "image":
                each.type, each.tag = "text", ""
            elif each.type == "link_open" and is_safe_link(str(each.attrGet("href"))):
                each.attrSet("rel", "noopener noreferrer nofollow")
    return tokens


def _rendered(tokens: Sequence[Token]) -> Markup:
    html = _PARSER.renderer.render(tokens, _PARSER.options, {})
    return Markup(html.strip())  # noqa: S704


class _Parser(MarkdownIt):
    """A parser that knows which links are safe."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Return whether a link stays one; others stay text."""
        return is_safe_link(url)


class _GuideParser(_Parser):
    """A parser of guides, which may refer to each other."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Return whether a link stays one; others stay text."""
        return is_safe_link(url) or _GUIDE.fullmatch(url) is not None


_OPTIONS = {"html": False, "linkify": False, "typographer": False}
_EXTENSIONS = ["table", "strikethrough"]
_PARSER = _Parser("commonmark", {**_OPTIONS}).enable(_EXTENSIONS)
_GUIDES = _GuideParser("commonmark", {**_OPTIONS}).enable(_EXTENSIONS)


@lru_cache(maxsize=20_000)
def to_markdown(text: str) -> str:
    """Return a description as Markdown in which nothing is HTML, for the twins of the pages."""
    return "\n\n".join(_blocks(_tokens(text)))


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the blocks of a description. Items of lists become lines of their own."""
    items = 0
    for token in tokens:
        if token.type == "list_item_open":
            items += 1
        elif token.type == "list_item_close":
            items -= 1
        elif token.type == "inline":
            inside = _inline(token.children or ())
            yield f"- {inside}" if items else inside
        elif token.type in ("fence", "code_block"):
            yield f"```\n{token.content.replace('```', chr(39) * 3).rstrip()}\n```"


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
