"""Associate records by the names of associations

HubSpot numbers its associations, one number for each direction. Its own kinds are known by the types they lead from
and to; labels of the account are asked for once. To associate records that are there already, `create_default`
needs no kind at all.
"""

from hubspot_crm import AsyncHubSpot, HubSpot
from hubspot_crm.association_types import association, link, resolve, resolve_async


def plan_call(client: HubSpot, contact: str, company: str) -> str:
    """A task for a contact and a company, and the contact as the one who decides there."""
    task = client.tasks.create(
        properties={"hs_task_subject": "Call back"},
        associations=[
            link(contact, association("tasks", "contacts")),
            link(company, association("tasks", "companies")),
        ],
    )
    decides = resolve(client, "contacts", "companies", label="Decision maker")
    client.associations.create("contacts", contact, "companies", company, [decides])
    return task.id


async def employ(client: AsyncHubSpot, contacts: list[str], company: str) -> int:
    """Many at once, by a label."""
    label = await resolve_async(client, "contacts", "companies", label="Decision maker")
    pairs = [
        {"from": {"id": contact}, "to": {"id": company}, "types": [label]} for contact in contacts
    ]
    outcome = await client.associations.batch.create("contacts", "companies", pairs)
    outcome.raise_for_errors()
    return len(outcome.succeeded)
