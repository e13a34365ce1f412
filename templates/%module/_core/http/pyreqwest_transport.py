"""The sync and async transports on pyreqwest, which the extra `pyreqwest` installs."""

from __future__ import annotations

import atexit
import ssl
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta
from functools import lru_cache
from math import floor, log10
from threading import Lock
from threading import enumerate as known_threads
from time import monotonic, sleep
from typing import Generic, TypeVar, Unpack

try:
    from pyreqwest import exceptions  # type: ignore[import-not-found, unused-ignore]
    from pyreqwest.client import Client, ClientBuilder, SyncClient, SyncClientBuilder  # type: ignore[import-not-found, unused-ignore]
    from pyreqwest.http import HeaderMap, Url  # type: ignore[import-not-found, unused-ignore]
    from pyreqwest.proxy import ProxyBuilder  # type: ignore[import-not-found, unused-ignore]
    from pyreqwest.request import (  # type: ignore[import-not-found, unused-ignore]
        BaseRequestBuilder,
        RequestBuilder,
        StreamRequest,
        SyncRequestBuilder,
        SyncStreamRequest,
    )
    from pyreqwest.response import Response as AsyncAnswer  # type: ignore[import-not-found, unused-ignore]
    from pyreqwest.response import SyncResponse  # type: ignore[import-not-found, unused-ignore]
except ImportError as missing:
    raise ImportError("PyreqwestTransport requires the extra 'pyreqwest'") from missing

from ..errors import ApiConnectionError
from ..event_loop import refuse_trio
from ..transport import Headers, Request, Response, Timeout
from .connections import ConnectionOptions, Connections, failure, held, target
from ..transport import Held
from .reading import Meter  # feature: response size
from .reading import AsyncOpened, Opened
from .redirects import foreign

Builder = TypeVar("Builder", ClientBuilder, SyncClientBuilder)
AnyRequestBuilder = TypeVar("AnyRequestBuilder", bound=BaseRequestBuilder)
C = TypeVar("C")

_MOST_CLIENTS = 8


class _Clients(Generic[C]):
    """The clients of one process: a given one, or the last eight, one for each Timeout.

    pyreqwest has time limits for connecting and reading per client only. The limits are rounded, so
    that there are few clients. A client that is removed ends when nothing uses it.
    """

    def __init__(self, given: C | None, build: Callable[[Timeout], C]) -> None:
        self._given, self._build = given, build
        self._kept: dict[Timeout, C] = {}
        self._lock = Lock()

    def get(self, timeout: Timeout) -> C:
        if self._given is not None:
            return self._given
        timeout = _phases(timeout)
        with self._lock:
            client = self._kept.pop(timeout, None) or self._build(timeout)
            self._kept[timeout] = client
            if len(self._kept) > _MOST_CLIENTS:
                del self._kept[next(iter(self._kept))]
            return client

    def all(self) -> list[C]:
        return list(self._kept.values())


class PyreqwestTransport:
    """A transport on pyreqwest: on a given SyncClient, which stays open, or on its own clients.

    Of a Timeout, `read` limits the time from connecting to the start of the response, and then the
    time for each chunk. `write` has no effect of its own. Limits are rounded up to 1, 1.5, 2, 3, 5
    or 7 times a power of ten. `verify` adds to the authorities of the system, and cannot be an
    ssl.SSLContext.

    A given client uses its own redirects, cookies and limits, and the whole request may take the
    sum of `connect`, `write` and `read`.

    Raises:
        RuntimeError: The process was forked after the first use of pyreqwest.
    """

    def __init__(
        self, client: SyncClient | None = None, **options: Unpack[ConnectionOptions]
    ) -> None:
        self._held = _held(client, SyncClientBuilder, SyncClientBuilder.build, options)
        self._given = client is not None

    def send(self, request: Request) -> Response:
        try:
            builder = self._builder(request)
            # feature: response size
            if request.max_size is not None:
                return _read(builder.build_streamed(), Meter(request))
            # end
            answer = builder.build().send()
            return Response(answer.status, _headers(answer.headers), bytes(answer.bytes()))
        except exceptions.PyreqwestError as error:
            raise _failure(request, error)

    def stream(self, request: Request) -> Opened:
        """Send the request, and return the response before its body is read."""
        return _open_pyreqwest(self._builder, request)

    def close(self) -> None:
        clients = self._held.close()
        for client in clients.all() if clients is not None else ():
            client.close()

    def _builder(self, request: Request) -> SyncRequestBuilder:
        if request.is_foreign and self._given:
            raise foreign()
        client = self._held.get().get(request.timeout)
        return _filled(client.request(request.method, _url(request)), request, self._given)


