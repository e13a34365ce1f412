"""Enforce the limits of a request on its response: the size of the body and the total time."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from time import monotonic

from ..errors import ApiTimeoutError, ResponseTooLargeError
from ..transport import Request

TOO_LATE = "the deadline of the call has passed"


class Meter:
    """Counts the bytes and the time of one response. Create it when the request is sent."""

    def __init__(self, request: Request) -> None:
        total = request.timeout.total
        self._request = request
        self._ends = None if total is None else monotonic() + total
        self._size = 0
        self.status: int | None = None

    def take(self, portion: bytes) -> bytes:
        """Return a chunk of the body after counting it.

        Raises:
            ResponseTooLargeError: The body is larger than the limit.
            ApiTimeoutError: The total time has passed.
        """
        request, limit = self._request, self._request.max_size
        self._size += len(portion)
        if limit is not None and self._size > limit:
            raise ResponseTooLargeError(
                f"the response is larger than max_response_size, {limit} bytes",
                status=self.status,
                method=request.method,
                url=request.shown_url,
            )
        if self._ends is not None and monotonic() >= self._ends:
            raise ApiTimeoutError(TOO_LATE, method=request.method, url=request.shown_url)
        return portion

    def left(self) -> float | None:
        """Return the remaining seconds, at least 0.001, or None if there is no limit."""
        return None if self._ends is None else max(self._ends - monotonic(), 0.001)

    def all(self, portions: Iterable[bytes]) -> bytes:
        """Return the whole body.

        Raises:
            ResponseTooLargeError: The body is larger than the limit.
            ApiTimeoutError: The total time has passed.
        """
        return b"".join(map(self.take, portions))

    async def all_async(self, portions: AsyncIterable[bytes]) -> bytes:
        """Return the whole body, as `all` does."""
        return b"".join([self.take(portion) async for portion in portions])


def is_limited(request: Request) -> bool:
    """Return whether a request limits the size or the total time of its response."""
    return request.max_size is not None or request.timeout.total is not None
