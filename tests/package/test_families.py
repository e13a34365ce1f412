"""Run the pages about the APIs beside records against the stand-in."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hubspot_crm import ApiStatusError
from hubspot_crm.testing import StandIn
from hubspot_crm.v3 import AsyncHubSpot, HubSpot

PAGES = Path(__file__).parents[2] / "docs" / "hubspot"


@pytest.fixture
def crm() -> StandIn:
    return StandIn(seed=1)


def run(crm: StandIn, name: str) -> dict[str, Any]:
    """Run the Python blocks of a page, and return their names."""
    page = PAGES / name
    with crm.serve() as url:
        names: dict[str, Any] = {"token": "token", "url": url}
        for block in re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.S):
            exec(compile(block.replace("while ", "if "), str(page), "exec"), names)
        names["client"].close()
    return names


def test_files_and_webhooks(crm: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    names = run(crm, "files-and-webhooks.md")
    assert names["file"].id and names["link"].url
    assert names["task"].id
    paths = [handled.request.url for handled in crm.requests]
    assert any(path.endswith("/files/2026-03/files") for path in paths)
    assert any(path.endswith("/webhooks/2026-03/4711/subscriptions") for path in paths)


def test_timeline_and_account(crm: StandIn) -> None:
    names = run(crm, "timeline-and-account.md")
    assert names["account"].portal_id
    assert names["action"].acting_user.user_id and names["login"].id and names["event"].type
    [created] = [each.request for each in crm.requests if each.request.method == "POST"]
    assert created.url.endswith("/integrators/timeline/2026-03/events")
    assert json.loads(created.content)["eventTypeName"] == "ae4711_webinar"
    queries = [each.request.url for each in crm.requests if "audit-logs" in each.request.url]
    assert queries and all("occurredAfter=2026-01-01" in each for each in queries)


def test_an_event_without_its_tokens_is_refused(crm: StandIn) -> None:
    client = HubSpot("token", transport=crm.transport())
    with pytest.raises(ApiStatusError, match="tokens"):
        client.request(
            "POST", "/integrators/timeline/v3/events", json={"eventTemplateId": "1", "id": "2"}
        )


def test_async_batches_of_events(crm: StandIn) -> None:
    async def run() -> Any:
        async with AsyncHubSpot("token", transport=crm.async_transport()) as client:
            return await client.timeline.events.batch.create(
                [{"eventTemplateId": "1", "id": "2", "email": "a@example.com", "tokens": {}}]
            )

    asyncio.run(run())
    [sent] = [each.request for each in crm.requests]
    assert sent.url.endswith("/integrators/timeline/v3/events/batch/create")
    assert [each["id"] for each in json.loads(sent.content)["inputs"]] == ["2"]


def test_an_invalid_setting_is_refused(crm: StandIn) -> None:
    client = HubSpot("token", transport=crm.transport())
    with pytest.raises(ApiStatusError, match="maxConcurrentRequests"):
        client.webhooks.settings.update(1, target_url="https://example.com", throttling={})


def test_async_uploads_send_a_form(crm: StandIn) -> None:
    async def run() -> bytes:
        async with AsyncHubSpot("token", transport=crm.async_transport()) as client:
            file = await client.files.upload(file=b"a,b", file_name="a.csv", folder_path="/x")
            return await client.files.download(file.id)

    assert isinstance(asyncio.run(run()), bytes)
    assert crm.requests[0].request.url.endswith("/files/v3/files")


def test_older_labels_of_associations(crm: StandIn) -> None:
    client = HubSpot("token", transport=crm.transport())
    found = client.association_labels_v4.list("contacts", "companies")
    assert crm.requests[-1].request.url.endswith("/crm/v4/associations/contacts/companies/labels")
    assert isinstance(found.results, list)
