"""Test batches that fail: what is sent again, what ends the run, and what is known afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hubspot_crm._core.batch.operation import BatchOptions, find_by
from hubspot_crm._core.batch.outcome import Outcome, outcome_of
from hubspot_crm._core.errors import (
    ApiConnectionError,
    ApiTimeoutError,
)
from hubspot_crm._core.resource import UNSET
from hubspot_crm._resource import AsyncResource

from tests.core.batches import all_well, both, groups, names, run
from tests.support.batch_server import (
    CREATE,
    TRACE,
    UPDATE,
    Answer,
    BatchServer,
    answer,
    created,
    refusal,
)

# --- repeats -----------------------------------------------------------------------------------


@both
def test_errors_that_did_nothing_are_sent_again(is_async: bool) -> None:
    seen: set[str] = set()

    def respond(inputs: list[Any]) -> Answer:
        new = [each for each in inputs if each["name"] not in seen]
        seen.update(each["name"] for each in inputs)
        errors = [refusal(each[TRACE], category="RATE_LIMITS") for each in new[:1]]
        done = [each for each in inputs if each not in new[:1]]
        return answer(created(done, errors=errors), 207)

    server = BatchServer(respond)
    outcome = run(server, CREATE, names(3), is_async=is_async)
    assert groups(outcome) == {"succeeded": [0, 1, 2]}
    assert server.sent == {"n0": 2, "n1": 1, "n2": 1}
    never = BatchServer(lambda i: answer({"errors": [refusal(i[0][TRACE], status="429")]}, 207))
    assert groups(run(never, CREATE, names(1), is_async=is_async)) == {"failed": [0]}
    assert never.sent == {"n0": 3}


@both
def test_what_never_reached_the_server_is_sent_again_and_then_unsent(is_async: bool) -> None:
    refused = ApiConnectionError("refused", maybe_sent=False)
    answers: list[Any] = [refused, refused]
    server = BatchServer(lambda i: answers.pop() if answers else all_well(i))
    assert groups(run(server, CREATE, names(2), is_async=is_async)) == {"succeeded": [0, 1]}
    gone = BatchServer(lambda _: refused)
    outcome = run(gone, CREATE, names(30), is_async=is_async, concurrency=1)
    assert groups(outcome) == {"unsent": list(range(30))}
    assert outcome.stopped_by is refused
    assert len(gone.requests) <= 4


@both
@pytest.mark.parametrize(
    "fault",
    [
        ApiTimeoutError("late"),
        ApiConnectionError("broken"),
        answer({"message": "oops"}, 500),
        answer(None, 201),
        answer([], 201),
    ],
    ids=["timeout", "connection", "500", "empty", "no object"],
)
def test_a_create_is_not_sent_twice_after_an_ambiguous_failure(
    is_async: bool, fault: Answer
) -> None:
    server = BatchServer(lambda i: fault if i[0]["name"] == "n0" else all_well(i))
    outcome = run(server, CREATE, names(6), is_async=is_async)
    assert groups(outcome) == {"succeeded": [3, 4, 5], "unknown": [0, 1, 2]}
    assert set(server.sent.values()) == {1}
    sent = {each["name"]: each[TRACE] for part in server.requests for each in part}
    assert [each.correlation_id for each in outcome.unknown] == [sent[f"n{n}"] for n in range(3)]


@both
def test_an_idempotent_operation_is_sent_again(is_async: bool) -> None:
    faults: list[Answer] = [ApiTimeoutError("late"), answer({"message": "oops"}, 502)]
    server = BatchServer(lambda i: faults.pop() if faults else answer({"results": i}))
    assert groups(run(server, UPDATE, [{"id": "1"}], is_async=is_async)) == {"succeeded": [0]}
    assert server.sent == {"1": 3}


@both
def test_inputs_of_unknown_fate_are_found_or_sent_again(is_async: bool) -> None:
    written = {"n0": {"id": "found"}}
    faults: list[Answer] = [ApiTimeoutError("late")]
    server = BatchServer(lambda i: faults.pop() if faults else all_well(i))

    def look(inputs: Sequence[Any]) -> list[Any]:
        return [UNSET if each["name"] == "n2" else written.get(each["name"]) for each in inputs]

    async def look_async(inputs: Sequence[Any]) -> list[Any]:
        return look(inputs)

    find = look_async if is_async else look
    outcome = run(server, CREATE, names(3), is_async=is_async, find=find)
    assert groups(outcome) == {"succeeded": [0, 1], "unknown": [2]}
    assert [each["id"] for each in outcome.results] == ["found", "r-n1"]
    assert server.sent == {"n0": 1, "n1": 2, "n2": 1}


@both
@pytest.mark.parametrize("whole", [True, False], ids=["of all", "of one"])
@pytest.mark.parametrize("named", ["category", "code of a detail"])
def test_a_request_that_comes_late_is_no_failure(is_async: bool, whole: bool, named: str) -> None:
    """It takes effect after its inputs were looked up, so the inputs that were sent again exist
    already."""
    status = 409 if named == "category" else 400
    conflict: dict[str, Any] = {"category": "CONFLICT"}
    if named != "category":
        details = [{"code": "CONFLICTING_UNIQUE_VALUE", "message": "n0"}]
        conflict = {"category": "VALIDATION_ERROR", "errors": details}
    written: dict[str, Any] = {}
    steps = iter(("lost", "late"))

    def respond(inputs: list[Any]) -> Answer:
        step = next(steps, "well")
        if step == "lost":
            return ApiTimeoutError("late")
        if step == "late":
            written.update({each["name"]: {"id": each["name"]} for each in inputs})
        if not written.keys() & {each["name"] for each in inputs}:
            return all_well(inputs)
        if whole:
            return answer({"message": "there", **conflict}, status)
        return answer({"errors": [{**refusal(i[TRACE]), **conflict} for i in inputs]}, 207)

    def look(inputs: Sequence[Any]) -> list[Any]:
        return [written.get(each["name"]) for each in inputs]

    server = BatchServer(respond)
    outcome = run(server, CREATE, names(3), is_async=is_async, find=look)
    assert groups(outcome) == {"succeeded": [0, 1, 2]}
    assert [each["id"] for each in outcome.results] == ["n0", "n1", "n2"]


def test_a_conflict_with_something_else() -> None:
    """A request that was lost once, and is never found, is not reported as without effect."""
    faults: list[Answer] = [ApiTimeoutError("late")]

    def respond(inputs: list[Any]) -> Answer:
        conflicts = [refusal(each[TRACE], category="CONFLICT") for each in inputs]
        return faults.pop() if faults else answer({"errors": conflicts}, 207)

    lost = run(BatchServer(respond), CREATE, names(1), find=lambda inputs: [None])
    assert groups(lost) == {"unknown": [0]}
    plain = run(BatchServer(respond), CREATE, names(1), find=lambda inputs: [None])
    assert groups(plain) == {"failed": [0]}


def test_found_by_a_unique_value() -> None:
    faults: list[Answer] = [ApiTimeoutError("late")]

    def respond(inputs: list[Any]) -> Answer:
        return faults.pop() if faults else all_well(inputs)

    def read(inputs: list[Any]) -> Outcome[Any, Any]:
        found = [{"id": "7", "properties": {"email": "n0"}}]
        absent = {"message": "none", "category": "OBJECT_NOT_FOUND", "context": {"ids": ["n1"]}}
        reader = BatchServer(lambda _: answer({"results": found, "errors": [absent]}, 207))
        return run(reader, UPDATE, inputs, body={"by": "email"})

    server = BatchServer(respond)
    outcome = run(server, CREATE, names(2), find=find_by(read, "/name"))
    assert [each.result["id"] for each in outcome.succeeded] == ["7", "r-n1"]


# --- interruptions -----------------------------------------------------------------------------


@both
def test_a_broken_source_leaves_what_was_sent_and_what_was_not(is_async: bool) -> None:
    def source() -> Iterator[Any]:
        yield from names(5)
        raise LookupError("no more")

    with pytest.raises(LookupError) as caught:
        run(BatchServer(all_well), CREATE, source(), is_async=is_async)
    outcome = outcome_of(caught.value)
    assert outcome is not None
    found = groups(outcome)
    assert sorted(found.get("succeeded", []) + found["unsent"]) == [0, 1, 2, 3, 4]
    assert {3, 4} <= set(found["unsent"])
    assert not outcome.complete
    assert outcome.summary() in caught.value.__notes__[0]


@both
def test_a_broken_callback_ends_the_run_and_nothing_is_lost(is_async: bool) -> None:
    def tell(settled: Any) -> None:
        raise LookupError("callback")

    with pytest.raises(LookupError) as caught:
        run(
            BatchServer(all_well),
            CREATE,
            names(9),
            is_async=is_async,
            concurrency=1,
            on_settled=tell,
        )
    outcome = outcome_of(caught.value)
    assert outcome is not None
    indexes = sorted(index for group in groups(outcome).values() for index in group)
    assert indexes == list(range(9))


def test_cancelling_leaves_the_outcome() -> None:
    """Inputs that are in flight at the deadline are unknown; those with a response have succeeded."""
    from hubspot_crm._core.transport import Response

    class Slow:
        async def send(self, request: Any) -> Response:
            response = server.receive(request)
            if server.sizes[1:]:
                await asyncio.sleep(60)
            return response

        async def aclose(self) -> None: ...

    server = BatchServer(all_well)
    from hubspot_crm._core.client import AsyncClient

    async def go() -> None:
        client = AsyncClient(base_url="http://a.b", product="t/1", security={}, transport=Slow())
        batching = BatchOptions(grace=0.05, concurrency=1)
        task = asyncio.ensure_future(
            AsyncResource(client)._batch(CREATE, names(9), batching=batching)
        )
        while len(server.requests) < 2:
            await asyncio.sleep(0.001)
        task.cancel()
        await task

    with pytest.raises(asyncio.CancelledError) as caught:
        asyncio.run(go())
    outcome = outcome_of(caught.value)
    assert outcome is not None
    assert groups(outcome) == {"succeeded": [0, 1, 2], "unsent": [6, 7, 8], "unknown": [3, 4, 5]}
