"""A deadline for the network operations of a thread."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from threading import local
from time import monotonic


class _Ends(local):
    at: float | None = None


_ends = _Ends()


@contextmanager
def ends_in(seconds: float | None) -> Generator[None]:
    """Limit the network operations of this thread to so many seconds from now.

    None means no limit. The previous deadline is restored at the end of the context.
    """
    before = _ends.at
    _ends.at = None if seconds is None else monotonic() + seconds
    try:
        yield
    finally:
        _ends.at = before


def shortened(timeout: float | None) -> float | None:
    """Return the timeout of one operation, limited to the time left until the deadline.

    The result is 0 or negative if the deadline has passed.
    """
    if _ends.at is None:
        return timeout
    left = _ends.at - monotonic()
    return left if timeout is None else min(timeout, left)
