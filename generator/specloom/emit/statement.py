"""Break a statement where black would: a line in, the line or several out.

Its quotes, and the brackets at which a line that is too long is broken, have simple rules. A statement
with anything else in it raises Odd.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LINE_LENGTH = 120

INDENT = "    "
TOKEN = re.compile(r"'[^'\\\n]*'|\"[^\"\\\n]*\"|[\[\](){},]|[^\[\](){},'\"]+|['\"]")
PAIRS = {"(": ")", "[": "]", "{": "}"}
NAME_END = re.compile(r"[\w\])\"]$")
# Comments, statements in one line, continued lines and lambdas have rules of their own.
ODD = re.compile(r"[#;\\]|\blambda\b|\t|[^ ]  |,[^ )\]}]|\($|\[$|\{$")

_CLOSING = frozenset(PAIRS.values())
_OPERATOR = re.compile(r" (?:[-+*/%|&^<>]|//|\*\*|==|!=|<=|>=|<<|>>|and|or|if|else|for|in|is|not) ")
_IMPORT = re.compile(r"from [\w.]+ import [\w, ]+$")
_HEADS = re.compile(
    r"class \w+\(|(?:async )?def \w+\(|(?:return |return await |await )?[\w.]+\(|[\w.]+(?:: [^=]+)? = "
)
_STUB = re.compile(r":\s*\.\.\.$")


class Odd(Exception):
    """A part that is left to black."""


def statement(line: str) -> Iterator[str]:
    """The lines of a statement that stands in one.

    Raises:
        Odd: black may give it another form.
    """
    code = line.lstrip(" ")
    indent = indent_of(line)
    tokens = [_normal(each) for each in TOKEN.findall(code)]
    text = "".join(tokens)
    if (
        line != line.rstrip()
        or ODD.search(_without_texts(tokens))
        or "'" in tokens
        or '"' in tokens
    ):
        raise Odd
    check_brackets(tokens)
    if len(indent) + len(text) <= LINE_LENGTH:
        yield indent + text
    elif _IMPORT.match(text):
        yield from _import(text, indent)
    elif _HEADS.match(text) and not _STUB.search(text):
        yield from _broken(tokens, indent, is_statement=True)
    else:
        raise Odd


def _import(text: str, indent: str) -> Iterator[str]:
    head, _, names = text.partition(" import ")
    yield f"{indent}{head} import ("
    yield from (f"{indent}{INDENT}{name}," for name in names.split(", "))
    yield f"{indent})"


def _normal(token: str) -> str:
    if token[0] == "'" and len(token) > 1:
        if '"' in token:
            raise Odd
        return f'"{token[1:-1]}"'
    return token


def _without_texts(tokens: list[str]) -> str:
    return "".join('""' if each[0] == '"' else each for each in tokens)


def check_brackets(tokens: list[str]) -> None:
    """Refuse a statement that goes on in the next line, and a comma that keeps brackets open."""
    opened: list[int] = []
    for number, each in enumerate(tokens):
        if each in PAIRS:
            opened.append(number)
        elif each in _CLOSING:
            if not opened or PAIRS[tokens[begin := opened.pop()]] != each:
                raise Odd
            if tokens[number - 1] == " ":
                raise Odd
            if tokens[number - 1] == "," and not _is_single(tokens[begin - 1 : number]):
                raise Odd
    if opened:
        raise Odd


def _is_single(tokens: list[str]) -> bool:
    """Whether this is a tuple of one element, with what stands before it; it has to have a comma."""
    depth = commas = 0
    for each in tokens[2:]:
        depth += (each in PAIRS) - (each in _CLOSING)
        commas += each == "," and depth == 0
    return commas == 1 and tokens[1] == "(" and not NAME_END.search(tokens[0])


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
        raise Odd
    if max(len("".join(head)), len("".join(tail))) > LINE_LENGTH - len(indent):
        yield from _in_parentheses(tokens, indent)
        return
    yield indent + "".join(head)
    inner = indent + INDENT
    elements = list(elements_of(body))
    is_literal = len(head) < 2 or head[-1] == "{" or not NAME_END.search(head[-2])
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
            raise Odd
        yield from _element(body, inner)
    yield indent + "".join(tail)


def _in_parentheses(tokens: list[str], indent: str) -> Iterator[str]:
    """An assignment whose name and type fill the line: the value in a line of its own."""
    name, _, value = "".join(tokens).rpartition(" = ")
    tokens = TOKEN.findall(value)
    if not name or _OPERATOR.search(_without_texts(_at_depth(tokens))):
        raise Odd
    check_brackets(tokens)
    if max(len(name) + 4, len(INDENT) + len(value)) > LINE_LENGTH - len(indent):
        raise Odd
    yield from (f"{indent}{name} = (", f"{indent}{INDENT}{value}", f"{indent})")


def _element(tokens: list[str], indent: str) -> Iterator[str]:
    text = "".join(tokens)
    if len(indent) + len(text) <= LINE_LENGTH:
        yield indent + text
    elif _OPERATOR.search(_without_texts(_at_depth(tokens))) or text.startswith(("*", '"')):
        raise Odd
    else:
        yield from _broken(tokens, indent)


def elements_of(body: list[str]) -> Iterator[list[str]]:
    depth = 0
    element: list[str] = []
    for each in body:
        depth += (each in PAIRS) - (each in _CLOSING)
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
        depth += each in PAIRS
    return found


def _first_brackets(tokens: list[str]) -> tuple[int, int]:
    begin = tokens.index("(")
    depth = 0
    for number in range(begin, len(tokens)):
        depth += (tokens[number] in PAIRS) - (tokens[number] in _CLOSING)
        if depth == 0:
            return begin, number
    raise Odd


def _last_brackets(tokens: list[str]) -> tuple[int, int]:
    end = next((n for n in range(len(tokens) - 1, -1, -1) if tokens[n] in _CLOSING), -1)
    depth = 0
    for number in range(end, -1, -1):
        depth += (tokens[number] in _CLOSING) - (tokens[number] in PAIRS)
        if depth == 0:
            return number, end
    raise Odd


def indent_of(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]
