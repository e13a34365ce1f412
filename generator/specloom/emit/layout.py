"""Lay out what templates render as black would: a piece of a module in, its text in black's style or None out.

Templates write one statement to a line, with black's spaces; this is for what they render alone. What is left to do has
simple rules, those of black's stable style: which quotes a text has, and where a line that is too
long is broken. A piece with anything else in it is left to black itself, which takes a hundred times
as long. The tests hold the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from specloom.emit.statement import (
    INDENT,
    LINE_LENGTH,
    NAME_END,
    ODD,
    PAIRS,
    TOKEN,
    Odd,
    check_brackets,
    elements_of,
    indent_of,
    statement,
)

_DOCSTRING = re.compile(r'^( *)(""".*)$')
_IMPORTS = ("from ", "import ")
_BLOCKS = ("class ", "def ", "async def ", "@")


def lay_out(piece: str) -> str | None:
    """The text as black gives it; None where that is left to black."""
    if not piece.strip():
        return None
    try:
        return "".join(f"{line}\n" for line in _lines(piece.rstrip("\n").split("\n")))
    except Odd:
        return None


def _lines(lines: list[str]) -> Iterator[str]:
    number = blank = 0
    before: list[str] = []  # how the last two statements end
    functions: list[int] = []
    in_block = after_import = False
    while number < len(lines):
        line = lines[number]
        if not line:
            blank += 1
            number += 1
            continue
        _check_functions(line, blank, functions)
        if len(before) < 2 and line[0] != "#" and before[-1:] and before[0].endswith('"""'):
            blank = 1  # after the docstring of a module
        elif line[0] == " ":
            _check_blank(line, blank, before)
            blank = min(blank, 1)
        elif in_block and before[-1][0] == " ":
            blank = 2  # a class or function has ended
        elif after_import and blank and not line.startswith(_IMPORTS):
            blank = 2 if line.startswith(_BLOCKS) else 1
        if not blank and _is_import(before[-1:]) and not _is_import([line]):
            raise Odd
        yield from [""] * min(blank, 2)
        if line[0] != " ":
            in_block = line.startswith(_BLOCKS)
            after_import = line.startswith(_IMPORTS)
        end = _end(lines, number)
        yield from _unit(lines[number:end])
        before = [*before[-1:], lines[end - 1]]
        number, blank = end, 0


def _is_import(lines: list[str]) -> bool:
    return bool(lines) and lines[0].lstrip(" ").startswith(_IMPORTS)


def _check_functions(line: str, blank: int, functions: list[int]) -> None:
    """Refuse functions within functions, and what follows one at once."""
    depth = len(indent_of(line))
    while functions and depth <= functions[-1]:
        functions.pop()
        if not blank:
            raise Odd
    if line[depth:].startswith(_BLOCKS):
        if functions:
            raise Odd
        if not line[depth:].startswith(("class ", "@")):
            functions.append(depth)


def _check_blank(line: str, blank: int, before: list[str]) -> None:
    """Refuse what has no blank line in front of it and needs one, or has one after a head."""
    last = before[-1] if before else ""
    if last.endswith(":") and blank:
        raise Odd
    code = line.lstrip(" ")
    if code == "..." and last.endswith(":"):
        raise Odd
    if not blank and code.startswith(_BLOCKS) and not last.startswith("class "):
        if last.lstrip(" ")[:1] not in ("@", "#"):
            raise Odd
    is_docstring = last.endswith('"""') and len(before) > 1 and before[-2].startswith("class ")
    if not blank and is_docstring:
        raise Odd


def _end(lines: list[str], begin: int) -> int:
    """Where that ends which begins at a line: a text, a part without style, a statement."""
    line = lines[begin]
    end = begin + 1
    if _DOCSTRING.match(line):
        while not _ends(lines[begin:end]):
            end += 1
            if end > len(lines):
                raise Odd
    elif line.strip() == "# fmt: off":
        while lines[end - 1].strip() != "# fmt: on":
            end += 1
    elif line[-1] in PAIRS:
        closing = indent_of(line) + PAIRS[line[-1]]
        while not lines[end - 1].startswith(closing):
            end += 1
            if end > len(lines):
                raise Odd
    return end


def _unit(lines: list[str]) -> Iterator[str]:
    first = lines[0]
    if found := _DOCSTRING.match(first):
        yield from _docstring(lines, found[1])
    elif first.strip() == "# fmt: off":
        if lines[-1] != first.replace("off", "on") or len(lines) < 3:
            raise Odd
        if any(each and not each.startswith(indent_of(first)) for each in lines):
            raise Odd
        yield from lines
    elif first.startswith("# ") and first == first.rstrip():
        yield from lines
    elif len(lines) > 1:
        yield from _open(lines)
    else:
        yield from statement(first)


def _open(lines: list[str]) -> Iterator[str]:
    """A statement whose brackets are kept open by a comma before their end."""
    first, last = lines[0], lines[-1]
    indent = indent_of(first)
    begin = first[:-1].lstrip(" ")
    if (
        ODD.search(begin)
        or set("'\"") & set(first + last)
        or set("()[]{}") & set(last.lstrip()[1:])
    ):
        raise Odd
    check_brackets(TOKEN.findall(begin))
    if len(lines) < 3 or (first[-1] != "{" and not NAME_END.search(begin)):
        raise Odd
    yield first
    number = 1
    while number < len(lines) - 1:
        end = _end(lines, number)
        element = lines[number:end]
        if indent_of(element[0]) != indent + INDENT or not element[-1].endswith(","):
            raise Odd
        yield from _open(element) if len(element) > 1 else _fitting(element[0])
        number = end
    yield last


def _fitting(line: str) -> list[str]:
    """One element in a line of its own, with a comma behind it."""
    made = list(statement(line))
    if len(made) != 1 or len(list(elements_of(TOKEN.findall(made[0].strip())))) != 1:
        raise Odd
    return made


def _ends(text: list[str]) -> bool:
    first = text[0].lstrip()
    return text[-1].endswith('"""') and (len(text) > 1 or len(first) >= 6)


def _docstring(text: list[str], indent: str) -> list[str]:
    """A docstring that has nothing to be stripped and no long end."""
    whole = "\n".join(text)
    inner = whole.strip()[3:-3]
    odd = (
        '"""' in inner
        or inner[:1] in (" ", '"', "")
        or inner.rstrip("\n ")[-1:] in ('"', "\\")
        or (len(text) == 1 and inner[-1:] == " ")
        or "\t" in whole
        or any(line != line.rstrip() for line in text)
        or min((len(indent_of(line)) for line in text[1:-1] if line), default=-1)
        not in ((len(indent),) if len(text) > 1 else (-1,))
        or indent_of(text[-1]) != indent
        or len(text[-1]) > LINE_LENGTH
        or (len(text) > 1 and text[-1].strip() != '"""')
        or (len(text) > 2 and not text[-2].strip())
    )
    if odd:
        raise Odd
    return text
