"""The options, the library client and the errors that transports on HTTP libraries share."""

from __future__ import annotations

import os
import ssl
from collections.abc import Callable
from typing import Generic, Literal, TypedDict, TypeVar, cast
from urllib.parse import urlsplit

from ..errors import ApiConnectionError, ApiTimeoutError
from ..secret import Veiled
from ..transport import Request, Timeout

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
            raise ValueError(
                "proxy must be a URL, for example http://127.0.0.1:3128"
            )  # the URL may contain a password

    def context(self) -> ssl.SSLContext | Literal[True]:
        """Return the SSL context; with a file, only its certificates are trusted.

        Raises:
            ValueError: The file has no certificates.
        """
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
        parts = urlsplit(url) if isinstance(url, str) else None
        known = ("http", "https", "socks5", "socks5h")
        return (
            parts is not None and parts.scheme in known and bool(parts.hostname) and parts.port != 0
        )
    except ValueError:
        return False


class Held(Generic[C]):
    """The client of a library: a given one, or one that is created at first use in each process.

    A forked process must not write to the connections of its parent. It creates its own client, and
    cannot use a given one.
    """

    def __init__(
        self, given: C | None, make: Callable[[Connections], C], options: ConnectionOptions
    ):
        if given is not None and options:
            raise ValueError(f"the client that was passed has its own {', '.join(sorted(options))}")
        self._connections = Connections(**options)
        self._connections.context()  # report errors now, not at the first request
        self._given, self._make = given, make
        # By process id. A lock that is held during a fork would stay locked in the child.
        self._clients: dict[int, C] = {}
        self._closed = False

    def get(self) -> C:
        """Return the client of this process.

        Raises:
            RuntimeError: The transport is closed, or a parent process uses the given client.
        """
        if self._closed:
            raise RuntimeError("the transport is closed; create a new one")
        process = os.getpid()
        client = self._clients.get(process)
        if client is None:
            if self._given is None:
                client = self._make(self._connections)
            elif not self._clients:
                client = self._given
            else:
                raise RuntimeError(
                    "the client of this transport belongs to the parent process; create a "
                    "transport after the fork"
                )
            client = self._clients.setdefault(process, client)
        return client

    def release(self) -> C | None:
        """Stop using the client, and return it if the caller has to close it."""
        self._closed = True
        client = self._clients.pop(os.getpid(), None)
        return client if self._given is None else None


def failure(
    request: Request, error: Exception, *, timeout: bool, maybe_sent: bool, detail: str = ""
) -> ApiConnectionError:
    """Return the ApiConnectionError for an error of a library.

    Args:
        request: The request that failed.
        error: The error of the library. It becomes the cause, unless there is a `detail` or the URL
            of the request is secret.
        timeout: Whether the error is a timeout.
        maybe_sent: Whether the server may have received the request.
        detail: A message in place of that of `error`.
    """
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


def total(timeout: Timeout) -> float | None:
    """Return the time limit for connecting, writing and the start of a response together.

    The limit is in seconds; None means no limit.
    """
    phases = (timeout.connect, timeout.write, timeout.read)
    together = None if None in phases else sum(filter(None, phases))
    limits = [each for each in (together, timeout.total) if each is not None]
    return min(limits, default=None)


def target(url: str) -> str:
    """Return the request target of an absolute URL, its path and query, unchanged."""
    authority, slash, rest = url.partition("://")[2].partition("/")
    _, mark, query = authority.partition("?")  # without a path, the slash is in the query
    return f"/{mark}{query}{slash}{rest}" if mark else f"/{rest}"
