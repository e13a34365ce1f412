"""Apply the limits of a request to a response that is read in chunks."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace

from ..event_loop import DeadlineExpired, within
from ..http.reading import AsyncOpened, Meter, Opened
from ..http.reading import ends_in  # feature: strict deadlines


def metered(opened: Opened, meter: Meter) -> Opened:
    """Return the same response. Reading it raises an error when it exceeds a limit."""
    meter.status = opened.status  # feature: response size
    return replace(opened, chunks=_portions(opened, meter))


def metered_async(opened: AsyncOpened, meter: Meter) -> AsyncOpened:
    """Return the same response of an async client. See `metered`."""
    meter.status = opened.status  # feature: response size
    return replace(opened, chunks=_portions_async(opened, meter))


def _portions(opened: Opened, meter: Meter) -> Iterator[bytes]:
    while True:
        # feature: strict deadlines
        with ends_in(meter.left()):
            portion = next(opened.chunks, None)
        # end
        portion = next(opened.chunks, None)  # feature: not strict deadlines
        if portion is None:
            return
        yield meter.take(portion)


async def _portions_async(opened: AsyncOpened, meter: Meter) -> AsyncIterator[bytes]:
    while True:
        try:
            left, following = meter.left(), anext(opened.chunks, None)
            portion = await (following if left is None else within(left, following))
        except DeadlineExpired:
            meter.take(b"")
            raise
        if portion is None:
            return
        yield meter.take(portion)
