"""Find the strings that a document must contain for a JSONPath to match anything in it.

Most overlay actions concern a few of many documents. Looking up a string in a set takes a
thousandth of the time of evaluating a query with a filter.
"""

from __future__ import annotations

from typing import TypeAlias

from jsonpath_rfc9535 import JSONPathQuery
from jsonpath_rfc9535.filter_expressions import (
    ComparisonExpression,
    Expression,
    FilterExpression,
    FilterQuery,
    FunctionExtension,
    LogicalExpression,
    StringLiteral,
)
from jsonpath_rfc9535.selectors import FilterSelector, JSONPathSelector, NameSelector

from specloom.documents.pointers import Json

Needs: TypeAlias = frozenset[frozenset[str]]
"""Alternatives: a match requires all the strings of one of them."""

_ANYTHING: Needs = frozenset((frozenset[str](),))
_MOST = 64


def needs_of(query: JSONPathQuery) -> Needs:
    """Return the names and values that a match requires; there may be others that are not found."""
    needed = _ANYTHING
    for segment in query.segments:
        needed = _both(needed, Needs().union(*map(_of_selector, segment.selectors)))
    return needed


def are_met(needs: Needs, texts: set[str]) -> bool:
    """Return whether a document with these strings can have a match."""
    return any(each <= texts for each in needs)


def texts_of(value: Json) -> set[str]:
    """Return every key and every string in a value."""
    found: set[str] = set()
    stack = [value]
    while stack:
        each = stack.pop()
        if isinstance(each, dict):
            found.update(each)
            stack.extend(each.values())
        elif isinstance(each, list):
            stack.extend(each)
        elif isinstance(each, str):
            found.add(each)
    return found


def _both(left: Needs, right: Needs) -> Needs:
    if len(left) * len(right) > _MOST:
        return left
    return frozenset(each | other for each in left for other in right)


def _of_selector(selector: JSONPathSelector) -> Needs:
    match selector:
        case NameSelector():
            return _one(selector.name)
        case FilterSelector():
            return _of_expression(selector.expression)
        case _:
            return _ANYTHING


def _of_expression(expression: Expression) -> Needs:
    match expression:
        case FilterExpression():
            return _of_expression(expression.expression)
        case FilterQuery():
            return needs_of(expression.query)
        case LogicalExpression(operator="&&"):
            return _both(_of_expression(expression.left), _of_expression(expression.right))
        case LogicalExpression(operator="||"):
            return _of_expression(expression.left) | _of_expression(expression.right)
        case ComparisonExpression(operator="=="):
            return _of_equality(expression.left, expression.right)
        case FunctionExtension(name="match") if isinstance(expression.args[0], FilterQuery):
            return needs_of(expression.args[0].query)
        case _:
            return _ANYTHING


def _of_equality(left: Expression, right: Expression) -> Needs:
    """Return what a comparison with a literal requires; an absent value never equals a literal."""
    for query, literal in ((left, right), (right, left)):
        if isinstance(query, FilterQuery) and isinstance(literal, StringLiteral):
            return _both(needs_of(query.query), _one(literal.value))
    return _ANYTHING


def _one(text: str) -> Needs:
    return frozenset((frozenset((text,)),))
