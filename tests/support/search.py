"""Records in memory, searched like an API that returns at most `cap` of them for a query."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence
from typing import Any


class CapExceeded(Exception):
    """A page beyond the cap was requested."""


def record(number: int, **properties: str | None) -> dict[str, Any]:
    return {"id": str(number), "properties": {"hs_object_id": str(number), **properties}}


class SearchIndex:
    """`search` takes the body of a request and returns a page.

    Ids and values of digits are sorted as numbers; records without a value come last. Records with
    equal values have a fixed order, which is not that of their ids. Records whose ids are in `gone`
    are counted, but not returned: pages are short, or empty. Only the named properties are
    returned, or `told` if none are named.
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
        """Return all matching records; those of the last query are stored for its next pages."""
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
