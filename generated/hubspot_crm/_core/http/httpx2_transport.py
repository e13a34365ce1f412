"""The default transports, on httpx2. The module is imported at the first request."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, closing
from functools import lru_cache, partial
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, TypeVar, Unpack
from urllib.request import getproxies

import httpx2

from ..errors import ApiConnectionError
from ..transport import Headers, Request, Response
from .connections import ConnectionOptions, Connections, failure, held, target
from .httpx2_backend import end_by_deadlines
from .reading import Meter
from .reading import AsyncOpened, Opened
from .reading import ends_in

C = TypeVar("C")

_UNSENT = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.InvalidURL,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
    httpx2.UnsupportedProtocol,
)
FAILURES = (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL)
# Methods that need a Content-Length, even 0.
_WITH_CONTENT = frozenset({"POST", "PUT", "PATCH", "QUERY"})


class Httpx2Transport:
    """A transport on one httpx2.Client: a given client, which stays open, or its own."""

    def __init__(
        self, client: httpx2.Client | None = None, **options: Unpack[ConnectionOptions]
    ) -> None:
        self.held = held(client, partial(_new_client, _Direct, httpx2.Client), options)

    @property
    def follow_redirects(self) -> bool:
        """Whether to follow redirects by default: the setting of the httpx2 client."""
        return self.held.get().follow_redirects

    def send(self, request: Request) -> Response:
        client = self.held.get()
        try:
            with ends_in(request.timeout.total):
                return _read(client, request)
        except FAILURES as error:
            raise failed(request, error)

    def close(self) -> None:
        client = self.held.close()
        if client is not None:
            client.close()


class AsyncHttpx2Transport:
    """A transport on one httpx2.AsyncClient: a given client, which stays open, or its own."""

    def __init__(
        self, client: httpx2.AsyncClient | None = None, **options: Unpack[ConnectionOptions]
    ) -> None:
        make = partial(_new_client, _AsyncDirect, httpx2.AsyncClient)
        self.held = held(client, make, options)

    @property
    def follow_redirects(self) -> bool:
        """Whether to follow redirects by default: the setting of the httpx2 client."""
        return self.held.get().follow_redirects

    async def send(self, request: Request) -> Response:
        client = self.held.get()
        try:
            return await _read_async(client, request)
        except FAILURES as error:
            raise failed(request, error)

    async def aclose(self) -> None:
        client = self.held.close()
        if client is not None:
            await client.aclose()


class _Direct(httpx2.Client):
    """A client that sends requests directly: no redirects, cookies, proxies or log records."""

    def __init__(self, options: Connections) -> None:
        below = httpx2.HTTPTransport(**_connections(options))
        super().__init__(transport=below, cookies=_no_cookies())
        self.handle = below.handle_request
        self.encodings = self.headers["Accept-Encoding"]


class _AsyncDirect(httpx2.AsyncClient):
    """The async counterpart of _Direct."""

    def __init__(self, options: Connections) -> None:
        below = httpx2.AsyncHTTPTransport(**_connections(options))
        super().__init__(transport=below, cookies=_no_cookies())
        self.handle = below.handle_async_request
        self.encodings = self.headers["Accept-Encoding"]


def _read(client: httpx2.Client, request: Request) -> Response:
    """Send a request, and return its response with the whole body."""
    meter = Meter(request)
    with closing(begin(client, request)) as answer:
        meter.status = answer.status_code
        is_encoded = "content-encoding" in answer.headers
        content = meter.all(answer.iter_bytes() if is_encoded else answer.iter_raw())
        return Response(answer.status_code, fields_of(answer), content)


async def _read_async(client: httpx2.AsyncClient, request: Request) -> Response:
    """Send a request with an async client, and return its response with the whole body."""
    meter = Meter(request)
    async with aclosing(await begin(client, request)) as answer:
        meter.status = answer.status_code
        is_encoded = "content-encoding" in answer.headers
        chunks = answer.aiter_bytes() if is_encoded else answer.aiter_raw()
        content = await meter.all_async(chunks)
        return Response(answer.status_code, fields_of(answer), content)


def begin(client: Any, request: Request) -> Any:
    """Send a request and return the answer, or its coroutine, before the body is read."""
    if isinstance(client, (_Direct, _AsyncDirect)):
        return client.handle(_bare(request, client.encodings))
    build, arguments = client.build_request, dict[str, Any](follow_redirects=False)
    if request.is_foreign:  # header fields and credentials of the client are not for other origins
        build, arguments["auth"] = httpx2.Request, None
    prepared = build(
        request.method,
        request.url,
        content=request.content,
        headers=request.headers,
        extensions=_extensions(request, target(request.url)),
    )
    return client.send(prepared, stream=True, **arguments)


def _new_client(
    direct: Callable[[Connections], C], proxied: Callable[..., C], options: Connections
) -> C:
    """Return a client: a direct one, unless the options or the environment have a proxy."""
    if options.proxy is None and not getproxies().keys() - {"no"}:
        client = direct(options)
    else:
        try:
            client = proxied(cookies=_no_cookies(), proxy=options.proxy, **_connections(options))
        except (ValueError, httpx2.InvalidURL):  # its message may contain a password
            raise ValueError(
                "a proxy variable of the environment (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY) is "
                "not a valid URL: correct it, or pass a proxy to the client"
            ) from None
    if isinstance(client, httpx2.Client):
        end_by_deadlines(client)
    return client


def _no_cookies() -> CookieJar:
    """Return a cookie jar that rejects all cookies, so that no request sends those of a response."""
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


def _connections(options: Connections) -> dict[str, Any]:
    most, keepalive = options.max_connections, options.keepalive
    limits = httpx2.Limits(
        max_connections=most, max_keepalive_connections=most, keepalive_expiry=keepalive
    )
    return {"verify": options.context(), "limits": limits}


def _bare(request: Request, encodings: str) -> httpx2.Request:
    """Return a request that is sent as it is.

    Only the origin of the URL is parsed, because parsing all of it is slow.
    """
    path = target(request.url)
    origin = _origin(request.url.removesuffix(path.removeprefix("/")))
    headers, names = list(request.headers), {name.lower() for name, _ in request.headers}
    if "host" not in names:
        headers.insert(0, ("Host", origin.netloc.decode("ascii")))
    if "accept-encoding" not in names:
        headers.append(("Accept-Encoding", encodings))
    content = request.content or b""
    body: dict[str, Any] = {"content": content}  # an iterable is sent in chunks
    if hasattr(content, "__len__"):
        has_length = not names.isdisjoint(("content-length", "transfer-encoding"))
        if (content or request.method in _WITH_CONTENT) and not has_length:
            headers.append(("Content-Length", str(len(content))))
        body = {"stream": httpx2.ByteStream(content)}
    extensions = _extensions(request, path)
    return httpx2.Request(request.method, origin, headers=headers, extensions=extensions, **body)


def _extensions(request: Request, path: str) -> dict[str, Any]:
    """Return the time limits and the request target.

    The target is passed because httpx2 would resolve dot segments in the URL and escape it again.
    """
    limits = request.timeout
    phases = {"connect": limits.connect, "read": limits.read, "write": limits.write}
    return {"timeout": {**phases, "pool": limits.pool}, "target": path.encode("ascii")}


@lru_cache(maxsize=64)
def _origin(url: str) -> httpx2.URL:
    return httpx2.URL(url)


def fields_of(answer: httpx2.Response) -> Headers:
    """Return the header fields of an answer."""
    try:
        return Headers(
            [(name.decode().lower(), value.decode()) for name, value in answer.headers.raw]
        )
    except UnicodeDecodeError:
        return Headers(answer.headers.multi_items())


def failed(request: Request, error: Exception) -> ApiConnectionError:
    """Return the error of the client for one of httpx2."""
    is_timeout, is_unsent = isinstance(error, httpx2.TimeoutException), isinstance(error, _UNSENT)
    return failure(request, error, timeout=is_timeout, maybe_sent=not is_unsent)


def open_httpx2(client: httpx2.Client, request: Request) -> Opened:
    """Send a request and return the response, with its body unread.

    Raises:
        ApiConnectionError: The request failed. Reading the body may raise it as well.
    """
    try:
        answer = begin(client, request)
    except FAILURES as error:
        raise failed(request, error)
    chunks = _portions(request, answer)
    return Opened(answer.status_code, fields_of(answer), chunks, answer.close)


async def open_httpx2_async(client: httpx2.AsyncClient, request: Request) -> AsyncOpened:
    """Send a request with an async client. See `open_httpx2`."""
    try:
        answer = await begin(client, request)
    except FAILURES as error:
        raise failed(request, error)
    chunks = _portions_async(request, answer)
    return AsyncOpened(answer.status_code, fields_of(answer), chunks, answer.aclose)


def _portions(request: Request, answer: httpx2.Response) -> Iterator[bytes]:
    try:
        yield from answer.iter_bytes()
    except FAILURES as error:
        raise failed(request, error)


async def _portions_async(request: Request, answer: httpx2.Response) -> AsyncIterator[bytes]:
    try:
        async for portion in answer.aiter_bytes():
            yield portion
    except FAILURES as error:
        raise failed(request, error)
