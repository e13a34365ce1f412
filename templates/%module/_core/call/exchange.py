"""Send a call and its retries, for sync and async clients.

The same coroutines serve both. In a sync client nothing that they await suspends, so `finish` can run
them without an event loop.
"""

from __future__ import annotations

import logging
import math  # feature: rate limits
import time
from collections.abc import Coroutine
from collections.abc import Awaitable  # feature: split queries
from collections.abc import Sequence  # feature: oauth
from dataclasses import replace
from inspect import isawaitable
from inspect import iscoroutine  # feature: hooks
from typing import Any, TypeVar, cast

from ..auth.security import Placement, SecurityScheme, read, select
from ..auth.security import CredentialTimeout  # feature: oauth
from ..body.body import build_body
from ..codec.decoding import parse  # feature: rate limits
from ..errors import ApiConnectionError, ApiStatusError, ApiTimeoutError
from ..errors import DecodingError  # feature: rate limits
from ..errors import OAuthError  # feature: oauth
from ..http.reading import TOO_LATE
from ..http.reading import check_size  # feature: response size
from ..options import check_header  # feature: hooks
from ..retries import is_repeatable
from ..settings import RetryRules  # feature: rate limits
from ..transport import AsyncTransport, Request, Response, Transport
from ..transport import Headers  # feature: rate limits
from .long_queries import Exchange, exchange_parts  # feature: split queries
from .request import Call, build_request, check_bounds
from .response import RawResponse, read_response, status_error
from .telemetry import Note, traced  # feature: opentelemetry

T = TypeVar("T")

LOG = logging.getLogger(__name__.partition("._core")[0])


def answer(call: Call[T]) -> RawResponse[T]:
    """Return the response to a call of a sync client. See `answer_async`."""
    return finish(answer_async(call))


async def answer_async(call: Call[T]) -> RawResponse[T]:
    """Return the response to a call."""
    request, response = await exchange(Attempts(call))  # feature: not split queries
    # feature: split queries
    split = call.operation.split
    if split is not None and (queries := split.queries(call)):
        request, response = await exchange_parts(call, queries, _exchange_part(call))
    else:
        request, response = await exchange(Attempts(call))
    # end

    def decode() -> T:
        # The operation declares the type of its result.
        return cast(T, read_response(call.operation, request, response))

    return RawResponse(response.status, response.headers, response.content, decode)


# feature: split queries
def _exchange_part(call: Call[Any]) -> Exchange:
    """Return the function that sends a part of the call, until the deadline of the whole call."""
    began = call.configuration.timing.clock()

    def exchange_part(part: Call[Any]) -> Awaitable[tuple[Request, Response]]:
        attempts = Attempts(part)
        attempts.began = began
        return exchange(attempts)

    return exchange_part


