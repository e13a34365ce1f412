"""The options of a client and of one call, and the configuration of a client that they become."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypedDict

from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import replace

from .auth.security import SecurityScheme
from .errors import InputError
from .http.addresses import checked_base_url
from .retries import Retries, check_deadline
from .secret import Secret, Veiled
from .transport import DEFAULT_TIMEOUT, AsyncTransport, Timeout, Transport

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



_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"(?:[!-~](?:[ \t!-~]*[!-~])?)?")
_SECRET_HEADERS = frozenset({"authorization", "cookie", "proxy-authorization"})

BaseUrl = str
HeaderFields = dict[str, tuple[str, str]]  # the name and value to send, by lower-case name


class Configuration(Veiled, frozen=True, kw_only=True):
    """What all requests of one client share.

    `base_url` has no slash at its end, and `product` is the first part of the User-Agent header.
    """

    base_url: str
    product: str
    security: Mapping[str, SecurityScheme]
    timeout: Timeout = DEFAULT_TIMEOUT
    headers: HeaderFields = {}
    retries: Retries = Retries()
    timing: Timing = Timing()

    def changed(self, options: SharedOptions) -> Configuration:
        """Return the configuration with some options changed.

        Headers are added to the existing ones; any other option replaces the old value. An option that
        is unknown is a TypeError.
        """
        for name in options.keys() - SharedOptions.__optional_keys__:
            raise TypeError(f"unknown option {name!r}")
        fields = dict(self.headers)
        if "user_agent" in options:
            set_headers(fields, {"User-Agent": f"{self.product} {options['user_agent']}"})
        set_headers(fields, options.get("headers") or {})
        return replace(
            self,
            headers=fields,
            timeout=Timeout.of(options.get("timeout", self.timeout)),
            retries=options.get("retries", self.retries),
            timing=options.get("timing", self.timing),
        )


def configure(
    *,
    base_url: BaseUrl,
    product: str,
    security: Mapping[str, SecurityScheme],
    options: SharedOptions,
) -> Configuration:
    """Return the configuration of a client, and raise what `changed` raises."""
    agent = f"{product} python/{sys.version_info.major}.{sys.version_info.minor}"
    fields: HeaderFields = {}
    set_headers(fields, {"Accept": "application/json", "User-Agent": agent})
    address = checked_base_url(base_url)
    return Configuration(
        base_url=address,
        product=agent,
        security=dict(security),
        headers=fields,
    ).changed(options)


def set_headers(fields: HeaderFields, headers: Mapping[str, str]) -> None:
    """Check header fields and add them."""
    for name, value in headers.items():
        check_header(name, value)
        key = name.lower()
        fields[key] = (name, Secret(value) if key in _SECRET_HEADERS else value)


def check_header(name: object, value: object) -> None:
    """Raise InputError if HTTP cannot transfer a header field, without its value, a possible secret."""
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise InputError(f"{name!r} is not a valid header name", parameter=str(name))
    if not isinstance(value, str):
        message = f"header {name!r}: the value must be a str, not {type(value).__name__}"
        raise InputError(message, parameter=name)
    if not _VALUE.fullmatch(value):
        message = f"header {name!r}: the value must be printable ASCII without outer spaces"
        raise InputError(message, parameter=name)
