"""Measure reading many records into Parquet: python -m benchmarks.columns [--records N] [CASE …].

`make bench-columns` installs the environments and runs this.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.environments import create_environment
from benchmarks.measure import run
from benchmarks.places import ROOT, python

HERE = Path(__file__).parent
ENGINES = ROOT / "build" / "engines" / "bin" / "python"
PEER = "hubspot-api-client-columns"
ENVIRONMENT = {"PYTHONPATH": str(ROOT / "generated")}


@contextmanager
def served(records: int) -> Generator[str]:
    """Serve an account in another process."""
    command = [str(ENGINES), str(HERE / "account.py"), str(records)]
    environment = {**os.environ, **ENVIRONMENT}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as server:
        assert server.stdout is not None and server.stdin is not None
        yield server.stdout.readline().strip()
        server.stdin.close()


def main() -> None:
    parser = ArgumentParser("python -m benchmarks.columns", description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("cases", nargs="*", help="parts of the names of cases; by default, all")
    given = parser.parse_args()
    if not create_environment(PEER):
        parser.error(f"{PEER} cannot be installed")
    peer = python(PEER)
    with served(given.records) as url, tempfile.TemporaryDirectory() as folder:
        print(f"{given.records} records of 50 properties", flush=True)
        cases: dict[str, list[str | Path]] = {
            "hubspot-crm": [ENGINES, HERE / "ours.py", url, folder, "1"],
            "hubspot-crm, four partitions": [ENGINES, HERE / "ours.py", url, folder, "4"],
            "hubspot-api-client, by hand": [peer, HERE / "by_hand.py", url, folder],
        }
        for name in ("spark", "dask"):
            cases[f"{name}, four partitions"] = [ENGINES, HERE / "engines.py", url, name, "4"]
        used: dict[str, float] = {}
        for name, command in cases.items():
            if given.cases and not any(each in name for each in given.cases):
                continue
            began = time.monotonic()
            ran = run([str(each) for each in command], ENVIRONMENT)
            wall = time.monotonic() - began
            if ran.status != 0 or ran.output.split()[-1:] != [str(given.records)]:
                print(f"{name}: fails\n{ran.output}{ran.errors[-2000:]}", file=sys.stderr)
                continue
            used[name] = ran.seconds
            print(
                f"{name}: {given.records / ran.seconds:,.0f} records per CPU second "
                f"({ran.seconds:.1f} s), {given.records / wall:,.0f} per second ({wall:.1f} s), "
                f"{ran.memory:.0f} MiB in the largest process",
                flush=True,
            )
        ours, by_hand = used.get("hubspot-crm"), used.get("hubspot-api-client, by hand")
        if ours and by_hand:
            print(f"by hand / hubspot-crm: {by_hand / ours:.1f} times the CPU time")


if __name__ == "__main__":
    main()
