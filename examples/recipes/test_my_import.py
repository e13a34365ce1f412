"""Test your integration

The extra `testing` contains a CRM in memory with pytest fixtures. It can produce failures: here, a response is lost
after the request was processed.
"""

from pathlib import Path

from hubspot_crm import HubSpot
from hubspot_crm.testing import StandIn

from examples.recipes.sync_contacts import sync_contacts


def test_an_import_that_loses_an_answer(
    hubspot_client: HubSpot, hubspot_stand_in: StandIn, tmp_path: Path
) -> None:
    file = tmp_path / "contacts.csv"
    file.write_text("email,city\nada@example.com,London\nbob@example.com,Paris\n", "utf-8")
    hubspot_stand_in.fail_next("drop_after", path="/batch/upsert")

    sync_contacts(hubspot_client, file)

    cities = [each["properties"]["city"] for each in hubspot_stand_in.records("contacts")]
    assert cities == ["London", "Paris"]
