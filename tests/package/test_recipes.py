"""Test that the recipes of docs/recipes.md do what they say, against the stand-in server."""

from __future__ import annotations

import asyncio
import csv
import io
import re
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from wsgiref.util import setup_testing_defaults

import pytest
from hubspot_crm import (
    AsyncHubSpot,
    HubSpot,
    MockTransport,
    OAuth,
    RedisRateLimiter,
    Timing,
    json_response,
    typed_properties,
    v2026_03,
)
from hubspot_crm.associated import associated_ids
from hubspot_crm.pytest_plugin import hubspot_client, hubspot_stand_in
from hubspot_crm.testing import StandIn
from hubspot_crm.transports import Headers, Response
from hubspot_crm.webhooks import WebhookEvent

from examples.recipes import __main__ as recipes
from examples.recipes import (
    associate,
    changed_deals,
    custom_objects,
    export_contacts,
    handle_errors,
    many_tasks,
    next_version,
    several_processes,
    sync_contacts,
    typed_records,
)
from examples.recipes.oauth_app import App
from examples.recipes.receive_webhooks import Receiver
from examples.recipes.test_my_import import test_an_import_that_loses_an_answer
from tests.support.redis_server import BINARY, redis_server

__all__ = ["hubspot_client", "hubspot_stand_in", "test_an_import_that_loses_an_answer"]

QUICK: dict[str, Any] = {"timing": Timing(sleep=lambda _: None)}


@pytest.fixture
def crm() -> StandIn:
    return StandIn(seed=4)


def emails(crm: StandIn) -> list[str]:
    return [each["properties"]["email"] for each in crm.records("contacts")]


def test_the_page_has_them_all() -> None:
    assert recipes.PAGE.read_text("utf-8") == recipes.page(), "run: make recipes"
    names = {path.stem for path in recipes.HERE.glob("*.py")}
    assert names - {"__init__", "__main__", "crm_types"} == set(recipes.ORDER)


