"""The pages of a list so far in, what to ask for next out; nothing is sent here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from msgspec import UNSET, structs

from ..call.request import Arguments
from ..codec.pointers import resolve
from ..errors import ApiError
from .operation import Pagination


class PaginationError(ApiError):
    """A list whose pages cannot be followed: a cursor that comes again, or that is not a cursor."""


class Trail:
    """Where one iteration is: the cursor to ask with next, and those that were used already."""

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
        """What to begin with in order to go on from here; None at the beginning and the end."""
        return self._next if isinstance(self._next, (str, int)) and self.goes_on else None

    def arguments(self) -> Arguments:
        """The call that asks for the next page."""
        return with_cursor(self._arguments, self._pagination, self._next)

    def advance(self, page: object) -> bool:
        """Go on behind a page.

        False: it was no part of the list, and the caller is not to see it.
        """
        self._used.add(self._next)
        more, cursor = self._pagination.more, resolve(page, self._pagination.next)
        told_last = more is not None and resolve(page, more) is False
        if told_last or cursor is UNSET or cursor is None or cursor == "":
            self.goes_on = False
            return True
        if not isinstance(cursor, (str, int)) or isinstance(cursor, bool):
            raise PaginationError(
                f"no cursor at {self._pagination.next}, but {type(cursor).__name__}"
            )
        if cursor in self._used:
            raise PaginationError("the cursor to the next page has been used: the list has no end")
        self._next = cursor
        return True


def items_of(pagination: Pagination, page: object) -> list[object]:
    """The items on a page, none where it holds null or nothing in their place."""
    items = resolve(page, pagination.items)
    if items is UNSET or items is None:
        return []
    if not isinstance(items, list):
        raise PaginationError(f"no list at {pagination.items}, but {type(items).__name__}")
    return cast("list[object]", items)


def with_cursor(arguments: Arguments, pagination: Pagination, cursor: object) -> Arguments:
    """The arguments of the same call for the page at a cursor."""
    if pagination.place == "query":
        return structs.replace(arguments, query={**arguments.query, pagination.cursor: cursor})
    return structs.replace(arguments, body={**_mapping(arguments.body), pagination.cursor: cursor})


def first_cursor(arguments: Arguments, pagination: Pagination) -> object:
    """The cursor that a call begins with; UNSET if it has none."""
    values = arguments.query if pagination.place == "query" else _mapping(arguments.body)
    return values.get(pagination.cursor, UNSET)


def _mapping(body: object) -> Mapping[str, object]:
    if body is UNSET:
        return {}
    if not isinstance(body, Mapping):
        raise TypeError("the body of a paged call is a mapping")
    return cast(Mapping[str, object], body)
