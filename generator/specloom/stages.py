"""Measure the stages of a run: CPU seconds, calls, cache hits and memory."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager

from msgspec import Struct


def _silent(stage: str) -> None:
    """Report no progress."""


class Measure(Struct):
    """What one stage took: CPU seconds with those of child processes, calls, and cache hits and misses.

    `peak` is the peak memory of the process at its end, in bytes; 0 where the system does not
    report it.
    """

    seconds: float = 0.0
    calls: int = 0
    hits: int = 0
    misses: int = 0
    peak: int = 0


class Stages:
    """Reports each stage as it begins, and measures the stages if `measuring`.

    A stage within another one is measured separately, so the seconds add up to the total.
    """

    def __init__(self, report: Callable[[str], None] = _silent, *, measuring: bool = False) -> None:
        self._report = report
        self._item = ""
        self._measures: dict[str, Measure] | None = None
        self._running: list[str] = []
        self._since = 0.0
        if measuring:
            # Everything before: the interpreter, the command line, the settings.
            self._measures = {"start": Measure(_cpu_seconds(), 1, peak=peak_memory())}

    @contextmanager
    def stage(self, name: str) -> Generator[None]:
        """Measure everything inside as the stage `name`."""
        self._report(f"{name}{self._item}")
        if self._measures is None:
            yield
            return
        self._charge()
        self._running.append(name)
        try:
            yield
        finally:
            self._charge()
            measure = self._measure(self._running.pop())
            measure.calls += 1
            measure.peak = peak_memory()

    def item(self, number: int, total: int, name: str) -> None:
        """Say which of several documents the next stages work on; the last one ends with `no_item`."""
        self._item = f" {number} of {total}: {name}"

    def no_item(self) -> None:
        """Say that the next stages work on all documents."""
        self._item = ""

    def found(self, name: str, is_hit: bool) -> None:
        """Count a hit or a miss of the cache for a stage."""
        if self._measures is not None:
            measure = self._measure(name)
            measure.hits += is_hit
            measure.misses += not is_hit

    def measures(self) -> Iterator[tuple[str, Measure]]:
        """Yield the stages with their measures, in the order of their first calls."""
        yield from (self._measures or {}).items()

    def _charge(self) -> None:
        now = _cpu_seconds()
        if self._running:
            self._measure(self._running[-1]).seconds += now - self._since
        self._since = now

    def _measure(self, name: str) -> Measure:
        assert self._measures is not None
        return self._measures.setdefault(name, Measure())


def _cpu_seconds() -> float:
    children = os.times()
    return time.process_time() + children.children_user + children.children_system


def peak_memory() -> int:
    """Return the peak memory of this process in bytes; 0 where the system does not report it."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
