"""A JSONPath goes in; the texts that a document must hold for it to match anything come out.

Most actions of the overlays of many documents are for a few of them. To look a text up in a set
takes a thousandth of what it takes to evaluate a query with a filter.
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
"""Alternatives: a match needs all the texts of one of them."""

_ANYTHING: Needs = frozenset((frozenset[str](),))
_MOST = 64


def needs_of(query: JSONPathQuery) -> Needs:
    """Return names and values that matches need; there may be others that are not found."""
    needed = _ANYTHING
    for segment in query.segments:
        needed = _both(needed, Needs().union(*map(_of_selector, segment.selectors)))
    return needed


def are_met(needs: Needs, texts: set[str]) -> bool:
    """Tell whether there may be a match where there are these texts."""
    return any(each <= texts for each in needs)


def texts_of(value: Json) -> set[str]:
    """Return every name of a member and every text in a value."""
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
    """What a comparison with a literal needs; nothing is equal to nothing, but not to a literal."""
    for query, literal in ((left, right), (right, left)):
        if isinstance(query, FilterQuery) and isinstance(literal, StringLiteral):
            return _both(needs_of(query.query), _one(literal.value))
    return _ANYTHING


def _one(text: str) -> Needs:
    return frozenset((frozenset((text,)),))
