"""Send a call and its retries, for sync and async clients.

The same coroutines serve both. In a sync client nothing that they await suspends, so `finish` can run
them without an event loop.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Coroutine
from dataclasses import replace
from inspect import isawaitable
from typing import Any, TypeVar, cast

from ..auth.security import Placement, SecurityScheme, read, select
from ..body.body import build_body
from ..errors import ApiConnectionError, ApiStatusError, ApiTimeoutError
from ..http.reading import TOO_LATE
from ..retries import is_repeatable
from ..transport import AsyncTransport, Request, Response, Transport
from .request import Call, build_request, check_bounds
from .response import RawResponse, read_response, status_error

T = TypeVar("T")

LOG = logging.getLogger(__name__.partition("._core")[0])


def answer(call: Call[T]) -> RawResponse[T]:
    """Return the response to a call of a sync client. See `answer_async`."""
    return finish(answer_async(call))


async def answer_async(call: Call[T]) -> RawResponse[T]:
    """Return the response to a call."""
    request, response = await exchange(Attempts(call))

    def decode() -> T:
        # The operation declares the type of its result.
        return cast(T, read_response(call.operation, request, response))

    return RawResponse(response.status, response.headers, response.content, decode)


async def exchange(attempts: Attempts) -> tuple[Request, Response]:
    """Make attempts until the deadline, and return the last request and its response.

    An async client cancels the call at its deadline. In a sync client, each step limits its own time.
    """
    work = attempts.run()
    left = attempts.left()
    if left is None or not attempts.call.is_async:
        return await work
    from ..event_loop import DeadlineExpired, within

    try:
        return await within(left, work)
    except DeadlineExpired:
        raise attempts.too_late() from None


class Attempts:
    """The attempts of one call: retries where they may help and do no harm."""

    def __init__(self, call: Call[Any]) -> None:
        check_bounds(call.operation, call.arguments)
        self.call, self.arguments = call, call.arguments
        self.timing = call.configuration.timing
        self.retries = call.options.retries or call.configuration.retries
        self.deadline = call.options.deadline or self.retries.deadline
        self.began = self.timing.clock()
        self.attempt = 0
        self.maybe_sent = False
        self.body = build_body(call.operation, self.arguments.body)

    async def run(self) -> tuple[Request, Response]:
        """Make attempts until one succeeds, or until the call must not be repeated."""
        while True:
            self.attempt += 1
            request = await self._prepared()
            answer = await self._answer(request)
            if isinstance(answer, tuple):
                return answer
            try:
                await self._pause(request, answer)
            finally:
                del answer  # avoid a reference cycle of the error and its traceback

    async def send(self, request: Request) -> Response:
        """Send a request and return its response, whatever its status."""
        transport = self.call.open()
        if self.call.is_async:
            return await cast(AsyncTransport, transport).send(request)
        return cast(Transport, transport).send(request)

    async def _prepared(self) -> Request:
        """Return the next request, with current credentials."""
        call, configuration = self.call, self.call.configuration
        schemes = select(call.operation.security, configuration.security)
        placements = [await self._read(scheme) for scheme in schemes]
        request = self.limited(
            build_request(
                configuration, call.operation, self.arguments, call.options, placements, self.body
            )
        )
        return request

    async def _read(self, scheme: SecurityScheme) -> Placement:
        return await read(scheme, is_async=self.call.is_async, longest=self.left())

    async def _answer(
        self, request: Request
    ) -> tuple[Request, Response] | ApiConnectionError | ApiStatusError:
        """Make one attempt, and return the last request and its response, or the error."""
        began, note = self.timing.clock(), ""
        self.maybe_sent = True
        try:
            response = await self.send(request)
        except ApiConnectionError as error:
            self._log(request, None, began)
            return error
        self._log(request, response.status, began)
        self.limited(request)  # a transport may have exceeded the deadline
        if self.call.operation.is_success(response.status):
            return request, response
        return status_error(
            self.call.operation,
            request,
            response,
            note=note,
        )

    def _log(self, request: Request, status: int | None, began: float) -> None:
        """Log the end of one attempt, without bodies and credentials."""
        LOG.debug(
            "%s %s: %s in %.0f ms (attempt %d)",
            request.method,
            request.shown_url,
            status or "no response",
            (self.timing.clock() - began) * 1000,
            self.attempt,
        )

    async def _pause(self, request: Request, error: ApiConnectionError | ApiStatusError) -> None:
        """Wait before the next attempt, or raise the error if there must not be another one."""
        call, left = self.call, self.left()
        wait = self.retries.pause(
            error,
            attempt=self.attempt,
            repeatable=is_repeatable(call.operation, call.options.idempotent),
            random=self.timing.random,
        )
        if wait is None or (left is not None and wait >= left):
            raise error
        reason = error.status if isinstance(error, ApiStatusError) else type(error).__name__
        shown = (request.method, request.shown_url, reason, wait, self.attempt + 1)
        LOG.info("%s %s: %s, waiting %.2f s for attempt %d", *shown)
        await self.sleep(wait)

    async def sleep(self, seconds: float) -> None:
        """Sleep for so many seconds, by the clock of the client."""
        if not self.call.is_async:
            (self.timing.sleep or time.sleep)(seconds)
            return
        from ..event_loop import sleep

        slept = (self.timing.sleep or sleep)(seconds)
        if isawaitable(slept):
            await slept

    def limited(self, request: Request) -> Request:
        """Return the request with its timeout limited to the time left until the deadline."""
        left = self.left()
        if left is None:
            return request
        if left <= 0:
            raise self.too_late()
        return replace(request, timeout=request.timeout.within(left))

    def left(self) -> float | None:
        """Return the seconds left until the deadline, or None if there is no deadline."""
        if self.deadline is None:
            return None
        return self.deadline - (self.timing.clock() - self.began)

    def too_late(self, message: str = TOO_LATE) -> ApiTimeoutError:
        """Return the error for a call that cannot end before its deadline."""
        operation, base_url = self.call.operation, self.call.configuration.base_url
        url = f"{base_url}{self.arguments.root}{operation.path}"
        return ApiTimeoutError(
            message, method=operation.method, url=url, maybe_sent=self.maybe_sent
        )


def finish(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that never suspends, and return its result."""
    try:
        work.send(None)
    except StopIteration as done:
        return cast(T, done.value)
    work.close()
    raise RuntimeError("a call of a sync client must not suspend")
