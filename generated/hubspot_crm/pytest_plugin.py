"""Fixtures that pytest finds if this package is installed with its extra `testing`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest  # type: ignore[import-not-found, unused-ignore]

if TYPE_CHECKING:
    from hubspot_crm import HubSpot
    from hubspot_crm.testing import StandIn


@pytest.fixture  # type: ignore[untyped-decorator, unused-ignore]
def hubspot_stand_in() -> StandIn:
    """A new, empty account for each test."""
    from hubspot_crm.testing import StandIn

    return StandIn()


@pytest.fixture  # type: ignore[untyped-decorator, unused-ignore]
def hubspot_client(hubspot_stand_in: StandIn) -> Iterator[HubSpot]:
    """A client connected to `hubspot_stand_in`."""
    with hubspot_stand_in.client() as client:
        yield client
