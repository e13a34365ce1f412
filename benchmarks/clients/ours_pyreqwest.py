"""hubspot-crm on pyreqwest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.clients.ours import batch_by, facts, get_by
from benchmarks.records import Properties

__all__ = ["batch", "facts", "get"]


def batch(url: str) -> Callable[[Sequence[Properties]], Sequence[Any]]:
    from hubspot_crm.transports import PyreqwestTransport

    return batch_by(url, PyreqwestTransport())


def get(url: str) -> Callable[[], Any]:
    from hubspot_crm.transports import PyreqwestTransport

    return get_by(url, PyreqwestTransport())
