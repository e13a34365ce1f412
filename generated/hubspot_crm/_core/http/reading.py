"""Read the body of a response within the limits of its request, at once or in chunks."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import local
from time import monotonic

from ..errors import ApiTimeoutError
from ..errors import ResponseTooLargeError
from ..transport import Request
from ..transport import Headers, Response


class _Ends(local):
    at: float | None = None


_ends = _Ends()


@contextmanager
def ends_in(seconds: float | None) -> Generator[None]:
    """Limit the network operations of this thread to so many seconds from now.

    None means no limit. The previous deadline is restored at the end of the context.
    """
    before = _ends.at
    _ends.at = None if seconds is None else monotonic() + seconds
    try:
        yield
    finally:
        _ends.at = before


def shortened(timeout: float | None) -> float | None:
    """Return the timeout of one operation, limited to the time left until the deadline.

    The result is 0 or negative if the deadline has passed.
    """
    if _ends.at is None:
        return timeout
    left = _ends.at - monotonic()
    return left if timeout is None else min(timeout, left)




TOO_LATE = "the deadline of the call has passed"


class Meter:
    """Checks the chunks of one response. Create it when the request is sent."""

    def __init__(self, request: Request) -> None:
        total = request.timeout.total
        self._request = request
        self._ends = None if total is None else monotonic() + total
        self._size = 0
        self.status: int | None = None

    def take(self, chunk: bytes) -> bytes:
        """Return a chunk of the body after checking the limits.

        Raises:
            ApiTimeoutError: The total time has passed.
            ResponseTooLargeError: The body is too large.
        """
        request = self._request
        self._size += len(chunk)
        check_size(request, self._size, self.status)
        if self._ends is not None and monotonic() >= self._ends:
            raise ApiTimeoutError(TOO_LATE, method=request.method, url=request.shown_url)
        return chunk

    def left(self) -> float | None:
        """Return the remaining seconds, at least 0.001, or None if there is no limit."""
        return None if self._ends is None else max(self._ends - monotonic(), 0.001)

    def all(self, chunks: Iterable[bytes]) -> bytes:
        """Return the whole body. It raises what `take` raises."""
        return b"".join(map(self.take, chunks))

    async def all_async(self, chunks: AsyncIterable[bytes]) -> bytes:
        """Return the whole body, as `all` does."""
        return b"".join([self.take(chunk) async for chunk in chunks])


def check_size(request: Request, size: int, status: int | None) -> None:
    """Check the size of a response, or of what has been read of it.

    Raises:
        ResponseTooLargeError: It is larger than the limit of the request.
    """
    if request.max_size is not None and size > request.max_size:
        raise ResponseTooLargeError(
            f"the response is larger than max_response_size, {request.max_size} bytes",
            status=status,
            method=request.method,
            url=request.shown_url,
        )




@dataclass(frozen=True, slots=True)
class Opened:
    """A response whose body has not been read yet. It can be read once."""

    status: int
    headers: Headers
    chunks: Iterator[bytes]
    close: Callable[[], None]

    def read(self, request: Request) -> Response:
        """Read the body to its end, close the response, and return it."""
        meter = Meter(request)
        meter.status = self.status
        try:
            return Response(self.status, self.headers, meter.all(self.chunks))
        finally:
            self.close()


@dataclass(frozen=True, slots=True)
class AsyncOpened:
    """A response whose body has not been read yet, for async transports. It can be read once."""

    status: int
    headers: Headers
    chunks: AsyncIterator[bytes]
    close: Callable[[], Awaitable[None]]

    async def read(self, request: Request) -> Response:
        """Read the body to its end, close the response, and return it."""
        meter = Meter(request)
        meter.status = self.status
        try:
            return Response(self.status, self.headers, await meter.all_async(self.chunks))
        finally:
            await self.close()


def open_read(answer: Response) -> Opened:
    """Return a response that has been read as an Opened with one chunk."""
    return Opened(answer.status, answer.headers, iter([answer.content]), lambda: None)


def open_read_async(answer: Response) -> AsyncOpened:
    """Return a response that has been read as an AsyncOpened with one chunk."""
    return AsyncOpened(answer.status, answer.headers, _one(answer), _nothing)


async def _one(answer: Response) -> AsyncIterator[bytes]:
    yield answer.content


async def _nothing() -> None:
    """Do nothing, because there is nothing to close."""
