"""Create tasks in a batch, search, update and archive them: first sync, then async.

It runs offline, against a task API on loopback:

    make example

For the real API, use a token and omit `base_url`.
"""

from __future__ import annotations

import asyncio

from hubspot_crm import NotFoundError
from hubspot_crm.v3 import AsyncHubSpot, HubSpot
from hubspot_crm.v3.models import (
    AssociationSpec,
    Filter,
    FilterGroup,
    PublicAssociationsForObject,
    PublicObjectId,
    SimplePublicObjectBatchInputForCreate,
)

from examples.task_api import TaskApi

TOKEN = "pat-na1-example"
TASK_TO_CONTACT = AssociationSpec(association_category="HUBSPOT_DEFINED", association_type_id=204)


def create_and_search(base_url: str) -> None:
    """The sync client: one batch that fails in part, a search over several pages, a change."""
    with HubSpot(TOKEN, base_url=base_url) as client:
        inputs = [task("Call back"), task("Send the offer"), task("")]
        outcome = client.tasks.batch.create(inputs)
        print(f"created {len(outcome.results)} tasks: {', '.join(r.id for r in outcome.results)}")
        for failed in outcome.failed:
            print(f"failed: input {failed.index}, {failed.error}")

        not_done = Filter(property_name="hs_task_status", operator="EQ", value="NOT_STARTED")
        found = client.tasks.search(filter_groups=[FilterGroup(filters=[not_done])], limit=1)
        for record in found:
            print(f"found {record.id}: {record.properties['hs_task_subject']}")

        done = client.tasks.update(
            outcome.results[0].id, properties={"hs_task_status": "COMPLETED"}
        )
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


def task(subject: str) -> SimplePublicObjectBatchInputForCreate:
    """A task for contact 101."""
    contact = PublicAssociationsForObject(to=PublicObjectId(id="101"), types=[TASK_TO_CONTACT])
    return SimplePublicObjectBatchInputForCreate(
        properties={"hs_task_subject": subject, "hs_task_status": "NOT_STARTED"},
        associations=[contact],
        object_write_trace_id=f"task:{subject}",
    )


def main() -> None:
    """Run both against one server."""
    with TaskApi() as api:
        create_and_search(api.url)
        asyncio.run(archive(api.url))
        print(f"the server answered {len(api.requests)} requests")


if __name__ == "__main__":
    main()
