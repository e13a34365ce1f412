"""Exclude slow tests from the quick suite; let child processes be interrupted."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from tests.support.compiled_once import compiled_once

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


@pytest.fixture(scope="session", autouse=True)
def one_authority(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let clients trust one certificate authority by default, instead of all those of the system.

    Each new client reads the certificates of all of them, which takes 50 ms of computing. Tests talk
    to servers on loopback, and give the certificates of those that speak TLS to the client.
    """
    if not find_spec("trustme"):
        yield
        return
    import trustme

    file = tmp_path_factory.mktemp("authority") / "authority.pem"
    trustme.CA().cert_pem.write_to_path(file)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(file))
        yield


@pytest.fixture(scope="session", autouse=True)
def core_compiled_once() -> Iterator[None]:
    """Compile a module that many generated packages have, as those of the core, once."""
    with compiled_once():
        yield
