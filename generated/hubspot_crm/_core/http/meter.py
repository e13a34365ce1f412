"""Enforce the limits of a request on its response."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from time import monotonic

from ..errors import ApiTimeoutError
from ..errors import ResponseTooLargeError
from ..transport import Request

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
