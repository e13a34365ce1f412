"""What tests of the core share."""

from __future__ import annotations

import pytest

from .scripted import Drive, drive_async, drive_sync


@pytest.fixture(params=[drive_sync, drive_async], ids=["sync", "async"])
def scripted(request: pytest.FixtureRequest) -> Drive:
    """Acts on a client with scripted answers: the same act for the sync and the async one."""
    chosen: Drive = request.param
    return chosen
