"""hubspot-crm, async, on httpx2: one call at a time in a loop that stays open."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.clients.ours import building, facts
from benchmarks.records import Properties

__all__ = ["batch", "facts", "get"]


def batch(url: str) -> Callable[[Sequence[Properties]], Sequence[Any]]:
    return batch_by(url, None)


def batch_by(url: str, transport: Any) -> Callable[[Sequence[Properties]], Sequence[Any]]:
    """Return the same function for any transport, without a rate limit."""
    from hubspot_crm.v2026_09 import AsyncHubSpot

    make, loop = building(), asyncio.new_event_loop()
    client = AsyncHubSpot("token", base_url=url, transport=transport, rate_limiter=None)

    async def call(given: Sequence[Properties]) -> Sequence[Any]:
        return [each.result for each in (await client.tasks.batch.create(make(given))).succeeded]

    return lambda given: loop.run_until_complete(call(given))


def get(url: str) -> Callable[[], Any]:
    return get_by(url, None)


def get_by(url: str, transport: Any) -> Callable[[], Any]:
    """Return the same function for any transport, without a rate limit."""
    from hubspot_crm.v2026_09 import AsyncHubSpot

    loop = asyncio.new_event_loop()
    client = AsyncHubSpot("token", base_url=url, transport=transport, rate_limiter=None)
    return lambda: loop.run_until_complete(client.tasks.get("512"))
