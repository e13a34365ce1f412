"""Test HubSpot's lists and searches over a real connection, up to the last record."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import hubspot_crm
import pytest
import yaml
from hubspot_crm import AsyncHubSpot, HubSpot, PaginationError, v3, v2025_09, v2026_03

from tests.support.loopback import Answer, Loopback, RecordedRequest, json_answer
from tests.support.search import CapExceeded, SearchIndex, record

OVERLAY = Path(__file__).parent.parent.parent / "specs" / "overlays" / "paging.yaml"
[CAP] = {
    action["update"]["x-specloom-pagination"]["window"]["cap"]
    for action in yaml.safe_load(OVERLAY.read_text("utf-8"))["actions"]
    if "window" in action["update"]["x-specloom-pagination"]
}


def searched(index: SearchIndex) -> Loopback:
    def respond(request: RecordedRequest) -> Answer:
        try:
            return json_answer(index.search(request.json()))
        except CapExceeded:
            return json_answer({"category": "VALIDATION_ERROR", "message": "cap"}, status=400)

    return Loopback(respond)


def index_of(count: int) -> SearchIndex:
    """Return records of three stages: a few of the first, more of the second than a query returns."""
    few = count - CAP - 300
    stages = ["1"] * few + ["2"] * (CAP + 100) + [None] * 200
    return SearchIndex([record(n + 1, stage=value) for n, value in enumerate(stages)], cap=CAP)


def test_a_search_gives_more_records_than_one_query() -> None:
    index = index_of(CAP + 450)
    with searched(index) as server, HubSpot("token", base_url=server.url) as client:
        found = [int(task.id) for task in client.tasks.search(limit=200)]
        assert found == list(range(1, CAP + 451))
        assert len(server.requests) == 1 + CAP // 200 + 3
        assert {request.path for request in server.requests} == {
            "/crm/objects/2026-09/tasks/search"
        }


def test_a_sorted_search_gives_more_records_than_one_query() -> None:
    index = index_of(CAP + 450)

    async def main(url: str) -> list[Any]:
        async with AsyncHubSpot("token", base_url=url) as client:
            search = client.tasks.search(limit=200, sorts=["-stage"], properties=["stage"])
            return [task async for task in search]

    with searched(index) as server:
        found = asyncio.run(main(server.url))
    assert sorted(int(task.id) for task in found) == list(range(1, CAP + 451))
    stages = [task.properties["stage"] for task in found]
    assert stages == ["2"] * (CAP + 100) + ["1"] * 150 + [None] * 200


def test_within_the_cap_a_search_is_sent_as_it_was_given() -> None:
    filters = [{"filters": [{"propertyName": "stage", "operator": "EQ", "value": "1"}]}]
    index = SearchIndex([record(n, stage="1") for n in range(1, 8)], cap=CAP)
    with searched(index) as server, v3.HubSpot("token", base_url=server.url) as client:
        assert len(list(client.deals.search(filter_groups=filters, limit=5))) == 7
        bodies = [request.json() for request in server.requests]
    assert bodies == [
        {"filterGroups": filters, "limit": 5},
        {"filterGroups": filters, "limit": 5, "after": "5"},
    ]


def test_a_search_from_a_cursor_is_never_cut_short() -> None:
    index = index_of(CAP + 450)
    with searched(index) as server, HubSpot("token", base_url=server.url) as client:
        found = client.tasks.search(limit=200, after=str(CAP - 200))
        with pytest.raises(PaginationError, match=f"{CAP + 450} items match"):
            list(found)
        assert len(server.requests) == 1


@pytest.mark.parametrize("version", [hubspot_crm, v3])
def test_a_search_of_lists_stops_where_the_response_says_so(version: Any) -> None:
    def respond(request: RecordedRequest) -> Answer:
        start = request.json().get("offset", 0)
        rows = [{"listId": str(n), "name": f"List {n}"} for n in range(start, min(start + 2, 5))]
        body = {"lists": rows, "hasMore": start + 2 < 5, "offset": start + 2, "total": 5}
        return json_answer(body)

    with Loopback(respond) as server, version.HubSpot("token", base_url=server.url) as client:
        assert [each.list_id for each in client.lists.search(count=2)] == list("01234")
        bodies = [json.loads(request.body) for request in server.requests]
    assert bodies == [{"count": 2}, {"count": 2, "offset": 2}, {"count": 2, "offset": 4}]


def paged(request: RecordedRequest) -> Answer:
    """Return three pages, the second of them empty."""
    after = dict(request.query).get("after")
    rows = {None: ["1", "2"], "A": [], "B": ["3"]}[after]
    following = {None: "A", "A": "B"}.get(after)
    paging = {"paging": {"next": {"after": following}}} if following else {}
    return json_answer({"results": [{"id": row, "toObjectId": row} for row in rows], **paging})


LISTS = {
    "records": (hubspot_crm, lambda client: client.tasks.list()),
    "associations": (
        hubspot_crm,
        lambda client: client.partner_services.associations.list("1", "deals"),
    ),
    "of 2026-03": (v2026_03, lambda client: client.associations.list("tasks", "1", "contacts")),
    "of 2025-09": (v2025_09, lambda client: client.tasks.associations.list("1", "contacts")),
    "of v3": (v3, lambda client: client.appointments.associations.list("1", "contacts")),
    "of v4": (v3, lambda client: client.associations_v4.list("tasks", "1", "contacts")),
    "owners": (hubspot_crm, lambda client: client.owners.list()),
    "imports": (hubspot_crm, lambda client: client.imports.list()),
    "errors of imports": (hubspot_crm, lambda client: client.imports.errors.list(1)),
    "members": (hubspot_crm, lambda client: client.lists.memberships.list("1")),
}


@pytest.mark.parametrize("name", LISTS)
def test_every_list_follows_its_cursor(name: str) -> None:
    version, start = LISTS[name]
    with Loopback(paged) as server, version.HubSpot("token", base_url=server.url) as client:
        assert len(list(start(client))) == 3
        assert len(list(start(client).take(2))) == 2
        assert len(server.requests) == 3 + 1
