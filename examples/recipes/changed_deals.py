"""Export all deals that changed since yesterday

HubSpot returns at most 10,000 records for one query; the client continues beyond that. `limit` is the page size.
"""

import csv
from datetime import datetime
from typing import TextIO

from hubspot_crm import AsyncHubSpot, HubSpot
from hubspot_crm.v2026_09.models import Filter, FilterGroup
from hubspot_crm.values import encode

COLUMNS = ["dealname", "amount", "dealstage", "hs_lastmodifieddate"]


def changed_since(moment: datetime) -> list[FilterGroup]:
    changed = Filter(property_name="hs_lastmodifieddate", operator="GTE", value=encode(moment))
    return [FilterGroup(filters=[changed])]


def export_deals(client: HubSpot, since: datetime, file: TextIO) -> None:
    table = csv.DictWriter(file, ["id", *COLUMNS], extrasaction="ignore")
    table.writeheader()
    groups = changed_since(since)
    for deal in client.deals.search(filter_groups=groups, properties=COLUMNS, limit=200):
        table.writerow({"id": deal.id, **deal.properties})


async def amounts(client: AsyncHubSpot, since: datetime) -> dict[str, str | None]:
    found = client.deals.search(
        filter_groups=changed_since(since), properties=["amount"], limit=200
    )
    return {deal.id: deal.properties["amount"] async for deal in found}
