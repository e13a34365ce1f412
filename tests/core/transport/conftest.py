from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.loopback import Loopback

from .drivers import KINDS, Driver, drive

PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def transport(kind: str) -> Iterator[Driver]:
    with drive(kind) as driver:
        yield driver


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as running:
        yield running
