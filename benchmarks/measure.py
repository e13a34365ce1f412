"""Measure what processes use, in rounds in which all cases take turns.

Seconds are CPU time, user and system, of a process and of all processes that it waited for. Memory
is the peak of the largest single process among them.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

OURS, PEER, YARDSTICK = "ours", "peer", "yardstick"


LAUNCHER = Path(__file__).parent / "launcher.py"
Words: TypeAlias = Sequence[str | Path]
"""A command: a program and its arguments."""


class Failed(Exception):
    """A measurement failed: the process did not do what it should; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One measurement: a value in the unit of the row, peak memory in MiB, and further results."""

    value: float
    memory: float = 0.0
    details: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Case:
    """Something to measure. `at` is its position on the horizontal axis if the row is a plot."""

    name: str
    kind: str
    measure: Callable[[], Sample]
    rounds: int | None = None
    """The maximum number of samples, for a slow case."""
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What is compared: cases with one unit, and the goal for ours."""

    name: str
    title: str
    unit: str
    cases: Sequence[Case]
    goal: str = ""
    axis: str = ""
    """What `Case.at` counts; empty for a table."""


@dataclass(slots=True)
class Measured:
    """All samples of a case, or the reason why there are none."""

    name: str
    kind: str
    at: int | None
    values: list[float] = field(default_factory=list[float])
    memory: list[float] = field(default_factory=list[float])
    details: dict[str, Any] = field(default_factory=dict[str, Any])
    fails: str = ""


@dataclass(frozen=True, slots=True)
class Ran:
    """The result of a process. `status` is None if it exceeded its time."""

    status: int | None
    output: str
    errors: str
    seconds: float
    memory: float

    def succeeded(self) -> Ran:
        """Return itself. Raises Failed if the process did not succeed."""
        if self.status is None:
            raise Failed("not done in time")
        if self.status != 0:
            raise Failed(f"exit {self.status}: {_last_line(self.errors or self.output)}")
        return self

    def told(self) -> Any:
        """Return the JSON in the last line of the output. Raises Failed."""
        return json.loads(self.succeeded().output.strip().rpartition("\n")[2])


def measure_row(row: Row, rounds: int, tell: Callable[[str], None]) -> list[Measured]:
    """Measure all cases of a row in turn, repeatedly; a case that fails is not tried again."""
    found = [Measured(case.name, case.kind, case.at) for case in row.cases]
    for number in range(rounds):
        for case, measured in zip(row.cases, found, strict=True):
            if measured.fails or number >= (case.rounds or rounds):
                continue
            at = "" if case.at is None else f" at {case.at:,}"
            try:
                sample = case.measure()
            except Failed as error:
                measured.fails = str(error)
                tell(f"{row.name}: {case.name}{at}: fails: {error}")
                continue
            measured.values.append(sample.value)
            measured.memory.append(sample.memory)
            measured.details.update(sample.details)
            tell(f"{row.name}: {case.name}{at}: {sample.value:,.4g} {row.unit}")
    return found


def run(
    command: Words,
    environment: Mapping[str, str] | None = None,
    *,
    seconds: float = 1200,
    folder: Path | None = None,
) -> Ran:
    """Run a process to its end and measure what it used, with the processes that it waited for."""
    env = {**os.environ, "COLUMNS": "200", "PYTHONDONTWRITEBYTECODE": "", **(environment or {})}
    reading, writing = os.pipe()
    with tempfile.TemporaryFile("w+b") as output, tempfile.TemporaryFile("w+b") as errors:
        launcher = subprocess.Popen(
            [sys.executable, "-I", "-S", LAUNCHER, str(writing), *map(str, command)],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            env=env,
            cwd=folder or tempfile.gettempdir(),
            start_new_session=True,
            pass_fds=(writing,),
        )
        os.close(writing)
        timer = threading.Timer(seconds, os.killpg, (launcher.pid, signal.SIGKILL))
        timer.start()
        launcher.wait()
        is_late = not timer.is_alive()
        timer.cancel()
        with os.fdopen(reading) as report:
            told = report.read().split() or ["256", "0", "0"]
        output.seek(0)
        errors.seek(0)
        return Ran(
            None if is_late else os.waitstatus_to_exitcode(int(told[0])),
            output.read().decode("utf-8", "replace"),
            errors.read().decode("utf-8", "replace"),
            float(told[1]),
            int(told[2]) / 1024,
        )


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip(" │╭╰─╮╯")]
    return lines[-1][:200] if lines else "without a word"
