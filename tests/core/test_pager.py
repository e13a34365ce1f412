"""Test pagers: they return all items, whatever the pages look like, and never loop endlessly."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hubspot_crm._core.call.request import Arguments
from hubspot_crm._core.codec.pointers import resolve
from hubspot_crm._core.errors import ApiStatusError, PaginationError
from hubspot_crm._core.paging.pager import AsyncPager, Pager
from hubspot_crm._core.paging.pagination import Pagination, within_limits
from hubspot_crm._core.resource import UNSET
from hubspot_crm._core.retries import Retries
from msgspec.structs import replace

from tests.support.loopback import Answer, Loopback, RecordedRequest, json_answer

from .sample.client import AsyncSample, Sample
from .sample.models import Record, RecordPage


def page(*ids: str, after: object = None, **more: object) -> dict[str, object]:
    records = [{"id": i, "properties": {}, "createdAt": "2020-01-01T00:00:00Z"} for i in ids]
    paging = {} if after is None else {"paging": {"next": {"after": after}}}
    return {"results": records, **paging, **more}


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as running:
        yield running


def items_sync(server: Loopback, start: Callable[[Any], Any], pages: bool = False) -> list[Any]:
    with Sample("token", base_url=server.url) as client:
        pager = start(client.records)
        return list(pager.pages() if pages else pager)


def items_async(server: Loopback, start: Callable[[Any], Any], pages: bool = False) -> list[Any]:
    async def main() -> list[Any]:
        async with AsyncSample("token", base_url=server.url) as client:
            pager = start(client.records)
            return [item async for item in (pager.pages() if pages else pager)]

    return asyncio.run(main())


Items = Callable[..., list[Any]]


@pytest.fixture(params=[items_sync, items_async], ids=["sync", "async"])
def items(request: pytest.FixtureRequest) -> Items:
    chosen: Items = request.param
    return chosen


def test_the_cursor_is_followed_past_short_and_empty_pages(server: Loopback, items: Items) -> None:
    pages = [page("1", "2", after="A&"), page(after="B"), page("3", after="C"), page()]
    server.answer(*map(json_answer, pages))
    found = items(server, lambda records: records.list(limit=2, x_trace="t"))
    assert [record.id for record in found] == ["1", "2", "3"]
    assert all(type(record) is Record for record in found)
    assert [request.query for request in server.requests] == [
        [("limit", "2")],
        [("after", "A&"), ("limit", "2")],
        [("after", "B"), ("limit", "2")],
        [("after", "C"), ("limit", "2")],
    ]
    assert {request.headers["x-trace"] for request in server.requests} == {"t"}


def test_a_cursor_in_the_body(server: Loopback, items: Items) -> None:
    server.answer(json_answer(page("1", after="2")), json_answer(page("2")))
    filters = [{"propertyName": "a", "operator": "EQ"}]
    found = items(server, lambda records: records.search(filters=filters))
    assert [record.id for record in found] == ["1", "2"]
    assert [request.json() for request in server.requests] == [
        {"filters": filters},
        {"filters": filters, "after": "2"},
    ]


def test_pages_are_whole(server: Loopback, items: Items) -> None:
    server.answer(json_answer(page("1", after="2", total=7)), json_answer(page("2")))
    found = items(server, lambda records: records.list(), pages=True)
    assert [type(one) for one in found] == [RecordPage, RecordPage]
    assert found[0].unknown_fields == {"total": 7}


def test_a_list_may_begin_in_its_middle(server: Loopback, items: Items) -> None:
    server.answer_json(page("9"))
    items(server, lambda records: records.list(after="8"))
    assert server.requests[0].query == [("after", "8")]


@pytest.mark.parametrize("after", ["", None])
def test_an_empty_cursor_is_the_end(server: Loopback, items: Items, after: object) -> None:
    server.answer_json({**page("1"), "paging": {"next": {"after": after, "link": "x"}}})
    assert len(items(server, lambda records: records.list())) == 1


@pytest.mark.parametrize("paging", [None, {}, {"next": None}, {"next": {}}, "none", []])
def test_odd_shapes_without_a_cursor_are_the_end(
    server: Loopback, items: Items, paging: object
) -> None:
    server.answer_json({**page("1"), "paging": paging})
    assert len(items(server, lambda records: records.list())) == 1


def test_a_cursor_is_found_beside_misfits_and_unknown_fields(
    server: Loopback, items: Items
) -> None:
    odd = {"results": [None, {"id": "1"}], "paging": {"next": {"after": 7, "more": 1}, "x": 1}}
    server.answer(json_answer(odd), json_answer(page("2")))
    found = items(server, lambda records: records.list())
    assert found[0] is None and [record.id for record in found[1:]] == ["1", "2"]
    assert server.requests[1].query == [("after", "7")]


@pytest.mark.parametrize(
    ("cursors", "start"),
    [(["A", "A"], UNSET), (["A", "B", "A"], UNSET), (["A"], "A"), (["A", "B", "C", "B"], UNSET)],
)
def test_a_cursor_that_comes_again_ends_in_an_error(
    server: Loopback, items: Items, cursors: list[str], start: Any
) -> None:
    server.answer(*[json_answer(page("1", after=cursor)) for cursor in cursors])
    with pytest.raises(PaginationError, match="does not end"):
        items(server, lambda records: records.list(after=start))
    assert len(server.requests) == len(cursors)


@pytest.mark.parametrize("after", [{"a": 1}, ["a"], True])
def test_a_cursor_that_is_none_ends_in_an_error(
    server: Loopback, items: Items, after: object
) -> None:
    server.answer_json(page("1", after=after))
    with pytest.raises(PaginationError, match="/paging/next/after is not a cursor"):
        items(server, lambda records: records.list())


@pytest.mark.parametrize("results", [{"a": 1}, "text", 5])
def test_items_that_are_no_list_end_in_an_error(
    server: Loopback, items: Items, results: object
) -> None:
    server.answer_json({"results": results})
    with pytest.raises(PaginationError, match="/results is not a list"):
        items(server, lambda records: records.list())


def test_missing_items_are_none(server: Loopback, items: Items) -> None:
    server.answer(json_answer({"results": None, "paging": {"next": {"after": "1"}}}))
    server.answer(json_answer({}))
    assert items(server, lambda records: records.list()) == []


def test_an_error_on_the_way_comes_after_the_items_before_it(server: Loopback) -> None:
    server.answer(json_answer(page("1", after="2")), json_answer({"message": "m"}, status=500))
    with Sample("token", base_url=server.url) as client:
        found = iter(client.records.list())
        assert next(found).id == "1"
        with pytest.raises(ApiStatusError):
            next(found)


def test_requests_are_sent_as_items_are_requested(server: Loopback) -> None:
    server.answer(json_answer(page("1", "2", after="2")), json_answer(page("3")))
    with Sample("token", base_url=server.url) as client:
        found = client.records.list()
        assert server.requests == []
        assert [record.id for record in itertools.islice(found, 2)] == ["1", "2"]
        assert len(server.requests) == 1


def test_the_first_items_take_no_page_more_than_they_need(server: Loopback) -> None:
    def take_sync(count: int) -> list[str]:
        with Sample("token", base_url=server.url) as client:
            return [record.id for record in client.records.list().take(count)]

    async def main(count: int) -> list[str]:
        async with AsyncSample("token", base_url=server.url) as client:
            return [record.id async for record in client.records.list().take(count)]

    for take in (take_sync, lambda count: asyncio.run(main(count))):
        sent = len(server.requests)
        assert take(0) == [] and len(server.requests) == sent
        server.answer(
            json_answer(page("1", "2", after="A")), json_answer(page("3", "4", after="B"))
        )
        assert take(2) == ["1", "2"] and len(server.requests) == sent + 1
        assert take(1) == ["3"] and len(server.requests) == sent + 2
        server.answer(json_answer(page("1", after="A")), json_answer(page("3", "4", after="B")))
        assert take(2) == ["1", "3"] and len(server.requests) == sent + 4
        server.answer(json_answer(page("1", "2")))
        assert take(9) == ["1", "2"] and len(server.requests) == sent + 5


def test_a_list_goes_on_from_the_cursor_behind_a_page(server: Loopback) -> None:
    server.answer(json_answer(page("1", after="A")), json_answer(page("2", after="B")))
    with Sample("token", base_url=server.url) as client:
        pages = client.records.list(limit=1).pages()
        assert pages.cursor is None
        next(pages)
        assert pages.cursor == "A"
        next(pages)
        saved = pages.cursor
        server.answer(json_answer(page("3")))
        rest = client.records.list(limit=1).resume(saved)
        assert [record.id for record in rest] == ["3"]
        assert server.requests[-1].query == [("after", "B"), ("limit", "1")]
        server.answer(json_answer(page("3")), json_answer(page("1")))
        assert [page.results[0].id for page in pages] == ["3"] and pages.cursor is None
        assert [record.id for record in rest.resume(None)] == ["1"]
        assert server.requests[-1].query == [("limit", "1")]


def test_a_list_goes_on_from_the_cursor_behind_a_page_async(server: Loopback) -> None:
    async def main() -> None:
        async with AsyncSample("token", base_url=server.url) as client:
            pages = client.records.search().pages()
            await anext(pages)
            assert pages.cursor == "A"
            async for record in client.records.search().resume(pages.cursor):
                assert record.id == "2"

    server.answer(json_answer(page("1", after="A")), json_answer(page("2")))
    asyncio.run(main())
    assert server.requests[1].json() == {"after": "A"}


def test_after_an_error_the_same_page_is_requested_again(server: Loopback) -> None:
    server.answer(json_answer(page("1", after="A")), json_answer({}, status=500))
    server.answer(json_answer(page("2")))
    with Sample("token", base_url=server.url, retries=Retries(attempts=1)) as client:
        pages = client.records.list().pages()
        next(pages)
        with pytest.raises(ApiStatusError):
            next(pages)
        assert pages.cursor == "A"
        assert [page.results[0].id for page in pages] == ["2"]
    assert [request.query for request in server.requests[1:]] == [[("after", "A")]] * 2


STOPPING = Pagination(cursor="offset", place="body", next="/offset", items="/items", more="/more")


def stopping(*pages: dict[str, object]) -> tuple[list[object], list[object]]:
    answers, asked = iter(pages), list[object]()

    def fetch(arguments: Arguments) -> dict[str, object]:
        asked.append(arguments.body)
        return next(answers)

    return list(Pager(STOPPING, Arguments("", body={}), fetch)), asked


def test_a_flag_tells_the_last_page_whatever_cursor_it_has() -> None:
    found, asked = stopping(
        {"items": [1, 2], "offset": 2, "more": True},
        {"items": [], "offset": 4, "more": True},
        {"items": [3], "offset": 5, "more": False},
    )
    assert found == [1, 2, 3]
    assert asked == [{"offset": UNSET}, {"offset": 2}, {"offset": 4}]


def test_a_flag_that_is_missing_is_no_end() -> None:
    assert stopping({"items": [1], "offset": 1}, {"items": [2], "more": None})[0] == [1, 2]


def test_each_iteration_starts_anew() -> None:
    def respond(request: RecordedRequest) -> Answer:
        return json_answer(page("2") if request.query else page("1", after="2"))

    with Loopback(respond) as server, Sample("token", base_url=server.url) as client:
        pager = client.records.list()
        assert [record.id for record in pager] == ["1", "2"]
        assert [record.id for record in pager] == ["1", "2"]
        assert len(server.requests) == 4


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("/results/0/createdAt", "soon"),
        ("/results/1", UNSET),
        ("/results/-1", UNSET),
        ("/results/x", UNSET),
        ("/a~1b/c~0d", 5),
        ("/paging/next", UNSET),
        ("/nothing/there", UNSET),
    ],
)
def test_pointers(pointer: str, expected: object) -> None:
    found = RecordPage.from_dict({"results": [{"createdAt": "soon"}], "a/b": {"c~d": 5}})
    assert resolve(found, pointer) == expected
    assert resolve(found.to_dict(), pointer) == expected


LIMITED = Pagination(
    cursor="after",
    next="/after",
    items="/items",
    total="/total",
    size="limit",
    size_with=(("history", 50),),
)


@pytest.mark.parametrize(
    "given, sent",
    [
        ({"limit": 100, "history": ["a"]}, 50),
        ({"limit": 20, "history": ["a"]}, 20),
        ({"limit": 100, "history": UNSET}, 100),
        ({"limit": 100, "history": []}, 100),
        ({"limit": 100}, 100),
        ({"history": ["a"]}, None),
    ],
)
@pytest.mark.parametrize("place", ["query", "body"])
def test_a_page_is_no_larger_than_the_arguments_allow(
    given: dict[str, Any], sent: int | None, place: Any
) -> None:
    arguments = Arguments("", **{place: given})
    found = getattr(within_limits(arguments, replace(LIMITED, place=place)), place)
    assert found.get("limit") == sent and found.get("history") == given.get("history")


def test_the_first_item_and_the_number_of_items() -> None:
    calls: list[Any] = []

    def fetch(arguments: Arguments) -> Any:
        calls.append(arguments.query)
        return {"items": [] if arguments.query.get("none") else [1, 2], "total": 70, "after": "2"}

    pager: Pager[Any, Any] = Pager(LIMITED, Arguments("", query={"limit": 2}), fetch)
    assert pager.first() == 1 and pager.count() == 70
    assert calls == [{"limit": 2, "after": UNSET}, {"limit": 1}]

    async def fetch_async(arguments: Arguments) -> Any:
        return fetch(arguments)

    async def main() -> tuple[Any, int]:
        found: AsyncPager[Any, Any] = AsyncPager(LIMITED, pager.arguments, fetch_async)
        return await found.first(), await found.count()

    assert asyncio.run(main()) == (1, 70)
    empty: Pager[Any, Any] = Pager(
        replace(LIMITED, total=None), Arguments("", query={}), lambda _: {"items": []}
    )
    assert empty.first() is None
    with pytest.raises(PaginationError, match="number of all items"):
        empty.count()
