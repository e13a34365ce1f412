"""Answers that come bit by bit: an operation in, an iterator of bytes, events or JSON values out.

Nothing is sent before the first item is asked for, or a `with` block is entered.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import wraps
from types import TracebackType
from typing import Any, Concatenate, Generic, ParamSpec, Self, TypeVar, cast

from msgspec import UNSET, structs

from .exchange import Awaiting, Blocking, Call, exchange, finish, sendable
from .meter import Meter
from .network_deadline import ends_in
from .opened import AsyncOpened, Opened
from .operation import Operation
from .options import RequestOptions
from .request import Arguments
from .resource import AsyncResource, Resource
from .stream_decoders import Chunks, Decoder, Streamed
from .stream_limits import metered, metered_async
from .stream_transport import open_async, open_sync
from .transport import Headers, Request, Response

P = ParamSpec("P")
T = TypeVar("T")
Values = Mapping[str, object]
_NONE: Values = {}


class Stream(Generic[T]):
    """The items of an answer, from first to last, once. Leaving it early ends the connection."""

    def __init__(self, call: Call, client: Any, decoder: Decoder[T]) -> None:
        self._call, self._client, self._decoder = call, client, decoder
        self._opened: Opened | None = None

    @property
    def status(self) -> int:
        """The status of the answer."""
        return self._open().status

    @property
    def headers(self) -> Headers:
        """The header fields of the answer."""
        return self._open().headers

    def __iter__(self) -> Iterator[T]:
        opened = self._open()
        try:
            for portion in opened.chunks:
                yield from self._decoder.feed(portion)
            yield from self._decoder.end()
        finally:
            self.close()

    def close(self) -> None:
        """End the connection, if there still is one."""
        if self._opened is not None:
            self._opened.close()

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _open(self) -> Opened:
        if self._opened is None:
            steps = _BlockingStream(self._client._configuration, self._client._pool.open, [])
            finish(exchange(self._call, steps))
            self._opened = steps.opened[-1]
        return self._opened


class AsyncStream(Generic[T]):
    """The items of an answer, for `async for`; as Stream."""

    def __init__(self, call: Call, client: Any, decoder: Decoder[T]) -> None:
        self._call, self._client, self._decoder = call, client, decoder
        self._opened: AsyncOpened | None = None

    @property
    def status(self) -> int:
        """The status of the answer, once there is one: in an `async with` block."""
        return self._answer().status

    @property
    def headers(self) -> Headers:
        """The header fields of the answer, as `status`."""
        return self._answer().headers

    async def __aiter__(self) -> AsyncIterator[T]:
        opened = await self._open()
        try:
            async for portion in opened.chunks:
                for item in self._decoder.feed(portion):
                    yield item
            for item in self._decoder.end():
                yield item
        finally:
            await self.close()

    async def close(self) -> None:
        """End the connection, if there still is one."""
        if self._opened is not None:
            await self._opened.close()

    async def __aenter__(self) -> Self:
        await self._open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    def _answer(self) -> AsyncOpened:
        if self._opened is None:
            raise RuntimeError("nothing is sent yet: use the stream in an `async with` block")
        return self._opened

    async def _open(self) -> AsyncOpened:
        if self._opened is None:
            steps = _AwaitingStream(self._client._configuration, self._client._pool.open, [])
            await exchange(self._call, steps)
            self._opened = steps.opened[-1]
        return self._opened


class _BlockingStream(Blocking, frozen=True, eq=False):
    """The steps of a call whose success is left to be read; an error is read at once."""

    opened: list[Opened]

    async def send(self, request: Request) -> Response:
        meter = Meter(request)
        with ends_in(request.timeout.total):
            opened = metered(open_sync(self.open(), request), meter)
        if 200 <= opened.status < 300:
            self.opened.append(opened)
            return Response(opened.status, opened.headers, b"")
        try:
            return Response(opened.status, opened.headers, b"".join(opened.chunks))
        finally:
            opened.close()


class _AwaitingStream(Awaiting, frozen=True, eq=False):
    opened: list[AsyncOpened]

    async def send(self, request: Request) -> Response:
        meter = Meter(request)
        opened = metered_async(await open_async(self.open(), sendable(request)), meter)
        if 200 <= opened.status < 300:
            self.opened.append(opened)
            return Response(opened.status, opened.headers, b"")
        try:
            content = b"".join([portion async for portion in opened.chunks])
            return Response(opened.status, opened.headers, content)
        finally:
            await opened.close()


def open_stream(
    resource: Resource | AsyncResource,
    operation: Operation[T],
    *,
    path: Values = _NONE,
    query: Values = _NONE,
    headers: Values = _NONE,
    cookies: Values = _NONE,
    body: object = UNSET,
    options: RequestOptions | None = None,
) -> Stream[Any]:
    """The stream of an operation that answers with one; of an async resource, an AsyncStream."""
    roots = resource._roots  # pyright: ignore[reportPrivateUsage]
    arguments = Arguments(roots[operation.root], path, query, headers, cookies, body)
    declared = (each for each in operation.responses.values() if isinstance(each, Streamed))
    streamed = cast(Any, next(declared, None) or Chunks())
    return stream_of(resource, operation, arguments, options, streamed)


def stream_of(
    resource: Any,
    operation: Operation[Any],
    arguments: Arguments,
    options: RequestOptions | None,
    streamed: Streamed[Any],
) -> Stream[Any]:
    client = resource._client
    client._pool.check_open()
    if any(str(status)[0] == "3" for status in operation.responses):  # in a stream, these are errors
        declared = {status: kind for status, kind in operation.responses.items() if str(status)[0] != "3"}
        operation = structs.replace(operation, responses=declared)
    call = Call(client._configuration, operation, arguments, options or RequestOptions())
    kind = AsyncStream if isinstance(resource, AsyncResource) else Stream
    return cast("Stream[Any]", kind(call, client, streamed.decoder()))


def streamed(
    method: Callable[Concatenate[Any, P], Stream[T]],
) -> Callable[Concatenate[Any, P], AsyncStream[T]]:
    """The method of an async resource, which gives a stream for `async for`."""

    @wraps(method)
    def twin(self: Any, *args: P.args, **kwargs: P.kwargs) -> AsyncStream[T]:
        return cast("AsyncStream[T]", method(self, *args, **kwargs))

    return cast("Callable[Concatenate[Any, P], AsyncStream[T]]", twin)
