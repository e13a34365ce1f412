"""Install packages from registries, which certificate authorities of the system vouch for."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session", autouse=True)
def one_authority() -> None:
    """Trust the authorities of the system, in place of the one of other tests."""
