"""Locate the URL of the next page, which a server wrote."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from ..errors import PaginationError

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_UNESCAPED = "".join(map(chr, range(0x21, 0x7F)))
_PORTS = {"http": 80, "https": 443}


def locate(url: str, next_url: str) -> tuple[str, str, str]:
    """Return the origin, the path and the query of the next page.

    A relative URL is resolved. If the server knows itself by `http`, as it does behind a proxy, the
    scheme of the first request is used.

    Args:
        url: The URL of the request for the first page.
        next_url: The URL that the server returned.

    Raises:
        PaginationError: The URL is not valid, or on another server, to which credentials must not be
            sent.
    """
    if _CONTROL.search(next_url):
        raise PaginationError("the URL of the next page contains control characters")
    own = urlsplit(url)
    try:
        found = urlsplit(quote(urljoin(url, next_url.strip()), safe=_UNESCAPED))
        is_same = _server(found) == _server(own)
    except ValueError:
        raise PaginationError("the URL of the next page is not valid") from None
    if not is_same:
        host = f"{found.scheme}://{found.hostname}"
        raise PaginationError(f"the next page is on another server, {host}")
    return f"{own.scheme}://{own.netloc}", found.path or "/", found.query


def _server(parts: SplitResult) -> tuple[str | None, int | None, bool]:
    """Return the host, the port if it is not the default one, and whether there are no credentials."""
    port = None if parts.port == _PORTS.get(parts.scheme) else parts.port
    return parts.hostname, port, parts.scheme in _PORTS and not parts.username
