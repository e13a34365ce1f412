"""Batches: any number of inputs in, what came of each out; both drivers against one server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any

import pytest
from hubspot_crm._core.batch_options import BatchOptions, find_by
from hubspot_crm._core.errors import (
    ApiConnectionError,
    ApiTimeoutError,
    BadRequestError,
    RateLimitError,
)
from hubspot_crm._core.model import Model
from hubspot_crm._core.operation import BatchOperation
from hubspot_crm._core.outcome import BatchError, BatchItemError, Outcome, outcome_of
from hubspot_crm._core.resource import UNSET, AsyncResource, Resource
from msgspec import UnsetType, field
from msgspec.structs import replace

from tests.support.batch_server import (
    ARCHIVE,
    CREATE,
    TRACE,
    UPDATE,
    Answer,
    BatchServer,
    answer,
    created,
    refusal,
)

both = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
QUICK = {"repeat_wait": 0.0, "grace": 2.0}


def run(
    server: BatchServer,
    operation: BatchOperation[Any],
    inputs: Any,
    *,
    is_async: bool = False,
    body: Any = UNSET,
    **options: Any,
) -> Outcome[Any, Any]:
    """One batch by either client."""
    batching = BatchOptions(**{**QUICK, **options})
    if not is_async:
        with server.client() as client:
            return Resource(client)._batch(operation, inputs, body=body, batching=batching)

    async def go() -> Outcome[Any, Any]:
        async with server.async_client() as client:
            resource = AsyncResource(client)
            return await resource._batch(operation, inputs, body=body, batching=batching)

    return asyncio.run(go())


def names(count: int, start: int = 0) -> list[dict[str, Any]]:
    return [{"name": f"n{number}"} for number in range(start, start + count)]


def groups(outcome: Outcome[Any, Any]) -> dict[str, list[int]]:
    """The indexes in each group that is not empty."""
    found = {
        name: [each.index for each in getattr(outcome, name)]
        for name in ("succeeded", "failed", "unsent", "unknown")
    }
    return {name: indexes for name, indexes in found.items() if indexes}


def all_well(inputs: list[Any]) -> Answer:
    return answer(created(reversed(inputs)), 201)


# --- splitting ---------------------------------------------------------------------------------


@both
def test_inputs_are_split_and_results_tied_whatever_their_order(is_async: bool) -> None:
    server = BatchServer(all_well)
    outcome = run(server, CREATE, names(8), is_async=is_async)
    assert sorted(server.sizes) == [2, 3, 3]
    assert [each.index for each in outcome.succeeded] == list(range(8))
    assert [each.result["id"] for each in outcome.succeeded] == [f"r-n{n}" for n in range(8)]
    assert [each.input for each in outcome.succeeded] == names(8)
    assert outcome.complete
    outcome.raise_for_errors()
    traces = [each[TRACE] for part in server.requests for each in part]
    assert len(set(traces)) == 8


@both
def test_no_inputs_are_no_request(is_async: bool) -> None:
    server = BatchServer(all_well)
    outcome = run(server, CREATE, [], is_async=is_async)
    assert server.requests == [] and outcome.complete and groups(outcome) == {}


def test_an_async_iterable_is_taken() -> None:
    async def source() -> AsyncIterator[Any]:
        for each in names(7):
            yield each

    server = BatchServer(all_well)
    assert groups(run(server, CREATE, source(), is_async=True)) == {"succeeded": list(range(7))}


@both
def test_an_iterator_is_taken_no_further_than_needed(is_async: bool) -> None:
    taken = 0

    def source() -> Iterator[Any]:
        nonlocal taken
        for each in names(1000):
            taken += 1
            yield each

    def respond(inputs: list[Any]) -> Answer:
        ahead.append(taken - sum(server.sizes))
        return all_well(inputs)

    ahead: list[int] = []
    server = BatchServer(respond)
    outcome = run(server, CREATE, source(), is_async=is_async, concurrency=2)
    assert outcome.succeeded_count == 1000
    assert max(ahead) <= 2 * 3 + 3 + 1


@both
def test_a_member_of_the_body_may_lower_the_limit(is_async: bool) -> None:
    def respond(inputs: list[Any]) -> Answer:
        return answer({"results": inputs})

    server = BatchServer(respond)
    ids = [{"id": str(n)} for n in range(5)]
    run(server, UPDATE, ids, body={"history": ["a"]}, is_async=is_async)
    assert sorted(server.sizes) == [1, 2, 2]
    server = BatchServer(respond)
    run(server, UPDATE, ids, body={"history": UNSET}, is_async=is_async)
    assert sorted(server.sizes) == [2, 3]
    assert all(set(body) == {"inputs"} for body in server.bodies)


@both
def test_ids_of_the_caller_are_kept_and_equal_ones_do_not_share_a_request(is_async: bool) -> None:
    server = BatchServer(all_well)
    inputs = [{"name": "a", TRACE: "x"}, {"name": "b", TRACE: "x"}, {"name": "c", TRACE: "y"}]
    outcome = run(server, CREATE, inputs, is_async=is_async)
    assert [each.result["id"] for each in outcome.succeeded] == ["r-a", "r-b", "r-c"]
    assert sorted(server.sizes) == [1, 2]
    assert sorted(each[TRACE] for part in server.requests for each in part) == ["x", "x", "y"]


class Thing(Model, kw_only=True):
    name: str
    trace: str | UnsetType = field(default=UNSET, name=TRACE)


@both
def test_models_get_ids_too_and_stay_as_they_are(is_async: bool) -> None:
    server = BatchServer(all_well)
    things = [
        Thing(name="a"),
        Thing(name="b", trace="mine"),
        Thing.from_dict({"name": "c", "z": 1}),
    ]
    outcome = run(server, CREATE, things, is_async=is_async)
    assert groups(outcome) == {"succeeded": [0, 1, 2]}
    assert things[0].trace is UNSET
    [sent] = server.requests
    assert sent[1] == {"name": "b", TRACE: "mine"} and sent[2]["z"] == 1


def test_requests_at_once_are_bounded() -> None:
    from threading import Barrier, BrokenBarrierError

    barrier = Barrier(3)
    together: list[bool] = []

    def respond(inputs: list[Any]) -> Answer:
        try:
            barrier.wait(timeout=0.3)
            together.append(True)
        except BrokenBarrierError:
            together.append(False)
        return all_well(inputs)

    run(BatchServer(respond), CREATE, names(9), concurrency=2)
    assert together == [False] * 3


# --- answers -----------------------------------------------------------------------------------


@both
@pytest.mark.parametrize("swapped", [False, True], ids=["in order", "two swapped"])
def test_an_order_is_believed_only_where_the_ids_say_so(is_async: bool, swapped: bool) -> None:
    def respond(inputs: list[Any]) -> Answer:
        order = [0, 2, 1] if swapped else [0, 1, 2]
        return answer(created(inputs[number] for number in order[: len(inputs)]), 201)

    server = BatchServer(respond)
    outcome = run(
        server, CREATE, [Thing(name=each["name"]) for each in names(3)], is_async=is_async
    )
    assert groups(outcome) == {"succeeded": [0, 1, 2]}
    sent = [each[TRACE] for each in server.requests[0]]
    assert [each.result[TRACE] for each in outcome.succeeded] == sent


@both
def test_an_input_that_is_none_leaves_the_list_in_the_outcome(is_async: bool) -> None:
    inputs: list[Any] = [*names(4), 5, *names(2)]
    with pytest.raises(TypeError) as caught:
        run(BatchServer(all_well), CREATE, inputs, is_async=is_async)
    outcome = outcome_of(caught.value)
    assert outcome is not None
    indexes = sorted(index for group in groups(outcome).values() for index in group)
    assert indexes == [0, 1, 2, 3, 5, 6]


def test_an_interrupt_of_a_sole_request_leaves_its_inputs_unknown() -> None:
    """It goes in the calling thread, in which Ctrl-C is raised."""

    def respond(inputs: list[Any]) -> Answer:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as caught:
        run(BatchServer(respond), CREATE, names(3))
    outcome = outcome_of(caught.value)
    assert outcome is not None and groups(outcome) == {"unknown": [0, 1, 2]}
    assert not outcome.complete


@both
@pytest.mark.parametrize("status", [200, 201, 207])
def test_errors_are_tied_to_their_inputs_whatever_the_status(is_async: bool, status: int) -> None:
    def respond(inputs: list[Any]) -> Answer:
        good = [each for each in inputs if each["name"] != "n1"]
        bad = [each[TRACE] for each in inputs if each["name"] == "n1"]
        return answer(created(good, errors=[refusal(*bad)], numErrors=1), status)

    outcome = run(BatchServer(respond), CREATE, names(3), is_async=is_async)
    assert groups(outcome) == {"succeeded": [0, 2], "failed": [1]}
    [failed] = outcome.failed
    assert isinstance(failed.error, BatchItemError)
    assert failed.error.category == "VALIDATION_ERROR"
    assert outcome.complete
    with pytest.raises(BatchError, match=r"2 succeeded, 1 failed, .* first: no \(category VALID"):
        outcome.raise_for_errors()


@both
def test_an_error_that_names_no_input_is_that_of_all_without_a_result(is_async: bool) -> None:
    def respond(inputs: list[Any]) -> Answer:
        return answer(created(inputs[:1], errors=[{"message": "no"}, None]), 207)

    outcome = run(BatchServer(respond), CREATE, names(3), is_async=is_async)
    assert groups(outcome) == {"succeeded": [0], "failed": [1, 2]}


@both
@pytest.mark.parametrize(
    "body", [{}, {"results": None}, {"results": [None]}, {"results": [{"id": "9"}]}, {"results": 7}]
)
def test_without_result_or_error_an_input_is_unknown(is_async: bool, body: Any) -> None:
    outcome = run(BatchServer(lambda _: answer(body, 201)), CREATE, names(2), is_async=is_async)
    assert groups(outcome) == {"unknown": [0, 1]}
    assert all(each.correlation_id for each in outcome.unknown)
    assert not outcome.complete


@both
def test_doubled_and_foreign_results_are_kept_apart(is_async: bool) -> None:
    def respond(inputs: list[Any]) -> Answer:
        body = created([*inputs, *inputs, {"name": "z", TRACE: "foreign"}])
        return answer(body, 201)

    outcome = run(BatchServer(respond), CREATE, names(2), is_async=is_async)
    assert groups(outcome) == {"succeeded": [0, 1]}
    assert len(outcome.unmatched) == 3


def test_a_sole_result_without_an_id_is_that_of_the_sole_input() -> None:
    outcome = run(BatchServer(lambda _: answer({"results": [{"id": "9"}]})), CREATE, names(1))
    assert outcome.results == [{"id": "9"}]


@both
def test_results_are_tied_by_what_the_operation_says(is_async: bool) -> None:
    inputs = [{"id": 1}, {"id": "A@x", "by": "email"}, {"id": "2"}]
    results = [
        {"id": "70", "properties": {"email": "a@X"}},
        {"id": 2, "properties": {}},
        {"id": "1", "properties": {"email": None}},
    ]
    outcome = run(
        BatchServer(lambda _: answer({"results": results})), UPDATE, inputs, is_async=is_async
    )
    assert [each.result["id"] for each in outcome.succeeded] == ["1", "70", 2]


def test_the_member_that_results_are_tied_by_is_asked_for() -> None:
    def respond(inputs: list[Any]) -> Answer:
        return answer({"results": [{"id": "7", "properties": {"email": "a@x"}}]})

    server = BatchServer(respond)
    body = {"by": "email", "properties": ["name"]}
    outcome = run(server, UPDATE, [{"id": "a@x"}], body=body)
    assert groups(outcome) == {"succeeded": [0]}
    assert server.bodies[0]["properties"] == ["name", "email"]
    assert body == {"by": "email", "properties": ["name"]}


def test_equal_inputs_share_one_result() -> None:
    server = BatchServer(lambda _: answer({"results": [{"id": "1"}]}))
    assert groups(run(server, UPDATE, [{"id": "1"}, {"id": "1"}])) == {"succeeded": [0, 1]}


@both
def test_an_empty_success_is_one_where_no_results_are_answered(is_async: bool) -> None:
    ids = [{"id": "1"}, {"id": "2"}]
    for response in (answer(None, 204), answer({"status": "COMPLETE"}, 200)):
        outcome = run(BatchServer(lambda _, r=response: r), ARCHIVE, ids, is_async=is_async)
        assert groups(outcome) == {"succeeded": [0, 1]}
    partly = answer({"errors": [{"message": "no", "context": {"ids": ["2"]}}]}, 207)
    outcome = run(BatchServer(lambda _: partly), ARCHIVE, ids, is_async=is_async)
    assert groups(outcome) == {"succeeded": [0], "failed": [1]}
    unclear = answer({"errors": [{"message": "no"}]}, 200)
    outcome = run(BatchServer(lambda _: unclear), ARCHIVE, ids, is_async=is_async)
    assert groups(outcome) == {"unknown": [0, 1]}


# --- refusals ----------------------------------------------------------------------------------


@both
def test_one_bad_input_does_not_fail_the_others(is_async: bool) -> None:
    def respond(inputs: list[Any]) -> Answer:
        if any(each["name"] == "n4" for each in inputs):
            return answer({"message": "bad", "category": "VALIDATION_ERROR"}, 400)
        return all_well(inputs)

    server = BatchServer(respond)
    outcome = run(server, CREATE, names(6), is_async=is_async)
    assert groups(outcome) == {"succeeded": [0, 1, 2, 3, 5], "failed": [4]}
    assert isinstance(outcome.failed[0].error, BadRequestError)
    whole = run(BatchServer(respond), CREATE, names(6), is_async=is_async, split_refused=False)
    assert groups(whole) == {"succeeded": [0, 1, 2], "failed": [3, 4, 5]}


def test_a_refusal_that_names_its_input_is_not_halved() -> None:
    def respond(inputs: list[Any]) -> Answer:
        bad = [each[TRACE] for each in inputs if each["name"] == "n1"]
        return answer(refusal(*bad), 400) if bad else all_well(inputs)

    server = BatchServer(respond)
    assert groups(run(server, CREATE, names(3))) == {"succeeded": [0, 2], "failed": [1]}
    assert sorted(server.sizes) == [1, 2, 3]


def test_what_is_refused_throughout_is_given_up_soon() -> None:
    server = BatchServer(lambda _: answer({"message": "no such property"}, 400))
    large = replace(CREATE, batching=replace(CREATE.batching, limit=100))
    outcome = run(server, large, names(1000), concurrency=1)
    assert len(outcome.failed) == 1000
    assert len(server.requests) < 150


@both
def test_an_input_that_cannot_be_sent_fails_alone(is_async: bool) -> None:
    inputs = [{"name": "a"}, {"name": object()}, {"name": "c"}]
    outcome = run(BatchServer(all_well), CREATE, inputs, is_async=is_async)
    assert groups(outcome) == {"succeeded": [0, 2], "failed": [1]}
    assert isinstance(outcome.failed[0].error, TypeError)


@both
@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_credential_ends_the_run(is_async: bool, status: int) -> None:
    server = BatchServer(lambda _: answer({"message": "no"}, status))
    outcome = run(server, CREATE, names(30), is_async=is_async, concurrency=1)
    assert len(server.requests) <= 2
    assert len(outcome.failed) + len(outcome.unsent) == 30
    assert outcome.stopped_by is outcome.failed[0].error
    assert not outcome.complete


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
def test_a_request_that_comes_late_is_no_failure(is_async: bool, whole: bool) -> None:
    """It is done after its inputs were looked for, so that those sent again are there already."""
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
            return answer({"message": "there", "category": "CONFLICT"}, 409)
        return answer({"errors": [refusal(i[TRACE], category="CONFLICT") for i in inputs]}, 207)

    def look(inputs: Sequence[Any]) -> list[Any]:
        return [written.get(each["name"]) for each in inputs]

    server = BatchServer(respond)
    outcome = run(server, CREATE, names(3), is_async=is_async, find=look)
    assert groups(outcome) == {"succeeded": [0, 1, 2]}
    assert [each["id"] for each in outcome.results] == ["n0", "n1", "n2"]


def test_a_conflict_with_something_else() -> None:
    """One that was lost once, and is never found, is not said to have done nothing."""
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


# --- other ways --------------------------------------------------------------------------------


@both
def test_a_single_request_is_as_given(is_async: bool) -> None:
    server = BatchServer(lambda _: answer({"results": [], "status": "COMPLETE"}, 201))
    outcome = run(server, CREATE, names(3), is_async=is_async, single=True)
    assert server.requests == [names(3)]
    assert outcome.answers == [{"results": [], "status": "COMPLETE"}]
    with pytest.raises(ValueError, match="at most 3"):
        run(server, CREATE, names(4), is_async=is_async, single=True)
    run(server, CREATE, [], is_async=is_async, single=True)
    assert server.sizes == [3, 0]
    limited = BatchServer(lambda _: answer({"message": "slow"}, 429))
    outcome = run(limited, CREATE, names(1), is_async=is_async, single=True)
    assert groups(outcome) == {"unsent": [0]} and limited.sizes == [1]
    assert isinstance(outcome.stopped_by, RateLimitError)


@both
def test_successes_may_be_counted_only(is_async: bool) -> None:
    told: list[Any] = []
    outcome = run(
        BatchServer(all_well),
        CREATE,
        iter(names(10)),
        is_async=is_async,
        keep_succeeded=False,
        on_settled=told.append,
    )
    assert outcome.succeeded == [] and outcome.succeeded_count == 10 and outcome.complete
    assert sorted(each.index for each in told) == list(range(10))


def test_options_that_mean_nothing_are_refused() -> None:
    for wrong in ({"concurrency": 0}, {"repeats": -1}, {"single": True, "journal": "x"}):
        with pytest.raises(ValueError):
            BatchOptions(**wrong)  # type: ignore[arg-type]


def test_an_outcome_shows_counts_and_no_values() -> None:
    outcome = run(BatchServer(all_well), CREATE, [{"name": "secret"}])
    assert repr(outcome) == "Outcome(1 succeeded, 0 failed, 0 unsent, 0 unknown)"


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
    """What is on its way when the time is up is unknown, what was answered has succeeded."""
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
