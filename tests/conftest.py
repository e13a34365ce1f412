"""Leave out of the quick suite what takes minutes."""

from __future__ import annotations

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "whole: takes minutes; run with `-m whole`")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what takes minutes, unless the command line chooses by marker."""
    if config.option.markexpr:
        return
    slow = [item for item in items if item.get_closest_marker("whole")]
    items[:] = [item for item in items if item not in slow]
    config.hook.pytest_deselected(items=slow)
