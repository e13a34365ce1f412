"""The options, the library client and the errors that transports on HTTP libraries share."""

from __future__ import annotations

import os
import ssl
from collections.abc import Callable
from functools import partial
from typing import Literal, TypedDict, TypeVar, cast
from urllib.parse import urlsplit

from ..errors import ApiConnectionError, ApiTimeoutError
from ..secret import Veiled
from ..transport import Held, Request

C = TypeVar("C")

Verify = bool | str | os.PathLike[str] | ssl.SSLContext


class ConnectionOptions(TypedDict, total=False):
    """Options of a transport that creates the client of its library itself.

    Attributes:
        proxy: The URL of a proxy for every request. By default, the proxies of the environment.
        verify: A file of PEM certificates of trusted authorities, an ssl.SSLContext, or True for
            the default authorities.
        max_connections: The maximum number of connections at a time, 100 by default; None for no
            limit.
        keepalive: The seconds after which an idle connection is closed, 15 by default.
    """

    proxy: str | None
    verify: Verify
    max_connections: int | None
    keepalive: float


class Connections(Veiled, frozen=True, kw_only=True):
    """Validated ConnectionOptions.

    Raises:
        ValueError: An option has a value that no connection can use.
        TypeError: `verify` has the wrong type.
    """

    proxy: str | None = None
    verify: Verify = True
    max_connections: int | None = 100
    keepalive: float = 15.0

    def __post_init__(self) -> None:
        if self.max_connections is not None and self.max_connections < 1:
            raise ValueError(f"max_connections must be at least 1, not {self.max_connections}")
        if self.keepalive <= 0:
            raise ValueError(f"keepalive must be above 0 seconds, not {self.keepalive}")
        given = cast(object, self.verify)
        if given is not None and not isinstance(given, (bool, str, os.PathLike, ssl.SSLContext)):
            kind = type(given).__name__
            raise TypeError(
                f"verify must be True, a certificate file or an ssl.SSLContext, not {kind}"
            )
        if not self.verify:
            raise ValueError(
                "certificates are always verified: pass a file of trusted certificate "
                "authorities, or an ssl.SSLContext"
            )
        if self.proxy is not None and not _is_proxy(self.proxy):
            # The URL may contain a password.
            raise ValueError("proxy must be a URL, for example http://127.0.0.1:3128")

    def context(self) -> ssl.SSLContext | Literal[True]:
        """Return the SSL context; with a file, only its certificates are trusted."""
        if isinstance(self.verify, ssl.SSLContext):
            return self.verify
        if isinstance(self.verify, bool):
            return True
        try:
            return ssl.create_default_context(cafile=self.verify)
        except (OSError, ValueError) as error:  # SSLError is an OSError
            raise ValueError(f"verify: {self.verify} contains no certificates: {error}") from error


def _is_proxy(url: object) -> bool:
    try:
        parts = urlsplit(url if isinstance(url, str) else "")
        is_known = parts.scheme in ("http", "https", "socks5", "socks5h")
        return is_known and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def held(given: C | None, make: Callable[[Connections], C], options: ConnectionOptions) -> Held[C]:
    """Return the client of a library: a given one, or one that each process makes."""
    if given is not None and options:
        raise ValueError(f"the client that was passed has its own {', '.join(sorted(options))}")
    connections = Connections(**options)
    connections.context()  # report errors now, not at the first request
    return Held(partial(make, connections), "transport", given)


def failure(
    request: Request, error: Exception, *, timeout: bool, maybe_sent: bool, detail: str = ""
) -> ApiConnectionError:
    """Return the error of a call for that of a library, whose message `detail` may replace."""
    kind = ApiTimeoutError if timeout else ApiConnectionError
    text = (detail or str(error)).replace(request.url, request.shown_url)
    phase = type(error).__name__
    made = kind(
        f"{phase}: {text}" if text else phase,
        method=request.method,
        url=request.shown_url,
        maybe_sent=maybe_sent,
    )
    # The message of a library may contain the URL. A traceback must not show a secret URL.
    made.__cause__ = None if detail or request.url != request.shown_url else error
    return made


def target(url: str) -> str:
    """Return the request target of an absolute URL, its path and query, unchanged."""
    authority, slash, rest = url.partition("://")[2].partition("/")
    _, mark, query = authority.partition("?")  # without a path, the slash is in the query
    return f"/{mark}{query}{slash}{rest}" if mark else f"/{rest}"
