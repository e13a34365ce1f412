"""Test the faults, rate limits, OAuth and webhooks of the stand-in."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from base64 import urlsafe_b64encode
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from hubspot_crm import (
    ApiConnectionError,
    ApiError,
    ApiStatusError,
    ApiTimeoutError,
    HubSpot,
)
from hubspot_crm._core.transport import DEFAULT_TIMEOUT, Headers, Request, Response
from hubspot_crm.testing import Faults, Limits, StandIn
from hubspot_crm.webhooks import Verifier, parse_events

from tests.package.test_stand_in_documents import send
from tests.support.loopback import Answer, Loopback
from tests.support.ways import Way, crm, every_way, open_way, way

__all__ = ["crm", "way"]

GENERATED = Path(__file__).parent.parent.parent / "generated"
SEARCH = "/crm/objects/2026-09/tasks/search"
LIST = "/crm/objects/2026-09/tasks"


class Clock:
    """A clock that advances on request."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


LOST: list[tuple[Any, type[ApiError], int]] = [
    ("drop_before", ApiConnectionError, 0),
    ("drop_after", ApiConnectionError, 1),
    ("truncated_body", ApiConnectionError, 1),
    ("garbage_body", ApiError, 1),
    ("stall", ApiTimeoutError, 1),
    ("status_500", ApiStatusError, 0),
    ("status_500_after", ApiStatusError, 1),
    ("storm_429", ApiStatusError, 0),
    ("daily_429", ApiStatusError, 0),
    ("lock_423", ApiStatusError, 0),
    ("migration_477", ApiStatusError, 0),
]


@pytest.mark.parametrize(("fault", "error", "written"), LOST)
@every_way
def test_a_write_that_goes_wrong(
    request: pytest.FixtureRequest,
    fault: Any,
    error: type[ApiError],
    written: int,
    way: Way,
    crm: StandIn,
) -> None:
    with ExitStack() as stack:
        name = request.node.callspec.params["way"]
        hasty = open_way(name, crm, stack, timeout=0.3)
        crm.fail_next(*[fault] * 20)
        with pytest.raises(error):
            hasty(lambda c: c.tasks.create(properties={"hs_task_subject": "x"}))
        assert len(crm.records("tasks")) >= written
        if not written:
            assert crm.records("tasks") == []
        assert {each.fault for each in crm.requests} == {fault}


@every_way
def test_a_response_of_ones_own(way: Way, crm: StandIn) -> None:
    body = json.dumps({"message": "no", "category": "MISSING_SCOPES"}).encode()
    crm.fail_next(
        Response(403, Headers([("Content-Type", "application/json")]), body), path="/deals"
    )
    way(lambda c: c.tasks.create(properties={}))
    with pytest.raises(ApiStatusError, match="MISSING_SCOPES"):
        way(lambda c: c.deals.create(properties={}))
    way(lambda c: c.deals.create(properties={}))


@every_way
def test_short_and_empty_pages(way: Way, crm: StandIn) -> None:
    ids = [crm.create("tasks", {}) for _ in range(20)]
    crm.fail_next("empty_pages", "short_pages", "empty_pages", "empty_pages", "short_pages")
    assert [each.id for each in way.all(lambda c: c.tasks.list(limit=6))] == ids
    crm.fail_next("short_pages", "empty_pages", "short_pages", "empty_pages", "empty_pages")
    assert [each.id for each in way.all(lambda c: c.tasks.search(limit=6))] == ids
    assert len(crm.requests) > 10


def test_responses_that_are_twice_or_out_of_order() -> None:
    crm = StandIn(seed=5)
    path = "/crm/objects/2026-09/tasks/batch/create"
    inputs = [{"properties": {"n": str(n)}} for n in range(20)]
    crm.fail_next("duplicate_answers", "reordered_answers")
    for count in (21, 20):
        answer = json.loads(send(crm, "POST", path, {"inputs": inputs}).content)
        order = [int(each["properties"]["n"]) for each in answer["results"]]
        assert len(order) == count and order != sorted(order) and set(order) == set(range(20))
    assert len(crm.records("tasks")) == 40


def test_chance_comes_from_the_seed() -> None:
    def outcomes(seed: int) -> list[int]:
        crm = StandIn(seed=seed, faults=Faults(status_500=0.2, storm_429=0.1, storm_length=3))
        return [send(crm, "GET", LIST).status for _ in range(200)]

    first = outcomes(1)
    assert first == outcomes(1) != outcomes(2)
    assert {200, 429, 500} == set(first)
    assert re.search("429 429 429", " ".join(map(str, first)))


