"""Operations whose responses are pages of lists, and their pagination."""

from __future__ import annotations

from typing import Any, Generic, Literal, Protocol, TypeVar

from msgspec import Struct

from ..operation import Operation

Item_co = TypeVar("Item_co", covariant=True)
Page_co = TypeVar("Page_co", covariant=True)


class Continues(Protocol):
    """A way to continue a list other than by the cursor in its last page."""

    def trail(self, pagination: Pagination, arguments: Any) -> Any: ...


class Pagination(Struct, frozen=True, kw_only=True):
    """How to get the next page of a list: by the cursor at `next` in the last page, or by `continues`.

    Attributes:
        cursor: The wire name of the argument that takes the cursor.
        place: Whether that argument is in the query or is a property of the JSON body.
        next: The JSON pointer to the cursor in a page, with wire names.
        items: The JSON pointer to the items in a page, with wire names.
        more: The JSON pointer to a value that is false in the last page, or None.
        total: The JSON pointer to the number of all items in a page, or None.
        size: The wire name of the argument for the number of items in a page, or None. It is in the
            same place as the cursor.
        size_with: The most items in a page of calls that have a certain argument in that place.
        continues: How to get the next page if it has no cursor, or the items that one query does not
            return, or None.
    """

    cursor: str
    place: Literal["query", "body"] = "query"
    next: str
    items: str
    more: str | None = None
    total: str | None = None
    size: str | None = None
    size_with: tuple[tuple[str, int], ...] = ()
    continues: Continues | None = None


class PagedOperation(
    Operation[Page_co], Generic[Item_co, Page_co], frozen=True, eq=False, kw_only=True
):
    """An operation that returns one page, of type Page, of a list of Item."""

    pagination: Pagination

    def is_success(self, status: int) -> bool:
        return 200 <= status < 300  # any other response has no page
