"""Test that matching all results at once and one by one gives the same."""

from __future__ import annotations

from typing import Any

import pytest
from hubspot_crm._core.batch.match import Item, in_order, match
from hubspot_crm._core.batch.operation import Batching, BatchOperation
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, Struct, UnsetType

TRACE, KEY = "trace", (("/id", "/id"),)
BATCHINGS = [
    Batching(inputs="inputs", limit=9),
    Batching(inputs="inputs", limit=9, results="/results", correlation_id=TRACE),
    Batching(inputs="inputs", limit=9, results="/results", match=KEY, match_by="by", match_in="/p"),
    Batching(inputs="inputs", limit=9, results="/results", correlation_id=TRACE, match=KEY),
    Batching(inputs="inputs", limit=9, results="/results", match=(("/id", "/of/id"), ("/k", "/k"))),
]


class Named(Struct):
    """An input or a result with an optional name."""

    id: object = UNSET
    trace: str | None | UnsetType = UNSET
    by: object = UNSET
    k: str = "k"
    of: object = UNSET
    p: object = UNSET


ids = st.sampled_from(["1", "2", "3", 1, None, UNSET, "A"])
inputs = st.lists(st.builds(Named, id=ids, by=st.sampled_from([UNSET, UNSET, "e"])), max_size=4)
traces = st.sampled_from(["t0", "t1", "t2", "t9", None, UNSET])
results = st.lists(
    st.builds(
        Named,
        id=ids,
        trace=traces,
        of=st.builds(dict, id=ids),
        p=st.builds(dict, e=st.sampled_from("1a")),
    ),
    max_size=4,
)


@given(
    st.sampled_from(BATCHINGS),
    inputs,
    results,
    st.sampled_from([{}, {"by": "e"}, {"by": UNSET}]),
    st.booleans(),
)
def test_what_is_found_at_once_is_what_is_found_one_by_one(
    batching: Batching, sent: list[Named], told: list[Named], body: dict[str, Any], fails: bool
) -> None:
    named = batching.correlation_id is not None
    items = [Item(s, n, s, f"t{n}" if named else None) for n, s in enumerate(sent)]
    answer = {"results": told, "errors": [{"message": "no"}] if fails else []}
    at_once = in_order(batching, body, items, answer)
    if at_once is not None:
        found = match(BatchOperation("POST", "/x", batching=batching), body, items, answer)
        assert found.results == dict(enumerate(at_once))
        assert (found.errors, found.rest, found.unmatched) == ({}, [], [])


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
@pytest.mark.parametrize("batching", BATCHINGS[1:])
def test_results_in_any_order_are_found_at_once(batching: Batching, order: tuple[int, ...]) -> None:
    sent = [Named(id=str(n)) for n in range(3)]
    told = [Named(id=str(n), trace=f"t{n}", of={"id": str(n)}) for n in range(3)]
    named = batching.correlation_id is not None
    items = [Item(s, n, s, f"t{n}" if named else None) for n, s in enumerate(sent)]
    assert in_order(batching, {}, items, {"results": [told[n] for n in order]}) == told


@pytest.mark.parametrize("ids", [("1", "1"), ("1", "3"), ("1",), (1, 2), ("1", None)])
def test_a_closer_look_is_taken_where_names_do_not_tell(ids: tuple[object, ...]) -> None:
    items = [Item(s, n, s) for n, s in enumerate([Named(id="1"), Named(id="2")])]
    answer = {"results": [Named(id=each) for each in ids]}
    assert in_order(BATCHINGS[2], {}, items, answer) is None
