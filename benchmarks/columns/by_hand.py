"""Write contacts to a Parquet file with hubspot-api-client, as its users do by hand: python by_hand.py URL FOLDER.

It keeps 10,000 records in memory and converts each column at once. Values that do not fit are errors.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from account import PROPERTIES  # type: ignore[import-not-found]

pa: Any = import_module("pyarrow")
pq: Any = import_module("pyarrow.parquet")
TYPES = {
    "number": pa.float64(),
    "date": pa.date32(),
    "datetime": pa.timestamp("ms", "UTC"),
    "bool": pa.bool_(),
    "string": pa.string(),
}


def column(kind: str, field: str, values: list[str | None]) -> Any:
    texts = [each or None for each in values]
    if field == "checkbox":
        return pa.array([None if each is None else each.split(";") for each in texts])
    strings = pa.array(texts, pa.string())
    return strings.dictionary_encode() if kind == "enumeration" else strings.cast(TYPES[kind])


def table(records: list[Any]) -> Any:
    columns: dict[str, Any] = {
        "id": pa.array([each.id for each in records]),
        "createdAt": pa.array([each.created_at for each in records], TYPES["datetime"]),
        "updatedAt": pa.array([each.updated_at for each in records], TYPES["datetime"]),
        "archived": pa.array([each.archived for each in records]),
    }
    for name, (kind, field) in PROPERTIES.items():
        columns[name] = column(kind, field, [each.properties.get(name) for each in records])
    return pa.table(columns)


def main(url: str, folder: Path) -> None:
    api = import_module("hubspot").HubSpot(access_token="token", host=url).crm.contacts.basic_api
    after, records, written = None, list[Any](), 0
    writer = None
    while True:
        page = api.get_page(limit=100, properties=list(PROPERTIES), after=after)
        records += page.results
        after = page.paging.next.after if page.paging else None
        if len(records) >= 10_000 or (after is None and records):
            found = table(records)
            writer = writer or pq.ParquetWriter(folder / "contacts.parquet", found.schema)
            writer.write_table(found)
            written, records = written + len(records), []
        if after is None:
            break
    if writer is not None:
        writer.close()
    print(written)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
