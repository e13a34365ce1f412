"""Test that any string becomes one literal with the same value."""

from __future__ import annotations

import ast
from inspect import cleandoc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from specloom.ir import Constraints
from specloom.python.code.docstrings import docstring, entries, limits, literal, sentence
from specloom.python.operations.paths import encoded_path

TEXT = st.text() | st.text(alphabet='"\\\n {}%#\t\r\x00\u2028a')


def _value(made: str, indent: str = "") -> str:
    """Return the value of a docstring in a body with some indentation."""
    indented = made.replace("\n", f"\n{indent}")
    function = ast.parse(f"def f():\n    {indented}" if indent else f"def f():\n    {made}")
    (body,) = function.body
    assert isinstance(body, ast.FunctionDef)
    assert len(body.body) == 1, "one expression, whatever the text"
    return ast.get_docstring(body) or ""


@given(TEXT)
def test_a_docstring_says_the_text(text: str) -> None:
    expected = text.expandtabs(4).split() or ["Undocumented."]
    made = docstring(text)
    assert isinstance(ast.literal_eval(made), str)
    assert cleandoc(ast.literal_eval(made)).split() == expected
    assert _value(made, "    ").split() == expected


@given(TEXT)
def test_a_docstring_is_plain_to_see(text: str) -> None:
    assert all(each == "\n" or each.isprintable() for each in docstring(text))


@given(TEXT, TEXT)
def test_several_parts_are_paragraphs(first: str, second: str) -> None:
    made = ast.literal_eval(docstring(first, second))
    assert made.split() == (first.split() + second.split() or ["Undocumented."])


@given(TEXT)
def test_a_literal_is_the_value(text: str) -> None:
    assert ast.literal_eval(literal(text)) == text
    assert literal(text).isascii()


@pytest.mark.parametrize("value", [None, True, 0, -1, 1.5, 2**70, ("a", "b"), (("a",), ())])
def test_literals_of_other_values(value: object) -> None:
    assert ast.literal_eval(literal(value)) == value


def test_lines_and_their_indents_are_kept() -> None:
    text = "One.\n\n    code\n      more\n- " + "word " * 30
    made = ast.literal_eval(docstring(text))
    assert made.startswith("One.\n\n    code\n      more\n- word")
    assert max(map(len, made.splitlines())) <= 92


def test_one_line_or_several() -> None:
    assert docstring("One.") == '"""One."""'
    assert docstring("One.", "Two.") == '"""One.\n\nTwo.\n"""'
    assert docstring("", " ") == '"""Undocumented."""'


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("A pet", "A pet."),
        ("A pet.", "A pet."),
        ("Which?", "Which?"),
        (" ", ""),
        ("全部。", "全部。"),
    ],
)
def test_sentences(text: str, made: str) -> None:
    assert sentence(text) == made


def test_limits() -> None:
    assert limits(Constraints()) == ""
    assert limits(Constraints(minimum=1, maximum=2.5)) == "From 1 to 2.5."
    assert limits(Constraints(maximum=0)) == "At most 0."
    assert limits(Constraints(min_length=2, max_length=2)) == "Exactly 2 characters."
    assert limits(Constraints(exclusive_minimum=0, maximum=1)) == "More than 0 and at most 1."
    assert limits(Constraints(exclusive_minimum=0)) == "More than 0."
    assert limits(Constraints(min_items=1, max_items=9)) == "From 1 to 9 items."
    assert limits(Constraints(max_length=40, pattern="^a{2}$")) == (
        "At most 40 characters. Matches ^a{2}$."
    )


def test_entries() -> None:
    assert entries("Args", []) == ""
    assert entries("Args", [("a", "One.\nTwo."), ("b", "Three.")]) == (
        "Args:\n    a: One.\n        Two.\n    b: Three."
    )


@pytest.mark.parametrize(
    ("path", "encoded"),
    [
        ("/pets/{petId}/photos", "/pets/{petId}/photos"),
        ("/a b/{c d}/é", "/a%20b/{c d}/%C3%A9"),
        ("/%20/100%/%zz", "/%20/100%25/%25zz"),
        ('/"<>\\^`|\n', "/%22%3C%3E%5C%5E%60%7C%0A"),
        ("/pets:batch/@me/(x)/a,b;c=d", "/pets:batch/@me/(x)/a,b;c=d"),
        ("/x?action=y", "/x?action=y"),
    ],
)
def test_paths(path: str, encoded: str) -> None:
    assert encoded_path(path) == encoded
    assert encoded_path(encoded) == encoded
