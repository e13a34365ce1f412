"""Start other processes that run a module of specloom.

They are plain processes, not those of `multiprocessing`, which would import the program that called
specloom once more.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys

MOST = 8
"""The maximum number of processes that work at the same time."""


def processors() -> int:
    """Return the number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def start(module: str, content: bytes) -> subprocess.Popen[bytes]:
    """Start a process that runs a module, with the same import path and with `content` as its input.

    What it writes to standard error is discarded.
    """
    path = os.pathsep.join(filter(None, sys.path))
    process = subprocess.Popen(
        [sys.executable, "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert process.stdin is not None
    with contextlib.suppress(OSError), process.stdin:
        process.stdin.write(content)
    return process


def finish(process: subprocess.Popen[bytes]) -> bytes:
    """Wait for a process and return its output, which is empty if it failed."""
    assert process.stdout is not None
    with process.stdout:
        output = process.stdout.read()
    return b"" if process.wait() else output


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process if it is still running; its output is not needed."""
    if process.poll() is None:
        process.kill()
        finish(process)


def shares(sizes: list[int], count: int) -> list[list[int]]:
    """Distribute numbered items over processes, so that all finish at about the same time.

    Args:
        sizes: the amount of work of each item, in any unit.
        count: the number of shares.
    """
    found: list[list[int]] = [[] for _ in range(count)]
    totals = [0] * count
    for index in sorted(range(len(sizes)), key=lambda index: -sizes[index]):
        least = totals.index(min(totals))
        found[least].append(index)
        totals[least] += sizes[index]
    return found
