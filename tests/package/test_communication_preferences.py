"""Communication preferences: subscriptions of one contact and of many, with partial success."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from hubspot_crm import ApiStatusError, AsyncMockTransport, MockTransport, Outcome, json_response
from hubspot_crm.testing import StandIn
from hubspot_crm.v3 import AsyncHubSpot, HubSpot
from hubspot_crm.v2026_09 import HubSpot as Newest

from tests.package.test_families import run

ADDRESSES = ["ada@example.com", "grace@example.com", "?"]
TIME = "2026-04-01T09:00:00Z"
STATUS = {
    "channel": "EMAIL",
    "source": "API",
    "status": "SUBSCRIBED",
    "subscriberIdString": "ada@example.com",
    "subscriptionId": 5_000_000_000,
    "timestamp": TIME,
}
TIMES = {"status": "COMPLETE", "startedAt": TIME, "completedAt": TIME}
REFUSED = {
    "status": "error",
    "category": "VALIDATION_ERROR",
    "message": "? is no email address",
    "context": {"ids": ["?"]},
}


def partial(*results: Any) -> Any:
    body = {**TIMES, "results": list(results), "numErrors": 1, "errors": [REFUSED]}
    return json_response(body, 207)


def test_the_page_runs() -> None:
    crm = StandIn(seed=1)
    names = run(crm, "communication-preferences.md")
    assert [each.input for each in names["read"].succeeded] == ADDRESSES[:2]
    sent = [each.request for each in crm.requests]
    [update] = [each for each in sent if each.url.endswith("/statuses/ada%40example.com")]
    assert json.loads(update.content)["statusState"] == "SUBSCRIBED"
    [batch] = [each for each in sent if each.url.endswith("/statuses/batch/write")]
    assert [each["statusState"] for each in json.loads(batch.content)["inputs"]] == [
        "UNSUBSCRIBED",
        "UNSUBSCRIBED",
    ]


def test_subscribing_in_version_3() -> None:
    crm = StandIn(seed=1)
    client = HubSpot("token", transport=crm.transport())
    basis = {"legal_basis": "CONSENT_WITH_NOTICE", "legal_basis_explanation": "Asked."}
    client.communication_preferences.subscribe(
        email_address="ada@example.com", subscription_id="88", **basis
    )
    client.communication_preferences.unsubscribe(
        email_address="ada@example.com", subscription_id="88"
    )
    first, second = [each.request for each in crm.requests]
    assert first.url.endswith("/communication-preferences/v3/subscribe")
    assert json.loads(first.content) == {
        "emailAddress": "ada@example.com",
        "subscriptionId": "88",
        "legalBasis": "CONSENT_WITH_NOTICE",
        "legalBasisExplanation": "Asked.",
    }
    assert second.url.endswith("/communication-preferences/v3/unsubscribe")
    with pytest.raises(ApiStatusError, match="subscriptionId"):
        client.request(
            "POST", "/communication-preferences/v3/subscribe", json={"emailAddress": "a@b.c"}
        )


def check_read(outcome: Outcome[str, Any]) -> None:
    """Check the outcome of reading ADDRESSES, of which the last one is refused."""
    assert [each.input for each in outcome.succeeded] == ADDRESSES[:2]
    first, second = [each.result for each in outcome.succeeded]
    assert first.statuses[0].subscription_id == 5_000_000_000 and second.statuses == []
    [failed] = outcome.failed
    assert failed.input == "?" and failed.error.category == "VALIDATION_ERROR"
    assert outcome.complete


READ = partial(
    {"subscriberIdString": "grace@example.com", "statuses": []},
    {"subscriberIdString": "ada@example.com", "statuses": [STATUS]},
)


def test_reading_a_batch_with_partial_success() -> None:
    transport = MockTransport([READ])
    statuses = Newest("token", transport=transport).communication_preferences.statuses
    check_read(statuses.batch.read(ADDRESSES, channel="EMAIL"))
    [request] = transport.requests
    assert request.url.endswith("/2026-09/statuses/batch/read?channel=EMAIL")
    assert json.loads(request.content) == {"inputs": ADDRESSES}


def test_addresses_may_differ_in_case() -> None:
    results = [{"subscriberIdString": each, "statuses": []} for each in ADDRESSES[:2]]
    transport = MockTransport([json_response({**TIMES, "results": results})])
    batch = Newest("token", transport=transport).communication_preferences.statuses.batch
    outcome = batch.read([each.title() for each in ADDRESSES[1::-1]], channel="EMAIL")
    assert [each.result.subscriber_id_string for each in outcome.succeeded] == ADDRESSES[1::-1]


def test_async_reading_in_version_4() -> None:
    transport = AsyncMockTransport([READ])

    async def read() -> Any:
        async with AsyncHubSpot("token", transport=transport) as client:
            statuses = client.communication_preferences_v4.statuses
            return await statuses.batch.read(ADDRESSES, channel="EMAIL")

    check_read(asyncio.run(read()))
    [request] = transport.requests
    assert request.url.endswith("/communication-preferences/v4/statuses/batch/read?channel=EMAIL")


def test_unsubscribing_a_batch_needs_no_results() -> None:
    transport = MockTransport([partial(), json_response({**TIMES, "results": []})])
    batch = Newest("token", transport=transport).communication_preferences.statuses.batch
    outcome = batch.unsubscribe_all(ADDRESSES, channel="EMAIL")
    assert [each.input for each in outcome.succeeded] == ADDRESSES[:2]
    assert [each.input for each in outcome.failed] == ["?"]
    assert len(batch.unsubscribe_all(ADDRESSES[:2], channel="EMAIL").succeeded) == 2


def test_updates_are_matched_by_contact_and_subscription_type() -> None:
    results = [{**STATUS, "subscriptionId": number} for number in (2, 1)]
    transport = MockTransport([json_response({**TIMES, "results": results})])
    batch = HubSpot("token", transport=transport).communication_preferences_v4.statuses.batch
    wanted = {
        "channel": "EMAIL",
        "subscriberIdString": "ada@example.com",
        "statusState": "SUBSCRIBED",
    }
    outcome = batch.update([{**wanted, "subscriptionId": number} for number in (1, 2)])
    assert [each.result.subscription_id for each in outcome.succeeded] == [1, 2]
