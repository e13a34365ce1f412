"""Synchronize contacts with a CSV file

The column `email` identifies contacts: existing ones are updated, others are created. An upsert can be repeated
safely, so you can run the program again after any failure.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from hubspot_crm import HubSpot


def rows(path: Path) -> Iterator[dict[str, object]]:
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield {"idProperty": "email", "id": row.pop("email"), "properties": row}


def sync_contacts(client: HubSpot, path: Path) -> str:
    outcome = client.contacts.batch.upsert(rows(path))
    for failed in outcome.failed:
        print(f"row {failed.index + 2}: {failed.error}")
    made = sum(contact.new for contact in outcome.results)
    return f"{made} made, {len(outcome.results) - made} changed, {len(outcome.failed)} refused"
