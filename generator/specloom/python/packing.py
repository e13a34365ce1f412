"""Fill lines with long lists: entries in, lines of Python out that the formatter is to leave alone.

It would give each entry a line of its own, which for hundreds of them helps nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from specloom.python.docstrings import WIDTH

OFF, ON = "# fmt: off", "# fmt: on"
INDENT = "    "


def packed(head: str, entries: Sequence[str], tail: str) -> str:
    """`head`, the entries with commas between them, and `tail`: in one line or filled lines."""
    line = f"{head}{', '.join(entries)}{tail}"
    if len(line) <= WIDTH:
        return line
    outer = head[: len(head) - len(head.lstrip())]
    lines = [head]
    current = outer + INDENT
    for entry in entries:
        if current.strip() and len(current) + len(entry) > WIDTH + len(INDENT):
            lines.append(current.rstrip())
            current = outer + INDENT
        current += f"{entry}, "
    return "\n".join([*lines, current.rstrip(), outer + tail])


def unformatted(text: str) -> str:
    """The text as it is to stay, where it has several lines."""
    indent = text[: len(text) - len(text.lstrip())]
    return f"{indent}{OFF}\n{text}\n{indent}{ON}" if "\n" in text else text


def double_quoted(literal: str) -> str:
    """A text literal as the formatter writes it."""
    plain = literal[:1] == "'" and not set(literal) & set('"\\')
    return f'"{literal[1:-1]}"' if plain else literal
