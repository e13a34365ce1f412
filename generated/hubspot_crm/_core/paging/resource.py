"""Resources with operations that return pages of lists."""

from __future__ import annotations

from typing import TypeVar, Unpack, cast

from ..call.raw import RawResponse
from ..call.request import Arguments
from ..options import RequestOptions
from ..resource import AsyncResource, Given, Resource
from .operation import PagedOperation
from .pager import AsyncPager, Pager
from .trail import within_limits

Item = TypeVar("Item")
Page = TypeVar("Page")


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
