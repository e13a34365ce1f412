"""Search for more records than one query returns, with failing pages, and check that each comes
once."""

from __future__ import annotations

from typing import Any

from hubspot_crm import DecodingError

from tests.soak.account import NUMBER, STAGE, stage
from tests.soak.memory import Watch
from tests.support.ways import Way


class Seen:
    """The records of a search, by number, in a byte each; `wrong` is what is wrong."""

    def __init__(self, count: int, sort: str | None) -> None:
        self.times, self.watch = bytearray(count), Watch(count)
        self.wrong: list[str] = []
        self.unread = 0  # answers
        self._sort, self._last = sort, None

    def take(self, record: Any) -> None:
        """Record a record; called for each in order."""
        number = int(record.properties[NUMBER])
        if self.times[number]:
            self.wrong.append(f"{number} is there again")
        self.times[number] = 1
        place = self._place(number)
        if self._last is not None and place < self._last:
            self.wrong.append(f"{number} is out of order")
        self._last = place
        self.watch.record()

    def _place(self, number: int) -> tuple[Any, ...]:
        """Return the sort key of a record: records without a value are last in both directions."""
        at = stage(number)
        if self._sort is None:
            return (number,)
        if at is None:
            return (1, number)
        return (0, -at if self._sort.startswith("-") else at)

    def faults(self, wanted: int) -> list[str]:
        """Return what is wrong at the end."""
        there = sum(self.times)
        return [*self.wrong, *([] if there == wanted else [f"{there} of {wanted} records"])]


def search(way: Way, count: int, sort: str | None, *, narrow: bool = False) -> Seen:
    """Search all records, or those of stages below 3 and those without, in this order."""
    seen = Seen(count, sort)
    given: dict[str, Any] = {"properties": [NUMBER, STAGE], "limit": 200}
    if sort is not None:
        given["sorts"] = [sort]
    if narrow:
        low = {"propertyName": STAGE, "operator": "LT", "value": "3"}
        none = {"propertyName": STAGE, "operator": "NOT_HAS_PROPERTY"}
        given["filter_groups"] = [{"filters": [low]}, {"filters": [none]}]

    pages = way.client.tasks.search(**given).pages()
    while (page := _next(way, pages, seen)) is not None:
        for record in page.results:
            seen.take(record)
    return seen


def _next(way: Way, pages: Any, seen: Seen) -> Any:
    """Return the next page, or None after the last; a page whose response cannot be read is
    requested again."""

    async def after() -> Any:
        return await anext(pages, None)

    for _ in range(5):
        try:
            return way(lambda _: after() if hasattr(pages, "__anext__") else next(pages, None))
        except DecodingError:
            seen.unread += 1
    raise AssertionError("five answers in a row could not be read")


def matching(count: int, *, narrow: bool) -> int:
    """Return how many records such a search has."""
    stages = (stage(number) for number in range(count))
    return sum(not narrow or at is None or at < 3 for at in stages)
