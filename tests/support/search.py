"""Records in memory, searched as an API does that gives no more than `cap` of them for a query."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence
from typing import Any


class CapExceeded(Exception):
    """A page was asked for beyond the cap."""


def record(number: int, **properties: str | None) -> dict[str, Any]:
    return {"id": str(number), "properties": {"hs_object_id": str(number), **properties}}


class SearchIndex:
    """`search` takes the body of a request and gives a page.

    Ids and values of digits are in the order of numbers; records without a value come last. Records
    of one value are in an order of their own, which is no order of ids. Records whose ids are in
    `gone` are counted and take their place, but are not shown: pages are short, or empty. Only the
    named properties are told, or `told` where none are named.
    """

    def __init__(
        self,
        records: Sequence[dict[str, Any]],
        *,
        cap: int,
        gone: Collection[int] = (),
        told: Sequence[str] = ("hs_object_id",),
    ) -> None:
        self.records = list(records)
        random.Random(5).shuffle(self.records)
        self.cap, self.gone, self.told = cap, frozenset(gone), told
        self.requests: list[dict[str, Any]] = []
        self._last: tuple[object, list[dict[str, Any]]] = (None, [])

    def search(self, body: Mapping[str, Any]) -> dict[str, Any]:
        self.requests.append(dict(body))
        found = self._found(body)
        start, limit = int(body.get("after", "0")), body.get("limit", 10)
        if start + limit > self.cap and start + limit > len(found):
            limit = len(found) - start  # the last page may be a short one
        if start + limit > self.cap:
            raise CapExceeded(f"{start} + {limit} > {self.cap}")
        shown = found[start : start + limit]
        results = [self._told(each, body) for each in shown if int(each["id"]) not in self.gone]
        page = {"total": len(found), "results": results}
        end = start + len(shown)
        return page if end >= len(found) else page | {"paging": {"next": {"after": str(end)}}}

    def _found(self, body: Mapping[str, Any]) -> list[dict[str, Any]]:
        """All records that match; those of the last query are kept for its further pages."""
        query = (len(self.records), str(body.get("filterGroups")), str(body.get("sorts")))
        if self._last[0] != query:
            self._last = query, self.sorted(self.matching(body), body.get("sorts", []))
        return self._last[1]

    def _told(self, found: dict[str, Any], body: Mapping[str, Any]) -> dict[str, Any]:
        names = body.get("properties") or self.told
        return found | {"properties": {name: found["properties"].get(name) for name in names}}

    def matching(self, body: Mapping[str, Any]) -> list[dict[str, Any]]:
        groups = body.get("filterGroups") or [{"filters": []}]
        return [
            each
            for each in self.records
            if any(all(_meets(each, one) for one in group["filters"]) for group in groups)
        ]

    def sorted(self, found: list[dict[str, Any]], sorts: Sequence[str]) -> list[dict[str, Any]]:
        if not sorts:
            return found
        [text] = sorts
        name = text.removeprefix("-")
        have = [each for each in found if each["properties"].get(name)]
        have.sort(key=lambda each: _key(each["properties"][name]), reverse=text[0] == "-")
        return have + [each for each in found if not each["properties"].get(name)]


def _key(value: str) -> tuple[float, str]:
    return (float(value), "") if value.isdecimal() else (float("inf"), value)


def _meets(found: dict[str, Any], condition: Mapping[str, str]) -> bool:
    value, operator = found["properties"].get(condition["propertyName"]), condition["operator"]
    if operator in ("HAS_PROPERTY", "NOT_HAS_PROPERTY"):
        return bool(value) == (operator == "HAS_PROPERTY")
    if not value:
        return False
    have, wanted = _key(value), _key(condition["value"])
    return {
        "GT": have > wanted,
        "GTE": have >= wanted,
        "LT": have < wanted,
        "LTE": have <= wanted,
        "EQ": have == wanted,
    }[operator]
