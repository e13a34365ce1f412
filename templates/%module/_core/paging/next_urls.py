"""Lists whose pages contain the URL of the next page."""

from __future__ import annotations

from msgspec import UNSET, Struct, structs

from ..call.request import Arguments
from .pagination import Pagination, Trail


class NextUrls(Struct, frozen=True):
    """A page contains the URL of the next page."""

    def trail(self, pagination: Pagination, arguments: Arguments) -> UrlTrail:
        """Return the initial state of an iteration."""
        return UrlTrail(pagination, arguments)


class UrlTrail(Trail):
    """The state of one iteration. Its cursors are URLs."""

    def _begin(self, arguments: Arguments) -> None:
        super()._begin(arguments)
        self._next = arguments.next_url or UNSET

    def arguments(self) -> Arguments:
        """Return the arguments of the call for the next page."""
        url = self._next if isinstance(self._next, str) else ""
        return structs.replace(self._arguments, next_url=url)
