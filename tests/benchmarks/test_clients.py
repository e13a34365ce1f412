"""Check that the benchmark measures correct results: its clients return the records that the
server has."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from benchmarks.clients import floor
from benchmarks.clients.worker import TASKS
from benchmarks.measure import run
from benchmarks.rows_runtime import (
    BY_HAND,
    DEFAULT,
    FLOOR,
    TRANSPORTS,
    Client,
    environment,
    worker_command,
)
from benchmarks.server import served

PAIRS = [(client, task) for client in (BY_HAND, DEFAULT, FLOOR) for task in TASKS]
PAIRS += [(client, task) for client in TRANSPORTS[1:] for task in ("batch", "get")]


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with served() as where:
        yield where


@pytest.mark.whole
@pytest.mark.parametrize(("client", "task"), PAIRS, ids=lambda each: getattr(each, "module", each))
def test_a_client_does_what_is_measured(client: Client, task: str, url: str) -> None:
    ran = run(worker_command(sys.executable, client, task, url, 0.001), environment(client))
    assert ran.told().keys() == {"microseconds"}


def test_what_is_wrong_is_reported() -> None:
    forgetful = SimpleNamespace(
        decoder=lambda: lambda content: floor.decoder()(content)[1:], facts=floor.facts
    )
    act, wrong = TASKS["decode"](forgetful, "")
    assert wrong(act()) == "99 records, not as they should be"
    hollow = SimpleNamespace(encoder=lambda: lambda given: b'{"inputs": []}')
    act, wrong = TASKS["encode"](hollow, "")
    assert wrong(act())
