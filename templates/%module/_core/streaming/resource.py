"""Base classes of resources whose operations respond with streams."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, TypeVar, Unpack

from ..call.request import Arguments
from ..operation import Operation
from ..options import RequestOptions
from ..resource import AsyncResource, Given, Resource

if TYPE_CHECKING:
    from .streams import AsyncStream, Stream

T = TypeVar("T")


class StreamingResource(Resource):
    """A resource of a sync client with streams."""

    def _stream(
        self,
        operation: Operation[Any],
        *,
        options: RequestOptions | None = None,
        **given: Unpack[Given],
    ) -> Stream[Any]:
        from .streams import open_stream  # imported lazily: few calls stream

        return open_stream(
            self._client, operation, Arguments(self._roots[operation.root], **given), options
        )

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


class AsyncStreamingResource(AsyncResource):
    """A resource of an async client with streams."""

    def _stream(
        self,
        operation: Operation[Any],
        *,
        options: RequestOptions | None = None,
        **given: Unpack[Given],
    ) -> AsyncStream[Any]:
        from .streams import open_stream_async  # imported lazily: few calls stream

        return open_stream_async(
            self._client, operation, Arguments(self._roots[operation.root], **given), options
        )

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
