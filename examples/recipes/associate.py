"""Associate records by the names of associations

HubSpot numbers its association types, one number for each direction. `association` finds HubSpot's own types by the
object types, and `resolve` requests the labels of the account once. To associate existing records,
`create_default` needs no type at all.
"""

from hubspot_crm import AsyncHubSpot, HubSpot
from hubspot_crm.association_types import association, link, resolve, resolve_async


def plan_call(client: HubSpot, contact: str, company: str) -> str:
    """Create a task for a contact and a company, and label the contact as decision maker."""
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
    """Associate several contacts with a company, with a label."""
    label = await resolve_async(client, "contacts", "companies", label="Decision maker")
    pairs = [
        {"from": {"id": contact}, "to": {"id": company}, "types": [label]} for contact in contacts
    ]
    outcome = await client.associations.batch.create("contacts", "companies", pairs)
    outcome.raise_for_errors()
    return len(outcome.succeeded)
