"""Transports for tests, which return given responses and record requests without a network."""

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
    """Return a response whose body is `data` as JSON."""
    sent = {"Content-Type": "application/json", **(headers or {})}
    return Response(status, Headers(sent.items()), json.dumps(data).encode())


class _Mock(Generic[R]):
    def __init__(self, answers: Callable[[Request], R] | Iterable[R | Exception]) -> None:
        self.requests: list[Request] = []
        self.closed = False
        self._answer: Callable[[Request], R] = answers if callable(answers) else _in_turn(answers)


class Unread(Protocol):
    """A response whose body has not been read yet."""

    def read(self, request: Request) -> Response: ...


class AsyncUnread(Protocol):
    """A response whose body has not been read yet, for async transports."""

    async def read(self, request: Request) -> Response: ...


class MockTransport(_Mock[Response | Unread]):
    """A transport for tests.

        transport = MockTransport([json_response({"id": "1"}), ApiTimeoutError("too late")])

    Args:
        answers: A function that takes the Request and returns its response, or the responses in
            order. An exception among them is raised. For a stream, a response may be an Opened,
            whose chunks are read one by one.

    Attributes:
        requests: The requests sent so far.
        closed: Whether the transport was closed.

    Raises:
        AssertionError: There is no response left for a request.
    """

    def send(self, request: Request) -> Response:
        meter = Meter(request)
        return self.read(request, self.respond(request), meter)

    def respond(self, request: Request) -> Response | Unread:
        """Record the request, and return the next response, whose body may be unread."""
        self.requests.append(request)
        return self._answer(request)

    def read(
        self, request: Request, answer: Response | Unread, meter: Meter | None = None
    ) -> Response:
        """Read a response to its end, within the limits of the request, and return it."""
        return _metered(answer, meter) if isinstance(answer, Response) else answer.read(request)

    def close(self) -> None:
        self.closed = True


AsyncAnswer = Response | AsyncUnread


class AsyncMockTransport(_Mock[AsyncAnswer | Awaitable[AsyncAnswer]]):
    """The async counterpart of MockTransport.

    The function may be async, and a response may be an AsyncOpened.
    """

    async def send(self, request: Request) -> Response:
        meter = Meter(request)
        return await self.read(request, await self.respond(request), meter)

    async def respond(self, request: Request) -> AsyncAnswer:
        """Record the request, and return the next response, whose body may be unread."""
        self.requests.append(request)
        answer = self._answer(request)
        return await answer if isinstance(answer, Awaitable) else answer

    async def read(
        self, request: Request, answer: AsyncAnswer, meter: Meter | None = None
    ) -> Response:
        """Read a response to its end, within the limits of the request, and return it."""
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
            raise AssertionError(f"no response is left for {request.method} {request.shown_url}")
        given = left.popleft()
        if isinstance(given, Exception):
            raise given
        return given

    return answer
