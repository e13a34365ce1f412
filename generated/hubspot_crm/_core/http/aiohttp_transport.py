"""The async transport on aiohttp, which the extra `aiohttp` installs. There is no sync one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from io import BytesIO
from typing import Any, Unpack
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

try:
    import aiohttp  # type: ignore[import-not-found, unused-ignore]
    from aiohttp.abc import AbstractStreamWriter  # type: ignore[import-not-found, unused-ignore]
    from aiohttp.http import StreamWriter  # type: ignore[import-not-found, unused-ignore]
    from yarl import URL  # type: ignore[import-not-found, unused-ignore]
except ImportError as missing:
    raise ImportError("AiohttpTransport requires the extra 'aiohttp'") from missing

from ..errors import ApiConnectionError
from ..event_loop import refuse_trio
from ..transport import Headers, Request, Response, Timeout
from .connections import ConnectionOptions, Connections, failure, held
from .reading import Meter
from .reading import AsyncOpened
from .redirects import foreign

_UNSENT = (
    aiohttp.ClientConnectorError,
    aiohttp.ClientHttpProxyError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.InvalidURL,
    aiohttp.NonHttpUrlClientError,
)
FAILURES = (aiohttp.ClientError, OSError)
_PORTION = 65_536


class AiohttpTransport:
    """A transport on one aiohttp.ClientSession: a given session, which stays open, or its own.

    Of a Timeout, the sum of `pool` and `connect` limits the time to get a connection, including the
    DNS lookup. A given session uses its own cookies, and its own proxies besides those of the
    environment.
    """

    def __init__(
        self, client: aiohttp.ClientSession | None = None, **options: Unpack[ConnectionOptions]
    ) -> None:
        self._held = held(client, _session, options)
        self._proxy = options.get("proxy")

    async def send(self, request: Request) -> Response:
        meter = Meter(request)
        try:
            async with self._exchange(request) as answer:
                meter.status = answer.status
                content = await meter.all_async(answer.content.iter_any())
                return Response(answer.status, Headers(answer.headers.items()), content)
        except FAILURES as error:
            raise _failure(request, error)

    async def stream(self, request: Request) -> AsyncOpened:
        """Send the request, and return the response before its body is read."""
        return await _open_aiohttp(self._exchange, request)

    async def aclose(self) -> None:
        session = self._held.close()
        if session is not None:
            await session.close()

    def _exchange(self, request: Request) -> Any:
        """Return the request in aiohttp, to be awaited or entered as a context."""
        refuse_trio("AiohttpTransport")
        session = self._held.get()
        if request.is_foreign and (session.headers or session.auth):
            raise foreign()
        return session.request(
            request.method,
            URL(request.url, encoded=True),
            data=_data(request),
            headers=request.headers,
            skip_auto_headers=("Content-Type",),
            timeout=_timeout(request.timeout),
            allow_redirects=False,
            proxy=self._proxy or _environment_proxy(request.url),
        )


def _failure(request: Request, error: Exception) -> ApiConnectionError:
    return failure(
        request,
        error,
        timeout=isinstance(error, TimeoutError),
        maybe_sent=not isinstance(error, _UNSENT),
        detail=_refusal(error),
    )


def _refusal(error: Exception) -> str:
    """Return the response of a proxy.

    The message of aiohttp itself contains the proxy's URL with its password.
    """
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return f"{error.status} {error.message}"
    return ""


def _session(options: Connections) -> aiohttp.ClientSession:
    session = aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(
            ssl=options.context(),
            limit=options.max_connections or 0,
            keepalive_timeout=options.keepalive,
        ),
        cookie_jar=aiohttp.DummyCookieJar(),
    )
    # aiohttp would retry a PUT or DELETE after a broken connection. Retries belong to the client.
    setattr(session, "_retry_connection", False)  # noqa: B010 (not public)
    return session


def _environment_proxy(url: str) -> str | None:
    """Return the proxy of the environment for a URL, or None.

    aiohttp's `trust_env` would also send passwords from ~/.netrc.
    """
    parts = urlsplit(url)
    proxy = getproxies().get(parts.scheme)
    return None if proxy is None or proxy_bypass(parts.netloc) else proxy


def _timeout(limits: Timeout) -> aiohttp.ClientTimeout:
    bounded = limits.pool is not None and limits.connect is not None
    return aiohttp.ClientTimeout(
        connect=(limits.pool or 0) + (limits.connect or 0) if bounded else None,
        sock_connect=limits.connect,
        sock_read=limits.read,
    )


def _data(request: Request) -> bytes | BytesIO | aiohttp.Payload | None:
    content = request.content
    # It is written at once, or is an iterable of chunks.
    if type(content) is not bytes or len(content) <= _PORTION:
        return content
    return _Portions(BytesIO(content), request.timeout.write)


class _Portions(aiohttp.BytesIOPayload):  # type: ignore[misc, unused-ignore]
    """A body with a time limit for writing each chunk, which aiohttp does not have."""

    def __init__(self, value: BytesIO, seconds: float | None) -> None:
        super().__init__(value)
        self._seconds = seconds

    async def write_with_length(
        self, writer: AbstractStreamWriter, content_length: int | None
    ) -> None:
        self._value.seek(0)
        while portion := self._value.read(_PORTION):
            try:
                async with asyncio.timeout(self._seconds):
                    await writer.write(portion)
            except TimeoutError:  # closing would wait until the server reads the rest
                if isinstance(writer, StreamWriter) and writer.transport is not None:
                    writer.transport.abort()
                raise


async def _open_aiohttp(exchange: Callable[[Request], Any], request: Request) -> AsyncOpened:
    """Send the request, and return the response before its body is read."""
    try:
        answer = await exchange(request)
    except FAILURES as error:
        raise _failure(request, error)

    async def close() -> None:
        answer.close()

    return AsyncOpened(
        answer.status, Headers(answer.headers.items()), _portions(request, answer), close
    )


async def _portions(request: Request, answer: aiohttp.ClientResponse) -> AsyncIterator[bytes]:
    try:
        async for portion in answer.content.iter_any():
            yield portion
    except FAILURES as error:
        raise _failure(request, error)
