"""Transports for tests, which return given responses and record requests without a network."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import AsyncIterable
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import replace
from typing import Generic, TypeVar
from typing import cast

from ..transport import Headers, Request, Response
from .reading import AsyncOpened, Opened

R = TypeVar("R")
Answer = Response | Opened
AsyncAnswer = Response | AsyncOpened


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

    def respond(self, request: Request) -> R:
        """Record the request, and return the next response."""
        self.requests.append(request)
        return self._answer(request)


class MockTransport(_Mock[Answer]):
    """A transport for tests.

        transport = MockTransport([json_response({"id": "1"}), ApiTimeoutError("too late")])

    Args:
        answers: A function that takes the Request and returns its response, or the responses in
            order. An exception among them is raised.
            For a stream, a response may be an Opened, whose chunks are read one by one.

    Attributes:
        requests: The requests sent so far.
            The content of an upload is read, as if it were sent, and recorded as bytes.
        closed: Whether the transport was closed.

    Raises:
        AssertionError: There is no response left for a request.
    """

    def send(self, request: Request) -> Response:
        request = _read_content(request)
        answer = self.respond(request)
        if not isinstance(answer, Response):
            return answer.read(request)
        return answer

    def close(self) -> None:
        self.closed = True


class AsyncMockTransport(_Mock[AsyncAnswer | Awaitable[AsyncAnswer]]):
    """The async counterpart of MockTransport. The function may be async."""

    async def send(self, request: Request) -> Response:
        request = await _read_content_async(request)
        answer = self.respond(request)
        if isinstance(answer, Awaitable):
            answer = await answer
        if not isinstance(answer, Response):
            return await answer.read(request)
        return answer

    async def aclose(self) -> None:
        self.closed = True


def _read_content(request: Request) -> Request:
    """Return the request with its content as bytes."""
    content = cast("Iterable[bytes] | None", request.content)
    if content is None or isinstance(content, bytes):
        return request
    return replace(request, content=b"".join(content))


async def _read_content_async(request: Request) -> Request:
    content = cast("AsyncIterable[bytes] | Iterable[bytes] | None", request.content)
    if not isinstance(content, AsyncIterable):
        return _read_content(request)
    return replace(request, content=b"".join([each async for each in content]))


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
