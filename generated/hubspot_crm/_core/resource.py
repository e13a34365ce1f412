"""The base of every generated resource: a client and a root path, to which calls are passed."""

from __future__ import annotations

from collections.abc import AsyncIterable, Coroutine, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict, TypeVar, Unpack, cast

from msgspec import UNSET, UnsetType

from .client import AsyncClient, Client
from .batch_options import BatchOptions
from .operation import BatchOperation, Operation, PagedOperation
from .options import RequestOptions
from .outcome import Outcome
from .pager import AsyncPager, Pager
from .raw import RawResponse, take_raw_wanted
from .request import Arguments

if TYPE_CHECKING:
    from .streams import AsyncStream, Stream

__all__ = [
    "UNSET",
    "AnyIterable",
    "AsyncPager",
    "AsyncResource",
    "BatchOptions",
    "Outcome",
    "Pager",
    "RequestOptions",
    "Resource",
    "UnsetType",
]

T = TypeVar("T")
Input = TypeVar("Input")
Result = TypeVar("Result")
Item = TypeVar("Item")
Page = TypeVar("Page")
AnyIterable: TypeAlias = Iterable[Input] | AsyncIterable[Input]


class Given(TypedDict, total=False):
    """The values of one call, as Arguments has them."""

    path: Mapping[str, object]
    query: Mapping[str, object]
    headers: Mapping[str, object]
    cookies: Mapping[str, object]
    body: object


class _Rooted:
    """What sync and async resources have in common.

    `server` names the document whose server a resource is on, where documents have different ones.
    """

    _roots: tuple[str, ...] = ("",)
    _server: str = ""

    def __init_subclass__(cls, *, roots: tuple[str, ...] | None = None, server: str = "") -> None:
        super().__init_subclass__()
        cls._roots = cls._roots if roots is None else roots
        cls._server = server

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._roots[0]!r})"


class Resource(_Rooted):
    """Operations under some root paths, the first of them most often, sent by one client."""

    def __init__(self, client: Client, roots: tuple[str, ...] | None = None) -> None:
        # A client and its resources are parts of one thing.
        self._client = client._at(self._server) if self._server else client  # pyright: ignore[reportPrivateUsage]
        if roots is not None:
            self._roots = roots

    def _call(self, operation: Operation[T], *, options: RequestOptions | None = None, **given: Unpack[Given]) -> T:
        arguments = Arguments(self._roots[operation.root], **given)
        if take_raw_wanted():
            # A client and its resources are parts of one thing.
            answer = self._client._answer  # pyright: ignore[reportPrivateUsage]
            return cast(T, answer(operation, arguments, options))
        return self._client(operation, arguments, options)

    def _stream(
        self, operation: Operation[Any], *, options: RequestOptions | None = None, **given: Unpack[Given]
    ) -> Stream[Any]:
        from .streams import open_stream  # few calls stream

        return open_stream(self._client, operation, Arguments(self._roots[operation.root], **given), options)

    def _call_or_stream(
        self,
        operation: Operation[T],
        is_streamed: bool,
        *,
        options: RequestOptions | None = None,
        **given: Unpack[Given],
    ) -> T | Stream[Any]:
        call = self._stream if is_streamed else self._call
        return call(operation, options=options, **given)

    def _paginate(
        self, operation: PagedOperation[Item, Page], *, options: RequestOptions | None = None, **given: Unpack[Given]
    ) -> Pager[Item, Page]:
        arguments = Arguments(self._roots[operation.root], **given)

        def fetch(arguments: Arguments) -> Page:
            return self._client(operation, arguments, options)

        def respond(arguments: Arguments) -> RawResponse[Page]:
            return self._client._answer(operation, arguments, options)  # pyright: ignore[reportPrivateUsage]

        return Pager(operation.pagination, arguments, fetch, respond)

    def _batch(
        self,
        operation: BatchOperation[Result],
        inputs: AnyIterable[Input],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
        **given: Unpack[Given],
    ) -> Outcome[Input, Result]:
        from .batch_run import run_batch

        if not isinstance(inputs, Iterable):
            raise TypeError("inputs that come asynchronously need the async client")
        arguments = Arguments(self._roots[operation.root], **given)
        return run_batch(self._client, operation, arguments, inputs, batching, options)


class AsyncResource(_Rooted):
    """Operations under some root paths, sent by one async client."""

    def __init__(self, client: AsyncClient, roots: tuple[str, ...] | None = None) -> None:
        # A client and its resources are parts of one thing.
        self._client = client._at(self._server) if self._server else client  # pyright: ignore[reportPrivateUsage]
        if roots is not None:
            self._roots = roots

    async def _call(
        self, operation: Operation[T], *, options: RequestOptions | None = None, **given: Unpack[Given]
    ) -> T:
        arguments = Arguments(self._roots[operation.root], **given)
        if take_raw_wanted():
            answer = self._client._answer  # pyright: ignore[reportPrivateUsage]
            return cast(T, await answer(operation, arguments, options))
        return await self._client(operation, arguments, options)

    def _stream(
        self, operation: Operation[Any], *, options: RequestOptions | None = None, **given: Unpack[Given]
    ) -> AsyncStream[Any]:
        from .streams import open_stream_async  # few calls stream

        return open_stream_async(self._client, operation, Arguments(self._roots[operation.root], **given), options)

    def _call_or_stream(
        self,
        operation: Operation[T],
        is_streamed: bool,
        *,
        options: RequestOptions | None = None,
        **given: Unpack[Given],
    ) -> Coroutine[Any, Any, T] | AsyncStream[Any]:
        call = self._stream if is_streamed else self._call
        return call(operation, options=options, **given)

    def _paginate(
        self, operation: PagedOperation[Item, Page], *, options: RequestOptions | None = None, **given: Unpack[Given]
    ) -> AsyncPager[Item, Page]:
        arguments = Arguments(self._roots[operation.root], **given)

        async def fetch(arguments: Arguments) -> Page:
            return await self._client(operation, arguments, options)

        async def respond(arguments: Arguments) -> RawResponse[Page]:
            return await self._client._answer(operation, arguments, options)  # pyright: ignore[reportPrivateUsage]

        return AsyncPager(operation.pagination, arguments, fetch, respond)

    async def _batch(
        self,
        operation: BatchOperation[Result],
        inputs: AnyIterable[Input],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
        **given: Unpack[Given],
    ) -> Outcome[Input, Result]:
        from .batch_run import run_batch_async

        arguments = Arguments(self._roots[operation.root], **given)
        return await run_batch_async(self._client, operation, arguments, inputs, batching, options)
