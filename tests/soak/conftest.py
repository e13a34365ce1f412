"""Exclude soak tests unless requested, and report their results."""

from __future__ import annotations

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "soak: takes long; run with `make soak`")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Exclude slow tests, unless the command line selects a marker."""
    if config.option.markexpr:
        return
    slow = [item for item in items if item.get_closest_marker("soak")]
    items[:] = [item for item in items if item not in slow]
    config.hook.pytest_deselected(items=slow)
