"""Run batches with threads, asyncio tasks or trio tasks.

This module sends and waits. `steps` decides what to send.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable
from contextlib import suppress
from contextvars import copy_context
from inspect import isawaitable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeAlias, TypeVar

from ..call.exchange import finish
from ..call.request import Arguments
from ..client import AsyncClient, Client
from ..event_loop import is_cancellation, running_trio
from ..options import RequestOptions
from .inputs import Chunk
from .operation import BatchOperation, BatchOptions
from .outcome import Outcome, attach
from .steps import BatchRun, Lookup, Send, Wait

Input = TypeVar("Input")
Result = TypeVar("Result")


async def chunks_async(
    run: BatchRun, source: Iterable[Any] | AsyncIterable[Any]
) -> AsyncIterator[Chunk]:
    """Yield chunks as `BatchRun.chunks` does, from an async iterable too."""
    if not isinstance(source, AsyncIterable):
        for chunk in run.chunks():
            yield chunk
        return
    async for given in source:
        full = run.take(given)
        if full is not None:
            yield full
        if run.ledger.halted.is_set():
            return
    for chunk in run.rest():
        yield chunk


_Perform: TypeAlias = Callable[[Send | Wait | Lookup], Awaitable[object]]


async def drive(run: BatchRun, chunk: Chunk, perform: _Perform) -> None:
    """Perform the steps of the work on a chunk.

    An exception that the work itself raises stops the run and becomes its failure. Exceptions of
    `perform` are passed to the work as replies. Cancellation is raised.

    Args:
        run: The run that the chunk belongs to.
        chunk: The chunk to work on.
        perform: Performs one step and returns its reply.
    """
    steps, reply = run.work(chunk), None
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


def run_batch(
    client: Client,
    operation: BatchOperation[Result],
    arguments: Arguments,
    inputs: Iterable[Input],
    batching: BatchOptions | None,
    options: RequestOptions | None,
) -> Outcome[Input, Result]:
    """Send all inputs and return the outcome when the result of each is settled.

    Exceptions that end the run, KeyboardInterrupt included, carry the outcome; see `outcome_of`.

    Raises:
        JournalError: The journal cannot be resumed.
        ValueError: A single request was requested, and there are too many inputs for it.
        Exception: Whatever the iterator of inputs, `find` or `on_settled` raises.
    """
    run = BatchRun(operation, arguments, inputs, batching, options)

    async def perform(step: Send | Wait | Lookup) -> object:  # never suspends
        match step:
            case Send(arguments):
                return client(run.operation, arguments, options)
            case Wait(seconds):
                return run.ledger.halted.wait(seconds)
            case Lookup(looked_for):
                return run.find(looked_for)

    pool = _Pool(run.options.concurrency, lambda chunk: finish(drive(run, chunk, perform)))
    try:
        for chunk in run.chunks():
            pool.submit(chunk, is_last=run.exhausted)
        pool.wait(None)
        run.check()
    except BaseException as error:
        run.ledger.stop(error)
        try:
            pool.wait(run.options.grace)
        finally:
            attach(error, run.close())
        raise
    return run.close()


async def run_batch_async(
    client: AsyncClient,
    operation: BatchOperation[Result],
    arguments: Arguments,
    inputs: Iterable[Input] | AsyncIterable[Input],
    batching: BatchOptions | None,
    options: RequestOptions | None,
) -> Outcome[Input, Result]:
    """Send all inputs, also from an async iterable, and return the outcome as `run_batch`."""
    if running_trio() is not None:

        outcome: Outcome[Input, Result]
        outcome = await run_batch_trio(client, operation, arguments, inputs, batching, options)
        return outcome
    run = BatchRun(operation, arguments, inputs, batching, options)
    tasks: set[asyncio.Task[None]] = set()
    halted = asyncio.Event()

    async def perform(step: Send | Wait | Lookup) -> object:
        match step:
            case Send(arguments):
                return await client(run.operation, arguments, options)
            case Wait(seconds):
                with suppress(TimeoutError):
                    await asyncio.wait_for(halted.wait(), seconds)
                return None
            case Lookup(looked_for):
                found = run.find(looked_for)
                return await found if isawaitable(found) else found

    try:
        async for chunk in chunks_async(run, inputs):
            if len(tasks) >= run.options.concurrency:
                _, tasks = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            tasks.add(asyncio.create_task(drive(run, chunk, perform)))
        if tasks:
            await asyncio.wait(tasks)
        run.check()
    except BaseException as error:
        run.ledger.stop(error)
        halted.set()
        try:
            if tasks:
                await asyncio.wait(tasks, timeout=run.options.grace)
        finally:
            attach(error, run.close())
            for task in tasks:
                task.cancel()
        raise
    return run.close()


class _Pool:
    """A pool of at most `size` threads that work on chunks. Only one thread may use it."""

    def __init__(self, size: int, work: Callable[[Chunk], None]) -> None:
        self._size, self._work = size, work
        self._done: SimpleQueue[None] = SimpleQueue()
        self._busy = 0

    def submit(self, chunk: Chunk, *, is_last: bool) -> None:
        """Submit a chunk, and wait while all threads are busy.

        If it is the last chunk and no thread is busy, it is worked on in the calling thread.
        """
        if is_last and not self._busy:
            self._work(chunk)
            return
        if self._busy == self._size:
            self._done.get()
            self._busy -= 1
        self._busy += 1
        context = copy_context()  # for traces that the caller started
        _in_thread(lambda: context.run(self._work, chunk), lambda: self._done.put(None))

    def wait(self, seconds: float | None) -> None:
        """Wait until all work is done, for at most so many seconds."""
        deadline = None if seconds is None else time.monotonic() + seconds
        while self._busy:
            left = None if deadline is None else max(deadline - time.monotonic(), 0)
            try:
                self._done.get(timeout=left)
            except Empty:
                return
            self._busy -= 1


_Job: TypeAlias = tuple[Callable[[], None], Callable[[], None]]
_LINGER = 5.0  # seconds; starting a thread costs as much as the rest of a short batch

_idle: list[SimpleQueue[_Job]] = []  # one for each idle thread
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_idle.clear)


def _in_thread(work: Callable[[], None], done: Callable[[], None]) -> None:
    """Call both functions in a thread, an idle one or a new one.

    The threads are daemons, so waiting for a response does not keep an interrupted program running.
    """
    try:
        jobs = _idle.pop()
    except IndexError:
        jobs = SimpleQueue[_Job]()
        Thread(target=_serve, args=(jobs,), name="batch", daemon=True).start()
    jobs.put((work, done))


def _serve(jobs: SimpleQueue[_Job]) -> None:
    while True:
        try:
            work, done = jobs.get(timeout=_LINGER)
        except Empty:
            try:
                _idle.remove(jobs)
            except ValueError:
                continue  # a job was submitted at this moment
            return
        work()
        _idle.append(jobs)
        done()
        del work, done  # and the inputs they refer to


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

    async def perform(step: Send | Wait | Lookup) -> object:
        match step:
            case Send(arguments):
                return await client(run.operation, arguments, options)
            case Wait(seconds):
                with trio.move_on_after(seconds):
                    await halted.wait()
                return None
            case Lookup(looked_for):
                found = run.find(looked_for)
                return await found if isawaitable(found) else found

    size = run.options.concurrency
    room = trio.Semaphore(size)

    async def work(chunk: Chunk) -> None:
        try:
            await drive(run, chunk, perform)
        finally:
            room.release()

    async with trio.open_nursery() as nursery:
        try:
            async for chunk in chunks_async(run, inputs):
                await room.acquire()
                nursery.start_soon(work, chunk)
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
