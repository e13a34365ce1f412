"""Read `[select]` of a project file: which operations become part of the package."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from specloom.project.model import Match, Rule, Selection
from specloom.project.tables import Table, Tables

STRINGS = ("path", "tag", "operation", "method", "version")
"""The conditions whose values are strings: patterns, but for methods."""

METHODS = ("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY")


def selection_table(tables: Tables, table: Table) -> Selection:
    """Read `[select]`.

    Raises:
        SpecloomError: a rule has no condition, an unknown one, or a value of the wrong kind.
    """
    tables.known(table, {"include", "exclude"}, "select")
    lines = _Lines(tables.text)
    return Selection(
        include=tuple(_rules(tables, table, "include", lines)),
        exclude=tuple(_rules(tables, table, "exclude", lines)),
    )


def version_reason(selection: Selection, version: str) -> str | None:
    """Return why no operation of a version can be selected, or None if some can."""
    for rule in selection.exclude:
        if {*rule.conditions} == {"version"} and _has_version(rule, version):
            return rule.reason or f"version {version!r} is excluded in line {rule.line}"
    if selection.include and not any(_has_version(rule, version) for rule in selection.include):
        return f"no rule of [select] include matches version {version!r}"
    return None


def _has_version(rule: Rule, version: str) -> bool:
    values = rule.conditions.get("version")
    return values is None or any(matches(each.value, version) for each in values)


def matches(pattern: str, value: str) -> bool:
    """Return whether a string matches a pattern, in which `*` stands for anything."""
    return _pattern(pattern).fullmatch(value) is not None


@lru_cache(maxsize=1024)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, pattern.split("*"))), re.DOTALL)


class _Lines:
    """Finds the lines of rules, which the TOML parser does not provide. Each value is found once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next: dict[tuple[str, str], int] = {}

    def of(self, list_: str, key: str, value: str) -> int:
        start = self._start(list_)
        literal = (
            re.escape(value) if value in ("true", "false") else f"[\"']{re.escape(value)}[\"']"
        )
        pattern = re.compile(rf"\b{key}[\"']?\s*=[^=]*?{literal}")
        found = pattern.search(self._text, self._next.get((list_, key + value), start))
        if found is None:
            return self._line(start)
        self._next[list_, key + value] = found.end()
        return self._line(found.end() - 1)

    def _start(self, list_: str) -> int:
        section = re.search(r"^\s*\[+\s*select\b", self._text, re.MULTILINE)
        start = section.start() if section else 0
        found = re.compile(rf"\b{list_}\b").search(self._text, start)
        return found.start() if found else start

    def _line(self, offset: int) -> int:
        return self._text.count("\n", 0, offset) + 1


def _rules(tables: Tables, table: Table, key: str, lines: _Lines) -> Iterator[Rule]:
    value = table.get(key, [])
    if not isinstance(value, list):
        tables.refuse(key, f'{key} must be a list of tables, for example [{{ path = "/pets/**" }}]')
    for each in cast(list[object], value):
        if not isinstance(each, dict):
            message = (
                f"{key} contains {each!r}; a rule must be a table, for example {{ path = "
                '"/pets/**" }'
            )
            tables.refuse(key, message)
        yield _rule(tables, cast(Table, each), key, lines)


def _rule(tables: Tables, table: Table, list_: str, lines: _Lines) -> Rule:
    tables.known(table, {*STRINGS, "deprecated", "reason"}, f"select.{list_}")
    conditions: dict[str, tuple[Match, ...]] = {}
    for key in table:
        if key == "reason":
            continue
        found = _values(tables, table, key)
        conditions[key] = tuple(Match(value, lines.of(list_, key, value)) for value in found)
    if not conditions:
        tables.refuse(list_, f"a rule of {list_} has no condition; add one, for example a path")
    line = min(each.line for values in conditions.values() for each in values)
    return Rule(conditions, line, tables.text_of(table, "reason"))


def _values(tables: Tables, table: Table, key: str) -> tuple[str, ...]:
    if key == "deprecated":
        return ("true" if tables.flag(table, key) else "false",)
    value = table[key]
    found = tables.texts(table, key) if isinstance(value, list) else (tables.text_of(table, key),)
    if not found or "" in found:
        tables.refuse(key, f"{key} must be a non-empty string or a list of such strings")
    for each in found:
        if key == "method" and each.upper() not in METHODS:
            tables.refuse(key, f"{each!r} is not an HTTP method; use one of {', '.join(METHODS)}")
        if key == "path" and not each.startswith(("/", "*")):
            tables.refuse(key, f"the path {each!r} must begin with '/' or '*'")
    return found
