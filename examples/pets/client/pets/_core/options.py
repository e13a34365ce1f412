"""The options of a client and of one call."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypedDict

from msgspec import UNSET, Struct, UnsetType

from .retries import Retries, check_deadline
from .transport import AsyncTransport, Timeout, Transport

if TYPE_CHECKING:
    from ssl import SSLContext


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
    """

    timeout: Timeout | float | None
    headers: Mapping[str, str] | None
    retries: Retries
    user_agent: str
    timing: Timing


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

    Raises:
        ValueError: The deadline is not a positive, finite number.
    """

    timeout: Timeout | float | None | UnsetType = UNSET
    headers: Mapping[str, str] | None = field(default=None, repr=False)
    retries: Retries | None = None
    deadline: float | None = None
    idempotent: bool | None = None

    def __post_init__(self) -> None:
        check_deadline(self.deadline)
