"""Test that defects of other CRM clients and of generated clients do not exist here.

The first line of each test names the defect. "The vendor's clients" are the two that HubSpot
publishes, "generated clients" those that the usual OpenAPI generators make.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any

import hubspot_crm
import pytest
from hubspot_crm import (
    UNSET,
    ApiConnectionError,
    BatchItemError,
    ConflictError,
    DailyLimitError,
    InternalServerError,
    MissingScopesError,
    NotFoundError,
    json_response,
    v2026_03,
)
from hubspot_crm.testing import StandIn
from hubspot_crm.transports import Headers, Response

from tests.package.defects import SUBJECT, Waits, waits, way
from tests.support.ways import WAYS, Way, crm, every_way, open_way

__all__ = ["crm", "waits", "way"]


RECORD: dict[str, Any] = {
    "id": "501",
    "properties": dict(SUBJECT),
    "createdAt": "2026-03-30T09:00:00.000Z",
    "updatedAt": "2026-03-30T09:00:00Z",
    "archived": False,
}


def statuses(crm: StandIn) -> list[int | None]:
    return [each.status for each in crm.requests]


class TestBatches:
    @every_way
    def test_207(self, way: Way, crm: StandIn) -> None:
        """The vendor's clients: a 207 is read as a success, its errors are lost."""
        taken = crm.create("contacts", {"email": "ada@example.com"})
        inputs = [{"properties": {"email": f"{name}@example.com"}} for name in ("ada", "new")]
        outcome = way(lambda c: c.contacts.batch.create(inputs))
        assert statuses(crm) == [207]
        assert [each.result.properties["email"] for each in outcome.succeeded] == [
            "new@example.com"
        ]
        [failed] = outcome.failed
        assert (failed.index, failed.input) == (0, inputs[0])
        assert isinstance(failed.error, BatchItemError) and failed.error.category == "CONFLICT"
        assert taken in str(failed.error)
        with pytest.raises(hubspot_crm.BatchError, match="1 succeeded, 1 failed"):
            outcome.raise_for_errors()

    @every_way
    def test_errors_inside_a_200(self, way: Way, crm: StandIn) -> None:
        """Generated clients: what a status does not announce is not looked for."""
        error = {"status": "error", "category": "VALIDATION_ERROR", "message": "no", "errors": []}
        error["context"] = {"ids": ["2"]}  # type: ignore[assignment]
        body = {"status": "COMPLETE", "results": [RECORD | {"id": "1"}], "errors": [error]}
        crm.fail_next(json_response(body))
        inputs = [{"id": each, "properties": dict(SUBJECT)} for each in "12"]
        outcome = way(lambda c: c.tasks.batch.update(inputs))
        assert [each.index for each in outcome.succeeded] == [0]
        assert [each.index for each in outcome.failed] == [1]

    @every_way
    def test_a_bad_input_fails_no_other(self, way: Way, crm: StandIn) -> None:
        """hubspot-api-python#51: without an id for each input, one failure fails all inputs."""
        crm.define("contacts", "age", "number")
        values = ("1", "many", "3")
        outcome = way(
            lambda c: c.contacts.batch.create([{"properties": {"age": each}} for each in values])
        )
        assert [each.index for each in outcome.failed] == [1]
        assert [each["properties"]["age"] for each in crm.records("contacts")] == ["1", "3"]

    @every_way
    def test_the_order_of_responses(self, way: Way, crm: StandIn) -> None:
        """All peers: results are matched to inputs by position, which is not reliable."""
        crm.fail_next("reordered_answers")
        inputs = [{"properties": {"hs_task_subject": str(number)}} for number in range(30)]
        outcome = way(lambda c: c.tasks.batch.create(inputs))
        found = [each.result.properties["hs_task_subject"] for each in outcome.succeeded]
        assert found == [str(number) for number in range(30)]

    @every_way
    def test_unknown_ids_of_a_read(self, way: Way, crm: StandIn) -> None:
        """hubspot-api-php#619: records that were found are lost beside those that were not."""
        id_ = crm.create("tasks", SUBJECT)
        outcome = way(lambda c: c.tasks.batch.read([{"id": "7"}, {"id": id_}]))
        assert statuses(crm) == [207]
        assert [each.id for each in outcome.results] == [id_]
        assert [each.input for each in outcome.failed] == [{"id": "7"}]

    @every_way
    def test_more_inputs_than_a_request_takes(self, way: Way, crm: StandIn) -> None:
        """All peers: callers have to split inputs above 100."""
        inputs = [{"properties": {"hs_task_subject": str(number)}} for number in range(250)]
        outcome = way(lambda c: c.tasks.batch.create(iter(inputs)))
        assert len(outcome.succeeded) == len(crm.records("tasks")) == 250
        assert len(crm.requests) == 3

    @every_way
    def test_a_response_that_never_came(self, way: Way, crm: StandIn) -> None:
        """All peers: after a lost response a batch of creates is sent again, or its state is not
        reported."""
        crm.fail_next("drop_after")
        outcome = way(lambda c: c.tasks.batch.create([{"properties": SUBJECT}] * 3))
        assert len(crm.records("tasks")) == 3 and len(crm.requests) == 1
        assert [each.index for each in outcome.unknown] == [0, 1, 2]
        sent = {each.correlation_id for each in outcome.unknown}
        assert sent == set(crm.writes("tasks"))


