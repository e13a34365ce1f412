"""A server that enforces a rate limit, and clients that comply with it, for tests of limiters."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from hubspot_crm._core.rate_limit import RateLimiter
from hubspot_crm._core.transport import Request, Response, Transport

from .loopback import Answer, RecordedRequest

EARLIEST, LATEST = "x-earliest", "x-latest"


class Enforcing:
    """Responds with 429 if more than `limit` requests surely fall in a span of `seconds`.

    Requests contain the time at which they would have been sent, and need not wait for it; so a
    test takes no time, and does not fail on a slow machine.
    """

    def __init__(self, limit: int, seconds: float) -> None:
        self.limit, self.seconds = limit, seconds
        self.refused = 0
        self._sent: list[tuple[float, float]] = []
        self._lock = Lock()

    def __call__(self, request: RecordedRequest) -> Answer:
        earliest, latest = float(request.headers[EARLIEST]), float(request.headers[LATEST])
        with self._lock:
            self._sent.append((earliest, latest))
            if self._most_around(earliest) <= self.limit:
                return Answer(200, b'{"id": "1"}', {"Content-Type": "application/json"})
            self._sent.pop()
            self.refused += 1
            return Answer(429, b"{}", {"Content-Type": "application/json"})

    @property
    def answered(self) -> int:
        return len(self._sent)

    def _most_around(self, moment: float) -> int:
        starts = [each for each, _ in self._sent if abs(each - moment) < self.seconds]
        return max(
            sum(start <= first and last < start + self.seconds - 1e-5 for first, last in self._sent)
            for start in starts
        )


class LimitedTransport:
    """Waits for a limiter before each request, sends the result in headers, and passes it the
    response.

    It does not wait: the limiter uses `clock`.
    """

    def __init__(
        self, inner: Transport, limiter: RateLimiter, clock: Callable[[], float], bucket: str = ""
    ) -> None:
        self._inner, self._limiter, self._clock = inner, limiter, clock
        self._bucket = bucket

    def send(self, request: Request) -> Response:
        before = self._clock()
        wait = self._limiter.reserve(self._bucket)
        bounds = (EARLIEST, f"{before + wait:.6f}"), (LATEST, f"{self._clock() + wait:.6f}")
        stamped = Request(
            method=request.method,
            url=request.url,
            shown_url=request.shown_url,
            headers=(*request.headers, *bounds),
            content=request.content,
            timeout=request.timeout,
        )
        response = self._inner.send(stamped)
        self._limiter.observe(self._bucket, response.status, response.headers)
        return response

    def close(self) -> None:
        self._inner.close()
