# pyright: basic, reportMissingImports=false
# mypy: disable-error-code="import-not-found, misc, untyped-decorator, unused-ignore"
"""Load changes into a warehouse with dlt

`pip install "dlt[duckdb]"`. The first run loads all contacts, each later run what has changed. dlt stores the state of
the sync together with the data of a run, so a run that was interrupted is repeated. `deleted` marks the rows that dlt
deletes, and `batch` has the order of the changes of a run.
"""

from collections.abc import Iterator

import dlt
from hubspot_crm import HubSpot
from hubspot_crm.sync import sync

PROPERTIES = ["email", "city"]
COLUMNS = {name: {"data_type": "text"} for name in PROPERTIES}
MARKS = {"deleted": {"hard_delete": True}, "batch": {"dedup_sort": "desc"}}


@dlt.resource(primary_key="id", write_disposition="merge", columns=COLUMNS | MARKS)
def contacts(client: HubSpot) -> Iterator[dict[str, object]]:
    stored = dlt.current.resource_state()
    batches = sync(client.contacts, stored.get("sync"), properties=PROPERTIES)
    for batch, changes in enumerate(batches):
        for each in changes.upserts:
            yield {"id": each.id, **each.properties, "deleted": False, "batch": batch}
        for id_ in changes.deletes:
            yield {"id": id_, "deleted": True, "batch": batch}
        stored["sync"] = changes.state


def load(client: HubSpot) -> None:
    pipeline = dlt.pipeline("hubspot", destination="duckdb", dataset_name="crm")
    print(pipeline.run(contacts(client)))
