"""Transports for tests: answers in, the requests that a client sent out, and no network."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Generic, Protocol, TypeVar

from ..transport import Headers, Request, Response
from .meter import Meter

R = TypeVar("R")


def json_response(
    data: object, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """A response whose body is `data` as JSON."""
    sent = {"Content-Type": "application/json", **(headers or {})}
    return Response(status, Headers(sent.items()), json.dumps(data).encode())


class _Mock(Generic[R]):
    def __init__(self, answers: Callable[[Request], R] | Iterable[R | Exception]) -> None:
        self.requests: list[Request] = []
        self.closed = False
        self._answer: Callable[[Request], R] = answers if callable(answers) else _in_turn(answers)


class Unread(Protocol):
    """A response that is still to be read."""

    def read(self, request: Request) -> Response: ...


class AsyncUnread(Protocol):
    """A response that is still to be read, asynchronously."""

    async def read(self, request: Request) -> Response: ...


class MockTransport(_Mock[Response | Unread]):
    """A transport for tests. `answers` is a function of the Request, or the responses in turn.

        transport = MockTransport([json_response({"id": "1"}), ApiTimeoutError("too late")])

    An exception among the responses is raised. AssertionError is raised if none is left. A response
    of a stream may be an Opened, whose portions come one by one. `requests` are those sent so far;
    `closed` tells whether the transport was closed.
    """

    def send(self, request: Request) -> Response:
        meter = Meter(request)
        return self.read(request, self.respond(request), meter)

    def respond(self, request: Request) -> Response | Unread:
        """The next response, which may be unread."""
        self.requests.append(request)
        return self._answer(request)

    def read(
        self, request: Request, answer: Response | Unread, meter: Meter | None = None
    ) -> Response:
        """Return a response that is read to its end, within the limits of the request."""
        return _metered(answer, meter) if isinstance(answer, Response) else answer.read(request)

    def close(self) -> None:
        self.closed = True


AsyncAnswer = Response | AsyncUnread


class AsyncMockTransport(_Mock[AsyncAnswer | Awaitable[AsyncAnswer]]):
    """As MockTransport, for async clients; the function may be async, and a response an
    AsyncOpened.
    """

    async def send(self, request: Request) -> Response:
        meter = Meter(request)
        return await self.read(request, await self.respond(request), meter)

    async def respond(self, request: Request) -> AsyncAnswer:
        """The next response, which may be unread."""
        self.requests.append(request)
        answer = self._answer(request)
        return await answer if isinstance(answer, Awaitable) else answer

    async def read(
        self, request: Request, answer: AsyncAnswer, meter: Meter | None = None
    ) -> Response:
        """Return a response that is read to its end, within the limits of the request."""
        return (
            _metered(answer, meter) if isinstance(answer, Response) else await answer.read(request)
        )

    async def aclose(self) -> None:
        self.closed = True


def _metered(response: Response, meter: Meter | None) -> Response:
    if meter is not None:
        meter.status = response.status
        meter.take(response.content)
    return response


def _in_turn(answers: Iterable[R | Exception]) -> Callable[[Request], R]:
    left = deque(answers)

    def answer(request: Request) -> R:
        if not left:
            raise AssertionError(f"no answer is left for {request.method} {request.shown_url}")
        given = left.popleft()
        if isinstance(given, Exception):
            raise given
        return given

    return answer
