"""Searches: filters, a text, an order in; pages of records out, up to the 10,000th.

NEQ, NOT_IN and NOT_CONTAINS_TOKEN find records without a value too. Texts are compared without regard
to case, numbers and instants by what they stand for. Without an order records come by their ids.
"""

from __future__ import annotations

import json
import re
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Any

from ._answers import Answer, page
from ._documents import Call
from ._portal import Portal
from ._properties import milliseconds
from ._records import Records
from ._refusal import invalid
from ._store import Row

CAP = 10_000
_CACHED = 8
_WORDS = re.compile(r"\w+")
_NUMBER = re.compile(r"[+-]?\d+(\.\d*)?")

Key = tuple[int, float, str]
Test = Callable[[str | None], bool]


class Searches:
    """Answers searches, and keeps the latest results for the pages that follow."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal
        self._found: OrderedDict[tuple[str, int, str], array[int]] = OrderedDict()

    def answer(self, call: Call) -> Answer | None:
        """The answer to a search of records; None for any other call."""
        match (call.method, *call.place):
            case ("POST", "crm", "objects", name, "search"):
                return self._search(Records(self._portal, name), call.body)
            case _:
                return None

    def _search(self, records: Records, body: dict[str, Any]) -> Answer:
        limit, after = body.get("limit", 10), body.get("after") or "0"
        if not after.isdigit():
            raise invalid("after is not a cursor of this search", propertyName="after")
        first = int(after)
        if first + limit > CAP:
            raise invalid(f"A search gives at most {CAP} records", "PAGING_LIMIT", after=after)
        asked = {name: body.get(name) for name in ("filterGroups", "sorts", "query")}
        key = (records.type, records.table.version, json.dumps(asked, sort_keys=True))
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = array("q", _search(records, body))
        self._found.move_to_end(key)
        while len(self._found) > _CACHED:
            self._found.popitem(last=False)
        shown = found[first : first + limit]
        query = {"properties": body.get("properties")}
        results = [records.shown(index, records.table.row(index), query) for index in shown]
        more = len(found) > first + limit
        return page(results, str(first + limit) if more else None, total=len(found))


def _search(records: Records, body: dict[str, Any]) -> Iterable[int]:
    groups = [
        [_filter(records, each) for each in group["filters"]]
        for group in body.get("filterGroups") or ()
    ]
    words = _WORDS.findall((body.get("query") or "").lower())
    found = [
        (index, row)
        for index, row in records.table.rows(_first(records, body))
        if (not groups or any(all(fits(index, row) for fits in group) for group in groups))
        and (not words or _mentions(row, words))
    ]
    for sort in body.get("sorts") or ():
        name = sort.removeprefix("-")
        found = _sorted(records, found, name, descending=sort != name)
    return [index for index, _ in found]


def _first(records: Records, body: dict[str, Any]) -> int:
    """Where to begin: each group may say that ids are above some number."""
    lowest: list[int] = []
    for group in body.get("filterGroups") or ():
        above = [
            int(each["value"])
            for each in group["filters"]
            if each["propertyName"] == "hs_object_id"
            and each["operator"] in ("GT", "GTE")
            and each.get("value", "").isdigit()
        ]
        lowest.append(max(above, default=0))
    return max(0, min(lowest, default=0) - records.table.first)


def _sorted(
    records: Records, found: list[tuple[int, Row]], name: str, *, descending: bool
) -> list[tuple[int, Row]]:
    """By a property; records without a value are the last, equal ones stay by their ids."""
    having: list[tuple[Key, int, Row]] = []
    without: list[tuple[int, Row]] = []
    for index, row in found:
        value = records.value(name, index, row)
        if value:
            having.append((_key(value), index, row))
        else:
            without.append((index, row))
    having.sort(key=lambda each: each[0], reverse=descending)
    return [(index, row) for _, index, row in having] + without


def _mentions(row: Row, words: list[str]) -> bool:
    said = _WORDS.findall(" ".join(row.properties.values()).lower())
    return all(any(each.startswith(word) for each in said) for word in words)


def _filter(records: Records, given: dict[str, Any]) -> Callable[[int, Row], bool]:
    name = given["propertyName"]
    known = records.portal.properties(records.type)
    if known.strict and name not in known.definitions:
        raise invalid(f"There was a problem with the request: no property {name}", propertyName=name)
    test = _test(given)
    return lambda index, row: test(records.value(name, index, row))


def _test(given: dict[str, Any]) -> Test:
    operator = given["operator"]
    value, values = given.get("value"), given.get("values")
    if operator == "HAS_PROPERTY":
        return bool
    if operator == "NOT_HAS_PROPERTY":
        return lambda found: not found
    if operator in ("IN", "NOT_IN"):
        if not values:
            raise invalid(f"{operator} needs values", propertyName=given["propertyName"])
        keys = {_key(each) for each in values}
        within: Test = lambda found: bool(found) and _key(found or "") in keys
        return within if operator == "IN" else lambda found: not within(found)
    if value is None or (operator == "BETWEEN" and given.get("highValue") is None):
        text = "a value and a highValue" if operator == "BETWEEN" else "a value"
        raise invalid(f"{operator} needs {text}", propertyName=given["propertyName"])
    if operator.endswith("CONTAINS_TOKEN"):
        contains = _contains(value)
        return contains if operator == "CONTAINS_TOKEN" else lambda found: not contains(found)
    return _comparison(operator, _key(value), _key(given.get("highValue") or ""))


def _comparison(operator: str, low: Key, high: Key) -> Test:
    compare: dict[str, Callable[[Key], bool]] = {
        "EQ": lambda key: key == low,
        "NEQ": lambda key: key != low,
        "LT": lambda key: key < low,
        "LTE": lambda key: key <= low,
        "GT": lambda key: key > low,
        "GTE": lambda key: key >= low,
        "BETWEEN": lambda key: low <= key <= high,
    }
    chosen = compare[operator]
    return lambda found: chosen(_key(found)) if found else operator == "NEQ"


def _contains(value: str) -> Test:
    """Whether all words are among those of a text; `*` stands for any letters."""
    words = [re.escape(each).replace(r"\*", r"\S*") for each in value.lower().split()]
    patterns = [re.compile(rf"(?<!\w){word}(?!\w)") for word in words]
    return lambda found: bool(found) and all(p.search((found or "").lower()) for p in patterns)


def _key(value: str) -> Key:
    """What a value is compared by: numbers and instants before texts."""
    if _NUMBER.fullmatch(value):
        return (0, float(value), "")
    moment = milliseconds(value)
    return (1, 0.0, value.lower()) if moment is None else (0, float(moment), "")
