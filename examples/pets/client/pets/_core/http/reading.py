"""Read the body of a response within the limits of its request, at once or in chunks."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable

from time import monotonic

from ..errors import ApiTimeoutError
from ..transport import Request



TOO_LATE = "the deadline of the call has passed"


class Meter:
    """Checks the chunks of one response. Create it when the request is sent."""

    def __init__(self, request: Request) -> None:
        total = request.timeout.total
        self._request = request
        self._ends = None if total is None else monotonic() + total

    def take(self, chunk: bytes) -> bytes:
        """Return a chunk of the body after checking the limits.

        Raises:
            ApiTimeoutError: The total time has passed.
        """
        request = self._request
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
