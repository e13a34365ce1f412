"""What may be said about a client, and about one call: the types of those options."""

from __future__ import annotations

import math
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypedDict, cast

from msgspec import UNSET, Struct, UnsetType

from .retries import Retries, check_deadline
from .transport import AsyncTransport, Headers, Request, Response, Timeout, Transport

if TYPE_CHECKING:
    from ssl import SSLContext

# Called with each request before it is sent; may return another one to send in its place.
RequestHook = Callable[[Request], Awaitable[Request | None] | Request | None]
# Called with each request and its answer, whatever its status.
ResponseHook = Callable[[Request, Response], None | Awaitable[None]]


class RateLimiter(Protocol):
    """What a client asks before every request, and tells every answer.

    `reserve` takes the next place in a bucket, "" for the default one, and returns the seconds to
    wait before sending; a place further off than `longest` seconds is not taken. Places are given
    in the order asked for. All methods may be called from any thread and any event loop.
    """

    def reserve(self, bucket: str, longest: float = math.inf) -> float: ...

    def observe(self, bucket: str, status: int, headers: Headers) -> None: ...

    async def reserve_async(self, bucket: str, longest: float = math.inf) -> float: ...

    async def observe_async(self, bucket: str, status: int, headers: Headers) -> None: ...


def _random() -> float:
    import random  # with the first wait

    return random.random()


class Timing(Struct, frozen=True, kw_only=True):
    """The clock that a client goes by: other ones let tests pass without waiting.

    `clock` and `sleep` are in seconds, `random` gives numbers from 0 to 1. An async client awaits
    what `sleep` returns, where that can be awaited, and sleeps by asyncio if none is given.
    """

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] | None = None
    random: Callable[[], float] = _random


class SharedOptions(TypedDict, total=False):
    """Options of a client that `with_options` can change.

    `timeout`: seconds for each step of a request, a Timeout, or None for no limit.
    `headers`: sent with every request, in place of the client's own of the same name.
    `retries`: how often and how patiently a call is tried again.
    `user_agent`: added to the client's own, for your application: "my-app/1.2".
    `on_request`, `on_response`: called around every attempt; in an async client they may be async.
    `follow_redirects`: whether to go where a response redirects to, in a package with the feature `redirects`.
        Credentials are sent to no other origin.
    `rate_limiter`: waits before requests; one may be shared by several clients, None is none. Left
        out, the client has its own, with the limits of the API.
    `timing`: the clock, for tests.
    `max_response_size`: the most bytes that the body of a response may have, decompressed; None, the
        default, is no limit. A larger one is a ResponseTooLargeError, and its rest is not read.
    """

    timeout: Timeout | float | None
    headers: Mapping[str, str] | None
    retries: Retries
    user_agent: str
    on_request: RequestHook | Sequence[RequestHook]
    on_response: ResponseHook | Sequence[ResponseHook]
    rate_limiter: RateLimiter | None
    timing: Timing
    follow_redirects: bool
    max_response_size: int | None


class ConnectionOptions(SharedOptions, total=False):
    """Options of a client's own connections: a proxy's URL, and whose certificates to trust.

    `verify`: True for the usual authorities, the path of a file with others, or an SSLContext.
    """

    proxy: str | None
    verify: bool | str | SSLContext


class ClientOptions(ConnectionOptions, total=False):
    """Options of a client. A `transport` that is given stays open when the client is closed."""

    transport: Transport | None


class AsyncClientOptions(ConnectionOptions, total=False):
    """Options of an async client. A `transport` that is given stays open, too."""

    transport: AsyncTransport | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestOptions:
    """Options of one call.

    `timeout`: seconds, a Timeout, or None for no limit; left out, the client's. `headers` are sent
    besides the client's and in place of those of the same name. Their values may be credentials,
    so they are not shown. `retries`: in place of the client's. `deadline`: seconds for the call
    as a whole, with all its attempts and waits, to the last of the answer's body; that of a stream
    includes the time between its items. `idempotent`: whether the call may be repeated when
    nobody knows what became of it; None leaves that to what is known of the operation.
    `follow_redirects`: whether to go where an answer redirects to; None leaves that to the client.
    `max_response_size`: in place of the client's; None is no limit.

    Raises ValueError for a deadline that is no positive, finite number, and for a negative size.
    """

    timeout: Timeout | float | None | UnsetType = UNSET
    headers: Mapping[str, str] | None = None
    retries: Retries | None = None
    deadline: float | None = None
    idempotent: bool | None = None
    follow_redirects: bool | None = None
    max_response_size: int | None | UnsetType = UNSET

    def __post_init__(self) -> None:
        check_deadline(self.deadline)
        if not isinstance(self.max_response_size, UnsetType):
            checked_size(self.max_response_size)

    def __repr__(self) -> str:
        names = None if self.headers is None else sorted(self.headers)
        return (
            f"RequestOptions(timeout={self.timeout!r}, headers={names!r}, "
            f"retries={self.retries!r}, deadline={self.deadline!r}, idempotent={self.idempotent!r}, "
            f"follow_redirects={self.follow_redirects!r}, max_response_size={self.max_response_size!r})"
        )


def checked_size(size: int | None) -> int | None:
    """The size. Raises ValueError for what is no number of bytes."""
    if size is not None and (
        isinstance(size, bool) or not isinstance(cast(object, size), int) or size < 0
    ):
        raise ValueError(
            f"max_response_size is a number of bytes, 0 or more, or None, not {size!r}"
        )
    return size
