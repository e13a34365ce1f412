"""One soak in this process: what to do as JSON in, what came of it as a line of JSON out."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.soak.account import CHANCES, Account, Served, serve
from tests.soak.creating import Tally, create
from tests.soak.memory import resident
from tests.soak.ways import IN_PROCESS, opened


def run_creation(
    way: str,
    count: int,
    *,
    seed: int,
    find: bool,
    chances: Mapping[str, float] = CHANCES,
    **options: Any,
) -> dict[str, Any]:
    """Create so many records by this way, and compare what was said of each with the account."""
    tally, settings = Tally(count), {"seed": seed, "chances": dict(chances), "unique": find}

    def against(where: str | Account) -> dict[str, Any]:
        with opened(way, where) as client:
            began = time.monotonic()
            outcome = create(client, count, tally, find=find, **options)
            seconds = time.monotonic() - began
        assert not outcome.succeeded and outcome.succeeded_count == tally.counts()["succeeded"]
        return {"seconds": round(seconds, 1), "complete": outcome.complete}

    with tempfile.TemporaryDirectory() as folder:
        if way in IN_PROCESS:
            account = Account(**settings)
            told = against(account)
            growth, faults = tally.watch.growth, dict(account.met)
            times, ids = account.written(count)
        else:
            with serve(**settings) as server:
                told = against(server.url)
                growth = tally.watch.growth
                faults = server.ask("count")["faults"]
                times, ids = server.written(count, Path(folder))
    return {
        "way": way,
        "records": count,
        "find": find,
        **told,
        **tally.counts(),
        "written": sum(times),
        "contradictions": tally.faults(times, ids)[:10],
        "faults": faults,
        "megabytes": tally.watch.megabytes(),
        "growth": growth,
    }


if __name__ == "__main__":
    print(json.dumps(run_creation(**json.loads(sys.argv[1]))))
