"""Use the installed hubspot-crm: with a MockTransport, and with the stand-in on loopback."""

import asyncio

import hubspot_crm
from hubspot_crm import AsyncHubSpot, HubSpot
from hubspot_crm.testing import StandIn
from hubspot_crm.transports import MockTransport, Request, Response, json_response


def main() -> None:
    with HubSpot(access_token="token", transport=MockTransport(answer)) as client:
        task = client.tasks.get("7")
        assert task.id == "7" and task.properties["hs_task_subject"] == "Call back", task
    stand_in = StandIn()
    stand_in.create("contacts", {"email": "ada@example.com"})
    with stand_in.serve() as url:
        with HubSpot(access_token="token", base_url=url) as client:
            created = client.tasks.create(properties={"hs_task_subject": "Call back"})
            assert client.tasks.get(created.id).id == created.id
        asyncio.run(count(url))
    print("from", hubspot_crm.__file__)


def answer(request: Request) -> Response:
    assert request.url.startswith("https://"), request.url
    times = {"createdAt": "2026-01-02T00:00:00Z", "updatedAt": "2026-01-02T00:00:00Z"}
    properties = {"hs_task_subject": "Call back"}
    return json_response({"id": "7", "properties": properties, "archived": False, **times})


async def count(url: str) -> None:
    async with AsyncHubSpot(access_token="token", base_url=url) as client:
        assert len([each async for each in client.contacts.list()]) == 1


if __name__ == "__main__":
    main()
