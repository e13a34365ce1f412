"""Streamed responses: sync and async iterators of bytes, events or JSON values.

The request is sent when the first item is requested, a `with` block is entered, or an async stream
is awaited.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Coroutine, Generator, Iterator
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, NoReturn, ParamSpec, Self, TypeGuard, TypeVar, cast

from msgspec import structs

from ..call.exchange import Attempts, exchange, finish
from ..call.exchange import sendable  # feature: files
from ..call.request import Arguments, Call
from ..call.response import describe
from ..errors import DecodingError
from ..http.reading import AsyncOpened, Meter, Opened
from ..http.reading import ends_in  # feature: strict deadlines
from ..operation import Operation
from ..options import RequestOptions
from ..transport import AsyncTransport, Headers, Request, Response, Transport
from .decoders import Chunks, Streamed
from .opening import metered, metered_async, open_async, open_sync

if TYPE_CHECKING:
    import asyncio

P = ParamSpec("P")
T = TypeVar("T")
_BEGINNING = 65_536  # bytes to read of an unexpected response, for the error
_closing: set[asyncio.Task[None]] = set()


class _Streaming(Generic[T]):
    """The common part of sync and async streams."""

    def __init__(self, call: Call[Any], streamed: Streamed[T]) -> None:
        self._call, self._streamed = call, streamed
        self._request: Request | None = None
        self._is_read = False

    def _begin(self) -> None:
        if self._is_read:
            raise RuntimeError("the items of a stream can be read only once; make the call again")
        self._is_read = True

    def _fits(self, headers: Headers) -> bool:
        beside_json = self._call.operation.stream is not None
        return self._streamed.reads(headers, beside_json=beside_json)

    def _refuse(self, response: Response) -> NoReturn:
        """Raise the error for a response that is not such a stream."""
        kind = response.headers.get("content-type", "").partition(";")[0]
        wanted = self._streamed.media_type or self._call.operation.accept or "a stream of JSON"
        request = cast(Request, self._request)
        said = describe(request, response)
        message = f"the response is {kind}, not {wanted}{f': {said}' if said else ''}"
        error = DecodingError(message, content=response.content)
        raise self._located(error, response.status)

    def _located(self, error: DecodingError, status: int) -> DecodingError:
        request = cast(Request, self._request)
        return error.of_answer(status=status, method=request.method, url=request.shown_url)


class Stream(_Streaming[T]):
    """The items of a response, which can be iterated over once.

    Leaving the `with` block or the iteration early closes the connection.

    Raises:
        ApiError: The call failed, for the same reasons as any call.
        DecodingError: The response is not such a stream, or an item cannot be decoded.
    """

    _opened: Opened | None = None

    @property
    def status(self) -> int:
        """The status of the response."""
        return self._open().status

    @property
    def headers(self) -> Headers:
        """The headers of the response."""
        return self._open().headers

    def __iter__(self) -> Iterator[T]:
        self._begin()
        return self._items()

    def _items(self) -> Iterator[T]:
        try:
            opened = self._open()
            decoder = self._streamed.decoder()
            try:
                for portion in opened.chunks:
                    yield from decoder.feed(portion)
                    if decoder.is_done:
                        return
                yield from decoder.end()
            except DecodingError as error:
                raise self._located(error, opened.status) from None
        finally:
            self.close()

    def close(self) -> None:
        """Close the connection if it is open. No more items can be read."""
        opened, self._is_read = self._opened, True
        if opened is not None:
            opened.close()

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

    def __del__(self) -> None:
        with suppress(Exception):
            self.close()

    def _open(self) -> Opened:
        if self._opened is not None:
            return self._opened
        attempts = _Opening(self._call)
        self._request, _ = finish(exchange(attempts))
        opened = self._opened = attempts.opened[-1]
        if not self._fits(opened.headers):
            try:
                self._refuse(Response(opened.status, opened.headers, _beginning(opened)))
            finally:
                self.close()
        return opened


class AsyncStream(_Streaming[T]):
    """The items of a response, for `async for`. See Stream.

    Awaiting the stream sends the request and returns the stream.
    """

    _opened: AsyncOpened | None = None
    _loop: asyncio.AbstractEventLoop | None = None

    @property
    def status(self) -> int:
        """The status of the response.

        Raises:
            RuntimeError: No request was sent yet. Use the stream in an `async with` block.
        """
        return self._answer().status

    @property
    def headers(self) -> Headers:
        """The headers of the response.

        Raises:
            RuntimeError: No request was sent yet. Use the stream in an `async with` block.
        """
        return self._answer().headers

    def __aiter__(self) -> AsyncIterator[T]:
        self._begin()
        return self._items()

    async def _items(self) -> AsyncIterator[T]:
        try:
            opened = await self._open()
            decoder = self._streamed.decoder()
            try:
                async for portion in opened.chunks:
                    for item in decoder.feed(portion):
                        yield item
                    if decoder.is_done:
                        return
                for item in decoder.end():
                    yield item
            except DecodingError as error:
                raise self._located(error, opened.status) from None
        finally:
            await self.close()

    async def close(self) -> None:
        """Close the connection if it is open. No more items can be read."""
        opened, self._is_read, self._loop = self._opened, True, None
        if opened is not None:
            await opened.close()

    def __await__(self) -> Generator[Any, Any, Self]:
        return self.__aenter__().__await__()

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

    def __del__(self) -> None:
        """Schedule closing the connection of a stream that was not closed."""
        opened, loop = self._opened, self._loop
        if opened is not None and loop is not None and loop.is_running():
            loop.call_soon_threadsafe(_close_later, opened, loop)

    def _answer(self) -> AsyncOpened:
        if self._opened is None:
            raise RuntimeError(
                "the request is sent in an `async with` block: use the stream in one"
            )
        return self._opened

    async def _open(self) -> AsyncOpened:
        if self._opened is not None:
            return self._opened
        attempts = _AsyncOpening(self._call)
        self._request, _ = await exchange(attempts)
        opened = self._opened = attempts.opened[-1]
        with suppress(RuntimeError):  # trio has no running asyncio loop
            from asyncio import get_running_loop  # imported already if an event loop runs

            self._loop = get_running_loop()
        if not self._fits(opened.headers):
            try:
                self._refuse(
                    Response(opened.status, opened.headers, await _beginning_async(opened))
                )
            finally:
                await self.close()
        return opened


def _close_later(opened: AsyncOpened, loop: asyncio.AbstractEventLoop) -> None:
    task = loop.create_task(cast("Coroutine[Any, Any, None]", opened.close()))
    _closing.add(task)  # the loop has only weak references to tasks
    task.add_done_callback(_closing.discard)


def _beginning(opened: Opened) -> bytes:
    content = b""
    for portion in opened.chunks:
        content += portion
        if len(content) >= _BEGINNING:
            break
    return content[:_BEGINNING]


async def _beginning_async(opened: AsyncOpened) -> bytes:
    content = b""
    async for portion in opened.chunks:
        content += portion
        if len(content) >= _BEGINNING:
            break
    return content[:_BEGINNING]


class _Opening(Attempts):
    """The attempts of a call that leaves a successful response unread.

    An error response is read at once.
    """

    def __init__(self, call: Call[Any]) -> None:
        super().__init__(call)
        self.opened: list[Opened] = []

    async def send(self, request: Request) -> Response:
        meter, transport = Meter(request), cast(Transport, self.call.open())
        # feature: strict deadlines
        with ends_in(request.timeout.total):
            opened = metered(open_sync(transport, request), meter)
        # end
        opened = metered(open_sync(transport, request), meter)  # feature: not strict deadlines
        if 200 <= opened.status < 300:
            self.opened.append(opened)
            return Response(opened.status, opened.headers, b"")
        try:
            return Response(opened.status, opened.headers, b"".join(opened.chunks))
        finally:
            opened.close()


class _AsyncOpening(Attempts):
    """The async counterpart of _Opening."""

    def __init__(self, call: Call[Any]) -> None:
        super().__init__(call)
        self.opened: list[AsyncOpened] = []

    async def send(self, request: Request) -> Response:
        meter, transport = Meter(request), cast(AsyncTransport, self.call.open())
        request = sendable(request)  # feature: files
        opened = metered_async(await open_async(transport, request), meter)
        if 200 <= opened.status < 300:
            self.opened.append(opened)
            return Response(opened.status, opened.headers, b"")
        try:
            content = b"".join([portion async for portion in opened.chunks])
            return Response(opened.status, opened.headers, content)
        finally:
            await opened.close()


def open_stream(
    client: Any, operation: Operation[Any], arguments: Arguments, options: RequestOptions | None
) -> Stream[Any]:
    """Return the stream of an operation whose response is one."""
    return Stream(*_parts(client, operation, arguments, options))


def open_stream_async(
    client: Any, operation: Operation[Any], arguments: Arguments, options: RequestOptions | None
) -> AsyncStream[Any]:
    """Return the stream of an operation of an async client. See `open_stream`."""
    return AsyncStream(*_parts(client, operation, arguments, options))


def _is_streamed(reader: object) -> TypeGuard[Streamed[Any]]:
    return isinstance(reader, Streamed)


def _parts(
    client: Any, operation: Operation[Any], arguments: Arguments, options: RequestOptions | None
) -> tuple[Call[Any], Streamed[Any]]:
    declared: tuple[object, ...] = (operation.stream, *operation.responses.values())
    streamed = next(filter(_is_streamed, declared), None) or Chunks()
    return (
        stream_call(client, asking_for(operation, streamed.media_type), arguments, options),
        streamed,
    )


def stream_call(
    client: Any, operation: Operation[Any], arguments: Arguments, options: RequestOptions | None
) -> Call[Any]:
    """Return the call of a stream. Redirects are errors for it, declared or not."""
    if any(str(status)[0] == "3" for status in operation.responses):
        declared = {
            status: kind for status, kind in operation.responses.items() if str(status)[0] != "3"
        }
        operation = structs.replace(operation, responses=declared)
    call: Call[Any] = client._call(operation, arguments, options)
    return call


def asking_for(operation: Operation[Any], media_type: str) -> Operation[Any]:
    """Return the operation with this media type in `Accept`, or unchanged if it is ""."""
    return structs.replace(operation, accept=media_type) if media_type else operation
