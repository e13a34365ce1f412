"""Incremental sync: a copy that equals the server's state, whatever happens in between."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest
from hubspot_crm import BatchError, HubSpot, MockTransport, Timing, json_response, v3, v2026_09
from hubspot_crm._core.errors import PaginationError
from hubspot_crm._core.transport import Request
from hubspot_crm.sync import SyncState, sync, sync_async
from hubspot_crm.testing import Faults, StandIn
from hubspot_crm.testing._network import Reply

from tests.package.sync_copy import PROPERTIES, Copy

ROOT = Path(__file__).parent.parent.parent
START = 1_800_000_000.0
LAG = 20.0


class Account(StandIn):
    """An account with a clock. While it is `busy`, every request changes some of its contacts."""

    def __init__(self, **options: Any) -> None:
        self.now, self.busy, self._random_changes = START, False, Random(5)
        super().__init__(clock=lambda: self.now, **options)
        self.own = self.client(rate_limiter=None)
        self.happened = dict.fromkeys(("changed", "merged", "archived"), 0)

    def reply(self, request: Request) -> Reply:
        if not self.busy:
            return super().reply(request)
        with self._lock:
            self.busy = False
            for _ in range(3):
                self.now += self._random_changes.uniform(0.1, 20)
                self.change()
            self.busy = True
            # The request is handled when the clock has stopped, so that its time is exact.
            return super().reply(request)

    def change(self) -> None:
        random, contacts = self._random_changes, self.own.contacts
        ids = [each["id"] for each in self.records("contacts")]
        one, other = random.sample(ids, 2)
        match random.choice(["create", "change", "change", "change", "merge", "archive"]):
            case "create":
                self.create("contacts", {"email": f"{self.now}@example.com"})
            case "change":
                contacts.update(one, properties={"city": str(self.now)})
                self.happened["changed"] += 1
            case "merge":
                contacts.merge(primary_object_id=one, object_id_to_merge=other)
                self.happened["merged"] += 1
            case _:
                contacts.archive(one)
                self.happened["archived"] += 1

    def rows(self) -> list[tuple[str, str | None, str | None]]:
        """What a copy should contain."""
        found = [(each["id"], each["properties"]) for each in self.records("contacts")]
        return [(id_, own.get("email"), own.get("city")) for id_, own in found]


class Killed(Exception):
    pass


def run(crm: StandIn, copy: Copy, *, is_async: bool = False) -> None:
    async def main() -> None:
        async with crm.async_client(rate_limiter=None) as client:
            async for changes in sync_async(client.contacts, copy.state, properties=PROPERTIES):
                copy.apply(changes)

    if is_async:
        asyncio.run(main())
    else:
        client = crm.client(rate_limiter=None)
        for changes in sync(client.contacts, copy.state, properties=PROPERTIES):
            copy.apply(changes)


def die_after(steps: int) -> Callable[[], None]:
    left = iter(range(steps))

    def step() -> None:
        if next(left, None) is None:
            raise Killed

    return step


def test_a_sync_that_is_killed_20_times_while_records_change(tmp_path: Path) -> None:
    random, path = Random(20), str(tmp_path / "copy.sqlite")
    crm = Account(index_lag=LAG)
    for number in range(900):
        crm.create("contacts", {"email": f"{number}@example.com", "city": "London"})
    crm.now += 60
    crm.busy = True
    states = set[str]()
    with crm.serve() as url:
        for kill in range(20):
            steps = random.randint(1, 40)
            if kill % 5 == 0:
                arguments = [sys.executable, "-m", "tests.package.sync_copy", path, url, str(steps)]
                paths = os.pathsep.join((str(ROOT / "generated"), str(ROOT)))
                ended = subprocess.run(arguments, env={**os.environ, "PYTHONPATH": paths})
                assert ended.returncode == -signal.SIGKILL
            else:
                copy = Copy(path, die_after(steps))
                with pytest.raises(Killed):
                    while True:
                        run(crm, copy, is_async=kill % 2 == 0)
                copy.close()
            crm.now += random.choice([0, 5, 3_600])
            copy = Copy(path)
            states.add(json.dumps(copy.state))
            copy.close()
    assert len(states) > 10 and len([each for each in states if "in_bin" in each]) > 3
    assert min(crm.happened.values()) > 20, crm.happened
    crm.busy = False
    crm.now += LAG
    copy = Copy(path)
    run(crm, copy)  # the rest of the interrupted run
    run(crm, copy)
    assert copy.rows() == crm.rows()
    copy.close()


@pytest.fixture
def crm() -> Account:
    return Account()


@pytest.fixture
def copy() -> Iterator[Copy]:
    made = Copy(":memory:")
    yield made
    made.close()


def contacts(crm: StandIn, count: int) -> list[str]:
    return [crm.create("contacts", {"email": f"{n}@example.com"}) for n in range(count)]


def test_records_that_change_between_two_pages(crm: Account, copy: Copy) -> None:
    ids = contacts(crm, 450)
    client = crm.client(rate_limiter=None)
    for number, changes in enumerate(sync(client.contacts, properties=PROPERTIES)):
        copy.apply(changes)
        if number == 0:  # all records of the first page leave it, or change
            for each in ids[:100]:
                client.contacts.archive(each)
            client.contacts.merge(primary_object_id=ids[449], object_id_to_merge=ids[150])
            client.contacts.update(ids[160], properties={"city": "Paris"})
            client.contacts.update(ids[300], properties={"city": "Rome"})
    assert {row[0] for row in copy.rows()} == {*ids[100:]} - {ids[150]}
    crm.now += 3_600
    run(crm, copy)
    assert copy.rows() == crm.rows()


def test_more_changes_than_one_search_returns(
    crm: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hubspot_crm.testing._search_and_lists.CAP", 300)
    made = [crm.create("deals", {}) for _ in range(850)]  # all at the same time
    batches = list(sync(crm.own.deals, properties=["dealname"]))
    assert [each.id for batch in batches for each in batch.upserts] == made
    assert len(batches) == 6


def test_one_run_continues_where_the_previous_one_started(crm: Account, copy: Copy) -> None:
    ids = contacts(crm, 3)
    crm.now += 3_600
    run(crm, copy)
    crm.now += 3_600
    crm.own.contacts.update(ids[0], properties={"city": "Paris"})
    before = crm.own.contacts.batch.read([{"id": each} for each in ids]).results
    found = list(sync(crm.own.contacts, copy.state, properties=["city"]))
    assert [each.id for batch in found for each in batch.upserts] == [ids[0]]
    assert [each.properties["city"] for batch in found for each in batch.upserts] == ["Paris"]
    assert before[0].updated_at.timestamp() == crm.now
    # A record that changed when the next run may begin is returned by both.
    state, again = found[-1].state, sync
    crm.now += 299
    assert len(next(again(crm.own.contacts, state, properties=[])).upserts) == 1
    narrow = list(sync(crm.own.contacts, state, properties=[], look_back=10))[-1].state
    assert next(again(crm.own.contacts, narrow, properties=[])).upserts == []


def test_the_clock_of_this_machine_does_not_matter(
    crm: Account, copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    for skew in (-86_400, 86_400):
        monkeypatch.setattr("hubspot_crm.sync.time.time", lambda skew=skew: crm.now + skew)
        contacts_before = len(copy.rows())
        crm.create("contacts", {"email": f"{skew}@example.com"})
        crm.now += 600
        run(crm, copy)
        assert len(copy.rows()) == contacts_before + 1
    # Without a date in the responses, it does.
    transport = MockTransport(lambda _: json_response({"total": 0, "results": []}))
    client = HubSpot("token", transport=transport)
    *_, last = sync(client.contacts, properties=[], look_back=0)
    assert last.state["since"] == int((crm.now + 86_400) * 1000)


def test_merged_and_archived_records_leave_the_copy(crm: Account, copy: Copy) -> None:
    a, b, c, d, e, f = contacts(crm, 6)
    run(crm, copy)
    crm.now += 3_600
    merge = crm.own.contacts.merge
    merge(primary_object_id=b, object_id_to_merge=a)
    merge(primary_object_id=c, object_id_to_merge=b)  # a survivor that is merged
    merge(primary_object_id=e, object_id_to_merge=d)
    crm.own.contacts.archive(e)  # a survivor that is archived
    run(crm, copy)
    assert [row[0] for row in copy.rows()] == [c, f]
    assert copy.rows() == crm.rows()


def test_a_run_may_leave_archived_records_to_a_later_one(crm: Account, copy: Copy) -> None:
    ids = contacts(crm, 3)
    run(crm, copy)
    crm.now += 3_600
    crm.own.contacts.archive(ids[1])
    for _ in range(2):
        crm.now += 3_600
        count = crm.request_count
        for changes in sync(crm.own.contacts, copy.state, properties=PROPERTIES, archived=False):
            copy.apply(changes)
        assert crm.request_count == count + 1 and len(copy.rows()) == 3
    run(crm, copy)
    assert copy.rows() == crm.rows()


def test_a_stale_search_index(copy: Copy) -> None:
    crm = Account(index_lag=LAG)
    ids = contacts(crm, 4)
    run(crm, copy)
    assert copy.rows() == []
    crm.now += LAG
    run(crm, copy)
    assert len(copy.rows()) == 4
    crm.own.contacts.update(ids[3], properties={"city": "Paris"})
    crm.now += LAG
    crm.own.contacts.merge(primary_object_id=ids[0], object_id_to_merge=ids[3])
    crm.own.contacts.archive(ids[1])
    run(crm, copy)  # searches still find the merged record and the archived one
    crm.now += LAG
    run(crm, copy)
    assert copy.rows() == crm.rows() and len(copy.rows()) == 2


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_more_properties_than_a_search_takes(copy: Copy, is_async: bool) -> None:
    crm = Account(index_lag=LAG)
    a, b, c, d = contacts(crm, 4)
    crm.now += LAG
    crm.own.contacts.update(a, properties={"city": "Paris"})
    crm.own.contacts.merge(primary_object_id=a, object_id_to_merge=b)
    crm.own.contacts.archive(c)
    names = [*PROPERTIES, *(f"property_with_a_long_name_{n}" for n in range(200))]

    async def main() -> None:
        async for changes in sync_async(crm.async_client().contacts, properties=names):
            copy.apply(changes)

    if is_async:
        asyncio.run(main())
    else:
        for changes in sync(crm.own.contacts, properties=names):
            copy.apply(changes)
    assert copy.rows() == crm.rows() and len(copy.rows()) == 2  # searches still find all four
    searches = [each.request for each in crm.requests if each.request.url.endswith("/search")]
    assert [len(each.content or b"") < 3_000 for each in searches] == [True]


def test_records_that_cannot_be_read_are_an_error(crm: Account) -> None:
    contacts(crm, 2)
    client = crm.client(rate_limiter=None, timing=Timing(sleep=lambda _: None))
    crm.fail_next(*["status_500"] * 50, path="/batch/read")
    with pytest.raises(BatchError):
        next(sync(client.contacts, properties=["x" * 3_000]))


def test_short_and_empty_pages(copy: Copy) -> None:
    crm = Account(faults=Faults(short_pages=0.3, empty_pages=0.3))
    contacts(crm, 900)
    run(crm, copy)
    assert len(copy.rows()) == 900


def test_a_server_that_returns_the_same_page_again() -> None:
    record = {"id": "7", "properties": {}, "archived": False}
    record |= {"createdAt": "2026-01-01T00:00:00Z", "updatedAt": "2026-01-01T00:00:00Z"}
    paging = {"paging": {"next": {"after": "200"}}}
    for results in ([record], []):
        transport = MockTransport([json_response({"results": results, **paging})] * 2)
        with pytest.raises(PaginationError, match="the same page"):
            list(sync(HubSpot("token", transport=transport).contacts, properties=[]))
        assert len(transport.requests) == 2


@pytest.mark.parametrize("version", [v3, v2026_09])
def test_each_type_has_its_own_modified_date(version: ModuleType, crm: Account) -> None:
    client = version.HubSpot("token", transport=crm.transport())
    *_, last = sync(client.contacts, properties=["email"])
    types = [client.contacts, client.objects("contacts"), client.objects("0-1")]
    types += [client.deals, client.companies, client.custom_objects("2-5")]
    names = list[str]()
    for each in types:
        next(sync(each, last.state, properties=["email"]))
        body = json.loads(bytes(crm.requests[-1].request.content or b""))
        names.append(body["filterGroups"][0]["filters"][1]["propertyName"])
        assert body["properties"] == ["email", "hs_merged_object_ids"]
    assert names == ["lastmodifieddate"] * 3 + ["hs_lastmodifieddate"] * 3


@pytest.mark.parametrize("state", [{"version": 2}, {"version": 1, "since": "x"}, {"other": 1}])
def test_a_state_of_something_else(state: SyncState, crm: Account) -> None:
    with pytest.raises(ValueError, match="not a state"):
        next(sync(crm.own.contacts, state, properties=[]))
    assert crm.request_count == 0
