"""Transports for tests: answers in, the requests that a client sent out, and no network."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Generic, TypeVar

from ..transport import Headers, Request, Response
from .meter import Meter
from .opened import AsyncOpened, Opened, open_read, open_read_async

R = TypeVar("R")


def json_response(data: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """A response whose body is `data` as JSON."""
    sent = {"Content-Type": "application/json", **(headers or {})}
    return Response(status, Headers(sent.items()), json.dumps(data).encode())


class _Mock(Generic[R]):
    def __init__(self, answers: Callable[[Request], R] | Iterable[R | Exception]) -> None:
        self.requests: list[Request] = []
        self.closed = False
        self._answer: Callable[[Request], R] = answers if callable(answers) else _in_turn(answers)


class MockTransport(_Mock[Response | Opened]):
    """A Transport for tests. `answers` is a function of the Request, or the answers in turn.

        transport = MockTransport([json_response({"id": "1"}), ApiTimeoutError("too late")])

    An exception among the answers is raised, and so is AssertionError where none is left. An answer
    may be an Opened, whose portions come one by one. `requests` are those sent so far; `closed`
    tells whether it was closed.
    """

    def send(self, request: Request) -> Response:
        self.requests.append(request)
        meter = Meter(request)
        answer = self._answer(request)
        meter.status = answer.status
        if isinstance(answer, Response):
            meter.take(answer.content)
            return answer
        try:
            return Response(answer.status, answer.headers, meter.all(answer.chunks))
        finally:
            answer.close()

    def stream(self, request: Request) -> Opened:
        """As `send`, but the answer is left to be read."""
        self.requests.append(request)
        answer = self._answer(request)
        return open_read(answer) if isinstance(answer, Response) else answer

    def close(self) -> None:
        self.closed = True


AsyncAnswer = Response | AsyncOpened


class AsyncMockTransport(_Mock[AsyncAnswer | Awaitable[AsyncAnswer]]):
    """An AsyncTransport for tests, as MockTransport; the function may be async, an answer an AsyncOpened."""

    async def send(self, request: Request) -> Response:
        meter = Meter(request)
        answer = await self._answered(request)
        meter.status = answer.status
        if isinstance(answer, Response):
            meter.take(answer.content)
            return answer
        try:
            return Response(answer.status, answer.headers, await meter.all_async(answer.chunks))
        finally:
            await answer.close()

    async def stream(self, request: Request) -> AsyncOpened:
        """As `send`, but the answer is left to be read."""
        answer = await self._answered(request)
        return open_read_async(answer) if isinstance(answer, Response) else answer

    async def aclose(self) -> None:
        self.closed = True

    async def _answered(self, request: Request) -> AsyncAnswer:
        self.requests.append(request)
        answer = self._answer(request)
        return answer if isinstance(answer, (Response, AsyncOpened)) else await answer


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
