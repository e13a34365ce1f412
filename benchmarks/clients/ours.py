"""hubspot-crm on httpx2, the default."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.records import Properties


def decoder() -> Callable[[bytes], Sequence[Any]]:
    from hubspot_crm._core.codec.decoding import decode
    from hubspot_crm.v2026_09.models import BatchResponseSimplePublicObject

    def run(content: bytes) -> Sequence[Any]:
        answer = decode(content, BatchResponseSimplePublicObject)
        assert isinstance(answer, BatchResponseSimplePublicObject)
        return answer.results

    return run


def encoder() -> Callable[[Sequence[Properties]], bytes]:
    from hubspot_crm._core.codec.encoding import encode

    make = building()
    return lambda given: encode({"inputs": make(given)})


def building() -> Callable[[Sequence[Properties]], list[Any]]:
    """Return a function that creates typed inputs."""
    from hubspot_crm.v2026_09.models import SimplePublicObjectBatchInputForCreate

    return lambda given: [
        SimplePublicObjectBatchInputForCreate(associations=[], properties=each) for each in given
    ]


def batch(url: str) -> Callable[[Sequence[Properties]], Sequence[Any]]:
    return batch_by(url, None)


def batch_by(url: str, transport: Any) -> Callable[[Sequence[Properties]], Sequence[Any]]:
    """Return the same function for any transport, without a rate limit."""
    from hubspot_crm.v2026_09 import HubSpot

    client, make = (
        HubSpot("token", base_url=url, transport=transport, rate_limiter=None),
        building(),
    )

    def run(given: Sequence[Properties]) -> Sequence[Any]:
        return [each.result for each in client.tasks.batch.create(make(given)).succeeded]

    return run


def get(url: str) -> Callable[[], Any]:
    return get_by(url, None)


def get_by(url: str, transport: Any) -> Callable[[], Any]:
    """Return the same function for any transport, without a rate limit."""
    from hubspot_crm.v2026_09 import HubSpot

    client = HubSpot("token", base_url=url, transport=transport, rate_limiter=None)
    return lambda: client.tasks.get("512")


def facts(record: Any) -> tuple[str, str, int]:
    return record.id, record.properties["hs_task_subject"], record.created_at.year
