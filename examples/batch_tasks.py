"""Create tasks in a batch, search, update and archive them: first sync, then async.

It runs offline, against a stand-in server on loopback:

    make example

For the real API, use a token and omit `base_url`.
"""

from __future__ import annotations

import asyncio

from hubspot_crm import AsyncHubSpot, HubSpot, NotFoundError
from hubspot_crm.association_types import association, link
from hubspot_crm.filters import all_of, eq
from hubspot_crm.testing import StandIn

TOKEN = "pat-na1-example"
NOT_STARTED = all_of(eq("hs_task_status", "NOT_STARTED"))
TASKS = {
    "Call back": "HIGH",
    "Send the offer": "LOW",
    "Tidy up": "SOON",
}  # there is no priority SOON


def create_and_search(base_url: str, contact: str) -> None:
    """The sync client: a batch with an invalid input, a search over several pages, a change."""
    with HubSpot(TOKEN, base_url=base_url) as client:
        outcome = client.tasks.batch.create([task(*each, contact) for each in TASKS.items()])
        print(f"created {len(outcome.results)} tasks: {', '.join(r.id for r in outcome.results)}")
        for failed in outcome.failed:
            print(f"failed: input {failed.index}, {failed.error}")

        for found in client.tasks.search(
            filter_groups=[NOT_STARTED], properties=["hs_task_subject"], limit=1
        ):
            print(f"found {found.id}: {found.properties['hs_task_subject']}")

        first = outcome.results[0].id
        done = client.tasks.update(first, properties={"hs_task_status": "COMPLETED"})
        print(f"changed {done.id}: {done.properties['hs_task_status']}")


async def archive(base_url: str) -> None:
    """The async client: the same calls, awaited; an error with its status and ids."""
    async with AsyncHubSpot(TOKEN, base_url=base_url) as client:
        records = [record async for record in client.tasks.list()]
        await asyncio.gather(*(client.tasks.archive(record.id) for record in records))
        print(f"archived {len(records)} tasks")
        try:
            await client.tasks.get(records[0].id)
        except NotFoundError as error:
            print(f"{error.status} {error.category}, correlation id {error.correlation_id}")


def task(subject: str, priority: str, contact: str) -> dict[str, object]:
    """Return a task for a contact."""
    return {
        "properties": {
            "hs_task_subject": subject,
            "hs_task_status": "NOT_STARTED",
            "hs_task_priority": priority,
        },
        "associations": [link(contact, association("tasks", "contacts"))],
    }


def main() -> None:
    """Run both against one server."""
    crm = StandIn()
    crm.define(
        "tasks",
        "hs_task_priority",
        "enumeration",
        options=[{"label": each.title(), "value": each} for each in ("LOW", "MEDIUM", "HIGH")],
    )
    contact = crm.create("contacts", {"email": "ada@example.com"})
    with crm.serve() as url:
        create_and_search(url, contact)
        asyncio.run(archive(url))
    print(f"the server received {crm.request_count} requests")


if __name__ == "__main__":
    main()
