"""Lay out what templates render as black would: a piece of a module in, its text in black's style or None out.

Templates write one statement to a line, with black's spaces; this is for what they render alone. What is left to do has
simple rules, those of black's stable style: which quotes a text has, and where a line that is too
long is broken. A piece with anything else in it is left to black itself, which takes a hundred times
as long. The tests hold the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LINE_LENGTH = 120

_INDENT = "    "
_TOKEN = re.compile(r"'[^'\\\n]*'|\"[^\"\\\n]*\"|[\[\](){},]|[^\[\](){},'\"]+|['\"]")
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_CLOSING = frozenset(_PAIRS.values())
_DOCSTRING = re.compile(r'^( *)(""".*)$')
# Comments, statements in one line, continued lines and lambdas have rules of their own.
_ODD = re.compile(r"[#;\\]|\blambda\b|\t|[^ ]  |,[^ )\]}]|\($|\[$|\{$")
_OPERATOR = re.compile(r" (?:[-+*/%|&^<>]|//|\*\*|==|!=|<=|>=|<<|>>|and|or|if|else|for|in|is|not) ")
_IMPORTS = ("from ", "import ")
_BLOCKS = ("class ", "def ", "async def ", "@")
_IMPORT = re.compile(r"from [\w.]+ import [\w, ]+$")
_HEADS = re.compile(
    r"class \w+\(|(?:async )?def \w+\(|(?:return |return await |await )?[\w.]+\(|[\w.]+(?:: [^=]+)? = "
)
_STUB = re.compile(r":\s*\.\.\.$")


_NAME_END = re.compile(r"[\w\])\"]$")


class _Odd(Exception):
    """A part that is left to black."""


def lay_out(piece: str) -> str | None:
    """The text as black gives it; None where that is left to black."""
    if not piece.strip():
        return None
    try:
        return "".join(f"{line}\n" for line in _lines(piece.rstrip("\n").split("\n")))
    except _Odd:
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
            raise _Odd
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
    depth = len(_indent(line))
    while functions and depth <= functions[-1]:
        functions.pop()
        if not blank:
            raise _Odd
    if line[depth:].startswith(_BLOCKS):
        if functions:
            raise _Odd
        if not line[depth:].startswith(("class ", "@")):
            functions.append(depth)


def _check_blank(line: str, blank: int, before: list[str]) -> None:
    """Refuse what has no blank line in front of it and needs one, or has one after a head."""
    last = before[-1] if before else ""
    if last.endswith(":") and blank:
        raise _Odd
    code = line.lstrip(" ")
    if code == "..." and last.endswith(":"):
        raise _Odd
    if not blank and code.startswith(_BLOCKS) and not last.startswith("class "):
        if last.lstrip(" ")[:1] not in ("@", "#"):
            raise _Odd
    is_docstring = last.endswith('"""') and len(before) > 1 and before[-2].startswith("class ")
    if not blank and is_docstring:
        raise _Odd


def _end(lines: list[str], begin: int) -> int:
    """Where that ends which begins at a line: a text, a part without style, a statement."""
    line = lines[begin]
    end = begin + 1
    if _DOCSTRING.match(line):
        while not _ends(lines[begin:end]):
            end += 1
            if end > len(lines):
                raise _Odd
    elif line.strip() == "# fmt: off":
        while lines[end - 1].strip() != "# fmt: on":
            end += 1
    elif line[-1] in _PAIRS:
        closing = _indent(line) + _PAIRS[line[-1]]
        while not lines[end - 1].startswith(closing):
            end += 1
            if end > len(lines):
                raise _Odd
    return end


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _unit(lines: list[str]) -> Iterator[str]:
    first = lines[0]
    if found := _DOCSTRING.match(first):
        yield from _docstring(lines, found[1])
    elif first.strip() == "# fmt: off":
        if lines[-1] != first.replace("off", "on") or len(lines) < 3:
            raise _Odd
        if any(each and not each.startswith(_indent(first)) for each in lines):
            raise _Odd
        yield from lines
    elif first.startswith("# ") and first == first.rstrip():
        yield from lines
    elif len(lines) > 1:
        yield from _open(lines)
    else:
        yield from _statement(first)


