"""Have any call answer bit by bit: a method of a resource and its arguments in, a stream out."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, ParamSpec, cast

from msgspec import structs

from .operation import Operation
from .options import RequestOptions
from .request import Arguments
from .resource import AsyncResource, Resource
from .stream_decoders import Chunks, Event, Events, Streamed
from .streams import AsyncStream, Stream, stream_of

P = ParamSpec("P")
SSE = "text/event-stream"


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
    streamed: Streamed[Any],
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
    operation = structs.replace(operation, accept=accept or operation.accept)
    return stream_of(resource, operation, arguments, options, streamed)
