"""Run batches with trio tasks, as `run_batch_async` does with asyncio tasks."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from inspect import isawaitable
from typing import Any

from ..call.request import Arguments
from ..client import AsyncClient
from ..on_trio import running_trio
from ..options import RequestOptions
from .drive import drive, parts_async
from .intake import Part
from .operation import BatchOperation
from .options import BatchOptions
from .outcome import Outcome, attach
from .steps import BatchRun, Look, Send, Wait


async def run_batch_trio(
    client: AsyncClient,
    operation: BatchOperation[Any],
    arguments: Arguments,
    inputs: Iterable[Any] | AsyncIterable[Any],
    batching: BatchOptions | None,
    options: RequestOptions | None,
) -> Outcome[Any, Any]:
    """Send all inputs and return the outcome, as `run_batch_async`."""
    run = BatchRun(operation, arguments, inputs, batching, options)
    failure: BaseException | None = None
    trio: Any = running_trio()
    halted = trio.Event()

    async def perform(step: Send | Wait | Look) -> object:
        match step:
            case Send(arguments):
                return await client(run.operation, arguments, options)
            case Wait(seconds):
                with trio.move_on_after(seconds):
                    await halted.wait()
                return None
            case Look(looked_for):
                found = run.find(looked_for)
                return await found if isawaitable(found) else found

    size = run.options.concurrency
    room = trio.Semaphore(size)

    async def work(part: Part) -> None:
        try:
            await drive(run, part, perform)
        finally:
            room.release()

    async with trio.open_nursery() as nursery:
        try:
            async for part in parts_async(run, inputs):
                await room.acquire()
                nursery.start_soon(work, part)
            for _ in range(size):  # wait until all work is done
                await room.acquire()
            run.check()
        except BaseException as error:
            failure = error  # raised inside the nursery, it would become an exception group
            run.ledger.stop(error)
            halted.set()
            try:
                with trio.CancelScope(
                    deadline=trio.current_time() + run.options.grace, shield=True
                ):
                    while nursery.child_tasks:
                        await trio.sleep(0.01)
            finally:
                attach(error, run.close())
                nursery.cancel_scope.cancel()
    if failure is not None:
        raise failure
    return run.close()
