"""The default transports, on httpx2. The module is imported at the first request."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import aclosing, closing
from functools import lru_cache, partial
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, TypeVar, Unpack
from urllib.request import getproxies

import httpx2

from ..errors import ApiConnectionError
from ..transport import Headers, Request, Response
from .connections import ConnectionOptions, Connections, Held, failure, target
from .httpx2_backend import end_by_deadlines
from .meter import Meter, is_limited
from .network_deadline import ends_in

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
_WITH_CONTENT = frozenset(
    {"POST", "PUT", "PATCH", "QUERY"}
)  # methods that need a Content-Length, even 0


class Httpx2Transport:
    """A transport on one httpx2.Client: a given client, which stays open, or its own."""

    def __init__(
        self, client: httpx2.Client | None = None, **options: Unpack[ConnectionOptions]
    ) -> None:
        self.held = Held(client, _client, options)

    @property
    def follow_redirects(self) -> bool:
        """Whether to follow redirects by default: the setting of the httpx2 client."""
        return self.held.get().follow_redirects

    def send(self, request: Request) -> Response:
        client = self.held.get()
        try:
            with ends_in(request.timeout.total):
                if isinstance(client, _Direct):
                    return client.answer(request)
                return _answer(client, request)
        except FAILURES as error:
            raise failed(request, error)

    def close(self) -> None:
        client = self.held.release()
        if client is not None:
            client.close()


class AsyncHttpx2Transport:
    """A transport on one httpx2.AsyncClient: a given client, which stays open, or its own."""

    def __init__(
        self, client: httpx2.AsyncClient | None = None, **options: Unpack[ConnectionOptions]
    ) -> None:
        self.held = Held(client, _async_client, options)

    @property
    def follow_redirects(self) -> bool:
        """Whether to follow redirects by default: the setting of the httpx2 client."""
        return self.held.get().follow_redirects

    async def send(self, request: Request) -> Response:
        client = self.held.get()
        try:
            if isinstance(client, _AsyncDirect):
                return await client.answer(request)
            return await _answer_async(client, request)
        except FAILURES as error:
            raise failed(request, error)

    async def aclose(self) -> None:
        client = self.held.release()
        if client is not None:
            await client.aclose()


class _Direct(httpx2.Client):
    """A client that sends requests directly: no redirects, cookies, proxies or log records."""

    def __init__(self, options: Connections) -> None:
        self._below = httpx2.HTTPTransport(**_connections(options))
        super().__init__(transport=self._below, cookies=_no_cookies())
        end_by_deadlines(self)
        self._encodings = self.headers["Accept-Encoding"]

    def answer(self, request: Request) -> Response:
        meter = Meter(request) if is_limited(request) else None
        with closing(self._below.handle_request(_bare(request, self._encodings))) as answer:
            if meter is not None:
                return _metered(answer, meter)
            content = (
                answer.read()
                if "content-encoding" in answer.headers
                else b"".join(answer.iter_raw())
            )
        return Response(answer.status_code, fields_of(answer), content)


class _AsyncDirect(httpx2.AsyncClient):
    """The async counterpart of _Direct."""

    def __init__(self, options: Connections) -> None:
        self._below = httpx2.AsyncHTTPTransport(**_connections(options))
        super().__init__(transport=self._below, cookies=_no_cookies())
        self._encodings = self.headers["Accept-Encoding"]

    async def answer(self, request: Request) -> Response:
        meter = Meter(request) if is_limited(request) else None
        async with aclosing(
            await self._below.handle_async_request(_bare(request, self._encodings))
        ) as answer:
            if meter is not None:
                return await _metered_async(answer, meter)
            is_encoded = "content-encoding" in answer.headers
            content = (
                await answer.aread()
                if is_encoded
                else b"".join([each async for each in answer.aiter_raw()])
            )
        return Response(answer.status_code, fields_of(answer), content)


def _client(options: Connections) -> httpx2.Client:
    if not _is_proxied(options):
        return _Direct(options)
    client = _proxied(httpx2.Client, options)
    end_by_deadlines(client)
    return client


def _async_client(options: Connections) -> httpx2.AsyncClient:
    if not _is_proxied(options):
        return _AsyncDirect(options)
    return _proxied(httpx2.AsyncClient, options)


def _proxied(make: Callable[..., C], options: Connections) -> C:
    try:
        return make(cookies=_no_cookies(), proxy=options.proxy, **_connections(options))
    except (ValueError, httpx2.InvalidURL):  # its message may contain a password
        raise ValueError(
            "a proxy variable of the environment (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY) is not a "
            "valid URL: correct it, or pass a proxy to the client"
        ) from None


def _is_proxied(options: Connections) -> bool:
    """Return whether the options or the environment have a proxy."""
    return options.proxy is not None or bool(getproxies().keys() - {"no"})


def _no_cookies() -> CookieJar:
    """Return a cookie jar that rejects all cookies.

    A cookie that one response sets must not be sent with the next request.
    """
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


def _connections(options: Connections) -> dict[str, Any]:
    most, keepalive = options.max_connections, options.keepalive
    limits = httpx2.Limits(
        max_connections=most, max_keepalive_connections=most, keepalive_expiry=keepalive
    )
    return {"verify": options.context(), "limits": limits}


def sending(request: Request) -> dict[str, Any]:
    """Return the arguments of httpx2's `send` for a request.

    This package follows redirects itself, and the client's own credentials are not for other
    origins.
    """
    return {"follow_redirects": False, **({"auth": None} if request.is_foreign else {})}


def to_httpx2(client: httpx2.Client | httpx2.AsyncClient, request: Request) -> httpx2.Request:
    build = (
        httpx2.Request if request.is_foreign else client.build_request
    )  # adds the client's own headers
    return build(
        request.method,
        request.url,
        content=request.content,
        headers=request.headers,
        extensions=_extensions(request, target(request.url)),
    )


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
    made = partial(
        httpx2.Request,
        request.method,
        origin,
        headers=headers,
        extensions=_extensions(request, path),
    )
    content = request.content or b""
    if not hasattr(content, "__len__"):
        return made(content=content)  # sent in chunks
    if (content or request.method in _WITH_CONTENT) and names.isdisjoint(
        ("content-length", "transfer-encoding")
    ):
        headers.append(("Content-Length", str(len(content))))
    return made(stream=httpx2.ByteStream(content))


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


def _answer(client: httpx2.Client, request: Request) -> Response:
    meter = Meter(request)
    with closing(
        client.send(to_httpx2(client, request), stream=True, **sending(request))
    ) as answer:
        return _metered(answer, meter)


async def _answer_async(client: httpx2.AsyncClient, request: Request) -> Response:
    meter = Meter(request)
    prepared = to_httpx2(client, request)
    async with aclosing(await client.send(prepared, stream=True, **sending(request))) as answer:
        return await _metered_async(answer, meter)


def _metered(answer: httpx2.Response, meter: Meter) -> Response:
    meter.status = answer.status_code
    return Response(answer.status_code, fields_of(answer), meter.all(answer.iter_bytes()))


async def _metered_async(answer: httpx2.Response, meter: Meter) -> Response:
    meter.status = answer.status_code
    return Response(
        answer.status_code, fields_of(answer), await meter.all_async(answer.aiter_bytes())
    )


def fields_of(answer: httpx2.Response) -> Headers:
    try:
        return Headers(
            [(name.decode().lower(), value.decode()) for name, value in answer.headers.raw]
        )
    except UnicodeDecodeError:
        return Headers(answer.headers.multi_items())


def failed(request: Request, error: Exception) -> ApiConnectionError:
    return failure(
        request,
        error,
        timeout=isinstance(error, httpx2.TimeoutException),
        maybe_sent=not isinstance(error, _UNSENT),
    )
