"""The transports that clients make for themselves, on httpx2; imported with the first request.

Proxies and certificate authorities are taken from the environment, as httpx2 does.
"""

from __future__ import annotations

from http.cookiejar import CookieJar, DefaultCookiePolicy
from ssl import SSLContext, create_default_context

import httpx2

from .errors import ApiConnectionError, ApiTimeoutError
from .transport import Headers, Request, Response

# What goes wrong before the first byte of a request is sent.
_NEVER_SENT = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
    httpx2.UnsupportedProtocol,
    httpx2.InvalidURL,
)


class Httpx2Transport:
    """A transport on one httpx2.Client: a given one, which stays open, or one of its own.

    `proxy` (a URL) and `verify` (a file of authorities, or an SSLContext) are for one of its own.
    """

    def __init__(
        self,
        client: httpx2.Client | None = None,
        *,
        proxy: str | None = None,
        verify: bool | str | SSLContext = True,
    ) -> None:
        self._client = client or httpx2.Client(
            cookies=_no_cookies(), proxy=proxy, verify=_trusted(verify)
        )
        self._owns_client = client is None

    def send(self, request: Request) -> Response:
        try:
            answer = self._client.request(
                request.method,
                request.url,
                content=request.content,
                headers=request.headers,
                timeout=_timeout(request),
                follow_redirects=False,
            )
        except (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL) as error:
            raise _failure(request, error) from error
        return _response(answer)

    def close(self) -> None:
        if self._owns_client:
            self._client.close()


class AsyncHttpx2Transport:
    """A transport on one httpx2.AsyncClient: a given one, which stays open, or one of its own.

    `proxy` (a URL) and `verify` (a file of authorities, or an SSLContext) are for one of its own.
    """

    def __init__(
        self,
        client: httpx2.AsyncClient | None = None,
        *,
        proxy: str | None = None,
        verify: bool | str | SSLContext = True,
    ) -> None:
        self._client = client or httpx2.AsyncClient(
            cookies=_no_cookies(), proxy=proxy, verify=_trusted(verify)
        )
        self._owns_client = client is None

    async def send(self, request: Request) -> Response:
        try:
            answer = await self._client.request(
                request.method,
                request.url,
                content=request.content,
                headers=request.headers,
                timeout=_timeout(request),
                follow_redirects=False,
            )
        except (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL) as error:
            raise _failure(request, error) from error
        return _response(answer)

    async def aclose(self) -> None:
        if self._owns_client:
            await self._client.aclose()


def _trusted(verify: bool | str | SSLContext) -> bool | SSLContext:
    return create_default_context(cafile=verify) if isinstance(verify, str) else verify


def _no_cookies() -> CookieJar:
    """A jar that takes nothing: what one answer sets must not go out with the next request."""
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


def _timeout(request: Request) -> httpx2.Timeout:
    limits = request.timeout
    return httpx2.Timeout(
        connect=limits.connect, read=limits.read, write=limits.write, pool=limits.pool
    )


def _response(answer: httpx2.Response) -> Response:
    return Response(answer.status_code, Headers(answer.headers.multi_items()), answer.content)


def _failure(request: Request, error: Exception) -> ApiConnectionError:
    kind = ApiTimeoutError if isinstance(error, httpx2.TimeoutException) else ApiConnectionError
    phase = type(error).__name__
    message = f"{phase}: {error}" if str(error) else phase
    return kind(
        message,
        method=request.method,
        url=request.shown_url,
        maybe_sent=not isinstance(error, _NEVER_SENT),
    )
