"""Lists whose responses have the URL of the next page in the header `Link` (RFC 8288)."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

from msgspec import Struct

from ..call.response import RawResponse
from ..call.request import Arguments
from ..transport import Headers
from .next_urls import UrlTrail
from .pagination import Pagination

Page = TypeVar("Page")

_TARGET = re.compile(r"[\s,]*<([^>]*)>")
_PARAMETER = re.compile(r'\s*;\s*([^\s;,="]*)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?')


class LinkHeader(Struct, frozen=True, kw_only=True):
    """A response links to the next page.

    Attributes:
        relation: The relation type of the link.
    """

    relation: str = "next"

    def trail(self, pagination: Pagination, arguments: Arguments) -> LinkTrail:
        """Return the initial state of an iteration."""
        return LinkTrail(pagination, arguments, self.relation)


class LinkTrail(UrlTrail):
    """The state of one iteration. It reads the header fields of the last response."""

    def __init__(self, pagination: Pagination, arguments: Arguments, relation: str) -> None:
        super().__init__(pagination, arguments)
        self._relation, self._headers = relation, Headers()

    def watched(
        self, respond: Callable[[Arguments], RawResponse[Page]]
    ) -> Callable[[Arguments], RawResponse[Page]]:
        """Return the same function; its responses tell this iteration where the next page is."""

        def watched(arguments: Arguments) -> RawResponse[Page]:
            response = respond(arguments)
            self._headers = response.headers
            return response

        return watched

    def watched_async(
        self, respond: Callable[[Arguments], Awaitable[RawResponse[Page]]]
    ) -> Callable[[Arguments], Awaitable[RawResponse[Page]]]:
        """Return the same function; its responses tell this iteration where the next page is."""

        async def watched(arguments: Arguments) -> RawResponse[Page]:
            response = await respond(arguments)
            self._headers = response.headers
            return response

        return watched

    def _following(self, page: object) -> object:
        links = links_of(self._headers.get("Link", ""))
        return next((url for relation, url in links if relation == self._relation.lower()), None)


def links_of(value: str) -> Iterator[tuple[str, str]]:
    """Yield the relation types and the targets of the links in a header field, in lower case."""
    position = 0
    while target := _TARGET.match(value, position):
        position = target.end()
        relations = ""
        while (parameter := _PARAMETER.match(value, position)) and parameter.end() > position:
            position = parameter.end()
            if parameter[1].lower() == "rel" and not relations:
                relations = parameter[2] or parameter[3] or ""
        for relation in relations.lower().split():
            yield relation, target[1]
