"""Write contacts to Parquet files with hubspot-crm: python ours.py URL FOLDER PARTITIONS."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from account import PROPERTIES  # type: ignore[import-not-found]
from hubspot_crm import HubSpot
from hubspot_crm.partitions import ClientDescription, Partition


def write(path: Path, batches: Any) -> int:
    from hubspot_crm.arrow import parquet_file

    records = 0
    with parquet_file(path) as save:
        for batch in batches:
            save(batch)
            records += batch.num_rows
    return records


def write_part(description: ClientDescription, columns: Any, part: Partition, path: Path) -> int:
    from hubspot_crm.arrow import read_batches

    with description.client() as client:
        return write(path, read_batches(part.search(client, columns.properties), columns))


def main(url: str, folder: Path, count: int) -> None:
    from hubspot_crm.arrow import Columns

    names: list[str] = list(PROPERTIES)
    with HubSpot("token", base_url=url, rate_limiter=None) as client:
        if count == 1:
            print(write(folder / "contacts.parquet", client.batches("contacts", names)))
            return
        columns = Columns(client.properties.list("contacts").results, names)
        parts = client.partitions("contacts", count)
        description = client.describe(include_token=True, options={"rate_limiter": None})
    paths = [folder / f"contacts-{number}.parquet" for number in range(len(parts))]
    with ProcessPoolExecutor(len(parts)) as pool:
        many = (description,) * len(parts), (columns,) * len(parts)
        print(sum(pool.map(write_part, *many, parts, paths)))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
