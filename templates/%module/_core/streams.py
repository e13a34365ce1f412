"""Answers that come bit by bit: a call in, an iterator of bytes, events or JSON values out.

Nothing is sent before the first item is asked for, or a `with` block is entered.
"""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import wraps
from types import TracebackType
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, Self, TypeVar, cast

from msgspec import UNSET

from .decoding import decode
from .encoding import encode
from .exchange import Awaiting, Blocking, Call, exchange, finish
from .operation import Operation, RequestBody
from .options import RequestOptions
from .request import Arguments
from .resource import AsyncResource, Resource
from .response import Reader
from .stream_transport import AsyncOpened, Opened, open_async, open_sync
from .transport import Headers, Request, Response

P = ParamSpec("P")
T = TypeVar("T")
Values = Mapping[str, object]
_NONE: Values = {}
SSE = "text/event-stream"


class Decoder(Protocol[T]):
    """Makes items of portions of bytes; `end` gives what is left when there are no more."""

    def feed(self, portion: bytes) -> list[T]: ...
    def end(self) -> list[T]: ...


class _Streamed(Reader, Generic[T]):
    """How the items of an answer are read. What reads it all at once gives a list of them."""

    def decoder(self) -> Decoder[T]:
        raise NotImplementedError

    def read(self, response: Response) -> object:
        decoder = self.decoder()
        return [*decoder.feed(response.content), *decoder.end()]


class Chunks(_Streamed[bytes]):
    """Bytes as they come."""

    def decoder(self) -> Decoder[bytes]:
        return _Portions()

    def read(self, response: Response) -> object:
        return response.content


@dataclass(frozen=True, slots=True)
class Lines(_Streamed[Any]):
    """JSON values, one a line (JSON Lines), or each after a record separator."""

    kind: Any = object

    def decoder(self) -> Decoder[Any]:
        return _LineDecoder(self.kind)


@dataclass(frozen=True, slots=True)
class Events(_Streamed["Event[Any]"]):
    """Server-sent events, the data of each a JSON text."""

    kind: Any = object

    def decoder(self) -> Decoder[Event[Any]]:
        return _EventDecoder(self.kind)


@dataclass(frozen=True, slots=True)
class Event(Generic[T]):
    """One server-sent event. `retry` is in milliseconds."""

    data: str
    event: str = "message"
    id: str = ""
    retry: int | None = None
    _kind: Any = field(default=object, repr=False, compare=False)

    def parse(self) -> T:
        """The data as JSON, of the type that the API declares. Raises DecodingError."""
        return cast(T, decode(self.data, self._kind))


class _Portions:
    def feed(self, portion: bytes) -> list[bytes]:
        return [portion] if portion else []

    def end(self) -> list[bytes]:
        return []


class _LineSplitter:
    """Whole lines of what comes in portions; CR, LF and both of them end a line."""

    def __init__(self) -> None:
        self._rest = b""

    def split(self, portion: bytes) -> list[bytes]:
        text = self._rest + portion
        # The LF of a CR at the very end may still come.
        held = b"\r" if text.endswith(b"\r") else b""
        text = text[: len(text) - len(held)].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        *lines, rest = text.split(b"\n")
        self._rest = rest + held
        return lines

    def rest(self) -> bytes:
        return self._rest.rstrip(b"\r")


class _LineDecoder:
    def __init__(self, kind: Any) -> None:
        self._kind = kind
        self._rest = b""

    def feed(self, portion: bytes) -> list[Any]:
        *lines, self._rest = (self._rest + portion).replace(b"\x1e", b"\n").split(b"\n")
        return [decode(line, self._kind) for line in lines if line.strip()]

    def end(self) -> list[Any]:
        return self.feed(b"\n")


