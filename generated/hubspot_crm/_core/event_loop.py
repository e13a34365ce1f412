"""What waits in an async client, on asyncio and on trio."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

T = TypeVar("T")

# Limits of single phases are as long as what is left of a deadline; they come first and know more.
_GRACE = 0.05


class DeadlineExpired(Exception):
    """The time for something is over."""


def running_trio() -> Any | None:
    """The module trio where it runs the current task. It is never imported here."""
    trio: Any = sys.modules.get("trio")
    return trio if trio is not None and trio.lowlevel.in_trio_run() else None


def refuse_trio(what: str, instead: str = "AsyncHttpx2Transport, the default") -> None:
    """Raises RuntimeError on trio."""
    if running_trio() is not None:
        raise RuntimeError(f"{what} runs on asyncio only; on trio use {instead}")


async def sleep(seconds: float) -> None:
    """Let so many seconds pass."""
    if (trio := running_trio()) is not None:
        await trio.sleep(seconds)
    else:
        from asyncio import sleep  # loaded by whoever runs an event loop

        await sleep(seconds)


async def within(seconds: float | None, work: Awaitable[T]) -> T:
    """The result of some work.

    Raises DeadlineExpired where it takes longer; the work is cancelled.
    """
    if seconds is None:
        return await work
    seconds += _GRACE
    if (trio := running_trio()) is not None:
        with trio.move_on_after(seconds):
            return await work
        raise DeadlineExpired
    from asyncio import timeout

    limit = timeout(seconds)
    try:
        async with limit:
            return await work
    except TimeoutError:
        if limit.expired():
            raise DeadlineExpired from None
        raise


async def in_thread(work: Callable[[], T]) -> T:
    """The result of a function that blocks. Who is cancelled does not wait for its end."""
    if (trio := running_trio()) is not None:
        result: T = await trio.to_thread.run_sync(work, abandon_on_cancel=True)
        return result
    from asyncio import to_thread

    return await to_thread(work)


def is_cancellation(error: BaseException) -> bool:
    """Whether an exception is how an event loop ends a task."""
    from asyncio import CancelledError

    trio: Any = sys.modules.get("trio")
    return isinstance(error, CancelledError) or (
        trio is not None and isinstance(error, trio.Cancelled)
    )
