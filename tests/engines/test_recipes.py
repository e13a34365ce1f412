"""Test the recipes that need pyarrow, against the stand-in server."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hubspot_crm.testing import StandIn

from examples.recipes.deals_to_parquet import save_deals

pytestmark = pytest.mark.engines


def test_deals_to_parquet(tmp_path: Path) -> None:
    now = [1_800_000_000.0]
    crm = StandIn(clock=lambda: now[0])
    crm.define("deals", "dealname")
    crm.define("deals", "amount", "number")
    crm.create("deals", {"dealname": "old"})
    now[0] += 86_400
    crm.create("deals", {"dealname": "new", "amount": "12500.50"})
    with crm.client() as client:
        save_deals(client, datetime.fromtimestamp(now[0], UTC), tmp_path / "deals.parquet")
    [deal] = pq.read_table(tmp_path / "deals.parquet").to_pylist()
    assert (deal["dealname"], deal["amount"]) == ("new", 12500.5)
    assert deal["createdAt"] == datetime.fromtimestamp(now[0], UTC)
