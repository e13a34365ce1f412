"""Lists whose pages have numbers, or begin at the number of the items before them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from msgspec import UNSET, Struct

from ..call.request import Arguments
from ..codec.pointers import resolve
from ..errors import PaginationError
from .pagination import Pagination, Trail, items_of


class PageNumbers(Struct, frozen=True, kw_only=True):
    """Pages have consecutive numbers.

    Attributes:
        start: The number of the first page.
        pages: The JSON pointer to the number of pages in a page, or None.
    """

    start: int = 1
    pages: str | None = None

    def trail(self, pagination: Pagination, arguments: Arguments) -> NumberTrail:
        """Return the initial state of an iteration."""
        return NumberTrail(pagination, arguments, self)


class Offsets(Struct, frozen=True, kw_only=True):
    """A page begins after a number of items.

    Attributes:
        start: The number of the first item.
    """

    start: int = 0

    def trail(self, pagination: Pagination, arguments: Arguments) -> NumberTrail:
        """Return the initial state of an iteration."""
        return NumberTrail(pagination, arguments, self)


class NumberTrail(Trail):
    """The state of one iteration over pages with numbers or offsets.

    The list ends at the number of items or pages that a page reports, or else at an empty page: a
    server may return fewer items than requested before the end.
    """

    def __init__(
        self, pagination: Pagination, arguments: Arguments, numbers: PageNumbers | Offsets
    ) -> None:
        super().__init__(pagination, arguments)
        self._numbers = numbers
        if self._next is UNSET or self._next is None:
            self._next = numbers.start
        self._seen: int | None = 0 if self._number() == numbers.start else None
        self._last: list[object] = []

    def _following(self, page: object) -> object:
        """Return the number of the next page, or None after the last one.

        Raises:
            PaginationError: The server returned the same items twice.
        """
        items, number = items_of(self._pagination, page), self._number()
        if self._seen is not None:
            self._seen += len(items)
        if not items or self._is_last(page, number, items):
            return None
        if items == self._last and isinstance(items[0], (Struct, Mapping)):
            raise PaginationError(
                f"the server returned the same items for {self._pagination.cursor}={number} as "
                "before, so the list does not end"
            )
        self._last = items
        return number + (1 if isinstance(self._numbers, PageNumbers) else len(items))

    def _is_last(self, page: object, number: int, items: list[object]) -> bool:
        """Return whether the page reports that no item follows."""
        total = _count(page, self._pagination.total)
        if isinstance(self._numbers, Offsets):
            return total is not None and number - self._numbers.start + len(items) >= total
        pages = _count(page, self._numbers.pages)
        if pages is not None and number - self._numbers.start + 1 >= pages:
            return True
        return total is not None and self._seen is not None and self._seen >= total

    def _number(self) -> int:
        """Return the number of the page to request.

        Raises:
            PaginationError: The argument of the call is not a number.
        """
        try:
            return int(cast(int, self._next))
        except (TypeError, ValueError):
            message = f"{self._pagination.cursor} must be an integer, not {self._next!r}"
            raise PaginationError(message) from None


def _count(page: object, pointer: str | None) -> int | None:
    """Return the count at a pointer, or None if there is none."""
    found = None if pointer is None else resolve(page, pointer)
    return found if isinstance(found, int) and not isinstance(found, bool) else None
