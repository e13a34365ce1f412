"""Batches of records: merged records, and conflicts that name one record."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hubspot_crm import BatchItemError, ConflictError, HubSpot, MockTransport, json_response
from hubspot_crm._core.transport import Request, Response
from hubspot_crm.testing import StandIn

from tests.support.ways import Way, crm, every_way, way

__all__ = ["crm", "way"]


@every_way
def test_a_merged_record_is_its_survivor(way: Way, crm: StandIn) -> None:
    kept, gone, other = (crm.create("contacts", {"email": f"{n}@example.com"}) for n in "abc")
    way(lambda c: c.contacts.merge(primary_object_id=kept, object_id_to_merge=gone))
    count = crm.request_count
    read = way(lambda c: c.contacts.batch.read([{"id": gone}, {"id": other}]))
    assert [each.result.id for each in read.succeeded] == [kept, other]
    change = {"id": gone, "properties": {"city": "Rome"}}
    changed = way(lambda c: c.contacts.batch.update([change]))
    assert [each.result.id for each in changed.succeeded] == [kept]
    assert crm.request_count == count + 2
    assert crm.records("contacts")[0]["properties"]["city"] == "Rome"


def refuse_even_numbers(request: Request) -> Response:
    """Refuse a whole request with the conflict of its first record with an even number."""
    inputs = json.loads(bytes(request.content or b""))["inputs"]
    numbers = [int(each.get("id") or each["properties"]["email"][0]) for each in inputs]
    for number in numbers:
        if number % 2 == 0:
            message = f"Contact already exists. Existing ID: {1000 + number}"
            body = {"status": "error", "category": "CONFLICT", "message": message}
            return json_response(body, status=409)
    trace = "objectWriteTraceId"
    results = [{"id": str(n), trace: each[trace]} for n, each in zip(numbers, inputs, strict=True)]
    dates = {"createdAt": "2026-01-01T00:00:00Z", "updatedAt": "2026-01-01T00:00:00Z"}
    results = [{**each, **dates, "properties": {}, "archived": False} for each in results]
    return json_response({"status": "COMPLETE", "results": results}, status=201)


INPUTS: dict[str, Callable[[int], dict[str, object]]] = {
    "create": lambda n: {"properties": {"email": f"{n}@example.com"}},
    "update": lambda n: {"id": str(n), "properties": {}},
    "upsert": lambda n: {"id": str(n), "idProperty": "number", "properties": {}},
}


@pytest.mark.parametrize("what", INPUTS)
def test_a_conflict_belongs_to_its_own_record(what: str) -> None:
    with HubSpot("token", transport=MockTransport(refuse_even_numbers)) as client:
        outcome = getattr(client.contacts.batch, what)([INPUTS[what](n) for n in range(1, 9)])
    assert [each.index for each in outcome.succeeded] == [0, 2, 4, 6]
    assert [(each.index, each.error.existing_id) for each in outcome.failed] == [
        (index, str(1001 + index)) for index in (1, 3, 5, 7)
    ]
    assert all(isinstance(each.error, ConflictError | BatchItemError) for each in outcome.failed)


def test_inputs_that_are_not_iterable_are_named() -> None:
    with pytest.raises(TypeError, match="NoneType is not iterable"):
        StandIn().client().contacts.batch.create(None)  # type: ignore[arg-type]


@every_way
def test_two_merged_records_are_read_as_the_one_that_is_left(way: Way, crm: StandIn) -> None:
    kept, *merged = [crm.create("contacts", {"email": f"{each}@example.com"}) for each in "abc"]
    for each in merged:
        crm.client().contacts.merge(primary_object_id=kept, object_id_to_merge=each)
    before = crm.request_count
    outcome = way(lambda c: c.contacts.batch.read([{"id": each} for each in merged]))
    assert [each.result.id for each in outcome.succeeded] == [kept, kept]
    assert not outcome.unmatched and crm.request_count - before == 3
