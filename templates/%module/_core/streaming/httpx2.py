"""Open responses with httpx2 without reading their bodies."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import httpx2

from ..http.httpx2_transport import FAILURES, begin, failed, fields_of
from ..http.reading import AsyncOpened, Opened
from ..transport import Request


def open_httpx2(client: httpx2.Client, request: Request) -> Opened:
    """Send a request and return the response, with its body unread.

    Raises:
        ApiConnectionError: The request failed. Reading the body may raise it as well.
    """
    try:
        answer = begin(client, request)
    except FAILURES as error:
        raise failed(request, error)
    chunks = _portions(request, answer)
    return Opened(answer.status_code, fields_of(answer), chunks, answer.close)


async def open_httpx2_async(client: httpx2.AsyncClient, request: Request) -> AsyncOpened:
    """Send a request with an async client. See `open_httpx2`."""
    try:
        answer = await begin(client, request)
    except FAILURES as error:
        raise failed(request, error)
    chunks = _portions_async(request, answer)
    return AsyncOpened(answer.status_code, fields_of(answer), chunks, answer.aclose)


def _portions(request: Request, answer: httpx2.Response) -> Iterator[bytes]:
    try:
        yield from answer.iter_bytes()
    except FAILURES as error:
        raise failed(request, error)


async def _portions_async(request: Request, answer: httpx2.Response) -> AsyncIterator[bytes]:
    try:
        async for portion in answer.aiter_bytes():
            yield portion
    except FAILURES as error:
        raise failed(request, error)
