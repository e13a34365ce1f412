"""Test that every input of a batch is in exactly one group, the right one, whatever a server does."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

import pytest
from hubspot_crm._core.batch.operation import BatchOptions
from hubspot_crm._core.errors import ApiConnectionError, ApiTimeoutError
from hubspot_crm._resource import AsyncResource, Resource
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.batch_server import CREATE, TRACE, UPDATE, Answer, BatchServer, answer, refusal

# What may happen to one input of a request: what the server stores, and what its response reports.
FATES = (
    "result",
    "error",
    "nameless error",
    "silent",
    "silently written",
    "twice",
    "again",
    "null",
)
# What may happen to a whole request.
WHOLES = ("fine", "fine", "fine", "lost before", "lost after", "500 after", "400", "429", "refused")
WHOLES += ("garbage", "no list", "reversed", "empty", "423")


class FaultyServer(BatchServer):
    """Stores and responds by a plan; `written` counts by name, `errors` are the reported ones."""

    def __init__(self, wholes: list[str], fates: list[str]) -> None:
        super().__init__(self.fault)
        self.written: Counter[str] = Counter()
        self._wholes, self._fates = iter(wholes), iter(fates)

    def fault(self, inputs: list[Any]) -> Answer:
        with self._lock:
            whole = next(self._wholes, "fine")
            match whole:
                case "lost before":
                    return ApiTimeoutError("late")
                case "refused":
                    return ApiConnectionError("refused", maybe_sent=False)
                case "400" | "429" | "423":
                    return answer({"message": "no"}, int(whole))
                case _:
                    body = self.body(inputs)
            match whole:
                case "lost after":
                    return ApiConnectionError("broken")
                case "500 after":
                    return answer({"message": "oops"}, 500)
                case "garbage":
                    return answer([body], 201)
                case "empty":
                    return answer(None, 201)
                case "no list":
                    return answer({"results": {"0": 1}, "errors": "none"}, 201)
                case "reversed":
                    body["results"].reverse()
                case _:
                    pass
            return answer(body, 207 if body["errors"] else 201)

    def body(self, inputs: list[Any]) -> Any:
        results: list[Any] = []
        errors: list[Any] = []
        for each in inputs:
            fate = next(self._fates, "result")
            name = each.get("name") or each["id"]
            trace = {TRACE: each[TRACE]} if TRACE in each else {}
            result = {"id": each.get("id", name), **trace}
            if fate in ("result", "twice", "silently written"):
                self.written[name] += 1
            if fate in ("result", "twice"):
                results += [result] * (2 if fate == "twice" else 1)
            if fate == "null":
                results.append(None)
            context = {"context": {"ids": [each["id"]]}} if "id" in each else {}
            if fate == "error":
                errors.append({**refusal(*trace.values()), **context})
            if fate == "again":
                errors.append({**refusal(*trace.values(), status="429"), **context})
            if fate == "nameless error":
                errors.append({"message": "no"})
        return {"results": results, "errors": errors}


def check(server: FaultyServer, outcome: Any, count: int, *, is_create: bool) -> None:
    groups = outcome.succeeded, outcome.failed, outcome.unsent, outcome.unknown
    indexes = [[each.index for each in group] for group in groups]
    assert sorted(index for group in indexes for index in group) == list(range(count))
    assert all(group == sorted(group) for group in indexes)
    assert outcome.succeeded_count == len(outcome.succeeded)
    for each in outcome.succeeded:
        assert server.written[f"n{each.index}"] == 1 if is_create else True
        assert each.result["id"] == f"n{each.index}"
    if is_create:
        assert set(server.written.values()) <= {1}
        for each in outcome.unsent:
            assert not server.written[f"n{each.index}"]


plans = {
    "count": st.integers(0, 12),
    "wholes": st.lists(st.sampled_from(WHOLES), max_size=8),
    "fates": st.lists(st.sampled_from(FATES), max_size=24),
    "concurrency": st.integers(1, 3),
}


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("is_create", [False, True], ids=["update", "create"])
@settings(max_examples=150, deadline=None)
@given(**plans)
def test_nothing_is_claimed_that_is_not_so(
    is_async: bool,
    is_create: bool,
    count: int,
    wholes: list[str],
    fates: list[str],
    concurrency: int,
) -> None:
    server = FaultyServer(wholes, fates)
    key = "name" if is_create else "id"
    inputs = [{key: f"n{number}"} for number in range(count)]
    operation = CREATE if is_create else UPDATE
    batching = BatchOptions(concurrency=concurrency, repeat_wait=0)
    if is_async:

        async def go() -> Any:
            async with server.async_client() as client:
                return await AsyncResource(client)._batch(operation, inputs, batching=batching)

        outcome = asyncio.run(go())
    else:
        with server.client() as client:
            outcome = Resource(client)._batch(operation, inputs, batching=batching)
    check(server, outcome, count, is_create=is_create)
