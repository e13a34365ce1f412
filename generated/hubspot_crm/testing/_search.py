"""Searches: filters, a query and a sort order, with pages up to the 10,000th record.

NEQ, NOT_IN and NOT_CONTAINS_TOKEN also find records without a value. Strings are compared
case-insensitively, numbers and instants by their value. Without a sort order records come by id.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Callable, Iterable
from functools import lru_cache

from ._answers import Answer, Json, invalid, page
from ._documents import Call
from ._portal import Portal
from ._properties import milliseconds
from ._records import Records
from ._store import MORE_EMAILS, Index, Row, Table

CAP = 10_000
MOST_FILTERS, MOST_IN_ALL, MOST_CHARACTERS = 6, 18, 3000
_CACHED = 8
_LISTS = (MORE_EMAILS, "hs_merged_object_ids")
_WORDS = re.compile(r"\w+")
_NUMBER = re.compile(r"[+-]?\d+(\.\d*)?")

Key = tuple[int, float, str]
Test = Callable[[str | None], bool]


class Searches:
    """Responds to searches, and caches the latest results for the pages that follow."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal
        self._kept: dict[tuple[str, int, str], array[int]] = {}

    def answer(self, call: Call) -> Answer | None:
        """Return the response to a search of records, or None for any other call."""
        if (call.method, *call.place[:2], *call.place[3:]) != ("POST", "crm", "objects", "search"):
            return None
        records, body = Records(self._portal, call.place[2]), call.body
        _check_size(call.body)
        limit, after = body.get("limit", 10), body.get("after") or "0"
        if not after.isdecimal():
            raise invalid("after is not a cursor of this search", propertyName="after")
        first, end = int(after), int(after) + limit
        if end > CAP:
            raise invalid(f"A search returns at most {CAP} records", propertyName="after")
        found = self._found(records, body)
        query = {"properties": body.get("properties")}
        table = self._portal.indexes.get(records.type, records.table)
        shown = ((index, table.row(index)) for index in found[first:end])
        results = [records.shown(index, row, query) for index, row in shown]
        return page(results, str(end) if len(found) > end else None, total=len(found))

    def _found(self, records: Records, body: Json) -> array[int]:
        asked = [body.get(name) for name in ("filterGroups", "sorts", "query")]
        table = self._portal.indexes.get(records.type, records.table)
        key = (records.type, table.version, json.dumps(asked, sort_keys=True))
        found = self._kept.pop(key, None) or array("q", _search(records, table, body))
        self._kept[key] = found
        if len(self._kept) > _CACHED:
            del self._kept[next(iter(self._kept))]
        return found


def _check_size(body: Json) -> None:
    counts = [len(group["filters"]) for group in body.get("filterGroups") or ()]
    if max(counts, default=0) > MOST_FILTERS or sum(counts) > MOST_IN_ALL:
        text = f"A search has at most {MOST_FILTERS} filters in a group and {MOST_IN_ALL} in all"
        raise invalid(text, propertyName="filterGroups")
    if len(json.dumps(body, ensure_ascii=False, separators=(",", ":"))) > MOST_CHARACTERS:
        raise invalid(f"The body of a search has at most {MOST_CHARACTERS} characters")


def search(records: Records, body: Json) -> Iterable[int]:
    """Return where the records are that a search finds, in its order."""
    return _search(records, records.table, body)


def _search(records: Records, table: Table | Index, body: Json) -> Iterable[int]:
    groups = [group["filters"] for group in body.get("filterGroups") or ()]
    tests = [[(each["propertyName"], _test(records, each)) for each in group] for group in groups]
    words: list[str] = _WORDS.findall((body.get("query") or "").lower())

    def fits(index: int, row: Row) -> bool:
        return (
            not tests
            or any(all(t(records.value(n, index, row)) for n, t in group) for group in tests)
        ) and (not words or _mentions(row, words))

    rows = table.rows(_first(records, groups))
    found = [(index, row) for index, row in rows if fits(index, row)]
    for sort in body.get("sorts") or ():
        found = _sorted(records, found, sort)
    return [index for index, _ in found]


