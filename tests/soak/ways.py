"""Clients of a soak test by the name of their transport, sync and async."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from hubspot_crm import AsyncHubSpot, HubSpot, Retries, Timeout, transports

from tests.soak.account import Account
from tests.support.ways import Way

# The transport of each name; the last two have no socket.
TRANSPORTS = {
    "httpx2": "Httpx2Transport",
    "httpx2 async": "AsyncHttpx2Transport",
    "pyreqwest": "PyreqwestTransport",
    "pyreqwest async": "AsyncPyreqwestTransport",
    "aiohttp async": "AiohttpTransport",
}
IN_PROCESS = ("in-process", "in-process async")
WAYS = (*TRANSPORTS, *IN_PROCESS)


@contextmanager
def opened(
    name: str, where: str | Account, *, read_timeout: float = 4.0, **others: Any
) -> Iterator[Way]:
    """Open a client of the account at a URL, or of one in this process, without a rate limit."""
    options: dict[str, Any] = {
        "timeout": Timeout(read=read_timeout),
        "retries": Retries(attempts=8, backoff=0.05, cap=5.0),
        "rate_limiter": None,
        **others,
    }
    if isinstance(where, str):
        options["base_url"] = where
    if "async" not in name:
        transport = where.transport() if isinstance(where, Account) else _made(name)
        try:
            with HubSpot("token", transport=transport, **options) as client:
                yield Way(client, None)
        finally:
            transport.close()
        return
    with asyncio.Runner() as runner:

        async def begin() -> tuple[Any, AsyncHubSpot]:
            made = where.async_transport() if isinstance(where, Account) else _made(name)
            return made, AsyncHubSpot("token", transport=made, **options)

        async def end() -> None:
            await client.close()
            await transport.aclose()

        transport, client = runner.run(begin())
        try:
            yield Way(client, runner)
        finally:
            runner.run(end())


def _made(name: str) -> Any:
    return getattr(transports, TRANSPORTS[name])()
