"""Test that nothing happens twice and nothing is lost, whatever a server does: some thousand
records in the quick suite, a million with every transport in `make soak`."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hubspot_crm import Timing

from tests.soak.account import CHANCES, STAGE, Account, serve
from tests.soak.creating import Tally, create
from tests.soak.paging import search
from tests.soak.processes import ROOT, environment
from tests.soak.resuming import run
from tests.soak.ways import IN_PROCESS, WAYS, opened
from tests.support.ways import Way

RECORDS = int(os.environ.get("SOAK_RECORDS", "1000000"))
SEARCHED = int(os.environ.get("SOAK_SEARCHED", "250000"))
# The memory for an input that the outcome names, and the general growth of a client.
NAMED, MARGIN = 1500, 16 << 20
# The memory of the account for a record, if it is in the same process.
KEPT = 700


@contextmanager
def hurried(name: str, account: Account, **options: Any) -> Iterator[Way]:
    """Return a client by its transport; it waits a hundredth of the usual time."""
    is_async = "async" in name
    sleep = asyncio.sleep if is_async else time.sleep
    timing = Timing(sleep=lambda seconds: sleep(seconds / 100))
    given: dict[str, Any] = {"read_timeout": 1.0, "timing": timing, **options}
    if name in IN_PROCESS:
        with opened(name, account, **given) as way:
            yield way
    else:
        with account.serve() as url, opened(name, url, **given) as way:
            yield way


# The quick tests take each way once.
ALTERNATING = [
    pytest.param(
        name,
        find,
        id=f"{name}-{'found' if find else 'named'}",
        marks=[] if (number + find) % 2 == 0 else [pytest.mark.whole],
    )
    for number, name in enumerate(WAYS)
    for find in (False, True)
]


@pytest.mark.parametrize(("name", "find"), ALTERNATING)
def test_each_record_is_there_as_often_as_is_reported(name: str, find: bool) -> None:
    count, tally = 4000, Tally(4000)
    account = Account(seed=4, chances={**CHANCES, "stall": 0.0}, unique=find)
    for fault in CHANCES:  # every one of them at least once
        account.fail_next(fault, path="/batch/create")  # type: ignore[arg-type]
    with hurried(name, account) as way:
        outcome = create(way, count, tally, find=find, repeat_wait=0.01)
    assert tally.faults(*account.written(count)) == []
    counts = tally.counts()
    assert counts["succeeded"] > count / 2 and counts["failed"] and not counts["unsent"]
    assert outcome.complete is find and bool(counts["unknown"]) is not find
    assert [each.index for each in outcome.unknown] == [
        number for number, fate in enumerate(tally.fates) if fate == 4
    ]
    assert outcome.succeeded == [] and outcome.succeeded_count == counts["succeeded"]
    assert account.met.keys() >= CHANCES.keys()


@pytest.mark.parametrize(
    ("name", "find"),
    [
        ("httpx2", True),
        pytest.param("aiohttp async", False, marks=pytest.mark.whole),
        pytest.param("pyreqwest", False, marks=pytest.mark.whole),
    ],
)
def test_a_run_that_is_killed_goes_on(name: str, find: bool, tmp_path: Path) -> None:
    account = Account(seed=5, chances={**CHANCES, "stall": 0.0, "lock_423": 0.0}, unique=find)
    deaths = [("before", 3), ("while", 6), ("after", 9)]
    with account.serve() as url:
        tally, told = run(tmp_path, deaths, way=name, url=url, count=4000, find=find)
    assert tally.faults(*account.written(4000), skipped=told["skipped"]) == []
    assert told["skipped"] > 0 and told["complete"] is find
    assert bool(told["unknown"]) is not find


@pytest.mark.parametrize(("name", "sort"), [("httpx2", None), ("in-process async", f"-{STAGE}")])
def test_a_search_gives_each_record_once(name: str, sort: str | None) -> None:
    count = 11_000  # more than one query returns
    account = Account(seed=6, chances={**CHANCES, "stall": 0.0, "empty_pages": 0.1})
    account.fill(count)
    with hurried(name, account, read_timeout=20.0) as way:
        seen = search(way, count, sort)
    assert seen.faults(count) == []
    assert account.met["empty_pages"] and account.met["short_pages"]


def process(**what: Any) -> dict[str, Any]:
    """Do something in a process of its own, to measure its memory alone; return the report."""
    command = [sys.executable, "-m", "tests.soak.run", json.dumps(what)]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return reported(done.stdout)


def reported(line: str) -> dict[str, Any]:
    """Add a line to build/soak.jsonl; return it."""
    report = ROOT / "build" / "soak.jsonl"
    report.parent.mkdir(exist_ok=True)
    with report.open("a", encoding="utf-8") as file:
        file.write(line.strip() + "\n")
    return dict(json.loads(line))


@pytest.mark.soak
@pytest.mark.parametrize("find", [False, True], ids=["named", "found"])
@pytest.mark.parametrize("name", WAYS)
def test_a_million_records(name: str, find: bool) -> None:
    told = process(do="create", way=name, count=RECORDS, seed=1 + find, find=find)
    assert told["contradictions"] == []
    assert told["faults"].keys() >= CHANCES.keys()
    assert not told["unsent"] and not (find and told["unknown"])
    kept = KEPT * RECORDS if name in IN_PROCESS else 0
    assert told["growth"] < MARGIN + NAMED * (told["failed"] + told["unknown"]) + kept


@pytest.mark.soak
@pytest.mark.parametrize("name", ["httpx2", "aiohttp async", "in-process"])
def test_searches_of_many_records(name: str) -> None:
    told = process(do="search", way=name, count=SEARCHED, seed=3)
    kept = KEPT * SEARCHED if name in IN_PROCESS else 0  # the account's results, among others
    for each in told["searches"]:
        assert each["contradictions"] == [] and each["growth"] < MARGIN + kept


@pytest.mark.soak
@pytest.mark.parametrize("find", [False, True], ids=["named", "found"])
@pytest.mark.parametrize("name", ["httpx2", "aiohttp async"])
def test_a_long_run_that_is_killed_often(name: str, find: bool, tmp_path: Path) -> None:
    count, random = RECORDS // 4, Random(7)
    # Eight deaths, the last before the end, because no request with a response is sent twice.
    requests = count // 100 // 10
    kinds = ("before", "while", "after")
    deaths = [(random.choice(kinds), random.randint(requests // 2, requests)) for _ in range(8)]
    with serve(seed=8, chances=CHANCES, unique=find) as account:
        began = time.monotonic()
        tally, told = run(tmp_path, deaths, way=name, url=account.url, count=count, find=find)
        told |= {"way": name, "records": count, "find": find, "deaths": deaths}
        told |= {"seconds": round(time.monotonic() - began, 1), "faults": account.faults()}
        wrong = tally.faults(*account.written(count), skipped=told["skipped"])
    assert reported(json.dumps({**told, "contradictions": wrong[:10]}))["contradictions"] == []
    assert told["complete"] is find
