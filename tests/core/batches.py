"""Run a batch against a scripted server."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hubspot_crm._core.batch.operation import BatchOperation, BatchOptions
from hubspot_crm._core.batch.outcome import Outcome
from hubspot_crm._core.resource import UNSET
from hubspot_crm._resource import AsyncResource, Resource

from tests.support.batch_server import (
    Answer,
    BatchServer,
    answer,
    created,
)

both = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
QUICK = {"repeat_wait": 0.0, "grace": 2.0}


def run(
    server: BatchServer,
    operation: BatchOperation[Any],
    inputs: Any,
    *,
    is_async: bool = False,
    body: Any = UNSET,
    **options: Any,
) -> Outcome[Any, Any]:
    """Run one batch with either client."""
    batching = BatchOptions(**{**QUICK, **options})
    if not is_async:
        with server.client() as client:
            return Resource(client)._batch(operation, inputs, body=body, batching=batching)

    async def go() -> Outcome[Any, Any]:
        async with server.async_client() as client:
            resource = AsyncResource(client)
            return await resource._batch(operation, inputs, body=body, batching=batching)

    return asyncio.run(go())


def names(count: int, start: int = 0) -> list[dict[str, Any]]:
    return [{"name": f"n{number}"} for number in range(start, start + count)]


def groups(outcome: Outcome[Any, Any]) -> dict[str, list[int]]:
    """Return the indexes in each group that is not empty."""
    found = {
        name: [each.index for each in getattr(outcome, name)]
        for name in ("succeeded", "failed", "unsent", "unknown")
    }
    return {name: indexes for name, indexes in found.items() if indexes}


def all_well(inputs: list[Any]) -> Answer:
    return answer(created(reversed(inputs)), 201)
