"""The account of a soak test: a stand-in with faults, and its records at the end.

`python -m tests.soak.account` serves one in a process of its own. It reads lines of JSON from
standard input and responds with lines on standard output, until the input ends.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any, cast

from hubspot_crm.testing import Faults, StandIn
from hubspot_crm.testing._network import Reply
from hubspot_crm.testing.faults import Fault
from hubspot_crm.transports import Request, Response

from tests.soak.processes import environment

# The faults of requests: all that are temporary, except those of a whole day or hour.
CHANCES = {
    "drop_before": 0.004,
    "drop_after": 0.004,
    "status_500": 0.004,
    "status_500_after": 0.004,
    "truncated_body": 0.004,
    "garbage_body": 0.004,
    "stall": 0.001,
    "storm_429": 0.001,
    "lock_423": 0.001,
    "duplicate_answers": 0.02,
    "reordered_answers": 0.02,
    "short_pages": 0.02,
    "empty_pages": 0.02,
}
# The connection is lost, and the work is done some requests later: the worst case for looking it up.
LATE = 0.004
NUMBER, AMOUNT, STAGE = "soak_number", "soak_amount", "soak_stage"


def stage(number: int) -> int | None:
    """Return the stage of a numbered record: one of six that a seventh of all share, a rare one,
    or none."""
    if number % 10 == 0:
        return 10 + number // 10 % 100
    shared = number * 7919 % 64 % 7
    return shared if shared < 6 else None


class Account(StandIn):
    """A stand-in that counts its faults, and reports how often each numbered record exists."""

    def __init__(self, *, seed: int, chances: Mapping[str, float], unique: bool = False) -> None:
        super().__init__(seed=seed, faults=Faults(**chances, stall_seconds=8.0))
        self.met: Counter[str] = Counter()
        self._due = Random(seed + 1)
        self._late: list[tuple[int, Request]] = []
        self.define("tasks", AMOUNT, "number")
        self.define("tasks", NUMBER, hasUniqueValue=unique)

    def reply(self, request: Request) -> Reply:
        """Respond as a stand-in, after the delayed requests; some requests are lost now and done
        later."""
        with self._lock:
            due = [each for each in self._late if each[0] <= self.request_count]
            self._late = [each for each in self._late if each[0] > self.request_count]
            for _, late in due:
                super()._reply(late, None)
            if self._due.random() < LATE and request.url.endswith("/batch/create"):
                self._late.append((self.request_count + self._due.randint(1, 200), request))
                self.met["late"] += 1
                return Reply(None)
        return super().reply(request)

    def _reply(self, request: Request, fault: Fault | Response | None) -> Reply:
        self.met["none" if fault is None else str(fault)] += 1
        return super()._reply(request, fault)

    def faults(self) -> dict[str, int]:
        """Return how many requests had each fault."""
        return dict(self.met)

    def fill(self, count: int) -> None:
        """Add numbered records, with the stages of `stage`."""
        for number in range(count):
            at = stage(number)
            told = {} if at is None else {STAGE: str(at)}
            self.create("tasks", {NUMBER: str(number), **told})

    def written(self, count: int) -> tuple[bytearray, array[int]]:
        """Return how often each number exists, at most 255 times, and the id of its latest record."""
        times, ids = bytearray(count), array("Q", bytes(8 * count))
        with self._lock:
            for _, late in self._late:
                super()._reply(late, None)
            self._late = []
            table = self._portal.table(self._portal.type("tasks"))
            for index, row in table.rows(archived=None):
                number = int(row.properties[NUMBER])
                times[number] = min(times[number] + 1, 255)
                ids[number] = int(table.id(index))
        return times, ids


class Served:
    """An Account in a process of its own; `url` is its address."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.url: str = self._line()["url"]

    def fill(self, count: int) -> None:
        self._ask(do="fill", count=count)

    def faults(self) -> dict[str, int]:
        return cast("dict[str, int]", self._ask(do="faults"))

    def written(self, count: int) -> tuple[bytearray, array[int]]:
        with tempfile.TemporaryDirectory() as folder:
            path, ids = Path(folder, "written"), array("Q")
            self._ask(do="written", count=count, path=str(path))
            content = path.read_bytes()
        ids.frombytes(content[count:])
        return bytearray(content[:count]), ids

    def _ask(self, **what: object) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()
        return self._line()

    def _line(self) -> Any:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())


@contextmanager
def serve(**settings: Any) -> Iterator[Served]:
    """Run an account in a process of its own, with these settings, while the block runs."""
    command = [sys.executable, "-m", "tests.soak.account", json.dumps(settings)]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=environment(), **pipes) as process:
        try:
            yield Served(process)
            process.stdin.close()  # type: ignore[union-attr]
            process.wait(30)
        finally:
            process.kill()


def main() -> None:
    """Serve until the input ends."""
    account = Account(**json.loads(sys.argv[1]))
    with account.serve() as url:
        print(json.dumps({"url": url}), flush=True)
        for line in sys.stdin:
            print(json.dumps(_do(account, json.loads(line))), flush=True)


def _do(account: Account, asked: dict[str, Any]) -> object:
    match asked["do"]:
        case "fill":
            account.fill(asked["count"])
        case "written":
            times, ids = account.written(asked["count"])
            Path(asked["path"]).write_bytes(bytes(times) + ids.tobytes())
        case _:
            return account.faults()
    return None


if __name__ == "__main__":
    main()
