"""Transports for tests: answers in, the requests that a client sent out, and no network."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping
from inspect import isawaitable
from typing import Generic, TypeVar

from .meter import Meter
from .transport import Headers, Request, Response

R = TypeVar("R")


def json_response(data: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """A response whose body is `data` as JSON."""
    sent = {"Content-Type": "application/json", **(headers or {})}
    return Response(status, Headers(sent.items()), json.dumps(data).encode())


class _Mock(Generic[R]):
    def __init__(self, answers: Callable[[Request], R] | Iterable[Response | Exception]) -> None:
        self.requests: list[Request] = []
        self.closed = False
        self._answer = answers if callable(answers) else _in_turn(answers)


class MockTransport(_Mock[Response]):
    """A Transport for tests. `answers` is a function of the Request, or the answers in turn.

        transport = MockTransport([json_response({"id": "1"}), ApiTimeoutError("too late")])

    An exception among the answers is raised, and so is AssertionError where none is left.
    `requests` are those sent so far; `closed` tells whether it was closed.
    """

    def send(self, request: Request) -> Response:
        self.requests.append(request)
        meter = Meter(request)
        answer = self._answer(request)
        meter.status = answer.status
        meter.take(answer.content)
        return answer

    def close(self) -> None:
        self.closed = True


class AsyncMockTransport(_Mock[Response | Awaitable[Response]]):
    """An AsyncTransport for tests, as MockTransport; the function may be async."""

    async def send(self, request: Request) -> Response:
        self.requests.append(request)
        meter = Meter(request)
        answer = self._answer(request)
        answer = await answer if isawaitable(answer) else answer
        meter.status = answer.status
        meter.take(answer.content)
        return answer

    async def aclose(self) -> None:
        self.closed = True


def _in_turn(answers: Iterable[Response | Exception]) -> Callable[[Request], Response]:
    left = deque(answers)

    def answer(request: Request) -> Response:
        if not left:
            raise AssertionError(f"no answer is left for {request.method} {request.shown_url}")
        given = left.popleft()
        if isinstance(given, Exception):
            raise given
        return given

    return answer
