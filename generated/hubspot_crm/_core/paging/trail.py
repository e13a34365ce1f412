"""The state of an iteration over pages. Nothing in this module sends requests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from msgspec import UNSET, structs

from ..call.request import Arguments
from ..codec.pointers import resolve
from ..errors import PaginationError
from .operation import Pagination


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
