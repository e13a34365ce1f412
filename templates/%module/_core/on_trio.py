"""Run async clients on trio as well as on asyncio."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


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
