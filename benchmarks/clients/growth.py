"""Measure hubspot-crm under load in this process: names in, a line of JSON out.

python -m benchmarks.clients.growth calls TRANSPORT URL CONCURRENCY
python -m benchmarks.clients.growth create TRANSPORT URL COUNT
python -m benchmarks.clients.growth list TRANSPORT URL COUNT
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from benchmarks.records import inputs

CALLS = 1024
CLASSES = {
    "httpx2": "Httpx2Transport",
    "pyreqwest": "PyreqwestTransport",
    "httpx2-async": "AsyncHttpx2Transport",
    "pyreqwest-async": "AsyncPyreqwestTransport",
    "aiohttp-async": "AiohttpTransport",
}


def main(task: str, transport: str, url: str, size: str) -> None:
    """Do the task once, after a short warm-up."""
    print(json.dumps(TASKS[task](transport, url, int(size))))


def _client(transport: str, url: str) -> Any:
    import hubspot_crm
    from hubspot_crm import transports

    kind = hubspot_crm.AsyncHubSpot if transport.endswith("async") else hubspot_crm.HubSpot
    made = getattr(transports, CLASSES[transport])()
    return kind("token", base_url=url, transport=made, rate_limiter=None)


def _calls(transport: str, url: str, concurrency: int) -> dict[str, Any]:
    """Return the CPU time of a GET in microseconds, with several concurrent ones."""
    client = _client(transport, url)
    if transport.endswith("async"):
        return {"value": asyncio.run(_calls_async(client, concurrency))}
    ids = ["512"] * CALLS
    with ThreadPoolExecutor(concurrency) as pool:
        list(pool.map(client.tasks.get, ids[: 4 * concurrency]))
        began = time.process_time()
        found = list(pool.map(client.tasks.get, ids))
        spent = time.process_time() - began
    return {"value": spent / CALLS * 1e6, "wrong": _wrong(found)}


async def _calls_async(client: Any, concurrency: int) -> float:
    async def some(count: int) -> None:
        for _ in range(count):
            assert (await client.tasks.get("512")).id == "512"

    await asyncio.gather(*(some(4) for _ in range(concurrency)))
    began = time.process_time()
    await asyncio.gather(*(some(CALLS // concurrency) for _ in range(concurrency)))
    return (time.process_time() - began) / (CALLS // concurrency * concurrency) * 1e6


def _wrong(found: list[Any]) -> str:
    return "" if {each.id for each in found} == {"512"} else "not the record that was asked for"


def _create(transport: str, url: str, count: int) -> dict[str, Any]:
    """Return the microseconds for each record, created in one batch of any length; records are not
    stored."""
    from hubspot_crm import BatchOptions

    client, properties = _client(transport, url), inputs(1)[0]
    given = ({"properties": properties} for _ in range(count))
    began = time.process_time()
    outcome = client.tasks.batch.create(given, batching=BatchOptions(keep_succeeded=False))
    spent = time.process_time() - began
    wrong = "" if outcome.succeeded_count == count else f"{outcome.succeeded_count} succeeded"
    return {"value": spent / count * 1e6, "wrong": wrong}


def _list(transport: str, url: str, count: int) -> dict[str, Any]:
    """Return the microseconds for each record, read page by page; records are not stored."""
    client = _client(transport, url)
    began = time.process_time()
    seen = sum(1 for _ in client.tasks.list(limit=100))
    spent = time.process_time() - began
    return {"value": spent / count * 1e6, "wrong": "" if seen == count else f"{seen} records"}


TASKS: dict[str, Callable[[str, str, int], dict[str, Any]]] = {
    "calls": _calls,
    "create": _create,
    "list": _list,
}


if __name__ == "__main__":
    main(*sys.argv[1:])
