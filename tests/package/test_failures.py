"""Test how the client handles HubSpot's failures: what is retried, what is raised, and its
message."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import hubspot_crm
import pytest
from hubspot_crm import v3, v2025_09, v2026_03, v2026_09

from tests.support.loopback import Answer, Loopback, json_answer

Act = Callable[[Any], Any]
RECORD = {"id": "1", "properties": {}, "createdAt": "2026-01-01T00:00:00Z", "archived": False}


class Waits:
    """The seconds that a client would have waited."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    @property
    def timing(self) -> hubspot_crm.Timing:
        return hubspot_crm.Timing(sleep=self.seconds.append, random=lambda: 0.0)


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as running:
        yield running


@pytest.fixture
def waits() -> Waits:
    return Waits()


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def call(request: pytest.FixtureRequest, server: Loopback, waits: Waits) -> Callable[[Act], Any]:
    options: dict[str, Any] = {"base_url": server.url, "timing": waits.timing}

    def sync(act: Act) -> Any:
        with hubspot_crm.HubSpot("token", **options) as client:
            return act(client)

    async def main(act: Act) -> Any:
        async with hubspot_crm.AsyncHubSpot("token", **options) as client:
            return await act(client)

    return (lambda act: asyncio.run(main(act))) if request.param else sync


def create(client: Any) -> Any:
    return client.tasks.create(properties={"hs_task_subject": "Call back"})


def get(client: Any) -> Any:
    return client.tasks.get("1")


Call = Callable[[Act], Any]


class TestLimits:
    def test_a_daily_limit_is_raised_at_once(
        self, server: Loopback, call: Call, waits: Waits
    ) -> None:
        body = {
            "status": "error",
            "message": "You have reached your daily limit.",
            "errorType": "RATE_LIMIT",
            "correlationId": "c-1",
            "policyName": "DAILY",
        }
        server.answer_json(body, status=429)
        with pytest.raises(hubspot_crm.DailyLimitError) as caught:
            call(get)
        assert len(server.requests) == 1 and waits.seconds == []
        assert str(caught.value) == (
            "429 Too Many Requests: You have reached your daily limit. (policy DAILY, correlation "
            "id c-1) [GET /crm/objects/2026-09/tasks/1]"
        )

    @pytest.mark.parametrize("policy", ["TEN_SECONDLY_ROLLING", "SECONDLY"])
    def test_a_limit_of_seconds_is_waited_for(
        self, server: Loopback, call: Call, policy: str
    ) -> None:
        server.answer_json({"policyName": policy}, status=429)
        server.answer_json(RECORD, status=201)
        assert call(create).id == "1"

    def test_a_lock_is_waited_for(self, server: Loopback, call: Call, waits: Waits) -> None:
        server.answer_json({"message": "locked"}, status=423)
        server.answer_json(RECORD, status=201)
        assert call(create).id == "1"
        assert waits.seconds == [2.0]

    def test_a_migration_is_raised_at_once(self, server: Loopback, call: Call) -> None:
        server.answer_json({"message": "Moving"}, status=477, headers={"Retry-After": "86400"})
        with pytest.raises(hubspot_crm.MigrationInProgressError, match="retry after 86400 s") as e:
            call(get)
        assert e.value.retry_after == 86400 and len(server.requests) == 1


class TestWhatIsSentTwice:
    @pytest.mark.parametrize("failure", [json_answer({}, status=500), Answer(raw=b"")])
    def test_no_create(self, server: Loopback, call: Call, failure: Answer) -> None:
        server.answer(failure)
        with pytest.raises(hubspot_crm.ApiError):
            call(create)
        assert len(server.requests) == 1

    @pytest.mark.parametrize("failure", [json_answer({}, status=502), Answer(raw=b"")])
    @pytest.mark.parametrize(
        ("act", "answer"),
        [
            (get, RECORD),
            (lambda c: c.tasks.update("1", properties={"a": "b"}), RECORD),
            (lambda c: c.tasks.archive("1"), None),
        ],
    )
    def test_what_does_no_more_then(
        self, server: Loopback, call: Call, failure: Answer, act: Act, answer: object
    ) -> None:
        server.answer(failure)
        server.answer(json_answer(answer, status=204 if answer is None else 200))
        call(act)
        assert len(server.requests) == 2
        assert server.requests[0].body == server.requests[1].body

    @pytest.mark.parametrize("version", [v3, v2025_09, v2026_03, v2026_09])
    def test_a_search_in_every_version(self, server: Loopback, waits: Waits, version: Any) -> None:
        server.answer_json({}, status=503)
        server.answer_json({"total": 1, "results": [RECORD]})
        with version.HubSpot("token", base_url=server.url, timing=waits.timing) as client:
            assert [deal.id for deal in client.deals.search()] == ["1"]
        assert len(server.requests) == 2

    def test_no_merge(self, server: Loopback, call: Call) -> None:
        server.answer_json({}, status=500)
        with pytest.raises(hubspot_crm.InternalServerError):
            call(lambda c: c.tickets.merge(primary_object_id="1", object_id_to_merge="2"))
        assert len(server.requests) == 1


class TestErrors:
    def test_missing_scopes(self, server: Loopback, call: Call) -> None:
        scopes = {"requiredGranularScopes": ["crm.objects.contacts.read"]}
        body = {
            "status": "error",
            "message": "This app hasn't been granted all required scopes to make this call.",
            "correlationId": "c-2",
            "errors": [{"message": "One or more scopes are required.", "context": scopes}],
            "category": "MISSING_SCOPES",
        }
        server.answer_json(body, status=403)
        with pytest.raises(hubspot_crm.MissingScopesError) as caught:
            call(get)
        assert caught.value.context["requiredGranularScopes"] == ("crm.objects.contacts.read",)
        assert str(caught.value) == (
            "403 Forbidden: This app hasn't been granted all required scopes to make this call.; "
            "One or more scopes are required. (category MISSING_SCOPES, requiredGranularScopes "
            "crm.objects.contacts.read, correlation id c-2) [GET /crm/objects/2026-09/tasks/1]"
        )

    @pytest.mark.parametrize("as_text", [False, True])
    def test_the_property_at_fault(self, server: Loopback, call: Call, as_text: bool) -> None:
        context = '{"propertyName":["shade"]}' if as_text else {"propertyName": ["shade"]}
        detail = {"message": "Property shade does not exist", "context": context}
        body = {"message": "Not valid.", "category": "VALIDATION_ERROR", "errors": [detail]}
        server.answer_json(body, status=400)
        with pytest.raises(hubspot_crm.ValidationError, match="propertyName shade") as caught:
            call(create)
        assert caught.value.details == ("Property shade does not exist",)

    def test_too_long_a_page_is_never_requested(self, server: Loopback) -> None:
        with hubspot_crm.HubSpot("token", base_url=server.url) as client:
            with pytest.raises(hubspot_crm.InputError, match="limit is 201; .* at most 200"):
                list(client.tasks.search(limit=201))
            with pytest.raises(hubspot_crm.InputError, match="limit is 101; .* at most 100"):
                list(client.tasks.list(limit=101))
        assert server.requests == []


def test_raw_responses_of_generated_methods(server: Loopback, call: Call) -> None:
    server.answer_json(RECORD, headers={"X-HubSpot-RateLimit-Remaining": "99"})
    raw = call(lambda c: c.raw(c.tasks.get, "1", properties=["a"]))
    assert raw.headers["x-hubspot-ratelimit-remaining"] == "99"
    assert raw.parse().id == "1"
    assert server.requests[0].query == [("properties", "a")]
