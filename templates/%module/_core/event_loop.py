"""Wait in async clients, on asyncio and on trio."""

from __future__ import annotations

import sys  # feature: trio
from collections.abc import Awaitable
from collections.abc import Callable  # feature: trio
from typing import TypeVar
from typing import Any  # feature: trio

T = TypeVar("T")


# feature: trio
def running_trio() -> Any | None:
    """Return the module trio if it runs the current task, else None. It is never imported here."""
    trio: Any = sys.modules.get("trio")
    return trio if trio is not None and trio.lowlevel.in_trio_run() else None


def refuse_trio(what: str, instead: str = "AsyncHttpx2Transport, the default") -> None:
    """Check that trio does not run the current task.

    Args:
        what: What runs on asyncio only, for the message.
        instead: What to use on trio, for the message.

    Raises:
        RuntimeError: trio runs the current task.
    """
    if running_trio() is not None:
        raise RuntimeError(f"{what} requires asyncio; on trio use {instead}")


async def in_thread(work: Callable[[], T]) -> T:
    """Call a blocking function in a thread. A task that is cancelled does not wait for its end."""
    if (trio := running_trio()) is not None:
        result: T = await trio.to_thread.run_sync(work, abandon_on_cancel=True)
        return result
    from asyncio import to_thread

    return await to_thread(work)


def is_cancellation(error: BaseException) -> bool:
    """Whether an exception is how an event loop cancels a task."""
    from asyncio import CancelledError

    trio: Any = sys.modules.get("trio")
    return isinstance(error, CancelledError) or (
        trio is not None and isinstance(error, trio.Cancelled)
    )


# end


# Timeouts of single phases are as long as the rest of a deadline. This lets them expire first,
# because their errors are more precise.
_GRACE = 0.05


class DeadlineExpired(Exception):
    """The time limit of `within` has expired."""


async def sleep(seconds: float) -> None:
    """Sleep for so many seconds."""
    # feature: trio
    if (trio := running_trio()) is not None:
        await trio.sleep(seconds)
        return
    # end
    from asyncio import sleep  # loaded already if an event loop is running

    await sleep(seconds)


async def within(seconds: float, work: Awaitable[T]) -> T:
    """Await some work and return its result.

    Raises:
        DeadlineExpired: The work took longer than so many seconds, and was cancelled.
    """
    seconds += _GRACE
    # feature: trio
    if (trio := running_trio()) is not None:
        with trio.move_on_after(seconds):
            return await work
        raise DeadlineExpired
    # end
    from asyncio import timeout

    limit = timeout(seconds)
    try:
        async with limit:
            return await work
    except TimeoutError:
        if limit.expired():
            raise DeadlineExpired from None
        raise