@pytest.mark.parametrize(
    "chances", [{"stall": 1.5}, {"stall": -0.1}, {"stall": 0.6, "lock_423": 0.6}]
)
def test_chances_are_checked(chances: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        Faults(**chances)  # type: ignore[arg-type]


def test_a_fault_that_is_none() -> None:
    with pytest.raises(ValueError, match="unknown fault 'nothing'"):
        StandIn().fail_next("nothing")  # type: ignore[arg-type]


def test_rate_limits() -> None:
    clock = Clock()
    crm = StandIn(limits=Limits(burst=3, search=2, daily=8), clock=clock)
    first = send(crm, "GET", LIST).headers
    assert first["X-HubSpot-RateLimit-Max"] == "3"
    assert first["X-HubSpot-RateLimit-Remaining"] == "2"
    assert first["X-HubSpot-RateLimit-Interval-Milliseconds"] == "10000"
    assert first["X-HubSpot-RateLimit-Daily-Remaining"] == "7"
    statuses = [send(crm, "GET", LIST).status for _ in range(3)]
    refused = json.loads(send(crm, "POST", SEARCH, {}).content)
    assert statuses == [200, 200, 429] and "results" in refused
    assert not any("RateLimit" in name for name in send(crm, "POST", SEARCH, {}).headers)
    policies = [json.loads(send(crm, "POST", SEARCH, {}).content)["policyName"]]
    clock.now += 10
    assert send(crm, "GET", LIST).status == 200
    policies += [json.loads(send(crm, "GET", LIST).content)["policyName"]]
    assert policies == ["SECONDLY", "DAILY"]
    clock.now += 86_400
    assert send(crm, "GET", LIST).status == 200


def test_a_burst_is_refused_by_name() -> None:
    crm = StandIn(limits=Limits(burst=1))
    answers = [send(crm, "GET", LIST) for _ in range(2)]
    body = json.loads(answers[1].content)
    assert (body["errorType"], body["policyName"]) == ("RATE_LIMIT", "TEN_SECONDLY_ROLLING")
    assert answers[1].headers["X-HubSpot-RateLimit-Remaining"] == "0"


def form(crm: StandIn, **fields: str) -> tuple[int, Any]:
    given = {"client_id": "stand-in-client", "client_secret": "stand-in-secret", **fields}
    url, headers = "http://x/oauth/2026-03/token", (("Content-Type", "x-www-form-urlencoded"),)
    content = urlencode(given).encode()
    answer = crm.handle(Request("POST", url, url, headers, content, DEFAULT_TIMEOUT))
    return answer.status, json.loads(answer.content)


def test_oauth() -> None:
    clock = Clock()
    crm = StandIn(clock=clock)
    crm.oauth.required = True
    digest = sha256(b"verifier").digest()
    asked = {
        "client_id": "stand-in-client",
        "redirect_uri": "https://app.example.com/back",
        "scope": "crm.objects.contacts.read oauth",
        "state": "s",
        "code_challenge": urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
    }
    url = f"https://app.hubspot.com/oauth/authorize?{urlencode(asked)}"
    answers = [parse_qs(urlsplit(crm.oauth.authorize(url)).query) for _ in range(2)]
    assert answers[0]["state"] == ["s"]
    exchange = {"grant_type": "authorization_code", "redirect_uri": asked["redirect_uri"]}
    status, refused = form(crm, **exchange, code=answers[0]["code"][0], code_verifier="wrong")
    assert (status, refused["status"]) == (400, "BAD_CODE_VERIFIER")
    code = answers[1]["code"][0]
    status, tokens = form(crm, **exchange, code=code, code_verifier="verifier")
    assert (status, tokens["expires_in"]) == (200, 1800)
    assert tokens["scopes"] == ["crm.objects.contacts.read", "oauth"]
    assert (
        form(crm, **exchange, code=code, code_verifier="verifier")[1]["status"] == "BAD_AUTH_CODE"
    )
    with HubSpot(tokens["access_token"], transport=crm.transport()) as client:
        client.tasks.create(properties={})
        clock.now += 1800
        with pytest.raises(ApiStatusError, match="EXPIRED_AUTHENTICATION"):
            client.tasks.create(properties={})
    crm.oauth.rotate = True
    old = tokens["refresh_token"]
    status, renewed = form(crm, grant_type="refresh_token", refresh_token=old)
    assert status == 200 and renewed["refresh_token"] != old
    assert (
        form(crm, grant_type="refresh_token", refresh_token=old)[1]["status"] == "BAD_REFRESH_TOKEN"
    )
    with HubSpot("never-issued", transport=crm.transport()) as client:
        with pytest.raises(ApiStatusError, match="INVALID_AUTHENTICATION"):
            client.tasks.create(properties={})
    assert form(crm, client_secret="x")[1]["status"] == "BAD_CLIENT_ID"


def test_webhooks_to_a_function() -> None:
    crm, seen = StandIn(), list[tuple[dict[str, str], bytes]]()
    crm.subscribe(
        lambda headers, body: seen.append((headers, body)), secret="s", url="https://me/x"
    )
    with crm.client() as client:
        made = client.contacts.create(properties={"email": "ada@example.com"})
        client.contacts.update(made.id, properties={"city": "London"})
        client.contacts.archive(made.id)
        client.tasks.create(properties={})
    events = [event for _, body in seen for event in parse_events(body)]
    kinds = ["contact.creation", "contact.propertyChange", "contact.deletion", "object.creation"]
    assert [event.subscription_type for event in events] == kinds
    assert (events[1].property_name, events[1].property_value) == ("city", "London")
    assert (str(events[0].object_id), events[3].object_type_id) == (made.id, "0-27")
    for headers, body in seen:
        call = {"method": "POST", "uri": "https://me/x", "body": body, "headers": headers}
        assert Verifier("s").is_valid(**call)  # type: ignore[arg-type]
        assert not Verifier("other").is_valid(**call)  # type: ignore[arg-type]


def test_webhooks_to_a_url_and_receivers_that_fail() -> None:
    crm = StandIn()
    with Loopback(
        lambda request: Answer(status=200 if b"creation" in request.body else 500)
    ) as receiver:
        crm.subscribe(f"{receiver.url}/hook", secret="s", events={"deal.creation", "deal.deletion"})
        with crm.client() as client:
            deal = client.deals.create(properties={"dealname": "x"})
            client.deals.update(deal.id, properties={"dealname": "y"})
            client.deals.archive(deal.id)
        sent = receiver.requests
    assert [json.loads(each.body)[0]["subscriptionType"] for each in sent] == [
        "deal.creation",
        "deal.deletion",
    ]
    assert len(crm.webhook_failures) == 1
    assert Verifier("s").is_valid(
        method="POST",
        uri=f"{receiver_url(sent[0])}/hook",
        body=sent[0].body,
        headers=sent[0].headers,
    )


def receiver_url(request: Any) -> str:
    return f"http://{request.headers['host']}"


def test_the_command() -> None:
    command = [sys.executable, "-m", "hubspot_crm.testing", "--port", "0", "--status-500", "1"]
    environment = {**os.environ, "PYTHONPATH": str(GENERATED)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            url = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())
            assert url is not None
            with (
                HubSpot("token", base_url=url[0]) as client,
                pytest.raises(ApiStatusError, match="500"),
            ):
                client.tasks.get("1")
            process.send_signal(signal.SIGINT)
            assert process.wait(10) == 0
        finally:
            process.kill()


def test_the_fixtures(tmp_path: Path) -> None:
    (tmp_path / "test_mine.py").write_text(
        "def test_it(hubspot_client, hubspot_stand_in):\n"
        "    hubspot_client.tasks.create(properties={'hs_task_subject': 'x'})\n"
        "    assert len(hubspot_stand_in.records('tasks')) == 1\n"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "hubspot_crm.pytest_plugin"]
    environment = {**os.environ, "PYTHONPATH": str(GENERATED)}
    result = subprocess.run(
        [*command, "-p", "no:cacheprovider", "-W", "error", str(tmp_path)],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert "1 passed" in result.stdout, result.stdout + result.stderr


def test_a_server_ends_while_requests_stall(crm: StandIn) -> None:
    with crm.serve() as url:
        crm.fail_next("stall")
        with HubSpot("token", base_url=url, timeout=0.2) as client, pytest.raises(ApiTimeoutError):
            client.tasks.create(properties={})
    assert len(crm.records("tasks")) == 1
