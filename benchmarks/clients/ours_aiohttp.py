"""hubspot-crm, async, on aiohttp."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.clients.ours import facts
from benchmarks.clients.ours_async import batch_by, get_by
from benchmarks.records import Properties

__all__ = ["batch", "facts", "get"]


def batch(url: str) -> Callable[[Sequence[Properties]], Sequence[Any]]:
    from hubspot_crm.transports import AiohttpTransport

    return batch_by(url, AiohttpTransport())


def get(url: str) -> Callable[[], Any]:
    from hubspot_crm.transports import AiohttpTransport

    return get_by(url, AiohttpTransport())
