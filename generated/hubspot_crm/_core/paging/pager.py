"""A way to fetch one page in, all items (or pages) of a list out, one request at a time."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from itertools import islice
from typing import Generic, Self, TypeVar, cast

from msgspec import UNSET
from msgspec.structs import replace

from ..call.request import Arguments
from ..secret import Veiled
from .operation import Pagination
from ..call.raw import RawResponse
from .trail import Trail, items_of, with_cursor

Item = TypeVar("Item")
Page = TypeVar("Page")


class _Paged(Veiled, frozen=True, eq=False):
    pagination: Pagination
    arguments: Arguments

    def resume(self, cursor: str | int | None) -> Self:
        """The same list from a cursor on that `pages()` had; None: from its beginning."""
        value = UNSET if cursor is None else cursor
        return replace(self, arguments=with_cursor(self.arguments, self.pagination, value))

    def _trail(self) -> Trail:
        """The beginning of an iteration."""
        window = self.pagination.window
        return (
            window.trail(self.pagination, self.arguments)
            if window
            else Trail(self.pagination, self.arguments)
        )


class Pager(_Paged, Generic[Item, Page], frozen=True, eq=False):
    """The items of a list, whatever number of pages they come in.

    Iterating sends the requests, a page at a time; each iteration starts anew. Besides what a call
    raises, it raises PaginationError where the pages cannot be followed.
    """

    fetch: Callable[[Arguments], Page]
    respond: Callable[[Arguments], RawResponse[Page]] | None = None

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from cast("list[Item]", items_of(self.pagination, page))

    def pages(self) -> Pages[Page]:
        """The pages as they were answered. A short or empty one need not be the last."""
        return Pages(self._trail(), self.fetch)

    def raw_pages(self) -> Iterator[RawResponse[Page]]:
        """The responses of the pages, one after the other: status, headers, content, and `parse()`
        for the page.
        """
        responses: list[RawResponse[Page]] = []

        def fetch(arguments: Arguments) -> Page:
            assert self.respond is not None, "a pager of a client has it"
            responses[:] = [self.respond(arguments)]
            return responses[0].parse()

        for _ in Pages(self._trail(), fetch):
            yield responses[0]

    def take(self, count: int) -> Iterator[Item]:
        """The first `count` items, or all if there are fewer; no page is asked for beyond them."""
        return islice(self, count)


class AsyncPager(_Paged, Generic[Item, Page], frozen=True, eq=False):
    """The items of a list, as Pager, with `async for`."""

    fetch: Callable[[Arguments], Awaitable[Page]]
    respond: Callable[[Arguments], Awaitable[RawResponse[Page]]] | None = None

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.pages():
            for item in cast("list[Item]", items_of(self.pagination, page)):
                yield item

    def pages(self) -> AsyncPages[Page]:
        """The pages as they were answered. A short or empty one need not be the last."""
        return AsyncPages(self._trail(), self.fetch)

    async def raw_pages(self) -> AsyncIterator[RawResponse[Page]]:
        """The responses of the pages, as those of Pager, with `async for`."""
        responses: list[RawResponse[Page]] = []

        async def fetch(arguments: Arguments) -> Page:
            assert self.respond is not None, "a pager of a client has it"
            responses[:] = [await self.respond(arguments)]
            return responses[0].parse()

        async for _ in AsyncPages(self._trail(), fetch):
            yield responses[0]

    async def take(self, count: int) -> AsyncIterator[Item]:
        """The first `count` items, or all if there are fewer; no page is asked for beyond them."""
        pages = self.pages()
        while count > 0 and (page := await anext(pages, None)) is not None:
            for item in cast("list[Item]", items_of(self.pagination, page)[:count]):
                count -= 1
                yield item


class _Walk:
    _trail: Trail

    @property
    def cursor(self) -> str | int | None:
        """Where the list goes on behind the pages so far, for `resume`; None at its end."""
        return self._trail.cursor


class Pages(_Walk, Iterator[Page]):
    """One iteration over the pages of a list. After an error, `next` sends the request again."""

    def __init__(self, trail: Trail, fetch: Callable[[Arguments], Page]) -> None:
        self._trail, self._fetch = trail, fetch

    def __next__(self) -> Page:
        while self._trail.goes_on:
            page = self._fetch(self._trail.arguments())
            if self._trail.advance(page):
                return page
        raise StopIteration


class AsyncPages(_Walk, AsyncIterator[Page]):
    """One iteration over the pages of a list, as Pages, with `async for`."""

    def __init__(self, trail: Trail, fetch: Callable[[Arguments], Awaitable[Page]]) -> None:
        self._trail, self._fetch = trail, fetch

    async def __anext__(self) -> Page:
        while self._trail.goes_on:
            page = await self._fetch(self._trail.arguments())
            if self._trail.advance(page):
                return page
        raise StopAsyncIteration
