"""Format Python with black, in several processes if there is much to format.

Run as a module, this is such a process: it reads a list of strings as JSON from standard input, and writes
the formatted ones to standard output.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Sequence
from subprocess import Popen

from specloom import processes
from specloom.python.code import WIDTH

MANY = 400_000
"""The number of characters from which more processes are used; each takes about 0.2 s to start."""


ENOUGH = 50_000
"""The number of characters from which a process is used to format them ahead."""


class Ahead:
    """Formats strings in another process, while this one does something else."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = tuple(texts)
        is_much = sum(map(len, self._texts)) >= ENOUGH and processes.processors() > 1
        self._process = _started(self._texts) if is_much else None

    def results(self) -> dict[str, str]:
        """Wait for the process, and return the formatted strings by what they were before.

        The result is empty if there is too little to format, or if the process failed.
        """
        if self._process is None:
            return {}
        return dict(zip(self._texts, _results(self._process), strict=False))

    def stop(self) -> None:
        """End the process if it is still running; its results are not needed."""
        if self._process is not None and self._process.poll() is None:
            processes.stop(self._process)


def format_texts(texts: Sequence[str]) -> list[str]:
    """Format each string. The result does not depend on the number of processes."""
    count = min(processes.processors(), processes.MOST)
    if count == 1 or len(texts) < count or sum(map(len, texts)) < MANY:
        return _formatted(texts)
    shares = processes.shares([len(each) for each in texts], count)
    running = [_started([texts[index] for index in share]) for share in shares[1:]]
    results = [_formatted([texts[index] for index in shares[0]])]
    gc.collect()  # the syntax trees of black are cyclic and large
    results += [_results(process) for process in running]
    made: dict[int, str] = {}
    for share, result in zip(shares, results, strict=True):
        # If a process failed, format its share here, so that the error can be reported.
        result = result or _formatted([texts[index] for index in share])
        made.update(zip(share, result, strict=True))
    return [made[index] for index in range(len(texts))]


def _started(texts: Sequence[str]) -> Popen[bytes]:
    return processes.start(__name__, json.dumps(texts).encode("ascii"))


def _results(process: Popen[bytes]) -> list[str]:
    """Return the output of a process, or an empty list if the process failed."""
    output = processes.finish(process)
    return json.loads(output) if output else []


def _formatted(texts: Sequence[str]) -> list[str]:
    import black
    from black.mode import Mode, TargetVersion

    mode = Mode(line_length=WIDTH, target_versions={TargetVersion.PY311})
    return [black.format_str(each, mode=mode) for each in texts]


if __name__ == "__main__":
    json.dump(_formatted(json.load(sys.stdin)), sys.stdout)
