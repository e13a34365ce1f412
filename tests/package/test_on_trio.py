"""Test that clients wait, renew tokens and read pages on trio as on asyncio."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from hubspot_crm import AsyncHubSpot, Timing
from hubspot_crm.testing import StandIn

from tests.support.ways import Way, crm, every_way, way

__all__ = ["crm", "way"]

trio: Any = pytest.importorskip("trio")


def run(crm: StandIn, work: Callable[[AsyncHubSpot], Awaitable[Any]]) -> Any:
    """Return the result of a function of a client that sends to a served stand-in, on trio."""

    async def main() -> Any:
        timing = Timing(random=lambda: 0.0)
        async with AsyncHubSpot("t", base_url=url, timing=timing) as client:
            return await work(client)

    with crm.serve() as url:
        return trio.run(main)


@pytest.mark.parametrize("fault", ["status_500", "drop_before", "drop_after"])
def test_a_call_is_retried(crm: StandIn, fault: Any) -> None:
    contact = crm.create("contacts", {"email": "a@example.com"})

    async def work(client: AsyncHubSpot) -> str:
        await client.contacts.get(contact)
        crm.fail_next(fault)
        return (await client.contacts.get(contact)).id

    assert run(crm, work) == contact


def test_a_batch_is_retried(crm: StandIn) -> None:
    async def work(client: AsyncHubSpot) -> int:
        crm.fail_next("status_500")
        contacts = [{"properties": {"email": f"{n}@example.com"}} for n in range(150)]
        outcome = await client.contacts.batch.upsert(
            [
                {"idProperty": "email", "id": each["properties"]["email"], **each}
                for each in contacts
            ]
        )
        return outcome.succeeded_count

    assert run(crm, work) == 150


@every_way
def test_pages_with_history_have_at_most_50_records(way: Way, crm: StandIn) -> None:
    """A page size of 100 becomes 50 where the history is requested, and only there."""
    deals = [crm.create("deals", {"amount": str(number)}) for number in range(120)]
    cases: list[tuple[dict[str, Any], int]] = [
        ({"properties_with_history": ["amount"]}, 3),
        ({"properties": ["amount"]}, 2),
    ]
    for arguments, requests in cases:
        before = len(crm.requests)

        def ask(client: Any, given: dict[str, Any] = arguments) -> Any:
            return client.deals.list(limit=100, **given)

        found = way.all(ask)
        assert [each.id for each in found] == deals
        assert len(crm.requests) - before == requests
