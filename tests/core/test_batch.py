"""Test batches of any number of inputs: both drivers against one server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from hubspot_crm._core.batch.operation import BatchOptions
from hubspot_crm._core.batch.outcome import BatchError, BatchItemError, outcome_of
from hubspot_crm._core.codec.decoding import Model
from hubspot_crm._core.errors import (
    BadRequestError,
    RateLimitError,
)
from hubspot_crm._core.resource import UNSET
from msgspec import UnsetType, field

from tests.core.batches import all_well, both, groups, names, run
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
    """It runs in the calling thread, in which Ctrl-C is raised."""

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


def test_the_member_that_results_are_tied_by_is_requested() -> None:
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


@both
def test_an_input_that_cannot_be_sent_fails_alone(is_async: bool) -> None:
    inputs = [{"name": "a"}, {"name": object()}, {"name": "c"}]
    outcome = run(BatchServer(all_well), CREATE, inputs, is_async=is_async)
    assert groups(outcome) == {"succeeded": [0, 2], "failed": [1]}
    assert isinstance(outcome.failed[0].error.__cause__, TypeError)


@both
@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_credential_ends_the_run(is_async: bool, status: int) -> None:
    server = BatchServer(lambda _: answer({"message": "no"}, status))
    outcome = run(server, CREATE, names(30), is_async=is_async, concurrency=1)
    assert len(server.requests) <= 2
    assert len(outcome.failed) + len(outcome.unsent) == 30
    assert outcome.stopped_by is outcome.failed[0].error
    assert not outcome.complete


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
