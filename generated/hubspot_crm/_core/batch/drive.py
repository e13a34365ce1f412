"""Drive the chunks of a batch, whether threads, asyncio tasks or trio tasks do the work."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable
from typing import Any, TypeAlias

from ..on_trio import is_cancellation
from .intake import Part
from .steps import BatchRun, Look, Send, Wait


async def parts_async(
    run: BatchRun, source: Iterable[Any] | AsyncIterable[Any]
) -> AsyncIterator[Part]:
    """Yield chunks as `BatchRun.parts` does, from an async iterable too."""
    if not isinstance(source, AsyncIterable):
        for part in run.parts():
            yield part
        return
    async for given in source:
        full = run.take(given)
        if full is not None:
            yield full
        if run.ledger.halted.is_set():
            return
    for part in run.rest():
        yield part


_Perform: TypeAlias = Callable[[Send | Wait | Look], Awaitable[object]]


async def drive(run: BatchRun, part: Part, perform: _Perform) -> None:
    """Perform the steps of the work on a chunk.

    An exception that the work itself raises stops the run and becomes its failure. Exceptions of
    `perform` are passed to the work as replies. Cancellation is raised.

    Args:
        run: The run that the chunk belongs to.
        part: The chunk to work on.
        perform: Performs one step and returns its reply.
    """
    steps, reply = run.work(part), None
    try:
        while True:
            step, reply = steps.send(reply), None
            try:
                reply = await perform(step)
            except Exception as error:
                reply = _bare(error)
    except StopIteration:
        pass
    except BaseException as error:
        if is_cancellation(error):
            raise
        run.ledger.stop(error, is_failure=True)


def _bare(error: Exception) -> Exception:
    """Remove the tracebacks, which would keep request bodies in memory, from an error."""
    seen: BaseException | None = error
    while seen is not None:
        seen.__traceback__, seen = None, seen.__cause__ or seen.__context__
    return error
