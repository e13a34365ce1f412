"""Run the page about files and webhook subscriptions against the stand-in."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest
from hubspot_crm import ApiStatusError
from hubspot_crm.testing import StandIn
from hubspot_crm.v3 import AsyncHubSpot, HubSpot

PAGE = Path(__file__).parents[2] / "docs" / "hubspot" / "files-and-webhooks.md"


@pytest.fixture
def crm() -> StandIn:
    return StandIn(seed=1)


def test_the_page_runs(crm: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    with crm.serve() as url:
        names: dict[str, Any] = {"token": "token", "url": url}
        for block in re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.S):
            exec(compile(block.replace("while ", "if "), str(PAGE), "exec"), names)
        names["client"].close()
    assert names["file"].id and names["link"].url
    assert names["task"].id
    paths = [handled.request.url for handled in crm.requests]
    assert any(path.endswith("/files/2026-03/files") for path in paths)
    assert any(path.endswith("/webhooks/2026-03/4711/subscriptions") for path in paths)


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
