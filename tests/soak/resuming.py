"""A batch run with a journal, in a process that may be killed: what a crash leaves.

`python -m tests.soak.resuming` takes its task as JSON, writes the result of each input to a file,
and prints its counts as a line of JSON, unless it dies.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from itertools import count as counter
from pathlib import Path
from threading import Timer
from typing import Any

from tests.soak.creating import Tally, create
from tests.soak.processes import environment
from tests.soak.ways import opened

# When to die: the n-th request is in the journal and not sent; sent; has a response that is not in the journal.
Death = tuple[str, int]


def run(folder: Path, deaths: Sequence[Death], **asked: Any) -> tuple[Tally, dict[str, Any]]:
    """Run, and again with the same journal after each death, to the end; return the last result."""
    given = {"journal": str(folder / "journal"), "fates": str(folder / "fates"), **asked}
    for death in (*deaths, None):
        text = json.dumps({**given, "death": death})
        command = [sys.executable, "-m", "tests.soak.resuming", text]
        done = subprocess.run(command, env=environment(), capture_output=True, text=True)
        if death is not None:
            assert done.returncode == -signal.SIGKILL, f"{done.returncode}: {done.stderr}"
        else:
            assert done.returncode == 0, f"{done.returncode}: {done.stderr}"
            tally = Tally(asked["count"])
            content = (folder / "fates").read_bytes()
            tally.fates = bytearray(content[: asked["count"]])
            tally.ids = tally.ids[:0]
            tally.ids.frombytes(content[asked["count"] :])
            told = json.loads(done.stdout)
            tally.wrong = told.pop("wrong")
            return tally, told
    raise AssertionError


def _die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _hooks(death: Death | None) -> dict[str, Any]:
    if death is None:
        return {}
    where, at = death
    numbers = counter(1)

    def reached(*_: object) -> None:
        if next(numbers) == at:
            Timer(0.004, _die).start() if where == "while" else _die()

    return {"on_response" if where == "after" else "on_request": reached}


def main() -> None:
    """Run the command line."""
    asked = json.loads(sys.argv[1])
    tally = Tally(asked["count"])
    with opened(asked["way"], asked["url"], **_hooks(asked["death"])) as way:
        outcome = create(way, asked["count"], tally, find=asked["find"], journal=asked["journal"])
    Path(asked["fates"]).write_bytes(bytes(tally.fates) + tally.ids.tobytes())
    told = {"skipped": outcome.skipped, "complete": outcome.complete, "wrong": tally.wrong}
    print(json.dumps({**told, **tally.counts(), "megabytes": tally.watch.megabytes()}))


if __name__ == "__main__":
    main()
