"""Open an answer by aiohttp: a transport on it and a request in, the answer's portions out."""

# pyright: reportPrivateUsage=false

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp  # type: ignore[import-not-found, unused-ignore]

from . import aiohttp_transport as base
from .opened import AsyncOpened
from .transport import Headers, Request


async def open_aiohttp(transport: base.AiohttpTransport, request: Request) -> AsyncOpened:
    """Send the request, and leave the answer to be read."""
    try:
        answer = await transport._exchange(request)
    except base.FAILURES as error:
        raise base._failure(request, error)

    async def close() -> None:
        answer.close()

    return AsyncOpened(answer.status, Headers(answer.headers.items()), _portions(request, answer), close)


async def _portions(request: Request, answer: aiohttp.ClientResponse) -> AsyncIterator[bytes]:
    try:
        async for portion in answer.content.iter_any():
            yield portion
    except base.FAILURES as error:
        raise base._failure(request, error)
