"""Test the printer of statements: black does not change its output, and Python parses it to the
same tree."""

from __future__ import annotations

import ast

import black
import pytest
from black.mode import Mode, TargetVersion
from hypothesis import given, settings
from hypothesis import strategies as st
from specloom.python.code import (
    KEYWORD_ONLY,
    WIDTH,
    Assign,
    Await,
    Call,
    ClassHead,
    Compare,
    Conditional,
    Constant,
    Dict,
    Evaluate,
    Expression,
    FunctionHead,
    ImportFrom,
    Keyword,
    List,
    Name,
    Parameter,
    Return,
    Set,
    Statement,
    Subscript,
    Tuple,
    Unpack,
    flat,
    print_statement,
    union,
)

MODE = Mode(line_length=WIDTH, target_versions={TargetVersion.PY311})


def lengths() -> st.SearchStrategy[int]:
    """Return lengths of names, among them those that bring a line close to the limit."""
    return st.one_of(st.integers(1, 12), st.integers(13, 45), st.integers(60, 84))


names = st.builds(
    lambda letter, length: Name(letter * length), st.sampled_from("abcdef"), lengths()
)
functions_called = st.sampled_from([Name("f"), Name("self._call"), Name("Operation" * 4)])
generic = st.sampled_from([Name("list"), Name("Mapping"), Name("collections.abc.Sequence")])
constants = st.builds(
    Constant,
    st.one_of(
        st.text(max_size=12),
        st.text(alphabet="x'\"\\ \u00e9", max_size=30),
        st.builds(lambda length: "s" * length, lengths()),
        st.integers(0, 10**6),
        st.booleans(),
        st.none(),
        st.binary(max_size=5),
    ),
)
annotations: st.SearchStrategy[Expression] = st.recursive(
    names,
    lambda inner: st.one_of(
        st.builds(Subscript, generic, st.lists(inner, min_size=1, max_size=4).map(tuple)),
        st.lists(inner, min_size=2, max_size=5).map(union),
    ),
    max_leaves=8,
)


def _calls(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Call]:
    plain = st.lists(inner, max_size=3)
    keywords = st.lists(
        st.builds(Keyword, st.sampled_from(["body", "query", "x"]), inner), max_size=4
    )
    distinct = keywords.map(lambda found: list({each.name: each for each in found}.values()))
    unpacked = st.lists(st.builds(Unpack, inner, st.just(2)), max_size=1)
    arguments = st.tuples(plain, distinct, unpacked).map(lambda found: tuple(sum(found, [])))
    return st.builds(Call, functions_called, arguments)


values: st.SearchStrategy[Expression] = st.recursive(
    st.one_of(names, constants),
    lambda inner: st.one_of(
        _calls(inner),
        st.builds(List, st.lists(inner, max_size=4).map(tuple)),
        st.builds(Tuple, st.lists(inner, min_size=1, max_size=4).map(tuple)),
        st.builds(Set, st.lists(inner, min_size=1, max_size=4).map(tuple)),
        st.builds(
            Dict, st.lists(st.tuples(st.one_of(st.none(), constants), inner), max_size=4).map(tuple)
        ),
    ),
    max_leaves=10,
)
conditionals = st.builds(
    lambda key, value, test: Dict(
        ((None, Conditional(Dict(((key, value),)), test, Dict(()))), (key, value))
    ),
    constants,
    _calls(names),
    names.map(lambda name: Compare(name, "is not", Constant(None))),
)
defaults = st.one_of(st.none(), st.just(Name("UNSET")), constants)
parameters = st.lists(
    st.builds(
        lambda number, annotation: (f"p{number}" + "x" * number, annotation),
        st.integers(0, 30),
        annotations,
    ),
    unique_by=lambda found: found[0],
    max_size=6,
).map(lambda found: [Parameter(name, annotation) for name, annotation in found])
functions = st.builds(
    lambda first, later, default, returns, is_async, is_stub: FunctionHead(
        "f",
        (
            Parameter("self"),
            *(Parameter(f"a_{each.name}", each.annotation) for each in first),
            KEYWORD_ONLY,
            Parameter("z", Name("int")),
            *(Parameter(each.name, each.annotation, default) for each in later),
        ),
        returns,
        is_async,
        is_stub,
    ),
    parameters,
    parameters,
    defaults,
    annotations,
    st.booleans(),
    st.booleans(),
)
statements: st.SearchStrategy[Statement] = st.one_of(
    st.builds(Assign, st.sampled_from(["x", "NAME_" * 6]), values),
    st.builds(Assign, st.sampled_from(["x", "NAME_" * 6]), _calls(values), annotations),
    st.builds(
        Assign,
        st.just("field"),
        st.just(Call(Name("field"), (Keyword("name", Constant("a name")),))),
        annotations,
    ),
    st.builds(Evaluate, st.builds(lambda found: Call(Name("f"), (found,)), conditionals)),
    st.builds(Assign, st.just("field"), st.none(), annotations),
    st.builds(Assign, st.just("field"), st.just(Name("UNSET")), annotations),
    st.builds(Assign, st.just("ALIAS"), annotations, st.just(Name("TypeAlias"))),
    st.builds(Return, values),
    st.builds(Return, _calls(values).map(Await)),
    st.builds(Evaluate, _calls(values)),
    functions,
    st.builds(
        lambda bases: ClassHead("C", tuple(bases)),
        st.lists(st.one_of(names, functions_called), max_size=5),
    ),
    st.builds(
        lambda found: ImportFrom("a.module", tuple((each.text, alias) for each, alias in found)),
        st.lists(st.tuples(names, st.sampled_from(["", "other"])), min_size=1, max_size=8),
    ),
)


def _module(statement: Statement) -> str:
    """Return a module in which a statement is valid and black changes nothing else."""
    match statement:
        case FunctionHead(is_stub=True):
            text = f"class C:\n{print_statement(statement, 4)}\n"
        case FunctionHead():
            text = f"class C:\n{print_statement(statement, 4)}\n        pass\n"
        case ClassHead():
            text = f"{print_statement(statement)}\n    pass\n"
        case Return():
            text = f"async def f():\n{print_statement(statement, 4)}\n"
        case _:
            text = f"class C:\n{print_statement(statement, 4)}\n"
    return text


@settings(max_examples=50)
@given(statements)
def test_black_leaves_a_statement_alone(statement: Statement) -> None:
    """Try 50 statements; `make whole` tries 500."""
    assert_left_alone(statement)


@pytest.mark.whole
@settings(max_examples=500)
@given(statements)
def test_black_leaves_many_statements_alone(statement: Statement) -> None:
    assert_left_alone(statement)


def assert_left_alone(statement: Statement) -> None:
    text = _module(statement)
    assert black.format_str(text, mode=MODE) == text


@given(statements)
def test_a_line_is_long_only_where_nothing_can_be_broken(statement: Statement) -> None:
    for line in _module(statement).splitlines():
        if len(line) > WIDTH:
            longest = max(len(word) for word in line.replace("=", " ").replace("(", " ").split())
            assert longest + 20 > 60, line


@given(st.text())
def test_a_string_is_read_back(value: str) -> None:
    text = flat(Constant(value))
    assert text.isascii() and text.isprintable()
    assert ast.literal_eval(text) == value
