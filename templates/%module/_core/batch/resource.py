"""Base classes of resources with operations that take many inputs in one request."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from typing import TypeAlias, TypeVar, Unpack

from ..call.request import Arguments
from ..options import RequestOptions
from ..resource import AsyncResource, Given, Resource
from .operation import BatchOperation, BatchOptions
from .outcome import Outcome

Input = TypeVar("Input")
Result = TypeVar("Result")
AnyIterable: TypeAlias = Iterable[Input] | AsyncIterable[Input]


class BatchResource(Resource):
    """A resource of a sync client."""

    def _batch(
        self,
        operation: BatchOperation[Result],
        inputs: AnyIterable[Input],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
        **given: Unpack[Given],
    ) -> Outcome[Input, Result]:
        from .run import run_batch

        if not isinstance(inputs, Iterable):
            name = type(inputs).__name__
            raise TypeError(f"{name} is not iterable; asynchronous inputs require the async client")
        arguments = Arguments(self._roots[operation.root], **given)
        return run_batch(self._client, operation, arguments, inputs, batching, options)


class AsyncBatchResource(AsyncResource):
    """A resource of an async client."""

    async def _batch(
        self,
        operation: BatchOperation[Result],
        inputs: AnyIterable[Input],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
        **given: Unpack[Given],
    ) -> Outcome[Input, Result]:
        from .run import run_batch_async

        arguments = Arguments(self._roots[operation.root], **given)
        return await run_batch_async(self._client, operation, arguments, inputs, batching, options)
