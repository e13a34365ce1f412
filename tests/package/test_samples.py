"""Send the documented requests of five endpoints over a real connection, and decode the documented
responses."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import hubspot_crm
import msgspec
import pytest
from hubspot_crm import v3, v2025_09, v2026_03

from tests.support.json_equal import normalised
from tests.support.loopback import Loopback, RecordedRequest

SAMPLES = Path(__file__).parent.parent / "samples"
TOKEN = "pat-na1-00000000-0000-0000-0000-000000000000"


@dataclass(frozen=True)
class Sample:
    """A sample: its folder, the version and the call that send it, its URL and its status."""

    folder: str
    version: Any
    call: str
    path: str
    status: int
    answer: str

    def request(self) -> Any:
        return json.loads((SAMPLES / self.folder / "request.json").read_text("utf-8"))

    def response(self) -> Any:
        return json.loads((SAMPLES / self.folder / "response.json").read_text("utf-8"))

    def method(self, client: Any) -> Any:
        name, *words = self.call.split(".")
        found = client.objects("cars") if name == "objects" else getattr(client, name)
        for word in words:
            found = getattr(found, word)
        return found

    def typed_inputs(self) -> list[Any]:
        models = self.version.models
        inputs = self.request()["inputs"]
        return [models.SimplePublicObjectBatchInputForCreate.from_dict(each) for each in inputs]


PLAINLY = hubspot_crm.BatchOptions(single=True)
DONE = "BatchResponseSimplePublicObject"
TASKS, CALLS = "/crm/v3/objects/tasks/batch/create", "/crm/v3/objects/calls/batch/create"
APPOINTMENTS = "/crm/objects/2026-03/appointments/batch/create"
OBJECTS = "/crm/objects/2025-09/cars/batch/create"
SAMPLES_TABLE = [
    Sample("tasks-v3-batch-create.pt-BR", v3, "tasks.batch.create", TASKS, 201, DONE),
    Sample("tasks-v3-batch-create.ja", v3, "tasks.batch.create", TASKS, 201, DONE),
    Sample("calls-v3-batch-create.de-pt", v3, "calls.batch.create", CALLS, 207, DONE),
    Sample(
        "appointments-2026-03-batch-create.fr",
        v2026_03,
        "appointments.batch.create",
        APPOINTMENTS,
        201,
        DONE,
    ),
    Sample("objects-2025-09-batch-create.es", v2025_09, "objects.batch.create", OBJECTS, 200, DONE),
]
samples = pytest.mark.parametrize("sample", SAMPLES_TABLE, ids=lambda sample: sample.folder)
clients = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])


def send(sample: Sample, inputs: Any, *, is_async: bool) -> tuple[RecordedRequest, Any]:
    """Send a sample, and respond with its own response."""
    with Loopback() as server:
        server.answer_json(sample.response(), status=sample.status)
        answer = (
            asyncio.run(send_async(sample, inputs, server.url))
            if is_async
            else send_sync(sample, inputs, server.url)
        )
        [request] = server.requests
        return request, answer


def send_sync(sample: Sample, inputs: Any, url: str) -> Any:
    with sample.version.HubSpot(TOKEN, base_url=url) as client:
        [answer] = sample.method(client)(inputs, batching=PLAINLY).answers
        return answer


async def send_async(sample: Sample, inputs: Any, url: str) -> Any:
    async with sample.version.AsyncHubSpot(TOKEN, base_url=url) as client:
        outcome = await sample.method(client)(inputs, batching=PLAINLY)
        [answer] = outcome.answers
        return answer


def assert_is_the_sample(request: RecordedRequest, sample: Sample) -> None:
    assert (request.method, request.target) == ("POST", sample.path)
    assert request.headers["authorization"] == f"Bearer {TOKEN}"
    assert request.headers["content-type"] == "application/json"
    assert request.headers["accept"] == "application/json"
    assert request.json() == sample.request()


@samples
@clients
def test_plain_inputs_are_sent_as_documented(sample: Sample, is_async: bool) -> None:
    request, _ = send(sample, sample.request()["inputs"], is_async=is_async)
    assert_is_the_sample(request, sample)


@samples
@clients
def test_typed_inputs_are_sent_as_documented(sample: Sample, is_async: bool) -> None:
    request, _ = send(sample, sample.typed_inputs(), is_async=is_async)
    assert_is_the_sample(request, sample)


@samples
@clients
def test_the_response_is_typed_and_nothing_of_it_is_lost(sample: Sample, is_async: bool) -> None:
    _, answer = send(sample, sample.request()["inputs"], is_async=is_async)
    assert type(answer) is getattr(sample.version.models, sample.answer)
    assert typed_through(answer)
    assert normalised(json.loads(answer.to_json())) == normalised(sample.response())
    assert normalised(answer.to_dict()) == normalised(sample.response())


def typed_through(value: Any) -> bool:
    """Return whether no object in a response is a plain dict where its type is a model."""
    if isinstance(value, msgspec.Struct):
        assert value.misfits == {} and value.unknown_fields == {}  # type: ignore[attr-defined]
        return all(typed_through(getattr(value, name)) for name in value.__struct_fields__)
    if isinstance(value, list):
        return all(typed_through(each) for each in value)
    return True


def test_the_fields_of_a_response() -> None:
    _, answer = send(SAMPLES_TABLE[0], [], is_async=False)
    [task] = answer.results
    assert answer.status == "CANCELED"
    assert answer.completed_at == datetime(2023, 11, 7, 5, 31, 56, tzinfo=UTC)
    assert answer.links == {}
    assert task.id == "512"
    assert task.archived is False
    assert task.created_at == datetime(2019, 10, 30, 3, 30, 17, 883000, tzinfo=UTC)
    assert task.properties["property_number"] == "17"
    assert task.archived_at is hubspot_crm.UNSET


def test_a_partial_failure_holds_its_errors() -> None:
    _, answer = send(SAMPLES_TABLE[2], [], is_async=False)
    [error] = answer.errors
    [detail] = error.errors
    assert answer.num_errors == 123
    assert error.sub_category == {}
    assert detail.context == '{"missingScopes":["scope1","scope2"]}'
    assert detail.in_ == "<string>"


@clients
def test_a_response_with_a_status_that_is_not_declared_is_taken(is_async: bool) -> None:
    """The API has returned 200 where its documents say 201, without notice."""
    tasks = SAMPLES_TABLE[0]
    declared_as_200 = Sample(tasks.folder, v3, tasks.call, tasks.path, 200, DONE)
    _, answer = send(declared_as_200, [], is_async=is_async)
    assert type(answer) is v3.models.BatchResponseSimplePublicObject


def test_errors_are_read_whatever_the_status() -> None:
    calls = SAMPLES_TABLE[2]
    as_created = Sample(calls.folder, v3, calls.call, calls.path, 201, DONE)
    _, answer = send(as_created, [], is_async=False)
    assert len(answer.errors) == 1 and not answer.unknown_fields
    assert normalised(answer.to_dict()) == normalised(calls.response())