class TestRetries:
    @pytest.mark.parametrize("fault", ["status_500", "status_500_after"])
    @every_way
    def test_a_create_after_a_500(self, way: Way, crm: StandIn, fault: Any) -> None:
        """hubspot-sdk: a create is sent three times on a 500, and may be three records."""
        crm.fail_next(fault)
        with pytest.raises(InternalServerError):
            way(lambda c: c.tasks.create(properties=SUBJECT))
        assert len(crm.requests) == 1
        assert len(crm.records("tasks")) == (fault == "status_500_after")

    @pytest.mark.parametrize("fault", ["drop_after", "truncated_body", "drop_before"])
    @every_way
    def test_a_create_after_a_lost_response(self, way: Way, crm: StandIn, fault: Any) -> None:
        """hubspot-sdk: the same if the connection ends without a response."""
        crm.fail_next(fault)
        with pytest.raises(ApiConnectionError) as caught:
            way(lambda c: c.tasks.create(properties=SUBJECT))
        assert caught.value.maybe_sent
        assert len(crm.requests) == 1

    @every_way
    def test_what_is_safe_is_repeated(self, way: Way, crm: StandIn, waits: Waits) -> None:
        """The vendor's older client: nothing is retried, not even reads and upserts."""
        id_ = crm.create("contacts", {"email": "ada@example.com"})
        crm.fail_next("status_500", "drop_after", "status_500_after")
        assert way(lambda c: c.contacts.get(id_)).id == id_
        upsert = {"idProperty": "email", "id": "ada@example.com", "properties": {"city": "Paris"}}
        crm.fail_next("drop_after")
        assert len(way(lambda c: c.contacts.batch.upsert([upsert])).succeeded) == 1
        assert len(crm.records("contacts")) == 1
        assert len(crm.requests) == 6 and len(waits.seconds) == 4

    @every_way
    def test_a_daily_limit(self, way: Way, crm: StandIn, waits: Waits) -> None:
        """hubspot-sdk: a limit that lasts until midnight is retried like any other."""
        crm.fail_next("daily_429")
        with pytest.raises(DailyLimitError) as caught:
            way(lambda c: c.tasks.get("1"))
        assert caught.value.policy == "DAILY"
        assert (statuses(crm), waits.seconds) == ([429], [])

    @every_way
    def test_a_limit_of_seconds(self, way: Way, crm: StandIn, waits: Waits) -> None:
        """hubspot-api-python#117: a 429 is not retried, or at once, in spite of Retry-After."""
        body = {"errorType": "RATE_LIMIT", "policyName": "TEN_SECONDLY_ROLLING"}
        crm.fail_next(json_response(body, 429, {"Retry-After": "7"}))
        way(lambda c: c.tasks.create(properties=SUBJECT))
        assert statuses(crm) == [429, 201]
        assert sum(waits.seconds) >= 7
        assert len(crm.records("tasks")) == 1

    @every_way
    def test_an_account_on_the_move(self, way: Way, crm: StandIn, waits: Waits) -> None:
        """All peers: 477, which may last a day, is unknown to them, or waited for."""
        crm.fail_next("migration_477")
        with pytest.raises(hubspot_crm.MigrationInProgressError) as caught:
            way(lambda c: c.tasks.get("1"))
        assert caught.value.retry_after == 3600
        assert (len(crm.requests), waits.seconds) == (1, [])

    @every_way
    def test_a_lock(self, way: Way, crm: StandIn, waits: Waits) -> None:
        """All peers: 423 is an error, though it is over after two seconds."""
        crm.fail_next("lock_423")
        way(lambda c: c.tasks.create(properties=SUBJECT))
        assert len(waits.seconds) == 1 and waits.seconds[0] >= 2
        assert len(crm.records("tasks")) == 1


