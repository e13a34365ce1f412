"""Find the strings that a document must contain for a JSONPath to match anything in it.

Most overlay actions concern a few of many documents, and a few of the paths or schemas in them. Looking
up a string in a set takes a thousandth of the time of evaluating a query with a filter.
"""

from __future__ import annotations

import re
from collections.abc import Set
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
from jsonpath_rfc9535.segments import JSONPathChildSegment, JSONPathSegment
from jsonpath_rfc9535.selectors import (
    FilterSelector,
    JSONPathSelector,
    NameSelector,
    WildcardSelector,
)
from msgspec import Struct

from specloom.documents.parts import Parts
from specloom.documents.pointers import Json, lookup

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


def are_met(needs: Needs, texts: Set[str]) -> bool:
    """Return whether a document with these strings can have a match."""
    return any(each <= texts for each in needs)


def texts_of(value: Json, parts: Parts | None = None) -> Set[str]:
    """Return every key and every string in a value; each of the shared parts is searched once."""
    known = parts.identities if parts is not None else frozenset[int]()
    found: set[str] = set()
    stack = [value]
    while stack:
        each = stack.pop()
        if parts is not None and id(each) in known:
            found |= parts.result(texts_of, each)
        elif isinstance(each, dict):
            found.update(each)
            stack.extend(each.values())
        elif isinstance(each, list):
            stack.extend(each)
        elif isinstance(each, str):
            found.add(each)
    return found


class Scope(Struct, frozen=True):
    """The map that a query searches, `("paths",)` or `("components", "schemas")`, and what a member must contain."""

    group: tuple[str, ...]
    needs: Needs


def scope_of(query: JSONPathQuery) -> Scope | None:
    """Return the scope of a query that searches each member of a map by itself, None for other queries."""
    if _QUOTED.sub("", str(query)).count("$") > 1:
        return None  # a filter looks at the whole document
    for group in _GROUPS:
        names = query.segments[: len(group)]
        rest = query.segments[len(group) :]
        if rest and all(map(_is_name, names, group)) and _is_each(rest[0]):
            needed = _ANYTHING
            for segment in rest:
                needed = _both(needed, Needs().union(*map(_of_selector, segment.selectors)))
            return Scope(group, needed)
    return None


class Contents:
    """The strings in a document, and those in each of its paths and schemas as far as they are needed."""

    def __init__(self, root: dict[str, Json], parts: Parts | None = None) -> None:
        self._parts = parts or Parts()
        self._texts = texts_of(root, parts)
        self._inserted: Set[str] = frozenset()
        self._members: dict[tuple[str, ...], dict[str, Set[str]]] = {}

    def may_match(self, needs: Needs) -> bool:
        """Return whether a query with these needs may match."""
        return are_met(needs, self._texts)

    def insert(self, texts: frozenset[str]) -> None:
        """Add strings that were inserted anywhere in the document."""
        self._texts |= texts
        self._inserted |= texts

    def narrowed(self, scope: Scope | None, root: dict[str, Json]) -> dict[str, Json]:
        """Return what a query has to search: the whole document, or those members that may match."""
        members = lookup(root, scope.group) if scope is not None else None
        if scope is None or not isinstance(members, dict):
            return root
        known = self._members.get(scope.group)
        if known is None:
            known = {key: self._texts_of(each) for key, each in members.items()}
            self._members[scope.group] = known
        # What was inserted may be in any of the members.
        needs = frozenset(each - self._inserted for each in scope.needs)
        found: dict[str, Json] = {
            key: each
            for key, each in members.items()
            if key not in known or are_met(needs, known[key])
        }
        for name in reversed(scope.group):
            found = {name: found}
        return found

    def _texts_of(self, value: Json) -> Set[str]:
        is_part = self._parts.has(value)
        return self._parts.result(texts_of, value) if is_part else texts_of(value, self._parts)


_GROUPS = (("paths",), ("components", "schemas"))
_QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'")


def _is_name(segment: JSONPathSegment, name: str) -> bool:
    selectors = segment.selectors
    is_only = isinstance(segment, JSONPathChildSegment) and len(selectors) == 1
    return is_only and isinstance(selectors[0], NameSelector) and selectors[0].name == name


def _is_each(segment: JSONPathSegment) -> bool:
    """Return whether a segment selects members one by one, without their names."""
    return isinstance(segment, JSONPathChildSegment) and all(
        isinstance(each, (WildcardSelector, FilterSelector)) for each in segment.selectors
    )


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
