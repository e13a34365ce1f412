"""Load contacts with dlt into DuckDB, in the current folder, while they change. Argument: the checkout."""

import os
import signal
import sys
from importlib import import_module
from typing import Any

import dlt
import duckdb
from hubspot_crm.testing import StandIn


def table() -> list[tuple[str, str | None]]:
    with duckdb.connect("hubspot.duckdb") as database:
        return database.execute("SELECT email, city FROM crm.contacts ORDER BY email").fetchall()


def main(checkout: str) -> None:
    sys.path.append(checkout)
    recipe: Any = import_module("examples.recipes.load_with_dlt")
    now = [1_800_000_000.0]
    crm = StandIn(clock=lambda: now[0])
    client = crm.client(rate_limiter=None)

    def load() -> int:
        now[0] += 3_600
        count = crm.request_count
        recipe.load(client)
        return crm.request_count - count

    a, b, c, d = (crm.create("contacts", {"email": f"{n}@example.com"}) for n in "abcd")
    load()
    assert table() == [(f"{n}@example.com", None) for n in "abcd"]

    # A run that is killed leaves the state as it was.
    client.contacts.update(a, properties={"city": "Paris"})
    child = os.fork()
    if not child:
        recipe.load(crm.client(on_request=die_when_it_lists))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    client.contacts.merge(primary_object_id=b, object_id_to_merge=c)
    client.contacts.archive(d)
    crm.create("contacts", {"email": "e@example.com", "city": "Rome"})
    load()
    assert table() == [
        ("a@example.com", "Paris"),
        ("b@example.com", None),
        ("e@example.com", "Rome"),
    ]

    client.contacts.update(b, properties={"city": "Oslo"})
    assert load() == 2
    state = dlt.attach("hubspot").state["sources"]["hubspot"]["resources"]["contacts"]["sync"]
    assert state["since"] == int((now[0] - 300) * 1000), state
    assert ("b@example.com", "Oslo") in table()


def die_when_it_lists(request: Any) -> None:
    if "archived=true" in request.url:
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1])