def test_sync_contacts(crm: StandIn, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    crm.define("contacts", "age", "number")
    crm.create("contacts", {"email": "ada@example.com", "city": "Paris"})
    file = tmp_path / "contacts.csv"
    table = "email,city,age\nada@example.com,London,36\nbob@example.com,Paris,x\neve@example.com,Rome,7\n"
    file.write_text(table, "utf-8")
    with crm.client() as client:
        told = [sync_contacts.sync_contacts(client, file) for _ in range(2)]
    assert told == ["1 made, 1 changed, 1 refused", "0 made, 2 changed, 1 refused"]
    assert emails(crm) == ["ada@example.com", "eve@example.com"]
    assert crm.records("contacts")[0]["properties"]["city"] == "London"
    assert capsys.readouterr().out.startswith("row 3: ")


def test_many_tasks(crm: StandIn, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    subjects = [f"Call {number}" for number in range(950)]
    journal = str(tmp_path / "tasks.jsonl")

    def cut_short() -> Iterator[str]:
        yield from subjects[:500]
        raise KeyboardInterrupt

    crm.fail_next("drop_after")
    with crm.client() as client, pytest.raises(KeyboardInterrupt):
        many_tasks.create_tasks(client, cut_short(), journal)
    with crm.client() as client:
        told = many_tasks.create_tasks(client, subjects, journal)
    # The interrupt may come before the first response, then nothing is settled.
    *done, failed, unsent, unknown = map(int, re.findall(r"\d+", told))
    assert sum(done) == 850 and (failed, unsent, unknown) == (0, 0, 100)
    assert capsys.readouterr().out.count("may have been made") == 100
    written = crm.writes("tasks", by="hs_task_subject")
    assert written == dict.fromkeys(subjects, 1)


@pytest.fixture
def deals() -> tuple[StandIn, datetime, list[str]]:
    """Return an account with deals of yesterday and today, when today began, and the ids of
    today's."""
    now = [1_800_000_000.0]
    crm = StandIn(clock=lambda: now[0])
    for number in range(30):
        crm.create("deals", {"dealname": f"old {number}", "amount": "1"})
    now[0] += 86_400
    ids = [crm.create("deals", {"dealname": str(n), "amount": str(n)}) for n in range(10_250)]
    return crm, datetime.fromtimestamp(now[0], UTC), ids


def test_changed_deals(deals: tuple[StandIn, datetime, list[str]]) -> None:
    crm, since, ids = deals
    file = io.StringIO(newline="")
    with crm.client(rate_limiter=None) as client:
        changed_deals.export_deals(client, since, file)
    rows = list(csv.DictReader(io.StringIO(file.getvalue(), newline="")))
    assert [row["id"] for row in rows] == ids
    assert [row["dealname"] for row in rows[:2]] == ["0", "1"]

    async def main() -> int:
        async with crm.async_client(rate_limiter=None) as client:
            return await changed_deals.count_changed(client, since)

    assert asyncio.run(main()) == len(ids)


def test_associate(crm: StandIn) -> None:
    contact, other = (crm.create("contacts", {"email": f"{n}@example.com"}) for n in ("a", "b"))
    company = crm.create("companies", {"name": "Engines"})
    with crm.client() as client:
        client.association_schemas.labels.create(
            "contacts", "companies", name="decides", label="Decision maker"
        )
        task = associate.plan_call(client, contact, company)
        found = client.tasks.get(task, associations=["contacts", "companies"])
        for name, id_ in (("contacts", contact), ("companies", company)):
            assert associated_ids(found, name) == [id_]
        associate.employ(client, [contact, other], company)
        assert associate.contacts_of(client, [company]) == {company: [contact, other]}
        read = client.associations.batch.read("contacts", "companies", [{"id": contact}])
    labels = [kind.label for kind in read.results[0].to[0].association_types]
    assert "Decision maker" in labels


def test_custom_objects(crm: StandIn) -> None:
    with crm.client() as client:
        first = custom_objects.park(client, ["A 1", "B 2"])
        assert custom_objects.park(client, ["B 2", "C 3"])[0] == first[1]
    assert [each["properties"]["plate"] for each in crm.records("cars")] == ["A 1", "B 2", "C 3"]


def test_export_contacts(tmp_path: Path) -> None:
    dates = {"startedAt": "2026-04-01T09:00:00Z", "completedAt": "2026-04-01T09:00:01Z"}
    status = {**dates, "status": "PENDING"}
    done = {**dates, "status": "COMPLETE", "result": "https://files.example/contacts.csv"}
    file = Response(200, Headers([("Content-Type", "text/csv")]), b"email,city\n")
    answers = [json_response(each) for each in ({"id": "7"}, status, done)]
    transport = MockTransport([*answers, file])
    with HubSpot("token", transport=transport, **QUICK) as client:
        export_contacts.export_contacts(client, tmp_path / "contacts.csv")
    assert (tmp_path / "contacts.csv").read_text() == "email,city\n"
    assert transport.requests[-1].url == done["result"]


def test_handle_errors(crm: StandIn) -> None:
    with crm.client(**QUICK) as client:
        ada = handle_errors.add_contact(client, "ada@example.com")
        told = handle_errors.add_contact(client, "ada@example.com")
        assert ada.isdigit() and told == f"is there already: {ada}"
        crm.fail_next("drop_after")
        told = handle_errors.add_contact(client, "bob@example.com")
        assert told == "look whether it was made" and "bob@example.com" in emails(crm)
        crm.fail_next("daily_429")
        assert handle_errors.add_contact(client, "eve@example.com") == "no more today"
        scopes = {"category": "MISSING_SCOPES", "context": {"scopes": ["crm.objects"]}}
        crm.fail_next(json_response(scopes, 403))
        assert "crm.objects" in handle_errors.add_contact(client, "eve@example.com")


def test_typed_records(
    crm: StandIn, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, kind in (("dealname", "string"), ("amount", "number"), ("closed_on", "date")):
        crm.define("deals", name, kind)
    options = [{"label": each.title(), "value": each} for each in ("won", "lost")]
    crm.define("deals", "outcome", "enumeration", options=options)
    monkeypatch.setenv("HUBSPOT_ACCESS_TOKEN", "token")
    with crm.serve() as url:
        output = str(recipes.HERE / "crm_types.py")
        command = ["--check", "--base-url", url, "--output", output, "deals"]
        assert typed_properties.main(command) == 0, capsys.readouterr().out
    deal = crm.create("deals", {"amount": "12500.50"})
    with crm.client() as client:
        won = typed_records.win(client, deal, Decimal("500.25"))
    assert (won.amount, won.closed_on) == (Decimal("12000.25"), date(2026, 5, 1))
    kept = crm.records("deals")[0]["properties"]
    found = [kept[name] for name in ("amount", "closed_on", "outcome")]
    assert found == ["12000.25", "2026-05-01", "won"]


def test_receive_webhooks(crm: StandIn) -> None:
    events: list[WebhookEvent] = []
    answers: list[str] = []
    receiver = Receiver("secret", events.append)

    def deliver(headers: dict[str, str], body: bytes) -> None:
        environ: dict[str, Any] = {
            f"HTTP_{k.upper().replace('-', '_')}": headers[k] for k in headers
        }
        setup_testing_defaults(environ)
        environ |= {"REQUEST_METHOD": "POST", "PATH_INFO": "/hooks", "wsgi.input": io.BytesIO(body)}
        environ |= {"HTTP_HOST": "me.example", "wsgi.url_scheme": "https"}
        environ["CONTENT_LENGTH"] = str(len(body))
        receiver(environ, lambda status, *_: answers.append(status))  # type: ignore[arg-type]

    crm.subscribe(deliver, secret="secret", url="https://me.example/hooks")
    crm.subscribe(deliver, secret="forged", url="https://me.example/hooks")
    with crm.client() as client:
        client.contacts.create(properties={"email": "ada@example.com"})
    assert crm.webhook_failures == []
    assert answers == ["204 No Content", "401 Unauthorized"]
    assert [event.subscription_type for event in events] == ["contact.creation"]


@pytest.fixture
def url(crm: StandIn, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the URL of the stand-in; it is also the default base URL of clients."""
    with crm.serve() as served:
        for client in (HubSpot, AsyncHubSpot, v2026_03.HubSpot):
            monkeypatch.setitem(client.__init__.__kwdefaults__, "base_url", served)
        yield served


def test_oauth_app(crm: StandIn, url: str, tmp_path: Path) -> None:
    crm.oauth.required = True
    crm.oauth.expires_in = 100
    now = [time.time()]
    oauth = OAuth(
        client_id=crm.oauth.client_id,
        client_secret=crm.oauth.client_secret,
        redirect_uri="https://me.example/back",
        base_url=url,
        clock=lambda: now[0],
    )
    address, state, verifier = App(oauth, tmp_path).begin()
    asked = dict(parse_qsl(urlsplit(crm.oauth.authorize(address)).query))
    assert asked["state"] == state
    account = App(oauth, tmp_path).finish(asked["code"], verifier)

    async def main() -> None:
        async with App(oauth, tmp_path).async_client_of(account) as client:
            await client.contacts.create(properties={"email": "bob@example.com"})

    with App(oauth, tmp_path).client_of(account) as client:
        client.contacts.create(properties={"email": "ada@example.com"})
        now[0] += 60
        client.contacts.create(properties={"email": "eve@example.com"})
    asyncio.run(main())
    assert len(emails(crm)) == 3
    assert crm.oauth.refreshes == 1


def limiter_of(client: HubSpot) -> RedisRateLimiter:
    limiter = client._configuration.rate_limiter
    assert isinstance(limiter, RedisRateLimiter)
    return limiter


@pytest.mark.skipif(BINARY is None, reason="needs redis-server: make redis")
def test_several_processes(crm: StandIn, url: str, tmp_path: Path) -> None:
    with redis_server(tmp_path) as redis_url:
        clients = [several_processes.make_client("t", redis_url, "62515") for _ in range(3)]
        for client in clients:
            with client:
                client.tasks.create(properties={})
        one, *_, last = (limiter_of(client) for client in clients)
        for _ in range(20):
            one.reserve("search")
        assert last.reserve("search") > 2  # at five in a second
        for client in clients:
            limiter_of(client).close()
    agents = {dict(each.request.headers)["User-Agent"] for each in crm.requests}
    assert len(agents) == 1 and "nightly-sync/1.4" in agents.pop()


def test_next_version(crm: StandIn, url: str) -> None:
    contact = crm.create("contacts", {"email": "ada@example.com"})
    old, new, transport = next_version.both("token")
    assert next_version.compare(old, new, contact) == []
    transport.close()
    urls = [each.request.url for each in crm.requests]
    assert "/2026-03/" in urls[0] and "/2026-09/" in urls[1]