class _EventDecoder:
    """As the HTML standard reads an event stream."""

    def __init__(self, kind: Any) -> None:
        self._kind = kind
        self._lines = _LineSplitter()
        self._data: list[str] = []
        self._event = self._id = ""
        self._retry: int | None = None
        self._is_first = True

    def feed(self, portion: bytes) -> list[Event[Any]]:
        found = (self._line(line) for line in self._lines.split(portion))
        return [event for event in found if event is not None]

    def end(self) -> list[Event[Any]]:
        """What a server did not end by an empty line counts too: few clients would wait for it."""
        rest = self._lines.rest()
        found = [self._line(rest), self._line(b"")] if rest else [self._line(b"")]
        return [event for event in found if event is not None]

    def _line(self, line: bytes) -> Event[Any] | None:
        text = line.decode("utf-8", "replace")
        text = text.removeprefix("\ufeff") if self._is_first else text
        self._is_first = False
        if not text:
            return self._dispatched()
        name, _, value = text.partition(":")
        value = value.removeprefix(" ")
        match name:
            case "data":
                self._data.append(value)
            case "event":
                self._event = value
            case "id" if "\0" not in value:
                self._id = value
            case "retry" if value.isascii() and value.isdigit():
                self._retry = int(value)
            case _:
                pass  # a comment, or what is not known
        return None

    def _dispatched(self) -> Event[Any] | None:
        data, name = self._data, self._event or "message"
        self._data, self._event = [], ""
        if not data:
            return None
        return Event("\n".join(data), name, self._id, self._retry, self._kind)


@dataclass(frozen=True, slots=True)
class LinesBody(RequestBody):
    """A body of JSON values, one a line."""

    def build(self, body: Any) -> tuple[bytes, str] | None:
        if isinstance(body, (bytes, str)):
            return None
        return b"".join(encode(each) + b"\n" for each in body), self.media_type


# --- calls ------------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True, eq=False)
class _BlockingStream(Blocking):
    """The steps of a call whose success is left to be read; an error is read at once."""

    opened: list[Opened]

    async def send(self, request: Request) -> Response:
        opened = open_sync(self.open(), request)
        if 200 <= opened.status < 300:
            self.opened.append(opened)
            return Response(opened.status, opened.headers, b"")
        try:
            return Response(opened.status, opened.headers, b"".join(opened.chunks))
        finally:
            opened.close()


@dataclass(frozen=True, slots=True, eq=False)
class _AwaitingStream(Awaiting):
    opened: list[AsyncOpened]

    async def send(self, request: Request) -> Response:
        opened = await open_async(self.open(), request)
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
    declared = (each for each in operation.responses.values() if isinstance(each, _Streamed))
    streamed = cast(Any, next(declared, None) or Chunks())
    return _stream(resource, operation, arguments, options, streamed)


def _stream(
    resource: Any,
    operation: Operation[Any],
    arguments: Arguments,
    options: RequestOptions | None,
    streamed: _Streamed[Any],
) -> Stream[Any]:
    client = resource._client
    client._pool.check_open()
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


class _Caught:
    """Stands in for a resource, to learn what a method of it would send."""

    def __init__(self, resource: Any) -> None:
        self._roots = resource._roots

    def _call(
        self, operation: Operation[Any], *, options: RequestOptions | None = None, **given: Any
    ) -> tuple[Operation[Any], Arguments, RequestOptions | None]:
        root = self._roots[operation.root]
        return operation, Arguments(root, **given), options


def download(method: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs) -> Stream[bytes]:
    """Call a method for its answer bit by bit: `with download(client.files.get, "1") as chunks:`.

    Raises TypeError for what is no method of a resource that sends one request.
    """
    return cast("Stream[bytes]", _opened(method, args, kwargs, Chunks(), ""))


def download_async(method: Callable[P, Awaitable[object]], /, *args: P.args, **kwargs: P.kwargs) -> AsyncStream[bytes]:
    """As `download`, of an async client."""
    return cast("AsyncStream[bytes]", _opened(method, args, kwargs, Chunks(), ""))


def events(method: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs) -> Stream[Event[Any]]:
    """Call a method that may answer with server-sent events for these, as `download`."""
    return cast("Stream[Event[Any]]", _opened(method, args, kwargs, Events(), SSE))


def events_async(
    method: Callable[P, Awaitable[object]], /, *args: P.args, **kwargs: P.kwargs
) -> AsyncStream[Event[Any]]:
    """As `events`, of an async client."""
    return cast("AsyncStream[Event[Any]]", _opened(method, args, kwargs, Events(), SSE))


def _opened(
    method: Any,
    args: tuple[object, ...],
    kwargs: Mapping[str, object],
    streamed: _Streamed[Any],
    accept: str,
) -> object:
    resource = getattr(method, "__self__", None)
    if not isinstance(resource, (Resource, AsyncResource)):
        raise TypeError("a stream takes a method of a resource")
    function = inspect.unwrap(method.__func__)
    try:
        operation, arguments, options = function(_Caught(resource), *args, **kwargs)
    except (AttributeError, ValueError):
        raise TypeError("a stream takes methods that send one request") from None
    operation = replace(operation, accept=accept or operation.accept)
    return _stream(resource, operation, arguments, options, streamed)