class TestPaging:
    @every_way
    def test_a_search_has_pages(self, way: Way, crm: StandIn) -> None:
        """hubspot-sdk: a search returns its first page only."""
        ids = [crm.create("tasks", SUBJECT) for _ in range(25)]
        assert [each.id for each in way.all(lambda c: c.tasks.search(limit=10))] == ids

    @every_way
    def test_an_empty_page(self, way: Way, crm: StandIn) -> None:
        """airbyte#43317 and others: an empty or short page ends the list, or never does."""
        ids = [crm.create("tasks", SUBJECT) for _ in range(12)]
        for ask in (lambda c: c.tasks.search(limit=5), lambda c: c.tasks.list(limit=5)):
            crm.fail_next("empty_pages", "short_pages", "empty_pages")
            assert [each.id for each in way.all(ask)] == ids

    def test_associations_have_pages(self, crm: StandIn) -> None:
        """hubspot-api-python#187: of many associations only the first page is reached."""
        contacts = [crm.create("contacts", {}) for _ in range(7)]
        company = crm.create("companies", {}, *contacts)
        pair = ("companies", company, "contacts")
        client = v2026_03.HubSpot("token", transport=crm.transport())
        found = [str(each.to_object_id) for each in client.associations.list(*pair, limit=3)]

        async def listed() -> list[str]:
            other = v2026_03.AsyncHubSpot("token", transport=crm.async_transport())
            async with other as client:
                pages = client.associations.list(*pair, limit=3)
                return [str(each.to_object_id) async for each in pages]

        assert sorted(found) == sorted(asyncio.run(listed())) == sorted(contacts)
        assert len(crm.requests) == 6

    @pytest.mark.parametrize("name", WAYS[:2])
    def test_more_than_ten_thousand(self, name: str, crm: StandIn) -> None:
        """hubspot-api-nodejs#132: a search ends at 10,000 records, with a 400 or silently."""
        ids = [crm.create("tasks", {}) for _ in range(10_150)]
        with ExitStack() as stack:
            way = open_way(name, crm, stack, rate_limiter=None)
            found = [each.id for each in way.all(lambda c: c.tasks.search(limit=200))]
        assert sorted(found, key=int) == ids
        assert 400 not in statuses(crm)


