"""Test results without the key of an input: how they are matched, and what is sent again."""

from __future__ import annotations

from typing import Any

from hubspot_crm._core.batch.operation import BatchOperation
from hubspot_crm._core.batch.outcome import BatchItemError
from hubspot_crm._core.errors import BadRequestError, ConflictError, RateLimitError
from msgspec.structs import replace

from tests.core.batches import both, groups, names, run
from tests.support.batch_server import CREATE, TRACE, UPDATE, Answer, BatchServer, answer

VALUES: BatchOperation[Any] = replace(
    CREATE, batching=replace(CREATE.batching, match_values=(("/properties", "/properties"),))
)
ALIASES: BatchOperation[Any] = replace(
    UPDATE, batching=replace(UPDATE.batching, match_also=("/properties/former", "/others"))
)
EMPTY: BatchOperation[Any] = replace(
    UPDATE,
    batching=replace(
        UPDATE.batching, empty_errors=(("/subCategory", ("NONE",)),), empty_result='{"to": []}'
    ),
)


def ways(outcome: Any) -> list[tuple[str, str]]:
    return [(each.result["id"], each.matched_by) for each in outcome.succeeded]


@both
def test_results_without_ids_are_matched_by_values_then_by_order(is_async: bool) -> None:
    inputs = [{"properties": {"n": "a", "age": 7}}, {"properties": {"n": "b"}}, {"properties": {}}]
    results = [
        {"id": "3", "properties": {"n": "c"}},
        {"id": "1", "properties": {"n": "a", "age": "7", "created": "today"}},
        {"id": "2", "properties": {"n": "B"}},
    ]
    server = BatchServer(lambda _: answer({"results": results}, 201))
    outcome = run(server, VALUES, inputs, is_async=is_async)
    assert ways(outcome) == [("1", "values"), ("2", "values"), ("3", "rest")]


@both
def test_values_that_the_server_changed_do_not_hide_the_others(is_async: bool) -> None:
    inputs = [{"properties": {"n": f"N{each}", "phone": f"0{each}"}} for each in range(3)]
    results = [
        {"id": str(each), "properties": {"n": f"n{each} ", "phone": f"+{each}"}}
        for each in (2, 1, 0)
    ]
    server = BatchServer(lambda _: answer({"results": results}, 201))
    outcome = run(server, VALUES, inputs, is_async=is_async)
    assert ways(outcome) == [("0", "values"), ("1", "values"), ("2", "values")]


def test_a_result_that_is_returned_twice_counts_once() -> None:
    inputs = [{"properties": {"n": each}} for each in "abc"]
    results = [{"id": each, "properties": {"n": each}} for each in "bcac"]
    outcome = run(BatchServer(lambda _: answer({"results": results}, 201)), VALUES, inputs)
    assert ways(outcome) == [(each, "values") for each in "abc"]
    unnamed = [{"id": each} for each in "bcac"]
    outcome = run(BatchServer(lambda _: answer({"results": unnamed}, 201)), VALUES, inputs)
    assert ways(outcome) == [(each, "order") for each in "bca"]


@both
def test_several_inputs_may_share_a_result_with_another_key(is_async: bool) -> None:
    server = BatchServer(lambda inputs: answer({"results": [{"id": "1"}] if inputs else []}))
    outcome = run(server, UPDATE, [{"id": each} for each in ("8", "9", "1")], is_async=is_async)
    assert ways(outcome) == [("1", "rest"), ("1", "rest"), ("1", "key")]
    assert not outcome.unmatched
    assert [len(each) for each in server.requests] == [3, 2, 1, 1]
    many = [{"id": str(each)} for each in range(10, 30)]
    large = replace(UPDATE, batching=replace(UPDATE.batching, limit=100))
    outcome = run(BatchServer(lambda _: answer({"results": [{"id": "1"}]})), large, many)
    assert ways(outcome) == [("1", "rest")] * 20


def test_equal_values_do_not_identify_an_input() -> None:
    inputs = [{"properties": {"n": "a"}}, {"properties": {"n": "a"}}]
    results = [{"id": each, "properties": {"n": "a"}} for each in "12"]
    outcome = run(BatchServer(lambda _: answer({"results": results}, 201)), VALUES, inputs)
    assert ways(outcome) == [("1", "order"), ("2", "order")]


def test_order_says_nothing_if_there_are_errors_or_fewer_results() -> None:
    few = answer({"results": [{"id": "1"}, {"id": "2"}]}, 201)
    assert groups(run(BatchServer(lambda _: few), CREATE, names(3))) == {"unknown": [0, 1, 2]}
    failed = answer({"results": [{"id": "1"}, {"id": "2"}], "errors": [{"message": "no"}]}, 207)
    assert groups(run(BatchServer(lambda _: failed), CREATE, names(3))) == {"failed": [0, 1, 2]}


