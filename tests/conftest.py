"""Exclude slow tests from the quick suite; let child processes be interrupted."""

from __future__ import annotations

import signal
from importlib.util import find_spec

import pytest

if find_spec("hypothesis"):
    from hypothesis import HealthCheck, settings

    # The time that an example takes says more about the machine than about the code.
    settings.register_profile(
        "untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    settings.load_profile("untimed")

collect_ignore = [] if find_spec("playwright") else ["browser"]
"""`make browser-test` runs the tests in the folder `browser`, in an environment of their own."""


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "whole: takes minutes; run with `-m whole`")
    config.addinivalue_line(
        "markers", "install: builds wheels, installs them; run with `-m install`"
    )
    config.addinivalue_line(
        "markers", "engines: needs pyarrow, Spark and Dask; run with `make engines-test`"
    )
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in the background of a shell
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Exclude slow tests, unless the command line selects a marker."""
    if config.option.markexpr:
        return
    markers = ("whole", "install", "engines")
    slow = [item for item in items if any(map(item.get_closest_marker, markers))]
    items[:] = [item for item in items if item not in slow]
    config.hook.pytest_deselected(items=slow)