def _first(records: Records, groups: list[list[Json]]) -> int:
    """Return where to begin: all groups may require ids above some number."""
    lowest = [
        max(
            (
                int(each["value"])
                for each in group
                if (each["propertyName"], each["operator"][:2]) == ("hs_object_id", "GT")
                and each["value"].isdecimal()
            ),
            default=0,
        )
        for group in groups
    ]
    return max(0, min(lowest, default=0) - records.table.first)


def _sorted(
    records: Records, found: list[tuple[int, Row]], sort: str | Json
) -> list[tuple[int, Row]]:
    """Sort by a property; records without a value come last, and equal ones keep their order."""
    order = sort if isinstance(sort, str) else _order(sort)
    name = order.removeprefix("-")
    valued = [(records.value(name, index, row), index, row) for index, row in found]
    having = [(_key(value), index, row) for value, index, row in valued if value]
    having.sort(key=lambda each: each[0], reverse=order != name)
    without = [(index, row) for value, index, row in valued if not value]
    return [(index, row) for _, index, row in having] + without


def _order(sort: Json) -> str:
    """Return the short form of a sort order."""
    return f"{'-' if sort['direction'] == 'DESCENDING' else ''}{sort['propertyName']}"


def _mentions(row: Row, words: list[str]) -> bool:
    said: list[str] = _WORDS.findall(" ".join(row.properties.values()).lower())
    return all(any(each.startswith(word) for each in said) for word in words)


def _test(records: Records, given: Json) -> Test:
    name, operator = given["propertyName"], given["operator"]
    known = records.portal.properties(records.type)
    needed = {"IN": ["values"], "BETWEEN": ["value", "highValue"]}.get(
        operator.removeprefix("NOT_"), [] if "HAS_PROPERTY" in operator else ["value"]
    )
    if known.unknown(name):
        raise invalid(f"The property {name} does not exist", propertyName=name)
    if not all(given.get(each) for each in needed):
        raise invalid(f"{operator} requires {' and '.join(needed)}", propertyName=name)
    test = _positive(operator.removeprefix("NOT_").replace("NEQ", "EQ"), given)
    if name in _LISTS:
        test = _any_of(test)
    return (lambda value: not test(value)) if operator.startswith("N") else test


def _any_of(test: Test) -> Test:
    """Return whether a test is true for one of the values of a list."""
    return lambda value: any(map(test, value.split(";"))) if value else test(value)


def _positive(operator: str, given: Json) -> Test:
    low, high = _key(given.get("value") or ""), _key(given.get("highValue") or "")
    within = {_key(each) for each in given.get("values") or ()}
    compare: dict[str, Callable[[Key], bool]] = {
        "EQ": lambda key: key == low,
        "LT": lambda key: key < low,
        "LTE": lambda key: key <= low,
        "GT": lambda key: key > low,
        "GTE": lambda key: key >= low,
        "BETWEEN": lambda key: low <= key <= high,
        "IN": lambda key: key in within,
    }
    if operator == "HAS_PROPERTY":
        return bool
    if operator == "CONTAINS_TOKEN":
        return _contains(given["value"])
    chosen = compare[operator]
    return lambda value: chosen(_key(value)) if value else False


def _contains(wanted: str) -> Test:
    """Return whether all words are in a string; `*` stands for any letters."""
    words = [re.escape(each).replace(r"\*", r"\S*") for each in wanted.lower().split()]
    patterns = [re.compile(rf"(?<!\w){word}(?!\w)") for word in words]
    return lambda value: all(pattern.search((value or "").lower()) for pattern in patterns)


@lru_cache(maxsize=4096)
def _key(value: str) -> Key:
    """Return the sort key of a value: numbers and instants before strings."""
    if _NUMBER.fullmatch(value):
        return (0, float(value), "")
    moment = milliseconds(value)
    return (1, 0.0, value.lower()) if moment is None else (0, float(moment), "")
