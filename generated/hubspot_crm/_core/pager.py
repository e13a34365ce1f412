"""A way to fetch one page in, all items (or pages) of a list out, one request at a time."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from msgspec import UNSET

from .errors import PaginationError
from .operation import Pagination
from .pointers import resolve

Item = TypeVar("Item")
Page = TypeVar("Page")


@dataclass(frozen=True, slots=True, eq=False)
class Pager(Generic[Item, Page]):
    """The items of a list, whatever number of pages they come in.

    Iterating sends the requests, a page at a time; each iteration starts anew. Besides what a call
    raises, it raises PaginationError where the pages cannot be followed.
    """

    pagination: Pagination
    first_cursor: object
    fetch: Callable[[object], Page]

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from cast("list[Item]", _items(self.pagination, page))

    def pages(self) -> Iterator[Page]:
        """The pages as they were answered. A short or empty one need not be the last."""
        trail = _Trail(self.pagination, self.first_cursor)
        while trail.goes_on:
            page = self.fetch(trail.cursor)
            trail.advance(page)
            yield page


@dataclass(frozen=True, slots=True, eq=False)
class AsyncPager(Generic[Item, Page]):
    """The items of a list, as Pager, with `async for`."""

    pagination: Pagination
    first_cursor: object
    fetch: Callable[[object], Awaitable[Page]]

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.pages():
            for item in cast("list[Item]", _items(self.pagination, page)):
                yield item

    async def pages(self) -> AsyncIterator[Page]:
        """The pages as they were answered. A short or empty one need not be the last."""
        trail = _Trail(self.pagination, self.first_cursor)
        while trail.goes_on:
            page = await self.fetch(trail.cursor)
            trail.advance(page)
            yield page


class _Trail:
    """Where one iteration is: the cursor to ask with next, and those that were used already."""

    def __init__(self, pagination: Pagination, cursor: object) -> None:
        self._pagination = pagination
        self._used: set[object] = set()
        self.cursor = cursor
        self.goes_on = True

    def advance(self, page: object) -> None:
        self._used.add(self.cursor)
        cursor = resolve(page, self._pagination.next)
        if cursor is UNSET or cursor is None or cursor == "":
            self.goes_on = False
            return
        if not isinstance(cursor, (str, int)) or isinstance(cursor, bool):
            raise PaginationError(f"no cursor at {self._pagination.next}, but {type(cursor).__name__}")
        if cursor in self._used:
            raise PaginationError("the cursor to the next page has been used: the list has no end")
        self.cursor = cursor


def _items(pagination: Pagination, page: object) -> list[object]:
    items = resolve(page, pagination.items)
    if items is UNSET or items is None:
        return []
    if not isinstance(items, list):
        raise PaginationError(f"no list at {pagination.items}, but {type(items).__name__}")
    return cast("list[object]", items)
