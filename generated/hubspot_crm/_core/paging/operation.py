"""Operations whose response is one page of a list, and how the list continues."""

from __future__ import annotations

from typing import Any, Generic, Literal, Protocol, TypeVar

from msgspec import Struct

from ..operation import Operation

Item_co = TypeVar("Item_co", covariant=True)
Page_co = TypeVar("Page_co", covariant=True)


class Continues(Protocol):
    """A way to reach the items that the pages of one query do not give."""

    def trail(self, pagination: Pagination, arguments: Any) -> Any: ...


class Pagination(Struct, frozen=True, kw_only=True):
    """How a list goes on: the argument `cursor` takes what the last page holds at `next`.

    `place` says whether the argument is in the query or a member of the JSON body. `next` and
    `items` are JSON pointers into the page, in wire names; so is `more`, where a page says false
    if it is the last. `window` is how to reach what one query does not give.
    """

    cursor: str
    place: Literal["query", "body"] = "query"
    next: str
    items: str
    more: str | None = None
    window: Continues | None = None


class PagedOperation(
    Operation[Page_co], Generic[Item_co, Page_co], frozen=True, eq=False, kw_only=True
):
    """An operation that answers with one page, of type Page, of a list of Item."""

    pagination: Pagination

    def is_success(self, status: int) -> bool:
        return 200 <= status < 300  # what is no page is an error
