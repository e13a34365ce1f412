"""Format Python with black, in several processes if there is much to format.

Run as a module, this is such a process: it reads a list of strings as JSON from standard input, and writes
the formatted ones to standard output.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import subprocess
import sys
from collections.abc import Sequence

from specloom.python.code import WIDTH

MANY = 400_000
"""The number of characters from which more processes are used; each takes about 0.2 s to start."""

MOST_PROCESSES = 8


ENOUGH = 50_000
"""The number of characters from which a process is used to format them ahead."""


class Ahead:
    """Formats strings in another process, while this one does something else."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = tuple(texts)
        is_much = sum(map(len, self._texts)) >= ENOUGH and _processors() > 1
        self._process = _begun(self._texts) if is_much else None

    def results(self) -> dict[str, str]:
        """Wait for the process, and return the formatted strings by what they were before.

        The result is empty if there is too little to format, or if the process failed.
        """
        if self._process is None:
            return {}
        return dict(zip(self._texts, _ended(self._process), strict=False))

    def stop(self) -> None:
        """End the process if it is still running; its results are not needed."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            _ended(self._process)


def format_texts(texts: Sequence[str]) -> list[str]:
    """Format each string. The result does not depend on the number of processes."""
    processes = min(_processors(), MOST_PROCESSES)
    if processes == 1 or len(texts) < processes or sum(map(len, texts)) < MANY:
        return _formatted(texts)
    shares = _dealt(texts, processes)
    running = [_begun([texts[index] for index in share]) for share in shares[1:]]
    results = [_formatted([texts[index] for index in shares[0]])]
    gc.collect()  # the syntax trees of black are cyclic and large
    results += [_ended(process) for process in running]
    made: dict[int, str] = {}
    for share, result in zip(shares, results, strict=True):
        # If a process failed, format its share here, so that the error can be reported.
        result = result or _formatted([texts[index] for index in share])
        made.update(zip(share, result, strict=True))
    return [made[index] for index in range(len(texts))]


def _formatted(texts: Sequence[str]) -> list[str]:
    import black
    from black.mode import Mode, TargetVersion

    mode = Mode(line_length=WIDTH, target_versions={TargetVersion.PY311})
    return [black.format_str(each, mode=mode) for each in texts]


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _dealt(texts: Sequence[str], processes: int) -> list[list[int]]:
    """Distribute the strings by length, so that all processes finish at about the same time."""
    shares: list[list[int]] = [[] for _ in range(processes)]
    lengths = [0] * processes
    for index in sorted(range(len(texts)), key=lambda index: -len(texts[index])):
        least = lengths.index(min(lengths))
        shares[least].append(index)
        lengths[least] += len(texts[index])
    return shares


def _begun(texts: Sequence[str]) -> subprocess.Popen[str]:
    path = os.pathsep.join(filter(None, sys.path))
    process = subprocess.Popen(
        [sys.executable, "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="ascii",
        env={**os.environ, "PYTHONPATH": path},
    )
    assert process.stdin is not None
    with contextlib.suppress(OSError), process.stdin:
        json.dump(texts, process.stdin)
    return process


def _ended(process: subprocess.Popen[str]) -> list[str]:
    """Return the output of a process, or an empty list if the process failed."""
    assert process.stdout is not None
    with process.stdout:
        text = process.stdout.read()
    return [] if process.wait() else json.loads(text)


if __name__ == "__main__":
    json.dump(_formatted(json.load(sys.stdin)), sys.stdout)
