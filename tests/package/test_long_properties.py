"""Test lists of properties that are too long for one URL."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hubspot_crm import AsyncHubSpot, HubSpot, InputError, MockTransport, json_response
from hubspot_crm.streaming import download
from hubspot_crm.testing import StandIn
from hubspot_crm.transports import Request, Response

from tests.support.ways import Way, crm, every_way, way

__all__ = ["crm", "way"]

NAMES = ["name", *(f"a_property_with_the_number_{number}" for number in range(2_000))]


@every_way
def test_a_record_and_pages_of_records(way: Way, crm: StandIn) -> None:
    first, *others = [crm.create("companies", {"name": str(number)}) for number in range(5)]
    contact = crm.create("contacts", {"email": "a@example.com"})
    way(lambda client: client.associations.create_default("companies", first, "contacts", contact))
    found = way(
        lambda client: client.companies.get(
            first, properties=NAMES, properties_with_history=NAMES[:400], associations=["contacts"]
        )
    )
    assert set(NAMES) <= found.properties.keys() and found.properties["name"] == "0"
    assert list(found.properties_with_history) == NAMES[:400]
    assert [each.id for each in found.associations["contacts"].results] == [contact]
    listed = way.all(lambda client: client.companies.list(properties=NAMES, limit=2))
    assert [each.id for each in listed] == [first, *others]
    for number, each in enumerate(listed):
        assert set(NAMES) <= each.properties.keys() and each.properties["name"] == str(number)


def test_on_trio(crm: StandIn) -> None:
    trio: Any = pytest.importorskip("trio")
    company = crm.create("companies", {"name": "a"})

    async def main() -> Any:
        async with AsyncHubSpot("t", transport=crm.async_transport()) as client:
            return await client.companies.get(company, properties=NAMES)

    assert set(NAMES) <= trio.run(main).properties.keys()


def test_lists_are_joined() -> None:
    def respond(request: Request) -> Response:
        assert parse_qsl(urlsplit(request.url).query) == [
            ("associations", "contacts,deals"),
            ("properties", "name,city"),
        ]
        return json_response({"id": "1", "properties": {}})

    client = HubSpot("t", transport=MockTransport(respond))
    client.companies.get("1", properties=["name", "city"], associations=["contacts", "deals"])
    client.objects("2-1").get("1", properties=("name", "city"), associations=["contacts", "deals"])


def test_what_cannot_be_read_in_parts_says_so(crm: StandIn) -> None:
    company = crm.create("companies", {"name": "a"})
    with HubSpot("t", transport=crm.transport()) as client:
        with pytest.raises(InputError, match="accepts at most 8,000. Pass fewer .* 'properties'"):
            download(client.companies.get, company, properties=NAMES).save("never")
        with pytest.raises(InputError, match="'properties'"):
            client.companies.get(company, properties=["x" * 9_000])
