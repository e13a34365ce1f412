"""A server for clients, without a proxy."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.loopback import Loopback

RECORD = {"id": "1", "properties": {"a": None}, "createdAt": "2020-01-01T00:00:00Z"}


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as running:
        yield running
