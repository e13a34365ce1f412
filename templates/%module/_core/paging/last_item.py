"""Lists whose next page begins after the last item of a page."""

from __future__ import annotations

from msgspec import Struct

from ..call.request import Arguments
from ..codec.pointers import resolve
from ..errors import PaginationError
from .pagination import Pagination, Trail, items_of


class LastItem(Struct, frozen=True, kw_only=True):
    """The last item of a page contains the cursor.

    Attributes:
        pointer: The JSON pointer to the cursor in an item.
    """

    pointer: str

    def trail(self, pagination: Pagination, arguments: Arguments) -> ItemTrail:
        """Return the initial state of an iteration."""
        return ItemTrail(pagination, arguments, self.pointer)


class ItemTrail(Trail):
    """The state of one iteration. The list ends at an empty page."""

    def __init__(self, pagination: Pagination, arguments: Arguments, pointer: str) -> None:
        super().__init__(pagination, arguments)
        self._pointer = pointer

    def _following(self, page: object) -> object:
        items = items_of(self._pagination, page)
        if not items:
            return None
        cursor = resolve(items[-1], self._pointer)
        if not isinstance(cursor, (str, int)):
            raise PaginationError(f"the last item of a page has no cursor at {self._pointer}")
        return cursor
