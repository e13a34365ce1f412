"""Test searches beyond the limit of one query: every record once, in order, with any number of
equal values."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hubspot_crm._core.call.request import Arguments
from hubspot_crm._core.errors import PaginationError
from hubspot_crm._core.paging.pager import AsyncPager, Pager
from hubspot_crm._core.paging.pagination import Pagination
from hubspot_crm._core.paging.window import Window
from hubspot_crm._core.resource import UNSET
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.support.search import CapExceeded, SearchIndex, record

WINDOW = Window(
    cap=20,
    key="hs_object_id",
    most=3,
    groups="filterGroups",
    property="propertyName",
    sort_property="propertyName",
    present="HAS_PROPERTY",
    absent="NOT_HAS_PROPERTY",
)
PAGES = Pagination(
    cursor="after", place="body", next="/paging/next/after", items="/results", continues=WINDOW
)
Found = list[dict[str, Any]]


def pager(index: SearchIndex, cap: int = 20, **body: Any) -> Pager[Any, Any]:
    pagination = replace(PAGES, continues=replace(WINDOW, cap=cap))
    return Pager(pagination, Arguments("", body=body), lambda call: index.search(sent(call)))


def sent(call: Arguments) -> dict[str, Any]:
    assert isinstance(call.body, dict)
    return {name: value for name, value in call.body.items() if value is not UNSET}


def find_sync(index: SearchIndex, cap: int = 20, **body: Any) -> Found:
    return list(pager(index, cap, **body))


def find_async(index: SearchIndex, cap: int = 20, **body: Any) -> Found:
    async def fetch(call: Arguments) -> Any:
        return index.search(sent(call))

    async def main() -> Found:
        given = pager(index, cap, **body)
        return [each async for each in AsyncPager(given.pagination, given.arguments, fetch)]

    return asyncio.run(main())


def ids(found: Found) -> list[int]:
    return [int(each["id"]) for each in found]


def records(values: list[str | None]) -> Found:
    return [record(number + 1, rank=value) for number, value in enumerate(values)]


@pytest.fixture(params=[find_sync, find_async], ids=["sync", "async"])
def find(request: pytest.FixtureRequest) -> Any:
    return request.param


def test_within_the_cap_nothing_is_added(find: Any) -> None:
    index = SearchIndex(records(["1"] * 20), cap=20)
    assert sorted(ids(find(index, limit=5))) == list(range(1, 21))
    bodies: Found = [{"limit": 5}, *({"limit": 5, "after": str(n)} for n in (5, 10, 15))]
    assert index.requests == bodies


def test_without_a_sort_windows_are_on_the_key(find: Any) -> None:
    index = SearchIndex(records(["1"] * 45), cap=20)
    groups = [{"filters": [{"propertyName": "rank", "operator": "EQ", "value": "1"}]}]
    assert ids(find(index, limit=10, filterGroups=groups, properties=["x"])) == list(range(1, 46))
    first, second, *_, last = index.requests
    assert first == {"limit": 10, "filterGroups": groups, "properties": ["x"]}
    assert second == first | {"sorts": ["hs_object_id"]}
    bound = {"propertyName": "hs_object_id", "operator": "GT", "value": "40"}
    assert last["filterGroups"] == [{"filters": [*groups[0]["filters"], bound]}]
    assert len(index.requests) == 1 + 2 + 2 + 1
    assert len(groups[0]["filters"]) == 1  # the caller's object is unchanged


def test_a_filter_is_added_to_every_group(find: Any) -> None:
    index = SearchIndex(records(["1", "2", "3"] * 15), cap=20)
    groups = [
        {"filters": [{"propertyName": "rank", "operator": "EQ", "value": value}]}
        for value in ("1", "3")
    ]
    wanted = [number for number in range(1, 46) if number % 3 != 2]
    assert ids(find(index, limit=10, filterGroups=groups)) == wanted


@pytest.mark.parametrize("sort", ["hs_object_id", "-hs_object_id"])
def test_a_sort_by_the_key(find: Any, sort: str) -> None:
    index = SearchIndex(records([None] * 61), cap=20)
    wanted = list(range(1, 62))
    assert ids(find(index, limit=7, sorts=[sort])) == (wanted[::-1] if sort[0] == "-" else wanted)


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.sampled_from(["1", "2", "10", "a", "b", None]), max_size=90),
    st.booleans(),
    st.sampled_from([1, 4, 7, 20]),
    st.sampled_from([1, 2, 3, 4]),
)
def test_every_record_is_found_once_in_order(
    values: list[str | None], descending: bool, limit: int, nth: int
) -> None:
    gone = [] if nth == 1 else range(nth, len(values) + 1, nth)
    index = SearchIndex(records(values), cap=20, gone=gone)
    sort = "-rank" if descending else "rank"
    found = find_sync(index, limit=limit, sorts=[sort], properties=["hs_object_id"])
    there = [each for each in index.records if int(each["id"]) not in gone]
    assert sorted(ids(found)) == sorted(ids(there))
    order = [values[number - 1] for number in ids(found)]
    assert order == [each["properties"]["rank"] for each in index.sorted(there, [sort])]


def test_more_records_of_one_value_than_a_query_gives(find: Any) -> None:
    index = SearchIndex(records(["1"] * 3 + ["2"] * 70 + ["3"] * 4), cap=20)
    found = find(index, limit=10, sorts=["rank"], properties=["rank"])
    assert sorted(ids(found)) == list(range(1, 78))
    assert [each["properties"]["rank"] for each in found] == ["1"] * 3 + ["2"] * 70 + ["3"] * 4


def test_no_query_is_sent_twice() -> None:
    index = SearchIndex(records(["1"] * 3 + ["2"] * 70 + ["3"] * 4), cap=20)
    find_sync(index, limit=10, sorts=["rank"], properties=["rank"])
    assert len({str(request) for request in index.requests}) == len(index.requests)


def test_values_that_are_equal_but_written_differently(find: Any) -> None:
    index = SearchIndex(records(["1", "01", "001"] * 20 + ["2"]), cap=20)
    found = find(index, limit=10, sorts=["rank"], properties=["rank"])
    assert sorted(ids(found)) == list(range(1, 62)) and ids(found)[-1] == 61


def test_a_search_goes_on_among_records_of_one_value() -> None:
    index = SearchIndex(records(["1"] * 5 + ["2"] * 18 + ["3"] * 20), cap=20)
    for stop in range(1, 12):
        started = pager(index, limit=5, sorts=["rank"], properties=["rank"])
        pages = started.pages()
        before = [each for _ in range(stop) for each in next(pages, {"results": []})["results"]]
        after = [] if pages.cursor is None else list(started.resume(pages.cursor))
        assert sorted(ids(before + after)) == list(range(1, 44))


def test_a_page_that_repeats_records_of_the_one_before() -> None:
    class Repeating(SearchIndex):
        def search(self, body: Any) -> dict[str, Any]:
            start = int(body.get("after", "0"))
            return super().search({**body, "after": str(max(start - 2, 0))})

    index = Repeating(records(["1"] * 70), cap=30)
    assert ids(find_sync(index, cap=30, limit=6)) == list(range(1, 71))


def test_cursors_that_are_no_numbers(find: Any) -> None:
    class Opaque(SearchIndex):
        def search(self, body: Any) -> dict[str, Any]:
            page = super().search({**body, "after": body.get("after", "c0")[1:]})
            for following in page.get("paging", {}).values():
                following["after"] = "c" + following["after"]
            return page

    index = Opaque(records(["1"] * 70), cap=20)
    assert ids(find(index, limit=7)) == list(range(1, 71))


def test_records_without_a_value_come_last_and_are_not_lost(find: Any) -> None:
    index = SearchIndex(records([None] * 30 + ["1", "2"] * 10), cap=20)
    found = find(index, limit=10, sorts=["-rank"], properties=["rank"])
    assert ids(found)[20:] == list(range(1, 31))
    assert [each["properties"]["rank"] for each in found[:20]] == ["2"] * 10 + ["1"] * 10


def test_the_property_of_the_sort_is_requested(find: Any) -> None:
    index = SearchIndex(records(["1", "2"] * 20), cap=20)
    find(index, limit=10, sorts=["rank"], properties=["name"])
    assert index.requests[0]["properties"] == ["name"]
    assert index.requests[1]["properties"] == ["name", "rank"]


def test_a_property_that_is_not_reported_is_an_error_before_any_record(find: Any) -> None:
    index = SearchIndex(records(["1"] * 30), cap=20)
    with pytest.raises(PaginationError, match="do not contain rank: add it to the properties"):
        find(index, limit=10, sorts=["rank"])
    assert len(index.requests) == 2


def test_too_many_filters_are_an_error_before_any_record(find: Any) -> None:
    index = SearchIndex(records(["1"] * 30), cap=20)
    condition = {"propertyName": "rank", "operator": "EQ", "value": "1"}
    with pytest.raises(PaginationError, match="at most 3, and 1 are needed"):
        find(index, filterGroups=[{"filters": [condition] * 3}])
    with pytest.raises(PaginationError, match="at most 3, and 2 are needed"):
        find(index, filterGroups=[{"filters": [condition] * 2}], sorts=["rank"])
    assert len(index.requests) == 2


@pytest.mark.parametrize("sorts", [["rank", "name"], [{"property": "rank"}], [7]])
def test_a_sort_that_has_no_windows_is_an_error_before_any_record(find: Any, sorts: Any) -> None:
    index = SearchIndex(records(["1"] * 30), cap=20)
    index.sorted = lambda found, sorts: found  # type: ignore[method-assign]
    with pytest.raises(PaginationError, match="one property only|a sort order"):
        find(index, sorts=sorts)
    assert len(index.requests) == 1


@pytest.mark.parametrize("direction, order", [("DESCENDING", "-rank"), ("ASCENDING", "rank")])
def test_a_sort_order_may_be_an_object(find: Any, direction: str, order: str) -> None:
    sort = {"propertyName": "rank", "direction": direction}
    index = SearchIndex(records([str(each) for each in range(30)]), cap=20)
    by_name = index.sorted

    def by_any(found: Found, sorts: Any) -> Found:
        return by_name(found, [order if sorts == [sort] else each for each in sorts])

    index.sorted = by_any  # type: ignore[method-assign, assignment]
    other = SearchIndex(records([str(each) for each in range(30)]), cap=20)
    assert ids(find(index, properties=["rank"], sorts=[sort])) == ids(
        find(other, properties=["rank"], sorts=[order])
    )


def test_from_a_cursor_on_a_search_ends_at_the_cap_with_an_error() -> None:
    index = SearchIndex(records(["1"] * 30), cap=20)
    pages = pager(index, limit=5, after="10").pages()
    assert [len(page["results"]) for page in (next(pages), next(pages))] == [5, 5]
    with pytest.raises(PaginationError, match="30 items match, but at most 20"):
        next(pages)
    assert [request["after"] for request in index.requests] == ["10", "15"]


def test_a_search_that_grows_past_the_cap_is_not_cut_short() -> None:
    index = SearchIndex(records(["1"] * 20), cap=20)
    pages = pager(index, limit=10).pages()
    next(pages)
    index.records.append(record(21))
    next(pages)
    with pytest.raises(PaginationError, match="21 items match"):
        next(pages)


def test_a_page_that_would_pass_the_cap_is_not_requested() -> None:
    index = SearchIndex(records(["1"] * 60), cap=20)
    assert ids(find_sync(index, limit=7)) == list(range(1, 61))  # and no CapExceeded
    with pytest.raises(CapExceeded):
        index.search({"after": "14", "limit": 7})


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(["1", "2", "3", None]), max_size=80),
    st.sampled_from([[], ["rank"], ["-rank"], ["-hs_object_id"]]),
    st.integers(1, 12),
)
def test_a_search_goes_on_from_any_page(
    values: list[str | None], sorts: list[str], stop: int
) -> None:
    index = SearchIndex(records(values), cap=20)
    started = pager(index, limit=6, sorts=sorts, properties=["rank"])
    pages, before = started.pages(), list[dict[str, Any]]()
    for _, page in zip(range(stop), pages, strict=False):
        before += page["results"]
    if pages.cursor is None:
        assert len(before) == len(values)
        return
    if isinstance(pages.cursor, str) and pages.cursor.startswith("window:"):
        after = list(pager(index, limit=6, sorts=sorts, properties=["rank"], after=pages.cursor))
    else:
        after = list(started.resume(pages.cursor))
    assert sorted(ids(before + after)) == list(range(1, len(values) + 1))


@pytest.mark.parametrize("cursor", ["window:", "window:[]", "window:{}", 'window:[{"property":1}]'])
def test_a_cursor_of_windows_that_is_none(cursor: str) -> None:
    with pytest.raises(ValueError, match="the cursor does not come from"):
        find_sync(SearchIndex([], cap=20), after=cursor)


def test_an_api_that_passes_over_the_filters_does_not_go_on_for_ever() -> None:
    index = SearchIndex(records(["1"] * 30), cap=20)
    index.matching = lambda body: index.records  # type: ignore[method-assign]
    with pytest.raises(PaginationError, match="the list does not end"):
        find_sync(index, limit=10)


def test_an_error_leaves_the_pages_where_they_were() -> None:
    index = SearchIndex(records(["1"] * 50), cap=20)
    pages, found = pager(index, limit=10).pages(), list[dict[str, Any]]()
    found += next(pages)["results"]
    index.cap = 0
    with pytest.raises(CapExceeded):
        next(pages)
    index.cap = 20
    found += [each for page in pages for each in page["results"]]
    assert ids(found) == list(range(1, 51))
