"""The transports that clients make for themselves, on httpx2; imported with the first request."""

from __future__ import annotations

from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Unpack

import httpx2

from .connections import ConnectionOptions, Connections, Held, failure, target
from .errors import ApiConnectionError
from .transport import Headers, Request, Response

_UNSENT = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.InvalidURL,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
    httpx2.UnsupportedProtocol,
)
_FAILURES = (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL)


class Httpx2Transport:
    """A transport on one httpx2.Client: a given one, which stays open, or one of its own."""

    def __init__(self, client: httpx2.Client | None = None, **options: Unpack[ConnectionOptions]) -> None:
        self._held = Held(client, _client, options)

    def send(self, request: Request) -> Response:
        client = self._held.get()
        try:
            return _response(client.send(_prepared(client, request), follow_redirects=False))
        except _FAILURES as error:
            raise _failure(request, error)

    def close(self) -> None:
        client = self._held.release()
        if client is not None:
            client.close()


class AsyncHttpx2Transport:
    """A transport on one httpx2.AsyncClient: a given one, which stays open, or one of its own."""

    def __init__(self, client: httpx2.AsyncClient | None = None, **options: Unpack[ConnectionOptions]) -> None:
        self._held = Held(client, _async_client, options)

    async def send(self, request: Request) -> Response:
        client = self._held.get()
        try:
            return _response(await client.send(_prepared(client, request), follow_redirects=False))
        except _FAILURES as error:
            raise _failure(request, error)

    async def aclose(self) -> None:
        client = self._held.release()
        if client is not None:
            await client.aclose()


def _client(options: Connections) -> httpx2.Client:
    return httpx2.Client(
        cookies=_no_cookies(),
        proxy=options.proxy,
        verify=options.context(),
        limits=_limits(options),
    )


def _async_client(options: Connections) -> httpx2.AsyncClient:
    return httpx2.AsyncClient(
        cookies=_no_cookies(),
        proxy=options.proxy,
        verify=options.context(),
        limits=_limits(options),
    )


def _no_cookies() -> CookieJar:
    """A jar that takes nothing: what one answer sets must not go out with the next request."""
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


def _limits(options: Connections) -> httpx2.Limits:
    return httpx2.Limits(
        max_connections=options.max_connections,
        max_keepalive_connections=options.max_connections,
        keepalive_expiry=options.keepalive,
    )


def _prepared(client: httpx2.Client | httpx2.AsyncClient, request: Request) -> httpx2.Request:
    limits = request.timeout
    return client.build_request(
        request.method,
        request.url,
        content=request.content,
        headers=request.headers,
        timeout=httpx2.Timeout(connect=limits.connect, read=limits.read, write=limits.write, pool=limits.pool),
        # As it is, where httpx2 would resolve dot segments and escape anew.
        extensions={"target": target(request.url).encode("ascii")},
    )


def _response(answer: httpx2.Response) -> Response:
    return Response(answer.status_code, Headers(answer.headers.multi_items()), answer.content)


def _failure(request: Request, error: Exception) -> ApiConnectionError:
    return failure(
        request,
        error,
        timeout=isinstance(error, httpx2.TimeoutException),
        maybe_sent=not isinstance(error, _UNSENT),
    )
