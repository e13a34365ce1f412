"""Iterate over the items or the pages of a list, and the resources that have such lists."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from itertools import islice
from typing import Generic, Self, TypeVar, Unpack, cast

from msgspec import UNSET
from msgspec.structs import replace

from ..call.request import Arguments
from ..call.response import RawResponse
from ..errors import PaginationError
from ..options import RequestOptions
from ..resource import AsyncResource, Given, Resource
from ..secret import Veiled
from .link_header import LinkTrail  # feature: link headers
from .pagination import (
    PagedOperation,
    Pagination,
    Trail,
    items_of,
    total_of,
    with_cursor,
    with_size,
    within_limits,
)

Item = TypeVar("Item")
Page = TypeVar("Page")


class _Paged(Veiled, frozen=True, eq=False):
    pagination: Pagination
    arguments: Arguments

    def resume(self, cursor: str | int | None) -> Self:
        """Return the same list from a cursor of `pages()`, or from its beginning if it is None."""
        # feature: next urls
        if not self.pagination.cursor:
            return replace(self, arguments=replace(self.arguments, next_url=str(cursor or "")))
        # end
        value = UNSET if cursor is None else cursor
        return replace(self, arguments=with_cursor(self.arguments, self.pagination, value))

    def _smallest(self) -> Arguments:
        """Return the arguments of the call for a page of one item.

        Raises:
            PaginationError: Such a page does not report the number of all items.
        """
        if self.pagination.total is None:
            raise PaginationError("the pages of this list do not contain the number of all items")
        return with_size(self.arguments, self.pagination, 1)

    def _trail(self) -> Trail:
        """Return the initial state of an iteration."""
        continues = self.pagination.continues
        return (
            continues.trail(self.pagination, self.arguments)
            if continues
            else Trail(self.pagination, self.arguments)
        )


class Pager(_Paged, Generic[Item, Page], frozen=True, eq=False):
    """The items of a list, from all of its pages.

    Iterating sends one request for each page, and each iteration starts from the beginning.

    Raises:
        PaginationError: When iterating, a page has no valid cursor or list of items. Other errors
            are those of a call.
    """

    fetch: Callable[[Arguments], Page]
    respond: Callable[[Arguments], RawResponse[Page]] | None = None

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from cast("list[Item]", items_of(self.pagination, page))

    def pages(self) -> Pages[Page]:
        """Return the pages of the list. A short or empty page need not be the last."""
        # feature: link headers
        if isinstance(trail := self._trail(), LinkTrail):
            respond = trail.watched(self._respond())
            return Pages(trail, lambda arguments: respond(arguments).parse())
        # end
        return Pages(self._trail(), self.fetch)

    def raw_pages(self) -> Iterator[RawResponse[Page]]:
        """Yield the responses of the pages: status, headers and content.

        `parse()` of a response returns its page.
        """
        responses: list[RawResponse[Page]] = []
        trail, respond = self._trail(), self._respond()
        # feature: link headers
        if isinstance(trail, LinkTrail):
            respond = trail.watched(respond)
        # end

        def fetch(arguments: Arguments) -> Page:
            responses[:] = [respond(arguments)]
            return responses[0].parse()

        for _ in Pages(trail, fetch):
            yield responses[0]

    def _respond(self) -> Callable[[Arguments], RawResponse[Page]]:
        assert self.respond is not None, "use the pager of a client"
        return self.respond

    def take(self, count: int) -> Iterator[Item]:
        """Return the first `count` items, or all if there are fewer.

        Pages after these items are not requested.
        """
        return islice(self, count)

    def first(self) -> Item | None:
        """Return the first item, or None if there is none. Pages after it are not requested."""
        return next(iter(self), None)

    def count(self) -> int:
        """Return the number of all items, as the API reports it with a page of one item.

        Raises:
            PaginationError: The pages of this list do not report it.
            ApiError: The call failed.
        """
        return total_of(self.pagination, self.fetch(self._smallest()))


class AsyncPager(_Paged, Generic[Item, Page], frozen=True, eq=False):
    """The async counterpart of Pager."""

    fetch: Callable[[Arguments], Awaitable[Page]]
    respond: Callable[[Arguments], Awaitable[RawResponse[Page]]] | None = None

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.pages():
            for item in cast("list[Item]", items_of(self.pagination, page)):
                yield item

    def pages(self) -> AsyncPages[Page]:
        """Return the pages of the list. A short or empty page need not be the last."""
        # feature: link headers
        if isinstance(trail := self._trail(), LinkTrail):
            respond = trail.watched_async(self._respond())

            async def fetch(arguments: Arguments) -> Page:
                return (await respond(arguments)).parse()

            return AsyncPages(trail, fetch)
        # end
        return AsyncPages(self._trail(), self.fetch)

    async def raw_pages(self) -> AsyncIterator[RawResponse[Page]]:
        """Yield the responses of the pages: status, headers and content.

        `parse()` of a response returns its page.
        """
        responses: list[RawResponse[Page]] = []
        trail, respond = self._trail(), self._respond()
        # feature: link headers
        if isinstance(trail, LinkTrail):
            respond = trail.watched_async(respond)
        # end

        async def fetch(arguments: Arguments) -> Page:
            responses[:] = [await respond(arguments)]
            return responses[0].parse()

        async for _ in AsyncPages(trail, fetch):
            yield responses[0]

    def _respond(self) -> Callable[[Arguments], Awaitable[RawResponse[Page]]]:
        assert self.respond is not None, "use the pager of a client"
        return self.respond

    async def take(self, count: int) -> AsyncIterator[Item]:
        """Yield the first `count` items, or all if there are fewer.

        Pages after these items are not requested.
        """
        pages = self.pages()
        while count > 0 and (page := await anext(pages, None)) is not None:
            for item in cast("list[Item]", items_of(self.pagination, page)[:count]):
                count -= 1
                yield item

    async def first(self) -> Item | None:
        """Return the first item, or None if there is none. Pages after it are not requested."""
        async for item in self:
            return item
        return None

    async def count(self) -> int:
        """Return the number of all items, as the API reports it with a page of one item.

        Raises:
            PaginationError: The pages of this list do not report it.
            ApiError: The call failed.
        """
        return total_of(self.pagination, await self.fetch(self._smallest()))


class _Walk:
    _trail: Trail

    @property
    def cursor(self) -> str | int | None:
        """The cursor after the pages so far, for `resume`; None at the end of the list."""
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
    """The async counterpart of Pages."""

    def __init__(self, trail: Trail, fetch: Callable[[Arguments], Awaitable[Page]]) -> None:
        self._trail, self._fetch = trail, fetch

    async def __anext__(self) -> Page:
        while self._trail.goes_on:
            page = await self._fetch(self._trail.arguments())
            if self._trail.advance(page):
                return page
        raise StopAsyncIteration


class PagedResource(Resource):
    """A resource of a sync client."""

    def _paginate(
        self,
        operation: PagedOperation[Item, Page],
        *,
        options: RequestOptions | None = None,
        **given: Unpack[Given],
    ) -> Pager[Item, Page]:
        arguments = Arguments(self._roots[operation.root], **given)
        arguments = within_limits(arguments, operation.pagination)

        def fetch(arguments: Arguments) -> Page:
            return self._client(operation, arguments, options)

        def respond(arguments: Arguments) -> RawResponse[Page]:
            raw = self._client._twin(is_raw=True)  # pyright: ignore[reportPrivateUsage]
            return cast(RawResponse[Page], raw(operation, arguments, options))

        return Pager(operation.pagination, arguments, fetch, respond)


class AsyncPagedResource(AsyncResource):
    """A resource of an async client."""

    def _paginate(
        self,
        operation: PagedOperation[Item, Page],
        *,
        options: RequestOptions | None = None,
        **given: Unpack[Given],
    ) -> AsyncPager[Item, Page]:
        arguments = Arguments(self._roots[operation.root], **given)
        arguments = within_limits(arguments, operation.pagination)

        async def fetch(arguments: Arguments) -> Page:
            return await self._client(operation, arguments, options)

        async def respond(arguments: Arguments) -> RawResponse[Page]:
            raw = self._client._twin(is_raw=True)  # pyright: ignore[reportPrivateUsage]
            return cast(RawResponse[Page], await raw(operation, arguments, options))

        return AsyncPager(operation.pagination, arguments, fetch, respond)