@both
def test_a_result_may_have_former_keys(is_async: bool) -> None:
    results = [
        {"id": "1", "properties": {"former": "8; 9"}},
        {"id": "2", "others": ["10", 11], "properties": {}},
    ]
    server = BatchServer(lambda _: answer({"results": results}))
    outcome = run(server, ALIASES, [{"id": each} for each in ("9", "1", "11")], is_async=is_async)
    assert ways(outcome) == [("1", "alias"), ("1", "key"), ("2", "alias")]
    assert len(server.requests) == 1


def test_one_input_and_one_result_that_are_left_belong_together() -> None:
    results = [{"id": "1"}, {"id": "70"}]
    server = BatchServer(lambda _: answer({"results": results}))
    outcome = run(server, UPDATE, [{"id": "1"}, {"id": "2"}])
    assert ways(outcome) == [("1", "key"), ("70", "rest")]
    assert len(server.requests) == 1 and not outcome.unmatched


def test_a_second_result_for_an_input_belongs_to_no_other() -> None:
    def respond(inputs: list[Any]) -> Answer:
        ids = [each["id"] for each in inputs]
        return answer({"results": [{"id": "1"}, {"id": "1"}] if "1" in ids else []})

    outcome = run(BatchServer(respond), UPDATE, [{"id": "1"}, {"id": "2"}])
    assert groups(outcome) == {"succeeded": [0], "unknown": [1]}


@both
def test_an_error_may_report_that_there_is_nothing(is_async: bool) -> None:
    errors = [{"subCategory": "NONE", "context": {"ids": ["2", "3"]}}]
    body = {"results": [{"id": "1", "to": [5]}], "errors": errors}
    server = BatchServer(lambda _: answer(body, 207))
    outcome = run(server, EMPTY, [{"id": each} for each in "123"], is_async=is_async)
    assert [(each.result["id"], each.result["to"]) for each in outcome.succeeded] == [
        ("1", [5]),
        ("2", []),
        ("3", []),
    ]
    outcome.raise_for_errors()
    other = answer({"results": [], "errors": [{**errors[0], "subCategory": "GONE"}]}, 207)
    assert groups(run(BatchServer(lambda _: other), EMPTY, [{"id": "2"}])) == {"failed": [0]}


@both
def test_each_refused_input_has_its_own_error(is_async: bool) -> None:
    def respond(inputs: list[Any]) -> Answer:
        for each in inputs:
            number = int(each["name"][1:])
            if number % 2:
                return answer({"message": f"n{number} exists", "category": "CONFLICT"}, 409)
        return answer({"results": [{"id": each["name"], TRACE: each[TRACE]} for each in inputs]})

    large = replace(CREATE, batching=replace(CREATE.batching, limit=100))
    outcome = run(BatchServer(respond), large, names(100), is_async=is_async)
    assert groups(outcome) == {
        "succeeded": list(range(0, 100, 2)),
        "failed": list(range(1, 100, 2)),
    }
    assert [str(each.error).count(f"n{each.index} ") for each in outcome.failed] == [1] * 50
    assert all(isinstance(each.error, ConflictError) for each in outcome.failed)


def test_what_was_not_tried_alone_is_unsent() -> None:
    server = BatchServer(lambda _: answer({"message": "no such property"}, 400))
    large = replace(CREATE, batching=replace(CREATE.batching, limit=100))
    outcome = run(server, large, names(2000), concurrency=4)
    alone = {each[0]["name"] for each in server.requests if len(each) == 1}
    assert {each.input["name"] for each in outcome.failed} == alone
    assert len(outcome.failed) + len(outcome.unsent) == 2000
    assert len(server.requests) <= 24
    assert isinstance(outcome.stopped_by, BadRequestError)


def test_a_limit_that_lasts_ends_the_batch_at_once() -> None:
    error = RateLimitError("spent", status=429, policy="DAILY", method="POST", url="/create")
    error.is_lasting = True
    server = BatchServer(lambda _: error)
    outcome = run(server, CREATE, names(30), concurrency=1)
    assert len(server.requests) == 1
    assert len(outcome.unsent) == 30 and outcome.stopped_by is error


def test_the_errors_of_inputs_have_a_category() -> None:
    outcome = run(BatchServer(lambda _: answer({"message": "no"}, 400)), CREATE, names(1))
    assert outcome.failed[0].error.category is None
    unsendable = run(BatchServer(lambda _: answer({})), CREATE, [{"name": object()}])
    error = unsendable.failed[0].error
    assert isinstance(error, BatchItemError) and isinstance(error.__cause__, TypeError)
    assert error.category is None and "object" in str(error)
