"""Associate records by the names of associations

HubSpot numbers its association types, one number for each direction. `association` finds HubSpot's own types by the
object types, and `resolve` requests the labels of the account once. To associate existing records without a label,
`create_default` needs no type at all. `read_associated` reads the associations of many records, from all pages.
"""

from hubspot_crm import HubSpot
from hubspot_crm.associated import read_associated
from hubspot_crm.association_types import association, link, resolve


def plan_call(client: HubSpot, contact: str, company: str) -> str:
    """Create a task for a contact and a company."""
    contacts, companies = association("tasks", "contacts"), association("tasks", "companies")
    return client.tasks.create(
        properties={"hs_task_subject": "Call back"},
        associations=[link(contact, contacts), link(company, companies)],
    ).id


def employ(client: HubSpot, contacts: list[str], company: str) -> None:
    """Associate several contacts with a company, with a label."""
    label = resolve(client, "contacts", "companies", label="Decision maker")
    client.associations.batch.create(
        "contacts",
        "companies",
        ({"from": {"id": each}, "to": {"id": company}, "types": [label]} for each in contacts),
    ).raise_for_errors()


def contacts_of(client: HubSpot, companies: list[str]) -> dict[str, list[str]]:
    """Return the ids of the contacts of each company."""
    found = read_associated(client, "companies", "contacts", companies)
    return {company: [each.to_object_id for each in found[company]] for company in companies}
