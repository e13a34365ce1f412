"""Open an answer by httpx2: a transport on it and a request in, the answer's portions out."""

# pyright: reportPrivateUsage=false

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import httpx2

from . import httpx2_transport as base
from .opened import AsyncOpened, Opened
from .transport import Request


def open_httpx2(transport: base.Httpx2Transport, request: Request) -> Opened:
    """Send the request, and leave the answer to be read."""
    client = transport._held.get()
    try:
        prepared = base._prepared(client, request)
        answer = client.send(prepared, stream=True, **base.sending(request))
    except base._FAILURES as error:
        raise base._failure(request, error)
    chunks = _portions(request, answer)
    return Opened(answer.status_code, base._headers(answer), chunks, answer.close)


async def open_httpx2_async(transport: base.AsyncHttpx2Transport, request: Request) -> AsyncOpened:
    """As `open_httpx2`."""
    client = transport._held.get()
    try:
        prepared = base._prepared(client, request)
        answer = await client.send(prepared, stream=True, **base.sending(request))
    except base._FAILURES as error:
        raise base._failure(request, error)
    chunks = _portions_async(request, answer)
    return AsyncOpened(answer.status_code, base._headers(answer), chunks, answer.aclose)


def _portions(request: Request, answer: httpx2.Response) -> Iterator[bytes]:
    try:
        yield from answer.iter_bytes()
    except base._FAILURES as error:
        raise base._failure(request, error)


async def _portions_async(request: Request, answer: httpx2.Response) -> AsyncIterator[bytes]:
    try:
        async for portion in answer.aiter_bytes():
            yield portion
    except base._FAILURES as error:
        raise base._failure(request, error)
