"""Test that every version lists the associated records of one record with the same call."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hubspot_crm import ApiError, v3, v2025_09, v2026_03, v2026_09
from hubspot_crm.testing import StandIn

VERSIONS: list[Any] = [v3, v2025_09, v2026_03, v2026_09]
COUNT = 620


@pytest.fixture(scope="module")
def account() -> tuple[StandIn, str, list[str]]:
    """Return an account with a company that has many contacts."""
    crm = StandIn(seed=1)
    company = crm.create("companies", {"name": "a"})
    contacts = [crm.create("contacts", {"email": f"{n}@example.com"}) for n in range(COUNT)]
    inputs = [{"from": {"id": company}, "to": {"id": each}} for each in contacts]
    with v2026_09.HubSpot("t", transport=crm.transport()) as client:
        client.associations.batch.create_default("companies", "contacts", inputs).raise_for_errors()
    return crm, company, contacts


@pytest.mark.parametrize("version", VERSIONS, ids=["v3", "2025-09", "2026-03", "2026-09"])
def test_all_pages(version: Any, account: tuple[StandIn, str, list[str]]) -> None:
    crm, company, contacts = account

    async def main() -> list[str]:
        async with version.AsyncHubSpot("t", transport=crm.async_transport()) as client:
            found = client.associations.list("companies", company, "contacts")
            assert await client.associations.list("companies", company, "deals").first() is None
            return [each.to_object_id async for each in found]

    with version.HubSpot("t", transport=crm.transport()) as client:
        pager = client.associations.list("companies", company, "contacts")
        assert [each.to_object_id for each in pager] == contacts
        assert [each.to_object_id for each in pager.take(2)] == contacts[:2]
        pages = pager.pages()
        next(pages)
        rest = client.associations.list("companies", company, "contacts", after=pages.cursor)
        found = [each.to_object_id for each in rest]
        assert 0 < len(found) < COUNT and found == contacts[-len(found) :]
        assert list(client.associations.list("companies", company, "deals")) == []
        with pytest.raises(ApiError):
            list(client.associations.list("nothing", company, "contacts"))
    assert asyncio.run(main()) == contacts
    trio = pytest.importorskip("trio")
    assert trio.run(main) == contacts
