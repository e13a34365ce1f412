"""Clients of a stand-in server: sync and async, without a socket and over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import hubspot_crm
import pytest
from hubspot_crm import AsyncHubSpot, HubSpot
from hubspot_crm.testing import StandIn

WAYS = ("sync", "async", "sync over HTTP", "async over HTTP")
every_way = pytest.mark.parametrize("way", WAYS, indirect=True)

# Faults are tested one by one; retries would hide them.
ONCE: dict[str, Any] = (
    {"retries": hubspot_crm.Retries(attempts=1)} if hasattr(hubspot_crm, "Retries") else {}
)

Ask = Callable[[Any], Any]


class Way:
    """Calls with a client of a stand-in; the result of a call is awaited, a list is read."""

    def __init__(self, client: Any, runner: asyncio.Runner | None) -> None:
        self.client = client
        self._runner = runner

    def __call__(self, ask: Ask) -> Any:
        """Return the result of `ask` for the client: `way(lambda client: client.tasks.get("1"))`."""
        if self._runner is None:
            return ask(self.client)
        return self._runner.run(self._awaited(ask))

    def all(self, ask: Ask) -> list[Any]:
        """Return all records of a list or a search."""
        if self._runner is None:
            return list(ask(self.client))
        return self._runner.run(self._listed(ask))

    async def _awaited(self, ask: Ask) -> Any:
        return await ask(self.client)

    async def _listed(self, ask: Ask) -> list[Any]:
        return [each async for each in ask(self.client)]


def open_way(
    name: str, crm: StandIn, stack: ExitStack, *, credential: Any = "token", **options: Any
) -> Way:
    """Open a client by name; it is closed with the stack. `options` are those of the client."""
    given: dict[str, Any] = dict(ONCE)
    if "HTTP" in name:
        given["base_url"] = stack.enter_context(crm.serve())
    if name.startswith("sync"):
        given |= {} if "HTTP" in name else {"transport": crm.transport()}
        return Way(stack.enter_context(HubSpot(credential, **given | options)), None)
    runner = stack.enter_context(asyncio.Runner())
    given |= {} if "HTTP" in name else {"transport": crm.async_transport()}
    other = AsyncHubSpot(credential, **given | options)
    stack.callback(lambda: runner.run(other.close()))
    return Way(other, runner)


@pytest.fixture
def crm() -> StandIn:
    """Return an empty account."""
    return StandIn(seed=1)


@pytest.fixture
def way(request: pytest.FixtureRequest, crm: StandIn) -> Iterator[Way]:
    """Return the kind of client that the test runs with."""
    with ExitStack() as stack:
        yield open_way(request.param, crm, stack)
