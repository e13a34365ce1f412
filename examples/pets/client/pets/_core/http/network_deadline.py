"""The time by which the network operations of a thread have to end, whatever a server sends."""

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
    """Within this, operations of this thread end so many seconds from now; None is no limit."""
    before = _ends.at
    _ends.at = None if seconds is None else monotonic() + seconds
    try:
        yield
    finally:
        _ends.at = before


def shortened(timeout: float | None) -> float | None:
    """The timeout of one operation, no longer than what is left; 0 or less where nothing is."""
    if _ends.at is None:
        return timeout
    left = _ends.at - monotonic()
    return left if timeout is None else min(timeout, left)