def _open(lines: list[str]) -> Iterator[str]:
    """A statement whose brackets are kept open by a comma before their end."""
    first, last = lines[0], lines[-1]
    indent = _indent(first)
    begin = first[:-1].lstrip(" ")
    if (
        _ODD.search(begin)
        or set("'\"") & set(first + last)
        or set("()[]{}") & set(last.lstrip()[1:])
    ):
        raise _Odd
    _check(_TOKEN.findall(begin))
    if len(lines) < 3 or (first[-1] != "{" and not _NAME_END.search(begin)):
        raise _Odd
    yield first
    number = 1
    while number < len(lines) - 1:
        end = _end(lines, number)
        element = lines[number:end]
        if _indent(element[0]) != indent + _INDENT or not element[-1].endswith(","):
            raise _Odd
        yield from _open(element) if len(element) > 1 else _fitting(element[0])
        number = end
    yield last


def _fitting(line: str) -> list[str]:
    """One element in a line of its own, with a comma behind it."""
    made = list(_statement(line))
    if len(made) != 1 or len(list(_elements(_TOKEN.findall(made[0].strip())))) != 1:
        raise _Odd
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
        or min((len(_indent(line)) for line in text[1:-1] if line), default=-1)
        not in ((len(indent),) if len(text) > 1 else (-1,))
        or _indent(text[-1]) != indent
        or len(text[-1]) > LINE_LENGTH
        or (len(text) > 1 and text[-1].strip() != '"""')
        or (len(text) > 2 and not text[-2].strip())
    )
    if odd:
        raise _Odd
    return text


def _statement(line: str) -> Iterator[str]:
    code = line.lstrip(" ")
    indent = _indent(line)
    tokens = [_normal(each) for each in _TOKEN.findall(code)]
    text = "".join(tokens)
    if (
        line != line.rstrip()
        or _ODD.search(_without_texts(tokens))
        or "'" in tokens
        or '"' in tokens
    ):
        raise _Odd
    _check(tokens)
    if len(indent) + len(text) <= LINE_LENGTH:
        yield indent + text
    elif _IMPORT.match(text):
        yield from _import(text, indent)
    elif _HEADS.match(text) and not _STUB.search(text):
        yield from _broken(tokens, indent, is_statement=True)
    else:
        raise _Odd


def _import(text: str, indent: str) -> Iterator[str]:
    head, _, names = text.partition(" import ")
    yield f"{indent}{head} import ("
    yield from (f"{indent}{_INDENT}{name}," for name in names.split(", "))
    yield f"{indent})"


def _normal(token: str) -> str:
    if token[0] == "'" and len(token) > 1:
        if '"' in token:
            raise _Odd
        return f'"{token[1:-1]}"'
    return token


def _without_texts(tokens: list[str]) -> str:
    return "".join('""' if each[0] == '"' else each for each in tokens)


def _check(tokens: list[str]) -> None:
    """Refuse a statement that goes on in the next line, and a comma that keeps brackets open."""
    opened: list[int] = []
    for number, each in enumerate(tokens):
        if each in _PAIRS:
            opened.append(number)
        elif each in _CLOSING:
            if not opened or _PAIRS[tokens[begin := opened.pop()]] != each:
                raise _Odd
            if tokens[number - 1] == " ":
                raise _Odd
            if tokens[number - 1] == "," and not _is_single(tokens[begin - 1 : number]):
                raise _Odd
    if opened:
        raise _Odd


def _is_single(tokens: list[str]) -> bool:
    """Whether this is a tuple of one element, with what stands before it; it has to have a comma."""
    depth = commas = 0
    for each in tokens[2:]:
        depth += (each in _PAIRS) - (each in _CLOSING)
        commas += each == "," and depth == 0
    return commas == 1 and tokens[1] == "(" and not _NAME_END.search(tokens[0])


