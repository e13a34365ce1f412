"""One long run in this process: reads its task as JSON, prints its result as a line of JSON.

The account is in a process of its own, except for transports without a socket.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.soak.account import CHANCES, STAGE, Account, Served, serve
from tests.soak.creating import Tally, create
from tests.soak.paging import matching, search
from tests.soak.ways import IN_PROCESS, opened


@contextmanager
def _account(way: str, **settings: Any) -> Iterator[tuple[Account | Served, str | Account]]:
    """Yield an account, and its URL."""
    if way in IN_PROCESS:
        account = Account(chances=CHANCES, **settings)
        yield account, account
        return
    with serve(chances=CHANCES, **settings) as served:
        yield served, served.url


def create_many(way: str, count: int, *, seed: int, find: bool) -> dict[str, Any]:
    """Create so many records with this transport, and compare the outcome with the account."""
    tally = Tally(count)
    with _account(way, seed=seed, unique=find) as (account, where):
        with opened(way, where) as client:
            began = time.monotonic()
            outcome = create(client, count, tally, find=find)
            seconds = time.monotonic() - began
        growth, faults = tally.watch.growth, account.faults()
        times, ids = account.written(count)
    assert not outcome.succeeded and outcome.succeeded_count == tally.counts()["succeeded"]
    return {
        "way": way,
        "records": count,
        "seed": seed,
        "find": find,
        "seconds": round(seconds, 1),
        **tally.counts(),
        "written": sum(times),
        "contradictions": tally.faults(times, ids)[:10],
        "growth": growth,
        "megabytes": tally.watch.megabytes(),
        "faults": faults,
    }


def search_many(way: str, count: int, *, seed: int) -> dict[str, Any]:
    """Search so many records with this transport, by their ids and by a property with many equal
    values."""
    found: list[dict[str, Any]] = []
    with _account(way, seed=seed) as (account, where):
        account.fill(count)
        with opened(way, where, read_timeout=6.0) as client:
            for sort, narrow in ((None, False), (STAGE, False), (f"-{STAGE}", True)):
                began = time.monotonic()
                seen = search(client, count, sort, narrow=narrow)
                wanted = matching(count, narrow=narrow)
                asked = {"sort": sort, "narrow": narrow, "records": wanted, "unread": seen.unread}
                seconds = round(time.monotonic() - began, 1)
                watched = {"growth": seen.watch.growth, "megabytes": seen.watch.megabytes()}
                wrong = {"contradictions": seen.faults(wanted)[:10]}
                found.append({**asked, "seconds": seconds, **wrong, **watched})
        faults = account.faults()
    return {"way": way, "records": count, "seed": seed, "searches": found, "faults": faults}


if __name__ == "__main__":
    wanted: dict[str, Any] = json.loads(sys.argv[1])
    what = {"create": create_many, "search": search_many}[wanted.pop("do")]
    print(json.dumps(what(**wanted)))