class TestAnswers:
    @pytest.mark.parametrize("status", [200, 201, 202])
    @every_way
    def test_another_status(self, way: Way, crm: StandIn, status: int) -> None:
        """hubspot-api-python#448: 200 came for a documented 201, and every client broke."""
        crm.fail_next(json_response(RECORD, status))
        assert way(lambda c: c.tasks.create(properties=SUBJECT)).id == "501"
        pair = {"fromObjectId": "1", "toObjectId": "2", "labels": []}
        body = {"status": "COMPLETE", "results": [pair]}
        crm.fail_next(json_response(body, status))
        inputs = [{"from": {"id": "1"}, "to": {"id": "2"}, "types": []}]
        outcome = way(lambda c: c.associations.batch.create("tasks", "contacts", inputs))
        assert len(outcome.succeeded) == 1

    @every_way
    def test_nulls(self, way: Way, crm: StandIn) -> None:
        """Generated clients: null among property values, or in a date, is a crash or is lost."""
        properties = {"hs_task_subject": None, "hs_task_body": "x"}
        crm.fail_next(json_response(RECORD | {"properties": properties, "archivedAt": None}))
        task = way(lambda c: c.tasks.get("501"))
        assert task.properties == properties
        assert task.archived_at is None
        assert task.to_dict()["properties"] == properties

    @every_way
    def test_a_new_value_of_an_enumeration(self, way: Way, crm: StandIn) -> None:
        """Generated clients: an unknown enumeration value is a crash."""
        owner = {"id": "1", "type": "AGENT", "archived": False, "userId": 7}
        times = {"createdAt": RECORD["createdAt"], "updatedAt": RECORD["updatedAt"]}
        crm.fail_next(json_response(owner | times))
        found = way(lambda c: c.owners.get(1))
        assert (found.type, found.misfits) == ("AGENT", {})

    @every_way
    def test_new_fields(self, way: Way, crm: StandIn) -> None:
        """Generated clients: fields that are not known yet are dropped by a round trip."""
        crm.fail_next(json_response(RECORD | {"colour": {"of": "the sky"}}))
        task = way(lambda c: c.tasks.get("501"))
        assert task.unknown_fields == {"colour": {"of": "the sky"}}
        assert json.loads(task.to_json()) == RECORD | {
            "colour": {"of": "the sky"},
            "createdAt": "2026-03-30T09:00:00Z",
        }

    @every_way
    def test_missing_fields(self, way: Way, crm: StandIn) -> None:
        """All generated clients: a required field that is not there is a crash."""
        crm.fail_next(json_response({"id": "501"}))
        task = way(lambda c: c.tasks.get("501"))
        assert (task.id, task.properties) == ("501", UNSET)
        assert set(task.misfits) == {"properties", "created_at", "updated_at", "archived"}

    @every_way
    def test_another_shape(self, way: Way, crm: StandIn) -> None:
        """Generated clients: a wrong shape in a field that nobody reads loses the record."""
        crm.fail_next(json_response(RECORD | {"archived": "no", "createdAt": [2026]}))
        task = way(lambda c: c.tasks.get("501"))
        assert task.properties == SUBJECT
        assert (task.archived, task.created_at) == ("no", [2026])
        assert set(task.misfits) == {"archived", "created_at"}

    @every_way
    def test_types_are_what_they_say(self, way: Way, crm: StandIn) -> None:
        """pyopenapi-gen: a cast in place of decoding, so that a date is a string."""
        crm.fail_next(json_response(RECORD))
        task = way(lambda c: c.tasks.get("501"))
        assert task.created_at == datetime(2026, 3, 30, 9, tzinfo=UTC)

    @every_way
    def test_invalid_json(self, way: Way, crm: StandIn) -> None:
        """Generated clients: a page of HTML from a gateway is an AttributeError or a KeyError."""
        crm.fail_next(Response(502, Headers(), b"<html>"))
        with pytest.raises(InternalServerError, match="502 Bad Gateway"):
            way(lambda c: c.tasks.create(properties=SUBJECT))


class TestErrors:
    @every_way
    def test_error_bodies(self, way: Way, crm: StandIn) -> None:
        """openapi-python-client: error bodies under `*/*` are dropped; what went wrong is lost."""
        with pytest.raises(NotFoundError) as caught:
            way(lambda c: c.tasks.get("7"))
        error = caught.value
        assert error.category == "OBJECT_NOT_FOUND" and error.correlation_id
        assert error.body.message == error.message  # type: ignore[attr-defined]
        assert f"404 Not Found: {error.message}" in str(error)

    @every_way
    def test_a_refusal_is_not_a_response(self, way: Way, crm: StandIn) -> None:
        """openapi-python-client: a 429 returns None; pyopenapi-gen: a 4xx is a success."""
        crm.fail_next(*["storm_429"] * 5)
        with pytest.raises(hubspot_crm.RateLimitError, match="TEN_SECONDLY_ROLLING"):
            way(lambda c: c.tasks.get("1"))
        crm.create("contacts", {"email": "ada@example.com"})
        with pytest.raises(ConflictError, match="Existing ID"):
            way(lambda c: c.contacts.create(properties={"email": "ada@example.com"}))

    @every_way
    def test_scopes_that_are_missing(self, way: Way, crm: StandIn) -> None:
        """The vendor's clients: "Forbidden", and the names of the scopes in a dump of the body."""
        scopes = {"requiredGranularScopes": ["crm.objects.deals.read"]}
        detail = {"message": "scopes are missing", "context": scopes}
        body = {"category": "MISSING_SCOPES", "message": "no", "errors": [detail]}
        crm.fail_next(json_response(body, 403))
        with pytest.raises(MissingScopesError) as caught:
            way(lambda c: c.deals.get("1"))
        assert "crm.objects.deals.read" in str(caught.value)
        assert "\n" not in str(caught.value)