def _broken(tokens: list[str], indent: str, *, is_statement: bool = False) -> Iterator[str]:
    """A line that is too long, broken at its last brackets, a `def` at those of its parameters."""
    text = "".join(tokens)
    is_def = is_statement and text.startswith(("def ", "async def "))
    begin, end = _first_brackets(tokens) if is_def else _last_brackets(tokens)
    head, body, tail = tokens[: begin + 1], tokens[begin + 1 : end], tokens[end:]
    ends: tuple[list[str], ...] = (
        ([":"],) if is_statement and text.startswith("class ") else ([], [","])
    )
    outside = _without_texts(_at_depth(head[:-1])).rpartition(" = ")[2]
    if (
        not body
        or body[-1] == ","
        or (not is_def and (_OPERATOR.search(outside) or tail[1:] not in ends))
    ):
        raise _Odd
    if max(len("".join(head)), len("".join(tail))) > LINE_LENGTH - len(indent):
        yield from _in_parentheses(tokens, indent)
        return
    yield indent + "".join(head)
    inner = indent + _INDENT
    elements = list(_elements(body))
    is_literal = len(head) < 2 or head[-1] == "{" or not _NAME_END.search(head[-2])
    has_commas = len(elements) > 1
    must_explode = (is_def and not has_commas) or (is_literal and has_commas)
    joined = "".join(body)
    if len(inner) + len(joined) <= LINE_LENGTH and not must_explode:
        yield inner + joined
    elif has_commas or is_def:
        for element in elements:
            yield from _element([*element, ","], inner)
    else:
        if is_literal:
            raise _Odd
        yield from _element(body, inner)
    yield indent + "".join(tail)


def _in_parentheses(tokens: list[str], indent: str) -> Iterator[str]:
    """An assignment whose name and type fill the line: the value in a line of its own."""
    name, _, value = "".join(tokens).rpartition(" = ")
    tokens = _TOKEN.findall(value)
    if not name or _OPERATOR.search(_without_texts(_at_depth(tokens))):
        raise _Odd
    _check(tokens)
    if max(len(name) + 4, len(_INDENT) + len(value)) > LINE_LENGTH - len(indent):
        raise _Odd
    yield from (f"{indent}{name} = (", f"{indent}{_INDENT}{value}", f"{indent})")


def _element(tokens: list[str], indent: str) -> Iterator[str]:
    text = "".join(tokens)
    if len(indent) + len(text) <= LINE_LENGTH:
        yield indent + text
    elif _OPERATOR.search(_without_texts(_at_depth(tokens))) or text.startswith(("*", '"')):
        raise _Odd
    else:
        yield from _broken(tokens, indent)


def _elements(body: list[str]) -> Iterator[list[str]]:
    depth = 0
    element: list[str] = []
    for each in body:
        depth += (each in _PAIRS) - (each in _CLOSING)
        if each == "," and depth == 0:
            yield element
            element = []
        else:
            element.append(each if element else each.lstrip())
            if not element[0]:
                element = []
    if element:
        yield element


def _at_depth(tokens: list[str]) -> list[str]:
    """The tokens that stand in no brackets."""
    depth = 0
    found: list[str] = []
    for each in tokens:
        depth -= each in _CLOSING
        if depth == 0:
            found.append(each)
        depth += each in _PAIRS
    return found


def _first_brackets(tokens: list[str]) -> tuple[int, int]:
    begin = tokens.index("(")
    depth = 0
    for number in range(begin, len(tokens)):
        depth += (tokens[number] in _PAIRS) - (tokens[number] in _CLOSING)
        if depth == 0:
            return begin, number
    raise _Odd


def _last_brackets(tokens: list[str]) -> tuple[int, int]:
    end = next((n for n in range(len(tokens) - 1, -1, -1) if tokens[n] in _CLOSING), -1)
    depth = 0
    for number in range(end, -1, -1):
        depth += (tokens[number] in _CLOSING) - (tokens[number] in _PAIRS)
        if depth == 0:
            return number, end
    raise _Odd
