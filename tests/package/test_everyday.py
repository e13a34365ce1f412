"""Test what a program does with the client every day, with sync and async clients and all
transports."""

from __future__ import annotations

import copy
import logging
import multiprocessing
import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import hubspot_crm
import pytest
from hubspot_crm import (
    ApiError,
    ApiTimeoutError,
    BatchItemError,
    DecodingError,
    HubSpot,
    JournalError,
    LocalRateLimiter,
    NotFoundError,
    OAuthError,
    PaginationError,
    RawResponse,
    RequestOptions,
    UnansweredError,
    v2026_09,
)
from hubspot_crm.testing import StandIn
from hubspot_crm.transports import Request
from hubspot_crm.v3 import HubSpot as HubSpotV3

from tests.support.ways import WAYS, Way, crm, every_way, open_way, way

__all__ = ["crm", "way"]


def headers(crm: StandIn) -> dict[str, str]:
    """Return the headers of the last request, by names in lower case."""
    return {name.lower(): value for name, value in crm.requests[-1].request.headers}


@every_way
def test_a_raw_response(way: Way, crm: StandIn) -> None:
    id_ = crm.create("tasks", {"hs_task_subject": "Call"})
    raw: RawResponse[Any] = way(lambda c: c.raw(c.tasks.get, id_, properties=["hs_task_subject"]))
    assert raw.status == 200 and raw.headers["content-type"].startswith("application/json")
    assert raw.parse() == way(lambda c: c.tasks.get(id_, properties=["hs_task_subject"]))
    with pytest.raises(TypeError, match="one request"):
        way(lambda c: c.raw(c.tasks.batch.create, []))


@every_way
def test_options_of_a_client_and_of_a_call(way: Way, crm: StandIn) -> None:
    id_ = crm.create("tasks", {})
    other = way.client.with_options(user_agent="mine/2", headers={"X-A": "1"}, timeout=7)
    way(lambda _: other.tasks.get(id_, options=RequestOptions(headers={"X-B": "2"})))
    sent = headers(crm)
    assert sent["user-agent"].startswith("hubspot-crm/") and "mine/2" in sent["user-agent"]
    assert (sent["x-a"], sent["x-b"]) == ("1", "2")
    way(lambda c: c.tasks.get(id_))
    assert "mine/2" not in headers(crm)["user-agent"] and "x-a" not in headers(crm)


@every_way
def test_hooks_and_logs(
    request: pytest.FixtureRequest, way: Way, crm: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    def sign(request: Request) -> Request:
        return replace(request, headers=(*request.headers, ("X-Signed", "yes")))

    caplog.set_level(logging.DEBUG)
    seen: list[int] = []
    id_ = crm.create("contacts", {"email": "private@example.com"})
    with ExitStack() as stack:
        hooked = open_way(
            request.node.callspec.params["way"],
            crm,
            stack,
            credential="pat-secret",
            on_request=sign,
            on_response=lambda _, response: seen.append(response.status),
        )
        hooked(lambda c: c.contacts.get(id_))
        with pytest.raises(NotFoundError):
            hooked(lambda c: c.contacts.get("7"))
    assert seen == [200, 404] and headers(crm)["x-signed"] == "yes"
    told = [each.getMessage() for each in caplog.records if each.name == "hubspot_crm"]
    assert [": 200 in" in told[0], ": 404 in" in told[1]] == [True, True]
    assert "secret" not in caplog.text and "private" not in caplog.text


@every_way
def test_a_call_ends_by_its_deadline(way: Way, crm: StandIn) -> None:
    crm.fail_next("stall")
    with pytest.raises(ApiTimeoutError):
        way(lambda c: c.tasks.get("1", options=RequestOptions(deadline=0.3)))


@pytest.mark.parametrize("name", WAYS)
def test_clients_share_a_limiter(name: str, crm: StandIn) -> None:
    limiter = LocalRateLimiter()
    with ExitStack() as stack:
        for _ in range(2):
            open_way(name, crm, stack, rate_limiter=limiter).all(lambda c: c.tasks.list())
        state = limiter.state()
    assert state is not None and state.used == 2


def test_threads_share_a_client(crm: StandIn) -> None:
    begin = threading.Barrier(16)

    def create(number: int) -> str:
        resources = [client.tasks, client.deals, client.contacts, client.companies]
        if number < 16:
            begin.wait(10)  # the first calls are concurrent, and load modules concurrently
        return str(resources[number % 4].create(properties={}).id)

    with (
        crm.serve() as url,
        HubSpot("token", base_url=url, rate_limiter=None) as client,
        ThreadPoolExecutor(16) as pool,
    ):
        assert len(set(pool.map(create, range(160)))) == 160


def test_records_and_outcomes_go_to_other_processes(crm: StandIn) -> None:
    with crm.client() as client:
        emails = ("ada@example.com", "ada@example.com")
        outcome = client.contacts.batch.create([{"properties": {"email": e}} for e in emails])
        typed = v2026_09.models.SimplePublicObject.from_dict(
            {"id": "1", "new": [1], "archived": "no"}
        )
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        [result, record] = pool.map(copy.copy, [outcome, typed])
        pool.close()
        pool.join()
    assert result.results == outcome.results and len(result.failed) == 1
    assert isinstance(result.failed[0].error, BatchItemError)
    assert str(result.failed[0].error) == str(outcome.failed[0].error)
    assert (record, record.unknown_fields) == (typed, {"new": [1]})
    assert record.misfits == typed.misfits and "archived" in record.misfits


ERRORS = [
    OAuthError("refused", code="BAD", status=400, transient=True),
    PaginationError("no end"),
    JournalError("damaged"),
    UnansweredError("nothing came"),
    DecodingError("no JSON", content=b"<"),
    BatchItemError("no", category="CONFLICT", status=409, body={"a": 1}),
    ApiTimeoutError("late", method="GET", url="http://x/a", maybe_sent=False),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_go_to_other_processes(error: ApiError) -> None:
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(twin) is type(error) and str(twin) == str(error)
        assert vars(twin) == vars(error)


@pytest.mark.parametrize("kind", [HubSpot, HubSpotV3, hubspot_crm.AsyncHubSpot])
def test_a_mistyped_option_is_refused(kind: Any) -> None:
    with pytest.raises(TypeError, match="unknown option 'time_out'"):
        kind("token", time_out=5)
