"""Have any call answer in portions: `download` for its bytes, `events` for server-sent events."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from typing import Any, NoReturn, ParamSpec, cast

from ..call.exchange import Call
from ..call.request import Arguments
from ..operation import Operation
from ..options import RequestOptions
from ..resource import AsyncResource, Resource
from .decoders import Chunks, Event, Events, Streamed
from .downloads import AsyncDownload, Download
from .streams import AsyncStream, Stream, asking_for, stream_call

P = ParamSpec("P")
Caught = tuple[Operation[Any], Arguments, RequestOptions | None]


class _Catching:
    """Stands in for a resource, to learn what a method of it would send."""

    def __init__(self, resource: Any) -> None:
        self._roots = resource._roots

    def _caught(
        self, operation: Operation[Any], *, options: RequestOptions | None = None, **given: Any
    ) -> Caught:
        return operation, Arguments(self._roots[operation.root], **given), options

    def _call(self, operation: Operation[Any], **given: Any) -> Any:
        return self._caught(operation, **given)

    def _stream(self, operation: Operation[Any], **given: Any) -> Caught:
        return self._caught(operation, **given)

    def _call_or_stream(self, operation: Operation[Any], is_streamed: bool, **given: Any) -> Caught:
        wanted = operation.stream.media_type if is_streamed else ""
        return self._caught(asking_for(operation, wanted), **given)

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("a stream takes methods that send one request, not lists or batches")

    _paginate = _batch = _refuse


class _CatchingResource(_Catching, Resource):
    """Stands in for a resource of a sync client."""


class _CatchingAsyncResource(_Catching, AsyncResource):
    """Stands in for a resource of an async client."""

    async def _call(self, operation: Operation[Any], **given: Any) -> Any:
        return self._caught(operation, **given)


def download(method: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs) -> Download:
    """Call a method for the bytes of its answer, in portions or into a file.

        with download(client.files.get, "1") as portions: ...
        download(client.files.get, "1").save("report.pdf")

    Raises:
        TypeError: this is not a method of a resource of a sync client that sends one request.
    """
    return Download(*_parts(method, Resource, args, kwargs, None))


def download_async(
    method: Callable[P, Awaitable[object]], /, *args: P.args, **kwargs: P.kwargs
) -> AsyncDownload:
    """As `download`, of an async client:

    `await download_async(client.files.get, "1").save("report.pdf")`.
    """
    return AsyncDownload(*_parts(method, AsyncResource, args, kwargs, None))


def events(method: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs) -> Stream[Event[Any]]:
    """Call a method for server-sent events, where its document does not declare that it has
    some.
    """
    return Stream(*_parts(method, Resource, args, kwargs, Events()))


def events_async(
    method: Callable[P, Awaitable[object]], /, *args: P.args, **kwargs: P.kwargs
) -> AsyncStream[Event[Any]]:
    """As `events`, of an async client."""
    return AsyncStream(*_parts(method, AsyncResource, args, kwargs, Events()))


def _parts(
    method: Any,
    kind: type[object],
    args: tuple[object, ...],
    kwargs: dict[str, Any],
    wanted: Streamed[Any] | None,
) -> tuple[Call, Any, Streamed[Any]]:
    """What a stream is made with. Without one that is wanted, it is one of bytes."""
    resource = getattr(method, "__self__", None)
    if not isinstance(resource, kind):
        way = "an async" if kind is AsyncResource else "a sync"
        raise TypeError(f"a stream takes a method of a resource of {way} client")
    caught = _CatchingAsyncResource if kind is AsyncResource else _CatchingResource
    found = _finished(method.__func__(caught(resource), *args, **kwargs))
    if not isinstance(found, tuple):
        raise TypeError("a stream takes methods that send one request")
    operation, arguments, options = cast(Caught, found)
    client = cast(Any, resource)._client
    accept = (
        wanted.media_type if wanted else "" if operation.accept or _answers(operation) else "*/*"
    )
    call = stream_call(client, asking_for(operation, accept), arguments, options)
    return call, client, wanted or Chunks()


def _finished(found: object) -> object:
    """What a method returns; that of an async one, which waits for nothing here, without an event
    loop.
    """
    if not inspect.iscoroutine(found):
        return found
    try:
        found.send(None)
    except StopIteration as done:
        return done.value
    found.close()
    raise TypeError("a stream takes methods that send one request")


def _answers(operation: Operation[Any]) -> bool:
    """Whether a success is declared to hold something."""
    return any(
        kind is not None
        for status, kind in operation.responses.items()
        if str(status).startswith("2")
    )
