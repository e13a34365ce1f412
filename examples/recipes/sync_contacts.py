"""Synchronize contacts with a CSV file

The column `email` identifies contacts: existing ones are updated, others are created. An upsert can be repeated
safely, so you can run the program again after any failure.
"""

import csv
from pathlib import Path

from hubspot_crm import HubSpot


def sync_contacts(client: HubSpot, path: Path) -> str:
    with path.open(newline="", encoding="utf-8") as file:
        outcome = client.contacts.batch.upsert(
            {"idProperty": "email", "id": row["email"], "properties": row}
            for row in csv.DictReader(file)
        )
    for failed in outcome.failed:
        print(f"row {failed.index + 2}: {failed.error}")
    made = sum(contact.new for contact in outcome.results)
    return f"{made} made, {len(outcome.results) - made} changed, {len(outcome.failed)} refused"
