"""Watch the memory of this process during a soak test."""

from __future__ import annotations

import gc
import resource
import sys
from pathlib import Path

STATUS = Path("/proc/self/statm")


def resident() -> int:
    """Return the resident memory of this process in bytes, or its peak if the system does not
    report it."""
    if STATUS.exists():
        return int(STATUS.read_text().split()[1]) * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (
        1 if sys.platform == "darwin" else 1024
    )


class Watch:
    """Measures the memory after every so many records; the first tenth of them warms up."""

    def __init__(self, count: int) -> None:
        self._step, self._records = max(1, count // 100), 0
        self.seen: list[int] = []

    def record(self) -> None:
        self._records += 1
        if self._records % self._step == 0:
            self.seen.append(resident())

    @property
    def growth(self) -> int:
        """Return by how many bytes the end is above the value after the first tenth."""
        gc.collect()
        return max(self.seen[-10:]) - self.seen[min(10, len(self.seen) - 1)] if self.seen else 0

    def megabytes(self) -> list[int]:
        """Return the memory after each tenth of the records."""
        return [each >> 20 for each in self.seen[9::10]]
