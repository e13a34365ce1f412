"""The options of a client and of one call."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from collections.abc import Awaitable, Sequence  # feature: hooks
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypedDict
from typing import cast  # feature: response size

from msgspec import UNSET, Struct, UnsetType

from .retries import Retries, check_deadline
from .transport import AsyncTransport, Timeout, Transport
from .transport import Request, Response  # feature: hooks

if TYPE_CHECKING:
    from ssl import SSLContext

    from .rate_limit import RateLimiter  # feature: rate limits

# feature: hooks
# Called with each request before it is sent; may return another request to send instead.
RequestHook = Callable[[Request], Awaitable[Request | None] | Request | None]
# Called with each request and its response, whatever its status.
ResponseHook = Callable[[Request, Response], None | Awaitable[None]]
# end


def _random() -> float:
    import random  # imported at the first wait

    return random.random()


class Timing(Struct, frozen=True, kw_only=True):
    """The clock of a client. Tests can replace it, so that they do not wait.

    Attributes:
        clock: Returns the time in seconds.
        sleep: Sleeps for so many seconds. An async client awaits the result if it is awaitable. By
            default, `time.sleep` or the sleep of the event loop.
        random: Returns numbers from 0 to 1.
    """

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] | None = None
    random: Callable[[], float] = _random


class SharedOptions(TypedDict, total=False):
    """Options of a client that `with_options` can change.

    Attributes:
        timeout: Seconds for each phase of a request, a Timeout, or None for no limit.
        headers: Header fields for every request. They replace the default ones of the same name.
        retries: How often a call is tried again, and how long to wait.
        user_agent: The name of your application, such as "my-app/1.2". It is appended to the
            User-Agent header.
        timing: The clock, for tests.
        # feature: hooks
        on_request: Called with each request before every attempt; may be async in an async client.
        on_response: Called with each request and its response; may be async in an async client.
        # end
        # feature: rate limits
        rate_limiter: Delays requests; several clients may share one. None for no limiter. By
            default, the client has its own, with the limits of the API.
        # end
        # feature: redirects
        follow_redirects: Whether to follow redirects. Credentials are not sent to another origin.
        # end
        # feature: response size
        max_response_size: The most bytes of a decompressed response body, or None, the default, for
            no limit. A larger body raises ResponseTooLargeError, and its rest is not read.
        # end
    """

    timeout: Timeout | float | None
    headers: Mapping[str, str] | None
    retries: Retries
    user_agent: str
    timing: Timing
    on_request: RequestHook | Sequence[RequestHook]  # feature: hooks
    on_response: ResponseHook | Sequence[ResponseHook]  # feature: hooks
    rate_limiter: RateLimiter | None  # feature: rate limits
    follow_redirects: bool  # feature: redirects
    max_response_size: int | None  # feature: response size


class ConnectionOptions(SharedOptions, total=False):
    """Options of a client that are the same for sync and async clients.

    Attributes:
        proxy: The URL of a proxy, or None.
        verify: True to trust the default certificate authorities, the path of a file with other
            authorities, or an SSLContext.
    """

    proxy: str | None
    verify: bool | str | SSLContext


class ClientOptions(ConnectionOptions, total=False):
    """Options of a client. A `transport` that is passed in stays open when the client is closed."""

    transport: Transport | None


class AsyncClientOptions(ConnectionOptions, total=False):
    """Options of an async client. See ClientOptions."""

    transport: AsyncTransport | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestOptions:
    """Options of one call. Those that are not set are as for the client.

    Attributes:
        timeout: Seconds for each phase of a request, a Timeout, or None for no limit.
        headers: Header fields that are added to those of the client and replace those of the same
            name. Their values may be credentials, so the repr omits them.
        retries: Replaces the retries of the client.
        deadline: Seconds for the whole call, with all its attempts and waits, until the response
            body is read.
        idempotent: Whether the call may be repeated if its effect is not known. None if this
            depends on the operation.
        # feature: redirects
        follow_redirects: Whether to follow redirects.
        # end
        # feature: response size
        max_response_size: The most bytes of a decompressed response body, or None for no limit.
        # end

    Raises:
        ValueError: The deadline is not a positive, finite number.
    """

    timeout: Timeout | float | None | UnsetType = UNSET
    headers: Mapping[str, str] | None = field(default=None, repr=False)
    retries: Retries | None = None
    deadline: float | None = None
    idempotent: bool | None = None
    follow_redirects: bool | None = None  # feature: redirects
    max_response_size: int | None | UnsetType = UNSET  # feature: response size

    def __post_init__(self) -> None:
        check_deadline(self.deadline)
        # feature: response size
        if not isinstance(self.max_response_size, UnsetType):
            checked_size(self.max_response_size)
        # end


# feature: response size
def checked_size(size: int | None) -> int | None:
    """Return the size.

    Raises:
        ValueError: It is neither None nor a number of bytes.
    """
    if size is not None and (
        isinstance(size, bool) or not isinstance(cast(object, size), int) or size < 0
    ):
        raise ValueError(
            f"max_response_size must be a number of bytes of at least 0, or None, not {size!r}"
        )
    return size


# end
