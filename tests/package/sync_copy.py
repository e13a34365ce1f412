"""A copy of contacts in SQLite. As a program it kills itself after some steps: database, URL, steps."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import sys
from collections.abc import Callable

from hubspot_crm import HubSpot
from hubspot_crm.models import SimplePublicObject
from hubspot_crm.sync import Changes, SyncState, sync

PROPERTIES = ["email", "city"]
Step = Callable[[], None]


class Copy:
    """The copy. `step` is called between all steps, and may raise or end the process."""

    def __init__(self, path: str, step: Step = lambda: None) -> None:
        self._database, self._step = sqlite3.connect(path, isolation_level=None), step
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute("CREATE TABLE IF NOT EXISTS copy (id PRIMARY KEY, email, city)")
        self._database.execute("CREATE TABLE IF NOT EXISTS state (state)")

    def close(self) -> None:
        self._database.close()

    @property
    def state(self) -> SyncState | None:
        found = self._database.execute("SELECT state FROM state").fetchone()
        state: SyncState | None = json.loads(found[0]) if found else None
        return state

    def rows(self) -> list[tuple[str, str, str]]:
        return self._database.execute("SELECT * FROM copy ORDER BY id").fetchall()

    def apply(self, changes: Changes[SimplePublicObject]) -> None:
        """Apply a batch and store its state, in one transaction."""
        self._step()
        with self._database:
            self._database.execute("BEGIN")
            for each in changes.upserts:
                row = (each.id, *(each.properties[name] for name in PROPERTIES))
                self._database.execute("REPLACE INTO copy VALUES (?, ?, ?)", row)
            self._step()
            gone = [(each,) for each in changes.deletes]
            self._database.executemany("DELETE FROM copy WHERE id = ?", gone)
            self._database.execute("DELETE FROM state")
            self._step()
            self._database.execute("INSERT INTO state VALUES (?)", (json.dumps(changes.state),))
        self._step()


def main(path: str, url: str, steps: str) -> None:
    left = int(steps)

    def step() -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    copy = Copy(path, step)
    with HubSpot("token", base_url=url, rate_limiter=None) as client:
        while True:
            for changes in sync(client.contacts, copy.state, properties=PROPERTIES):
                copy.apply(changes)


if __name__ == "__main__":
    main(*sys.argv[1:])