class AsyncPyreqwestTransport:
    """A transport on pyreqwest: on a given Client, which stays open, or on its own clients.

    Everything else is as in PyreqwestTransport.
    """

    def __init__(self, client: Client | None = None, **options: Unpack[ConnectionOptions]) -> None:
        self._held = _held(client, ClientBuilder, ClientBuilder.build, options)
        self._given = client is not None

    async def send(self, request: Request) -> Response:
        refuse_trio("AsyncPyreqwestTransport")
        try:
            builder = self._builder(request)
            # feature: response size
            if request.max_size is not None:
                return await _read_async(builder.build_streamed(), Meter(request))
            # end
            answer = await builder.build().send()
            return Response(answer.status, _headers(answer.headers), bytes(await answer.bytes()))
        except exceptions.PyreqwestError as error:
            raise _failure(request, error)

    async def stream(self, request: Request) -> AsyncOpened:
        """Send the request, and return the response before its body is read."""
        return await _open_pyreqwest_async(self._builder, request)

    async def aclose(self) -> None:
        clients = self._held.close()
        for client in clients.all() if clients is not None else ():
            await client.close()

    def _builder(self, request: Request) -> RequestBuilder:
        if request.is_foreign and self._given:
            raise foreign()
        client = self._held.get().get(request.timeout)
        return _filled(client.request(request.method, _url(request)), request, self._given)


@atexit.register
def _await_threads() -> None:
    """Wait up to one second until no thread of pyreqwest is passing a result to an event loop.

    Up to Python 3.13, the process aborts if such a thread is running when the interpreter ends.
    """
    end = monotonic() + 1
    while monotonic() < end:
        running = sys._current_frames()  # pyright: ignore[reportPrivateUsage]  # documented
        if running.keys() <= {each.ident for each in known_threads()}:
            break
        sleep(0.001)


def _held(
    given: C | None,
    builder: Callable[[], Builder],
    build: Callable[[Builder], C],
    options: ConnectionOptions,
) -> Held[_Clients[C]]:
    if isinstance(options.get("verify"), ssl.SSLContext):
        raise ValueError("verify: pyreqwest requires a certificate file, not an ssl.SSLContext")

    def make(connections: Connections) -> _Clients[C]:
        return _Clients(None, lambda timeout: build(_configured(builder(), connections, timeout)))

    found = held(None if given is None else _Clients(given, lambda _: given), make, options)
    if given is not None:
        found.get()  # the threads of the client belong to this process
    return found


def _configured(builder: Builder, options: Connections, timeout: Timeout) -> Builder:
    builder = (
        builder.follow_redirects(False)
        .referer(False)
        .max_connections(options.max_connections)
        .pool_idle_timeout(timedelta(seconds=options.keepalive))
    )
    for limit, seconds in (
        (builder.connect_timeout, timeout.connect),
        (builder.read_timeout, timeout.read),
        (builder.pool_timeout, timeout.pool),
    ):
        if seconds is not None:
            limit(timedelta(seconds=seconds))
    if options.proxy is not None:
        builder = builder.proxy(ProxyBuilder.all(options.proxy))
    context = options.context()
    for certificate in () if context is True else context.get_ca_certs(binary_form=True):
        builder = builder.add_root_certificate_der(certificate)
    return builder


@lru_cache(maxsize=64)
def _phases(timeout: Timeout) -> Timeout:
    connect, read, pool = map(_rounded, (timeout.connect, timeout.read, timeout.pool))
    return Timeout(connect=connect, read=read, write=None, pool=pool)


def _rounded(seconds: float | None) -> float | None:
    """Return the limit rounded up to one of a few steps.

    Otherwise the time left until a deadline would need a new client for every request.
    """
    if seconds is None:
        return None
    unit = 10.0 ** floor(log10(seconds))
    return next(step * unit for step in (1, 1.5, 2, 3, 5, 7, 10) if step * unit > 0.999 * seconds)


def _total(timeout: Timeout) -> float | None:
    """Return the time limit for connecting, writing and the start of a response together.

    The limit is in seconds; None means no limit.
    """
    phases = (timeout.connect, timeout.write, timeout.read)
    together = None if None in phases else sum(filter(None, phases))
    limits = [each for each in (together, timeout.total) if each is not None]
    return min(limits, default=None)


