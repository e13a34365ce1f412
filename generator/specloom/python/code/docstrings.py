"""Escape strings of documents for docstrings and literals. No other module does this."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from functools import lru_cache

from specloom.ir import Constraints

WIDTH = 92


@lru_cache(maxsize=4096)
def docstring(*parts: str) -> str:
    """Return a docstring literal of several paragraphs. The printer indents it like its first line.

    The paragraphs may contain quotes, backslashes and control characters. The literal is always one
    docstring with the same content.
    """
    paragraphs = [wrapped for part in parts if (wrapped := _wrapped(part))]
    text = _escaped("\n\n".join(paragraphs) or "Undocumented.")
    return f'"""{text}\n"""' if "\n" in text else f'"""{text}"""'


def literal(value: object) -> str:
    """Return a scalar as a Python literal. Strings are in ASCII, so that no character in them can mislead."""
    return ascii(value)


def sentence(text: str) -> str:
    """Return a string with a full stop, unless it ends in a punctuation mark."""
    text = text.strip()
    return text if not text or text[-1] in ".!?:;)。" else f"{text}."


def limits(constraints: Constraints) -> str:
    """Return sentences with the limits that a document declares, or an empty string if there are none."""
    low = (constraints.minimum, constraints.exclusive_minimum)
    high = (constraints.maximum, constraints.exclusive_maximum)
    said = [
        _range(constraints.min_items, constraints.max_items, " items"),
        _range(constraints.min_length, constraints.max_length, " characters"),
        _range(low[0], high[0]) if low[1] is None and high[1] is None else _open_range(*low, *high),
        f"Matches {constraints.pattern}" if constraints.pattern is not None else "",
    ]
    return " ".join(f"{each}." for each in said if each)


def _range(low: float | None, high: float | None, unit: str = "") -> str:
    """Return the words for a range with its ends, or an empty string if there are no limits."""
    if low is not None and high is not None:
        return (
            f"Exactly {_plain(low)}{_units(low, unit)}"
            if low == high
            else f"From {_plain(low)} to {_plain(high)}{_units(high, unit)}"
        )
    if low is not None:
        return f"At least {_plain(low)}{_units(low, unit)}"
    return f"At most {_plain(high)}{_units(high, unit)}" if high is not None else ""


def _units(count: float, unit: str) -> str:
    return unit.removesuffix("s") if count == 1 else unit


def _open_range(
    low: float | None, above: float | None, high: float | None, below: float | None
) -> str:
    """Return the words for a range that excludes an end."""
    found = [
        f"{words} {_plain(value)}"
        for words, value in (
            ("more than", above),
            ("at least", low),
            ("less than", below),
            ("at most", high),
        )
        if value is not None
    ]
    words = " and ".join(found)
    return f"{words[:1].upper()}{words[1:]}"


def entries(title: str, entries: Sequence[tuple[str, str]]) -> str:
    """Return a section such as `Args:` with an entry on each line. Further lines of an entry are indented.

    An entry without a name consists of its description alone.
    """
    if not entries:
        return ""
    lines = [
        (
            textwrap.indent("\n    ".join(f"{name}: {text}".splitlines()), "    ")
            if name
            else textwrap.indent(text, "    ")
        )
        for name, text in entries
    ]
    return "\n".join([f"{title}:", *lines])


def _plain(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _wrapped(text: str) -> str:
    """Break long lines; the continuation of an indented line is indented further."""
    lines: list[str] = []
    for line in text.expandtabs(4).strip().splitlines():
        content = line.strip()
        indent = " " * (len(line) - len(line.lstrip()))
        if len(indent) + len(content) <= WIDTH:
            lines.append(f"{indent}{content}" if content else "")
            continue
        lines += textwrap.wrap(
            content,
            WIDTH,
            initial_indent=indent,
            subsequent_indent=f"{indent}    " if indent else "",
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    return "\n".join(lines)


def _escaped(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    # Groups of three quotes are already escaped; a single quote at the end would end the literal.
    if (len(text) - len(text.rstrip('"'))) % 3:
        escaped = f'{escaped[:-1]}\\"'
    if escaped.replace("\n", "").isprintable():
        return escaped
    return "".join(
        (
            each
            if each == "\n" or each.isprintable()
            else each.encode("unicode_escape").decode("ascii")
        )
        for each in escaped
    )
