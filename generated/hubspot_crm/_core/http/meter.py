"""Hold a response to the limits of its request: the size of its body, and the time for all of
it.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from time import monotonic

from ..errors import ApiTimeoutError, ResponseTooLargeError
from ..transport import Request

TOO_LATE = "the deadline of the call has passed"


class Meter:
    """Counts the bytes and the time of one response. Made when its request is sent."""

    def __init__(self, request: Request) -> None:
        total = request.timeout.total
        self._request = request
        self._ends = None if total is None else monotonic() + total
        self._size = 0
        self.status: int | None = None

    def take(self, portion: bytes) -> bytes:
        """A portion of the body.

        Raises ResponseTooLargeError and ApiTimeoutError beyond a limit.
        """
        request, limit = self._request, self._request.max_size
        self._size += len(portion)
        if limit is not None and self._size > limit:
            raise ResponseTooLargeError(
                f"the response is larger than the {limit} bytes of max_response_size",
                status=self.status,
                method=request.method,
                url=request.shown_url,
            )
        if self._ends is not None and monotonic() >= self._ends:
            raise ApiTimeoutError(TOO_LATE, method=request.method, url=request.shown_url)
        return portion

    def left(self) -> float | None:
        """The seconds that are left, at least a little; None is any number."""
        return None if self._ends is None else max(self._ends - monotonic(), 0.001)

    def all(self, portions: Iterable[bytes]) -> bytes:
        """The whole body."""
        return b"".join(map(self.take, portions))

    async def all_async(self, portions: AsyncIterable[bytes]) -> bytes:
        """The whole body."""
        return b"".join([self.take(portion) async for portion in portions])


def is_limited(request: Request) -> bool:
    """Whether a request limits what may come of it."""
    return request.max_size is not None or request.timeout.total is not None
