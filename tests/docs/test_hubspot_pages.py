"""Run the code of the pages about hubspot-crm against the stand-in server, and compare its output.

tests/package/test_guides.py runs the pages that need special responses.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hubspot_crm import AsyncHubSpot, HubSpot, v3, v2026_03
from hubspot_crm.testing import StandIn

from tests.docs.blocks import Runner, blocks

ROOT = Path(__file__).parent.parent.parent
PAGES = [
    "from-hubspot-api-client.md",
    "from-hubspot-sdk.md",
    "index.md",
    "searches.md",
    "sync.md",
    "testing.md",
]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_about_hubspot(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # where the code of a page writes
    monkeypatch.setenv("HUBSPOT_ACCESS_TOKEN", "any-token")
    with StandIn(seed=1).serve() as url:
        for client in (HubSpot, AsyncHubSpot, v3.HubSpot, v2026_03.HubSpot):
            monkeypatch.setitem(client.__init__.__kwdefaults__, "base_url", url)  # type: ignore[arg-type]
        Runner(tmp_path, {}).run(list(blocks(ROOT / "docs/hubspot" / page, ROOT)))
