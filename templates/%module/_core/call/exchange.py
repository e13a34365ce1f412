"""Send a call and its retries, for sync and async clients.

`exchange` is a coroutine that awaits only its `Steps`. Those of the sync client never suspend, so
that `finish` can run the coroutine without an event loop.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Coroutine
from dataclasses import replace
from inspect import isawaitable, iscoroutine
from typing import Protocol, TypeAlias, TypeVar, cast

from msgspec import Struct, UnsetType, structs

from ..auth.security import CredentialTimeout, Placement, SecurityScheme, read, read_async, select
from ..body.body import build_body
from ..configuration import NO_REDIRECTS, Configuration, check_header
from ..errors import ApiConnectionError, ApiStatusError, ApiTimeoutError
from ..http.meter import TOO_LATE, Meter
from ..operation import Operation
from ..options import RequestOptions
from ..retries import is_repeatable
from ..settings import Note
from ..transport import AsyncTransport, Request, Response, Timeout, Transport
from .failure import status_error
from .log import LOG, log_attempt
from .raw import RawResponse
from .request import Arguments, build_request, check_bounds
from .response import read_response

T = TypeVar("T")


class Steps(Protocol):
    """The parts of a call that may take time."""

    async def send(self, request: Request) -> Response: ...
    async def read(self, scheme: SecurityScheme, longest: float | None) -> Placement: ...
    async def reserve(self, bucket: str, longest: float) -> float: ...
    async def observe(self, bucket: str, response: Response) -> None: ...
    async def sleep(self, seconds: float) -> None: ...
    async def settle(self, result: object) -> object: ...
    def follows(self) -> bool: ...
    async def within(self, seconds: float | None, work: Coroutine[object, object, T]) -> T: ...


class Call(Struct, frozen=True, eq=False):
    """One call of a client."""

    configuration: Configuration
    operation: Operation[object]
    arguments: Arguments
    options: RequestOptions


async def exchange(call: Call, steps: Steps) -> tuple[Request, Response]:
    """Send a call, with retries where they may help and do no harm.

    Args:
        call: The call.
        steps: The steps of a sync or an async client.

    Returns:
        The last request, and its response.

    Raises:
        ApiError: The call failed.
        ValueError: An argument cannot be sent.
    """
    check_bounds(call.operation, call.arguments)
    if call.operation.inputs is not None:
        call = structs.replace(call, arguments=call.operation.inputs.prepared(call.arguments))
    tracing = call.configuration.settings.tracing
    if tracing is None:
        return await Attempts(call, steps, None).in_time()
    with tracing(call.operation, call.arguments.root, call.configuration.base_url) as note:
        return await Attempts(call, steps, note).in_time()


class Attempts:
    """The attempts of one call."""

    def __init__(self, call: Call, steps: Steps, note: Note | None) -> None:
        self.call, self.steps, self.note = call, steps, note
        self.timing = call.configuration.timing
        self.retries = call.options.retries or call.configuration.retries
        self.deadline = call.options.deadline or self.retries.deadline
        self.began = self.timing.clock()
        self.attempt = 0
        self.request: Request | None = None
        self.body = build_body(call.operation, call.arguments.body)
        self.maybe_sent = False
        given = call.options.max_response_size
        if call.options.follow_redirects and call.configuration.settings.redirects is None:
            raise TypeError(NO_REDIRECTS)
        self.max_size = (
            call.configuration.max_response_size if isinstance(given, UnsetType) else given
        )

    async def in_time(self) -> tuple[Request, Response]:
        """Run the attempts; the call of an async client is cancelled at its deadline."""
        from ..event_loop import DeadlineExpired

        try:
            return await self.steps.within(self.deadline, self.run())
        except DeadlineExpired:
            raise self._too_late(TOO_LATE) from None

    async def run(self) -> tuple[Request, Response]:
        while True:
            self.attempt += 1
            request = await self._prepared()
            answer = await self._answer(request)
            if isinstance(answer, Response):
                return self.request or request, answer
            try:
                await self._pause(request, answer)
            finally:
                del answer  # avoid a reference cycle of the error and its traceback

    async def _prepared(self) -> Request:
        """Wait for the rate limit, and return the next request with current credentials."""
        call, configuration = self.call, self.call.configuration
        if configuration.rate_limiter is not None:
            left = self._left()
            longest = math.inf if left is None else left
            wait = await self.steps.reserve(call.operation.bucket, longest)
            if wait > 0:
                await self._wait_for_turn(wait)
        schemes = select(call.operation.security, configuration.security)
        try:
            placements = [await self.steps.read(scheme, self._left()) for scheme in schemes]
        except CredentialTimeout:
            raise self._too_late(TOO_LATE) from None
        request = build_request(
            configuration, call.operation, call.arguments, call.options, placements, self.body
        )
        request = self.limited(request)
        if self.max_size is not None:
            request = replace(request, max_size=self.max_size)
        for hook in configuration.on_request:
            given = await self.steps.settle(hook(request))
            if isinstance(given, Request):
                request = given
                for name, value in given.headers:
                    check_header(name, value)
        return request

    def limited(self, request: Request) -> Request:
        """Return the request with its timeout limited to the time left until the deadline.

        Raises:
            ApiTimeoutError: The deadline has passed.
        """
        left = self._left()
        if left is None:
            return request
        if left <= 0:
            raise self._too_late(TOO_LATE)
        return replace(request, timeout=request.timeout.within(left))

    async def _answer(self, request: Request) -> Response | ApiConnectionError | ApiStatusError:
        """Make one attempt, and return the successful response, or the error of the attempt."""
        call, clock = self.call, self.timing.clock
        began = clock()
        note = ""
        self.maybe_sent = True
        try:
            response = await self.steps.send(request)
            follow = call.configuration.settings.redirects
            if follow is not None and 300 <= response.status < 400:
                request, response, note = await follow(self, request, response)
            if request.max_size is not None:  # the transport may not check it
                Meter(replace(request, timeout=Timeout())).take(response.content)
        except ApiConnectionError as error:
            self._noted(request, None, clock() - began)
            return error
        self.request = request
        self._noted(request, response.status, clock() - began)
        if call.configuration.rate_limiter is not None:
            await self.steps.observe(call.operation.bucket, response)
        for hook in call.configuration.on_response:
            await self.steps.settle(hook(request, response))
        if call.operation.is_success(response.status):
            return response
        return status_error(call.operation, request, response, call.configuration.settings, note)

    def _noted(self, request: Request, status: int | None, seconds: float) -> None:
        log_attempt(request, status, seconds, self.attempt)
        if self.note is not None:
            self.note(request, status, self.attempt)

    async def _pause(self, request: Request, error: ApiConnectionError | ApiStatusError) -> None:
        """Wait before the next attempt, or raise the error if there must not be another one."""
        wait = self.retries.pause(
            error,
            self.call.configuration.settings.retries,
            attempt=self.attempt,
            repeatable=is_repeatable(self.call.operation, self.call.options.idempotent),
            random=self.timing.random,
        )
        left = self._left()
        spent = getattr(request.content, "spent", False)  # an iterable cannot be sent again
        if wait is not None and spent:
            error.add_note(
                "The call was not repeated: its body is a stream, which can be sent only once."
            )
        if wait is None or spent or (left is not None and wait >= left):
            raise error
        reason = error.status if isinstance(error, ApiStatusError) else type(error).__name__
        shown = (request.method, request.shown_url, reason, wait, self.attempt + 1)
        LOG.info("%s %s: %s, waiting %.2f s for attempt %d", *shown)
        await self.steps.sleep(wait)

    async def _wait_for_turn(self, wait: float) -> None:
        left = self._left()
        if left is not None and wait >= left:
            raise self._too_late(
                f"the rate limit requires a wait of {wait:g} s, beyond the deadline of the call"
            )
        operation = self.call.operation
        place = f"{self.call.arguments.root}{operation.path}"
        log = LOG.info if wait >= 1 else LOG.debug  # short waits are normal in long runs
        log("%s %s: waiting %.2f s for the rate limit", operation.method, place, wait)
        await self.steps.sleep(wait)

    def _too_late(self, message: str) -> ApiTimeoutError:
        operation, base_url = self.call.operation, self.call.configuration.base_url
        url = f"{base_url}{self.call.arguments.root}{operation.path}"
        return ApiTimeoutError(
            message, method=operation.method, url=url, maybe_sent=self.maybe_sent
        )

    def _left(self) -> float | None:
        """Return the seconds left until the deadline, or None if there is no deadline."""
        if self.deadline is None:
            return None
        return self.deadline - (self.timing.clock() - self.began)


class Blocking(Struct, frozen=True, eq=False):
    """The steps of a sync client. Each blocks until it is done, and never suspends."""

    configuration: Configuration
    open: Callable[[], Transport]

    async def send(self, request: Request) -> Response:
        return self.open().send(request)

    async def read(self, scheme: SecurityScheme, longest: float | None) -> Placement:
        return read(scheme, longest)

    async def reserve(self, bucket: str, longest: float) -> float:
        limiter = self.configuration.rate_limiter
        return 0.0 if limiter is None else limiter.reserve(bucket, longest)

    async def observe(self, bucket: str, response: Response) -> None:
        if self.configuration.rate_limiter is not None:
            self.configuration.rate_limiter.observe(bucket, response.status, response.headers)

    async def sleep(self, seconds: float) -> None:
        (self.configuration.timing.sleep or time.sleep)(seconds)

    async def settle(self, result: object) -> object:
        if isawaitable(result):
            if iscoroutine(result):
                result.close()  # otherwise Python warns that it was never awaited
            raise TypeError("an asynchronous hook requires the async client")
        return result

    def follows(self) -> bool:
        """Return whether the given client of a library follows redirects."""
        return bool(getattr(self.open(), "follow_redirects", False))

    async def within(self, seconds: float | None, work: Coroutine[object, object, T]) -> T:
        return await work  # a thread cannot be cancelled; each step limits its own time


class Awaiting(Struct, frozen=True, eq=False):
    """The steps of an async client."""

    configuration: Configuration
    open: Callable[[], AsyncTransport]

    async def send(self, request: Request) -> Response:
        return await self.open().send(sendable(request))

    async def read(self, scheme: SecurityScheme, longest: float | None) -> Placement:
        return await read_async(scheme)

    async def reserve(self, bucket: str, longest: float) -> float:
        limiter = self.configuration.rate_limiter
        return 0.0 if limiter is None else await limiter.reserve_async(bucket, longest)

    async def observe(self, bucket: str, response: Response) -> None:
        limiter = self.configuration.rate_limiter
        if limiter is not None:
            await limiter.observe_async(bucket, response.status, response.headers)

    async def sleep(self, seconds: float) -> None:
        from ..event_loop import sleep

        await self.settle((self.configuration.timing.sleep or sleep)(seconds))

    async def settle(self, result: object) -> object:
        return await result if isawaitable(result) else result

    def follows(self) -> bool:
        """Return whether the given client of a library follows redirects."""
        return bool(getattr(self.open(), "follow_redirects", False))

    async def within(self, seconds: float | None, work: Coroutine[object, object, T]) -> T:
        from ..event_loop import within

        return await within(seconds, work)


def sendable(request: Request) -> Request:
    """Return the request with content that async transports can send."""
    asynchronous = getattr(request.content, "asynchronous", None)
    return request if asynchronous is None else replace(request, content=asynchronous())


Making: TypeAlias = tuple[Operation[T], Arguments, RequestOptions]


def answer(
    configuration: Configuration, open: Callable[[], Transport], making: Making[T]
) -> RawResponse[T]:
    """Return the response to one call of a sync client.

    Raises:
        ApiError: The call failed.
        ValueError: An argument cannot be sent.
    """
    call = Call(configuration, *making)
    return _raw(making[0], *finish(exchange(call, Blocking(configuration, open))))


async def answer_async(
    configuration: Configuration, open: Callable[[], AsyncTransport], making: Making[T]
) -> RawResponse[T]:
    """Return the response to one call of an async client.

    Raises:
        ApiError: The call failed.
        ValueError: An argument cannot be sent.
    """
    call = Call(configuration, *making)
    return _raw(making[0], *await exchange(call, Awaiting(configuration, open)))


def _raw(operation: Operation[T], request: Request, response: Response) -> RawResponse[T]:
    def decode() -> T:
        # The operation declares the type of its result.
        return cast(T, read_response(operation, request, response))

    return RawResponse(response.status, response.headers, response.content, decode)


def finish(steps: Coroutine[object, object, T]) -> T:
    """Run a coroutine that never suspends, and return its result.

    Raises:
        RuntimeError: The coroutine suspends.
    """
    try:
        steps.send(None)
    except StopIteration as done:
        return cast(T, done.value)
    steps.close()
    raise RuntimeError("a step of a sync client must not suspend")
