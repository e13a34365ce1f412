"""Wait in async clients, on asyncio and on trio."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")



# Timeouts of single phases are as long as the rest of a deadline. This lets them expire first,
# because their errors are more precise.
_GRACE = 0.05


class DeadlineExpired(Exception):
    """The time limit of `within` has expired."""


async def sleep(seconds: float) -> None:
    """Sleep for so many seconds."""
    from asyncio import sleep  # loaded already if an event loop is running

    await sleep(seconds)


async def within(seconds: float, work: Awaitable[T]) -> T:
    """Await some work and return its result.

    Raises:
        DeadlineExpired: The work took longer than so many seconds, and was cancelled.
    """
    seconds += _GRACE
    from asyncio import timeout

    limit = timeout(seconds)
    try:
        async with limit:
            return await work
    except TimeoutError:
        if limit.expired():
            raise DeadlineExpired from None
        raise
