"""Open an answer by pyreqwest: a transport on it and a request in, the answer's portions out."""

# pyright: reportPrivateUsage=false

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

from pyreqwest import exceptions  # type: ignore[import-not-found, unused-ignore]
from pyreqwest.response import Response as AsyncAnswer  # type: ignore[import-not-found, unused-ignore]
from pyreqwest.response import SyncResponse  # type: ignore[import-not-found, unused-ignore]

from . import pyreqwest_transport as base
from .event_loop import refuse_trio
from .opened import AsyncOpened, Opened
from .transport import Request


def open_pyreqwest(transport: base.PyreqwestTransport, request: Request) -> Opened:
    """Send the request, and leave the answer to be read."""
    try:
        sending = transport._builder(request).streamed_read_buffer_limit(0).build_streamed()
        answer = sending.__enter__()
    except exceptions.PyreqwestError as error:
        raise base._failure(request, error)

    closing = iter([sending])  # it must not be closed twice

    def close() -> None:
        for each in closing:
            each.__exit__(None, None, None)

    return Opened(answer.status, base._headers(answer.headers), _portions(request, answer), close)


async def open_pyreqwest_async(transport: base.AsyncPyreqwestTransport, request: Request) -> AsyncOpened:
    """As `open_pyreqwest`."""
    refuse_trio("AsyncPyreqwestTransport")
    try:
        sending = transport._builder(request).streamed_read_buffer_limit(0).build_streamed()
        answer = await sending.__aenter__()
    except exceptions.PyreqwestError as error:
        raise base._failure(request, error)

    closing = iter([sending])

    async def close() -> None:
        for each in closing:
            await each.__aexit__(None, None, None)

    return AsyncOpened(answer.status, base._headers(answer.headers), _portions_async(request, answer), close)


def _portions(request: Request, answer: SyncResponse) -> Iterator[bytes]:
    try:
        while (portion := answer.body_reader.read_chunk()) is not None:
            yield bytes(portion)
    except exceptions.PyreqwestError as error:
        raise base._failure(request, error)


async def _portions_async(request: Request, answer: AsyncAnswer) -> AsyncIterator[bytes]:
    try:
        while (portion := await answer.body_reader.read_chunk()) is not None:
            yield bytes(portion)
    except exceptions.PyreqwestError as error:
        raise base._failure(request, error)
