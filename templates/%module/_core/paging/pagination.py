"""Describe lists with pages, and follow the pages of one list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, Literal, Protocol, TypeVar, cast

from msgspec import UNSET, Struct, structs

from ..call.request import Arguments
from ..codec.pointers import resolve
from ..errors import PaginationError
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


class Trail:
    """The state of one iteration: the next cursor, and the cursors that have been used."""

    def __init__(self, pagination: Pagination, arguments: Arguments) -> None:
        self._pagination = pagination
        self._begin(arguments)

    def _begin(self, arguments: Arguments) -> None:
        self._arguments = arguments
        self._next = first_cursor(arguments, self._pagination)
        self._used: set[object] = set()
        self.goes_on = True

    @property
    def cursor(self) -> str | int | None:
        """The cursor at which to resume the iteration; None at the beginning and the end."""
        return self._next if isinstance(self._next, (str, int)) and self.goes_on else None

    def arguments(self) -> Arguments:
        """Return the arguments of the call for the next page."""
        return with_cursor(self._arguments, self._pagination, self._next)

    def advance(self, page: object) -> bool:
        """Move to the next page.

        Args:
            page: The page that was received.

        Returns:
            Whether the page is part of the list. The caller must not see other pages.

        Raises:
            PaginationError: The cursor in the page is not valid or has been used.
        """
        self._used.add(self._next)
        more, cursor = self._pagination.more, self._following(page)
        told_last = more is not None and resolve(page, more) is False
        if told_last or cursor is UNSET or cursor is None or cursor == "":
            self.goes_on = False
            return True
        if not isinstance(cursor, (str, int)) or isinstance(cursor, bool):
            raise PaginationError(
                f"{self._pagination.next} is not a cursor, but {type(cursor).__name__}"
            )
        if cursor in self._used:
            raise PaginationError("the server returned a used cursor, so the list does not end")
        self._next = cursor
        return True

    def _following(self, page: object) -> object:
        """Return the cursor after a page; UNSET, None or "" after the last one."""
        return resolve(page, self._pagination.next)


def items_of(pagination: Pagination, page: object) -> list[object]:
    """Return the items of a page, or an empty list if the property is null or missing.

    Raises:
        PaginationError: The property is not a list.
    """
    items = resolve(page, pagination.items)
    if items is UNSET or items is None:
        return []
    if not isinstance(items, list):
        raise PaginationError(f"{pagination.items} is not a list, but {type(items).__name__}")
    return cast("list[object]", items)


def with_cursor(arguments: Arguments, pagination: Pagination, cursor: object) -> Arguments:
    """Return the arguments of the same call for the page at a cursor."""
    return _with(arguments, pagination, pagination.cursor, cursor)


def with_size(arguments: Arguments, pagination: Pagination, size: int) -> Arguments:
    """Return the arguments of the same call for pages of another size, if there is one to set."""
    if pagination.size is None:
        return arguments
    return _with(arguments, pagination, pagination.size, size)


def within_limits(arguments: Arguments, pagination: Pagination) -> Arguments:
    """Return the arguments with the page size that the API allows together with the others."""
    given = _values(arguments, pagination)
    size = UNSET if pagination.size is None else given.get(pagination.size, UNSET)
    for name, most in pagination.size_with:
        is_sent = given.get(name, UNSET) not in (UNSET, None, [], ())
        if isinstance(size, int) and size > most and is_sent:
            arguments = with_size(arguments, pagination, size := most)
    return arguments


def total_of(pagination: Pagination, page: object) -> int:
    """Return the number of all items that a page reports.

    Raises:
        PaginationError: It reports none.
    """
    total = UNSET if pagination.total is None else resolve(page, pagination.total)
    if not isinstance(total, int) or isinstance(total, bool):
        raise PaginationError("the pages of this list do not contain the number of all items")
    return total


def first_cursor(arguments: Arguments, pagination: Pagination) -> object:
    """Return the cursor in the arguments of a call, or UNSET."""
    return _values(arguments, pagination).get(pagination.cursor, UNSET)


def _with(arguments: Arguments, pagination: Pagination, name: str, value: object) -> Arguments:
    values = {**_values(arguments, pagination), name: value}
    if pagination.place == "query":
        return structs.replace(arguments, query=values)
    return structs.replace(arguments, body=values)


def _values(arguments: Arguments, pagination: Pagination) -> Mapping[str, object]:
    return arguments.query if pagination.place == "query" else _mapping(arguments.body)


def _mapping(body: object) -> Mapping[str, object]:
    if body is UNSET:
        return {}
    if not isinstance(body, Mapping):
        raise TypeError("the body of a paged call must be a mapping")
    return cast(Mapping[str, object], body)
