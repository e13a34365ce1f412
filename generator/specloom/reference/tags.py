"""Read simple HTML in descriptions as Markdown: paragraphs, lists, emphasis, code, line breaks and links.

The result is parsed like every description, so what is no simple HTML stays text.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_CODE = re.compile(r"(```.*?```|~~~.*?~~~|`[^`\n]+`)", re.DOTALL)
_ANY = re.compile(
    r"</?(?:p|ul|ol|li|br|code|b|strong|i|em|a|span|nobr)\b|^> *\[!", re.IGNORECASE | re.MULTILINE
)
_CLASS = r"(?:\s+(?:class|id)=(?:\"[^\"<>]*\"|'[^'<>]*'))?\s*"
_ALERT = re.compile(r"^(> *)\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\n", re.MULTILINE)


def _flags(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _link(found: re.Match[str]) -> str:
    """Return a link to another site as Markdown, and the text of any other link."""
    address, text = found[1], " ".join(found[2].split())
    is_whole = re.fullmatch(r"https?://[^\s()<>]+", address, re.IGNORECASE) is not None
    return f"[{text}]({address})" if is_whole else text


_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (_flags(rf"<code{_CLASS}>([^`<>\n]+)</code>"), r"`\1`"),
    (_flags(rf"<(b|strong){_CLASS}>(?=\S)([^<>*\n]*[^<>*\s])</\1>"), r"**\2**"),
    (_flags(rf"<(i|em){_CLASS}>(?=\S)([^<>*\n]*[^<>*\s])</\1>"), r"*\2*"),
    (_flags(r"<a\s(?:[^<>]*\s)?href=\"([^\"<>]*)\"[^<>]*>([^<>\[\]]*)</a>"), _link),
    (_flags(rf"</?(?:span|nobr){_CLASS}>"), ""),
    (_flags(rf"(?<!\s)\s*<li{_CLASS}>\s*"), "\n- "),
    (_flags(r"(?<!\s)\s*</li>"), ""),
    (_flags(rf"(?<!\s)\s*</?(?:p|ul|ol){_CLASS}>\s*"), "\n\n"),
)
_BREAK = _flags(r"(?<![ \t])[ \t]*<br\s*/?>")


def without_tags(text: str) -> str:
    """Return a description in which simple HTML is Markdown. Code stays as it is."""
    if _ANY.search(text) is None:
        return text
    text = _ALERT.sub(lambda found: f"{found[1]}**{found[2].capitalize()}**\n{found[1]}\n", text)
    parts = _CODE.split(text)
    # The parts between code have even indexes.
    return "".join(part if index % 2 else _read(part) for index, part in enumerate(parts))


def _read(text: str) -> str:
    # A row of a table is one line.
    lines = text.split("\n")
    text = "\n".join(
        _BREAK.sub(" " if each.lstrip().startswith("|") else "  \n", each) for each in lines
    )
    for pattern, written in _RULES:
        text = pattern.sub(written, text)
    return text
