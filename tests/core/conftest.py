"""Fixtures for the tests of the core."""

from __future__ import annotations

import pytest

from .scripted import Drive, drive_async, drive_sync


@pytest.fixture(params=[drive_sync, drive_async], ids=["sync", "async"])
def scripted(request: pytest.FixtureRequest) -> Drive:
    """Return a function that uses a client with scripted responses, sync or async."""
    chosen: Drive = request.param
    return chosen
