"""Resources with operations whose responses are pages of lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar, Unpack, cast

from ..call.request import Arguments
from ..options import RequestOptions
from ..resource import AsyncResource, Given, Resource
from .operation import PagedOperation
from .pager import AsyncPager, Pager

P = ParamSpec("P")
Item = TypeVar("Item")
Page = TypeVar("Page")


class PagedResource(Resource):
    """A resource of a sync client."""

    def _paginate(
        self, operation: PagedOperation[Item, Page], *, options: RequestOptions | None = None, **given: Unpack[Given]
    ) -> Pager[Item, Page]:
        arguments = Arguments(self._roots[operation.root], **given)

        def fetch(arguments: Arguments) -> Page:
            return self._client(operation, arguments, options)

        return Pager(operation.pagination, arguments, fetch)


class AsyncPagedResource(AsyncResource):
    """A resource of an async client."""

    def _paginate(
        self, operation: PagedOperation[Item, Page], *, options: RequestOptions | None = None, **given: Unpack[Given]
    ) -> AsyncPager[Item, Page]:
        arguments = Arguments(self._roots[operation.root], **given)

        async def fetch(arguments: Arguments) -> Page:
            return await self._client(operation, arguments, options)

        return AsyncPager(operation.pagination, arguments, fetch)


def paged(
    method: Callable[Concatenate[Any, P], Pager[Item, Page]],
) -> Callable[Concatenate[Any, P], AsyncPager[Item, Page]]:
    """The method, which gives a pager for `async for`."""
    return cast("Callable[Concatenate[Any, P], AsyncPager[Item, Page]]", method)