# end
async def exchange(attempts: Attempts) -> tuple[Request, Response]:
    """Make attempts until the deadline, and return the last request and its response.

    An async client cancels the call at its deadline. In a sync client, each step limits its own time.
    """
    work = attempts.run()
    work = traced(attempts, work)  # feature: opentelemetry
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

    note: Note | None = None  # records an attempt  # feature: opentelemetry
    # feature: oauth
    placements: Sequence[Placement] = ()  # of the last request
    sent: Request | None = None  # the last request, after redirects
    refusal: ApiStatusError | None = None  # the 401 after which a credential was renewed
    # end

    def __init__(self, call: Call[Any]) -> None:
        check_bounds(call.operation, call.arguments)
        self.call, self.arguments = call, call.arguments
        # feature: inputs
        if call.operation.inputs is not None:
            self.arguments = call.operation.inputs.prepared(call.arguments)
        # end
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
            await wait_for_turn(self)  # feature: rate limits
            request = await self._prepared()
            answer = await self._answer(request)
            if isinstance(answer, tuple):
                return answer
            # feature: oauth
            if isinstance(answer, ApiStatusError) and answer.status == 401:
                from ..auth.oauth_credential import refuse_credentials

                if refuse_credentials(self, answer):
                    del answer
                    continue
            # end
            try:
                await self._pause(request, answer)
            finally:
                del answer  # avoid a reference cycle of the error and its traceback

    async def send(self, request: Request) -> Response:
        """Send a request and return its response, whatever its status."""
        transport = self.call.open()
        if self.call.is_async:
            request = sendable(request)  # feature: files
            return await cast(AsyncTransport, transport).send(request)
        return cast(Transport, transport).send(request)

    async def _prepared(self) -> Request:
        """Return the next request, with current credentials."""
        call, configuration = self.call, self.call.configuration
        schemes = select(call.operation.security, configuration.security)
        # feature: oauth
        try:
            placements = [await self._read(scheme) for scheme in schemes]
        except CredentialTimeout:
            raise self.too_late() from self.refusal
        except OAuthError as error:
            if self.refusal is None:
                raise
            error.add_note("The API refused the access token (401), and it cannot be renewed.")
            raise error from self.refusal
        self.placements = placements
        # end
        placements = [await self._read(scheme) for scheme in schemes]  # feature: not oauth
        request = self.limited(
            build_request(
                configuration, call.operation, self.arguments, call.options, placements, self.body
            )
        )
        # feature: hooks
        for hook in configuration.on_request:
            given = await self.settle(hook(request))
            if isinstance(given, Request):
                request = given
                for name, value in given.headers:
                    check_header(name, value)
        # end
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
            # feature: redirects
            if 300 <= response.status < 400:
                from ..http.redirects import follow  # imported lazily: few APIs redirect

                request, response, note = await follow(self, request, response)
            # end
            check_size(request, len(response.content), response.status)  # feature: response size
        except ApiConnectionError as error:
            self._log(request, None, began)
            return error
        self._log(request, response.status, began)
        self.sent = request  # feature: oauth
        self.limited(request)  # a transport may have exceeded the deadline
        await observe(self, response)  # feature: rate limits
        # feature: hooks
        for hook in self.call.configuration.on_response:
            await self.settle(hook(request, response))
        # end
        if self.call.operation.is_success(response.status):
            return request, response
        return status_error(
            self.call.operation,
            request,
            response,
            self.call.configuration.settings,  # feature: settings
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
        # feature: opentelemetry
        if self.note is not None:
            self.note(request, status, self.attempt)
        # end

    async def _pause(self, request: Request, error: ApiConnectionError | ApiStatusError) -> None:
        """Wait before the next attempt, or raise the error if there must not be another one."""
        call, left = self.call, self.left()
        wait = self.retries.pause(
            error,
            attempt=self.attempt,  # feature: not oauth
            attempt=self.attempt - (self.refusal is not None),  # feature: oauth
            repeatable=is_repeatable(call.operation, call.options.idempotent),
            random=self.timing.random,
            rules=call.configuration.settings.retries,  # feature: settings
        )
        # feature: files
        if wait is not None and getattr(request.content, "spent", False):
            error.add_note(
                "The call was not repeated: its body is a stream, which can be sent only once."
            )
            raise error
        # end
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

    # feature: hooks
    async def settle(self, result: object) -> object:
        """Return what a hook returns, awaited if it must be.

        Raises:
            TypeError: It must be awaited, and the client is not async.
        """
        if not isawaitable(result):
            return result
        if self.call.is_async:
            return await result
        if iscoroutine(result):
            result.close()  # otherwise Python warns that it was never awaited
        raise TypeError("an asynchronous hook requires the async client")

    # end
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


# feature: files
def sendable(request: Request) -> Request:
    """Return the request with content that async transports can send."""
    asynchronous = getattr(request.content, "asynchronous", None)
    return request if asynchronous is None else replace(request, content=asynchronous())


# end
def finish(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that never suspends, and return its result."""
    try:
        work.send(None)
    except StopIteration as done:
        return cast(T, done.value)
    work.close()
    raise RuntimeError("a call of a sync client must not suspend")


# feature: rate limits
async def wait_for_turn(attempts: Attempts) -> None:
    """Wait until the rate limiter allows the next attempt.

    Raises:
        ApiTimeoutError: The call may not take as long as that.
    """
    call, left = attempts.call, attempts.left()
    limiter, bucket = call.configuration.rate_limiter, call.operation.bucket
    if limiter is None:
        return
    longest = math.inf if left is None else left
    if call.is_async:
        wait = await limiter.reserve_async(bucket, longest)
    else:
        wait = limiter.reserve(bucket, longest)
    if wait <= 0:
        return
    left = attempts.left()
    if left is not None and wait >= left:
        raise attempts.too_late(
            f"the rate limit requires a wait of {wait:g} s, beyond the deadline of the call"
        )
    log = LOG.info if wait >= 1 else LOG.debug  # short waits are normal in long runs
    place = f"{call.arguments.root}{call.operation.path}"
    log("%s %s: waiting %.2f s for the rate limit", call.operation.method, place, wait)
    await attempts.sleep(wait)


async def observe(attempts: Attempts, response: Response) -> None:
    """Update the rate limiter from a response."""
    call = attempts.call
    limiter, bucket = call.configuration.rate_limiter, call.operation.bucket
    if limiter is None:
        return
    headers = _with_pause(response, call.configuration.settings.retries)
    if call.is_async:
        await limiter.observe_async(bucket, response.status, headers)
    else:
        limiter.observe(bucket, response.status, headers)


def _with_pause(response: Response, rules: RetryRules) -> Headers:
    """Return the headers of a response, with the interval of the limit that a 429 names."""
    headers = response.headers
    if response.status != 429 or not rules.intervals or "retry-after" in headers:
        return headers
    try:
        interval = rules.intervals.get(rules.policy_in(parse(response.content)) or "")
    except DecodingError:
        return headers
    if interval is None:
        return headers
    return Headers([*headers.items(), ("Retry-After", str(math.ceil(interval)))])


# end
