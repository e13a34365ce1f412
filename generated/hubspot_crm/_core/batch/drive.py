"""What drives the parts of a batch, whether threads do the work, tasks of asyncio or tasks of
trio.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable
from typing import Any, TypeAlias

from ..event_loop import is_cancellation
from .steps import BatchRun, Look, Part, Send, Wait


async def parts_async(
    run: BatchRun, source: Iterable[Any] | AsyncIterable[Any]
) -> AsyncIterator[Part]:
    """As BatchRun.parts, of an async iterable too."""
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
    """Do what the steps of a part's work say; what goes wrong in them ends the run."""
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
    """An error to be kept: without the frames, and so the bodies, of what raised it."""
    seen: BaseException | None = error
    while seen is not None:
        seen.__traceback__, seen = None, seen.__cause__ or seen.__context__
    return error
