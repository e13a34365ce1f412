"""Save deals as a Parquet file

The extra `arrow` reads records as columns with the types of their properties: numbers, dates, times. One batch at a
time is in memory, so the number of deals does not matter.
"""

from datetime import datetime
from pathlib import Path

from hubspot_crm import HubSpot
from hubspot_crm.arrow import parquet_file
from hubspot_crm.filters import all_of, ge


def save_deals(client: HubSpot, since: datetime, path: Path) -> None:
    """Save the deals that were created since a moment."""
    recent = [all_of(ge("createdate", since))]
    with parquet_file(path) as write:
        for batch in client.batches("deals", ["dealname", "amount"], filter_groups=recent):
            write(batch)
