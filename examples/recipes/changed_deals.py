"""Export all deals that changed since yesterday

HubSpot returns at most 10,000 records for one query; the client continues beyond that. `limit` is the page size.
"""

import csv
from datetime import datetime
from typing import TextIO

from hubspot_crm import AsyncHubSpot, HubSpot
from hubspot_crm.filters import all_of, ge

COLUMNS = ["dealname", "amount", "dealstage", "hs_lastmodifieddate"]


def export_deals(client: HubSpot, since: datetime, file: TextIO) -> None:
    table = csv.DictWriter(file, ["id", *COLUMNS], extrasaction="ignore")
    table.writeheader()
    changed = [all_of(ge("hs_lastmodifieddate", since))]
    for deal in client.deals.search(filter_groups=changed, properties=COLUMNS, limit=200):
        table.writerow({"id": deal.id, **deal.properties})


async def count_changed(client: AsyncHubSpot, since: datetime) -> int:
    return await client.deals.search(
        filter_groups=[all_of(ge("hs_lastmodifieddate", since))]
    ).count()
