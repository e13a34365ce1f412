"""Test progress: log lines, a bar on a terminal, and neither unless requested."""

from __future__ import annotations

import io
import logging
import sys

import pytest
from hubspot_crm._core.batch.operation import BatchOptions
from hubspot_crm._core.progress import BarProgress, LogProgress, chosen, track
from hubspot_crm._resource import Resource

from tests.support.batch_server import CREATE, BatchServer, answer, created


class Heard:
    """A progress that records its calls."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def start(self, what: str, total: int | None) -> None:
        self.told.append((what, total))

    def advance(self, count: int) -> None:
        self.told.append(count)

    def stop(self) -> None:
        self.told.append("stop")


def test_a_run_tells_how_far_it_is() -> None:
    heard = Heard()
    server = BatchServer(lambda inputs: answer(created(inputs), 201))
    inputs = [{"name": f"n{number}"} for number in range(5)]
    with server.client() as client:
        batching = BatchOptions(progress=heard, concurrency=1)
        Resource(client)._batch(CREATE, inputs, batching=batching)
    assert heard.told == [("POST /create", 5), 3, 2, "stop"]


def test_lines_in_the_log_come_now_and_then(caplog: pytest.LogCaptureFixture) -> None:
    times = iter([0.0, 4.0, 11.0, 11.0, 20.0])
    progress = LogProgress(clock=lambda: next(times))
    with caplog.at_level(logging.INFO, logger="hubspot_crm"):
        progress.start("tasks", 2_000)
        progress.advance(100)
        progress.advance(1_000)
        progress.stop()
    assert caplog.messages == [
        "tasks: 1,100 of 2,000, 100 a second",
        "tasks: 1,100 of 2,000, 55 a second, ended",
    ]


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stderr", Terminal())
    bar = chosen(True)
    assert isinstance(bar, BarProgress)
    bar.start("tasks", 2)
    bar.advance(2)
    bar.stop()
    monkeypatch.setitem(sys.modules, "rich", None)
    assert isinstance(chosen(True), LogProgress)
    with pytest.raises(ImportError, match="extra `progress`"):
        BarProgress()
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert isinstance(chosen(True), LogProgress)
    assert chosen(False) is None


def test_any_iterable_can_be_tracked() -> None:
    heard = Heard()
    assert list(track([1, 2], "items", progress=heard)) == [1, 2]
    assert heard.told == [("items", 2), 1, 1, "stop"]
    assert list(track(iter([1]), progress=False)) == [1]
