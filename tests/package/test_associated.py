"""Associated records of many records, and their ids in a record, in all versions, sync and async."""

from __future__ import annotations

import asyncio
import json
from types import ModuleType
from typing import Any

import pytest
from hubspot_crm import (
    AsyncMockTransport,
    BatchError,
    HubSpot,
    MockTransport,
    json_response,
    v3,
    v2025_09,
    v2026_03,
    v2026_09,
)
from hubspot_crm._core.transport import Request, Response
from hubspot_crm.associated import associated_ids, read_associated, read_associated_async

VERSIONS = [v3, v2025_09, v2026_03, v2026_09]
NOTHING = "crm.associations.NO_ASSOCIATIONS_FOUND"
PAGES = {("1", None): ([5, 6], "x"), ("1", "x"): ([6, 7], None), ("2", None): ([9], None)}


def respond(request: Request) -> Response:
    """Two pages for record 1, of which one association is in both; nothing for record 3."""
    results, errors = [], []
    for each in json.loads(bytes(request.content or b""))["inputs"]:
        page = PAGES.get((each["id"], each.get("after")))
        if page is None:
            reason = NOTHING if each["id"] == "3" else "crm.associations.GONE"
            context = {"fromObjectId": [each["id"]]}
            errors.append({"status": "error", "subCategory": reason, "context": context})
            continue
        to = [{"toObjectId": other, "associationTypes": []} for other in page[0]]
        paging = {"paging": {"next": {"after": page[1]}}} if page[1] else {}
        results.append({"from": {"id": each["id"]}, "to": to, **paging})
    return json_response({"status": "COMPLETE", "results": results, "errors": errors}, status=207)


def read(version: ModuleType, is_async: bool, ids: list[Any]) -> tuple[dict[str, list[str]], int]:
    if is_async:
        transport = AsyncMockTransport(respond)

        async def main() -> Any:
            async with version.AsyncHubSpot("token", transport=transport) as client:
                return await read_associated_async(client, "deals", "line_items", ids)

        found = asyncio.run(main())
    else:
        transport = MockTransport(respond)
        with version.HubSpot("token", transport=transport) as client:
            found = read_associated(client, "deals", "line_items", ids)
    return {
        record: [each.to_object_id for each in others] for record, others in found.items()
    }, len(transport.requests)


@pytest.mark.parametrize("version", VERSIONS, ids=lambda each: each.__name__)
@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_all_associations_are_read_each_once(version: ModuleType, is_async: bool) -> None:
    found, requests = read(version, is_async, [1, "2", "3"])
    assert found == {"1": ["5", "6", "7"], "2": ["9"], "3": []}
    assert requests == 2
    with pytest.raises(BatchError):
        read(version, is_async, ["4"])
    assert read(version, is_async, []) == ({}, 0)


def test_a_type_has_two_spellings() -> None:
    linked = {
        "results": [{"id": "7", "type": "x"}, {"id": "8", "type": "x"}, {"id": "7", "type": "y"}]
    }
    body = {"id": "1", "properties": {}, "associations": {"line items": linked}}
    client = HubSpot("token", transport=MockTransport([json_response(body)]))
    record = client.deals.get("1", associations=["line_items"])
    assert (
        associated_ids(record, "line_items") == associated_ids(record, "line items") == ["7", "8"]
    )
    assert associated_ids(record, "contacts") == []


def test_a_type_has_a_number_and_custom_types_have_an_account() -> None:
    names = {"contacts": "7", "p12_cars": "8", "p12_my_cars": "9"}
    linked = {name: {"results": [{"id": each, "type": "x"}]} for name, each in names.items()}
    body = {"id": "1", "properties": {}, "associations": linked}
    record = HubSpot("token", transport=MockTransport([json_response(body)])).deals.get("1")
    assert associated_ids(record, "0-1") == associated_ids(record, "contacts") == ["7"]
    for name in ("p12_cars", "p_cars", "cars", "CARS"):
        assert associated_ids(record, name) == ["8"]
    assert associated_ids(record, "p13_cars") == associated_ids(record, "0-2") == []
    with pytest.raises(ValueError, match="names of custom object types, not 2-5"):
        associated_ids(record, "2-5")
