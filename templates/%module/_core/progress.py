"""Show the progress of a long run, as a bar in a terminal and as log lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sized
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Progress(Protocol):
    """Receives the progress of a run. Methods are called one at a time, from any thread."""

    def start(self, what: str, total: int | None) -> None:
        """Begin a run of `total` inputs, or of an unknown number if `total` is None."""

    def advance(self, count: int) -> None:
        """Record that `count` more inputs are settled."""

    def stop(self) -> None:
        """End the run, whether it succeeded or not."""


class LogProgress:
    """Log a line every `seconds` seconds and one at the end, in the log of the package."""

    def __init__(self, seconds: float = 10.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds, self._clock = seconds, clock
        self._what, self._total, self._done = "", "", 0
        self._began = self._told = 0.0

    def start(self, what: str, total: int | None) -> None:
        self._what, self._total, self._done = what, "" if total is None else f" of {total:,}", 0
        self._began = self._told = self._clock()

    def advance(self, count: int) -> None:
        self._done += count
        now = self._clock()
        if now - self._told >= self._seconds:
            self._told = now
            self._say("")

    def stop(self) -> None:
        self._say(", ended")

    def _say(self, ending: str) -> None:
        seconds = self._clock() - self._began
        done, each = f"{self._done:,}{self._total}", self._done / seconds if seconds else 0.0
        import logging  # imported here, because only long runs need it

        logger = logging.getLogger(__name__.partition(".")[0])
        logger.info("%s: %s, %.0f a second%s", self._what, done, each, ending)


class BarProgress:
    """A progress bar on standard error, drawn by rich.

    Raises:
        ImportError: rich is not installed (extra `progress`).
    """

    def __init__(self) -> None:
        try:
            from rich import progress  # type: ignore[import-not-found, unused-ignore]
            from rich.console import Console  # type: ignore[import-not-found, unused-ignore]
        except ImportError as error:
            raise ImportError(
                "a progress bar requires rich: install the extra `progress`"
            ) from error
        columns = progress.Progress.get_default_columns()
        counted = progress.MofNCompleteColumn()
        self._bar = progress.Progress(*columns, counted, console=Console(stderr=True))
        self._task: Any = None

    def start(self, what: str, total: int | None) -> None:
        self._bar.start()
        self._task = self._bar.add_task(what, total=total)

    def advance(self, count: int) -> None:
        self._bar.advance(self._task, count)

    def stop(self) -> None:
        self._bar.stop()


def chosen(progress: bool | Progress) -> Progress | None:
    """Return the progress that was requested, or None.

    True is a bar if standard error is a terminal and rich is installed, otherwise log lines.
    """
    if not isinstance(progress, bool):
        return progress
    if not progress:
        return None
    try:
        return BarProgress() if sys.stderr.isatty() else LogProgress()
    except ImportError:
        return LogProgress()


def track(
    items: Iterable[T],
    what: str = "items",
    *,
    total: int | None = None,
    progress: bool | Progress = True,
) -> Iterator[T]:
    """Yield the items, and show progress while they are taken.

    Args:
        items: Any iterable, such as a pager or a file.
        what: What the items are, for the display.
        total: The number of items; by default their length, if they have one.
        progress: True for a bar or log lines, False for none, or a Progress.
    """
    shown = chosen(progress)
    if shown is None:
        yield from items
        return
    shown.start(what, len(items) if total is None and isinstance(items, Sized) else total)
    try:
        for item in items:
            yield item
            shown.advance(1)
    finally:
        shown.stop()