def _url(request: Request) -> Url:
    """Return the URL as parsed by pyreqwest.

    Raises:
        BuilderError: pyreqwest would change the path.
    """
    url = Url(request.url)
    if url.path != target(request.url).partition("?")[0]:
        raise exceptions.BuilderError("pyreqwest would change the path", {"causes": None})
    return url


def _filled(builder: AnyRequestBuilder, request: Request, given: bool) -> AnyRequestBuilder:
    builder = builder.error_for_status(False).headers(request.headers)
    if request.content:
        kind = "body_bytes" if type(request.content) is bytes else "body_stream"  # in chunks
        builder = getattr(builder, kind)(request.content)
    elif request.method in ("POST", "PUT", "PATCH"):
        builder = builder.header("Content-Length", "0")  # required by some servers
    seconds = _total(request.timeout) if given or request.timeout.total else None
    if seconds is not None:
        builder = builder.timeout(timedelta(seconds=seconds))
    return builder


# feature: response size
def _read(request: SyncStreamRequest, meter: Meter) -> Response:
    with request as answer:
        meter.status = answer.status
        portions = iter(answer.body_reader.read_chunk, None)
        return Response(answer.status, _headers(answer.headers), meter.all(map(bytes, portions)))


async def _read_async(request: StreamRequest, meter: Meter) -> Response:
    async with request as answer:
        meter.status = answer.status
        portions: list[bytes] = []
        while (portion := await answer.body_reader.read_chunk()) is not None:
            portions.append(meter.take(bytes(portion)))
        return Response(answer.status, _headers(answer.headers), b"".join(portions))


# end
def _headers(headers: HeaderMap) -> Headers:
    try:
        return Headers(headers.items())
    except ValueError:  # pyreqwest does not return non-ASCII values
        return Headers(
            (name, value) for name in dict.fromkeys(headers) for value in _values(headers, name)
        )


def _values(headers: HeaderMap, name: str) -> list[str]:
    try:
        values: list[str] = headers.getall(name)
        return values
    except ValueError:
        return []


def _failure(request: Request, error: exceptions.PyreqwestError) -> ApiConnectionError:
    """Return the error for one of pyreqwest.

    Its class alone does not show whether there was a connection, because any early end has the same
    class.
    """
    details = error.details if isinstance(error, exceptions.DetailedPyreqwestError) else None
    causes = [cause["message"] for cause in (details and details["causes"]) or ()]
    unsent = "client error (Connect)" in causes or isinstance(
        error, (exceptions.PoolTimeoutError, exceptions.BuilderError)
    )
    told = [error.message, *(cause for cause in causes if "for url (" not in cause)]
    return failure(
        request,
        error,
        timeout=isinstance(error, exceptions.RequestTimeoutError),
        maybe_sent=not unsent,
        detail=": ".join(told),
    )


def _open_pyreqwest(build: Callable[[Request], SyncRequestBuilder], request: Request) -> Opened:
    """Send the request, and return the response before its body is read."""
    try:
        sending = build(request).streamed_read_buffer_limit(0).build_streamed()
        answer = sending.__enter__()
    except exceptions.PyreqwestError as error:
        raise _failure(request, error)

    closing = iter([sending])  # must not be closed twice

    def close() -> None:
        for each in closing:
            each.__exit__(None, None, None)

    return Opened(answer.status, _headers(answer.headers), _portions(request, answer), close)


async def _open_pyreqwest_async(
    build: Callable[[Request], RequestBuilder], request: Request
) -> AsyncOpened:
    """Send the request, and return the response before its body is read."""
    refuse_trio("AsyncPyreqwestTransport")
    try:
        sending = build(request).streamed_read_buffer_limit(0).build_streamed()
        answer = await sending.__aenter__()
    except exceptions.PyreqwestError as error:
        raise _failure(request, error)

    closing = iter([sending])

    async def close() -> None:
        for each in closing:
            await each.__aexit__(None, None, None)

    return AsyncOpened(
        answer.status, _headers(answer.headers), _portions_async(request, answer), close
    )


def _portions(request: Request, answer: SyncResponse) -> Iterator[bytes]:
    try:
        while (portion := answer.body_reader.read_chunk()) is not None:
            yield bytes(portion)
    except exceptions.PyreqwestError as error:
        raise _failure(request, error)


async def _portions_async(request: Request, answer: AsyncAnswer) -> AsyncIterator[bytes]:
    try:
        while (portion := await answer.body_reader.read_chunk()) is not None:
            yield bytes(portion)
    except exceptions.PyreqwestError as error:
        raise _failure(request, error)
