"""Check the options of a client and hold what all its requests share."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from msgspec import field
from msgspec.structs import replace

from .auth.security import SecurityScheme
from .errors import InputError
from .http.addresses import checked_base_url
from .options import (
    ClientOptions,
    RateLimiter,
    RequestHook,
    ResponseHook,
    SharedOptions,
    Timing,
    checked_size,
)
from .retries import Retries
from .secret import Secret, Veiled
from .settings import DEFAULT_SETTINGS, Settings
from .transport import DEFAULT_TIMEOUT, Timeout

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"(?:[!-~](?:[ \t!-~]*[!-~])?)?")
NO_REDIRECTS = "follow_redirects=True requires a package with the feature redirects"
_SECRET_HEADERS = frozenset({"authorization", "cookie", "proxy-authorization"})

Hook = TypeVar("Hook", bound=Callable[..., object])
HeaderFields = dict[str, tuple[str, str]]  # the name and value to send, by lower-case name


class Configuration(Veiled, frozen=True, kw_only=True):
    """What all requests of one client share.

    Attributes:
        base_url: The base URL, without a slash at its end. Empty if the documents of the API have
            different servers.
        product: The first part of the User-Agent header: name of the product, version of Python.
        security: The security schemes by name.
        servers: The base URLs by document, if the documents of the API have different servers.
        settings: What is known about the API beyond its documents.
        timeout: The time limits of a request.
        headers: The header fields that every request sends.
        retries: When a call is tried again.
        on_request: Called with each request before it is sent.
        on_response: Called with each request and its response.
        rate_limiter: Delays requests, or None.
        timing: The clock.
        follow_redirects: Whether to follow redirects, or None for the default.
        max_response_size: The most bytes of a decompressed response body, or None for no limit.
    """

    base_url: str
    product: str
    security: Mapping[str, SecurityScheme]
    servers: Mapping[str, str] = {}
    settings: Settings = DEFAULT_SETTINGS
    timeout: Timeout = DEFAULT_TIMEOUT
    headers: HeaderFields = field(default_factory=HeaderFields)
    retries: Retries = Retries()
    on_request: tuple[RequestHook, ...] = ()
    on_response: tuple[ResponseHook, ...] = ()
    rate_limiter: RateLimiter | None = None
    timing: Timing = Timing()
    follow_redirects: bool | None = None
    max_response_size: int | None = None

    def at(self, server: str) -> Configuration:
        """Return the configuration for the requests of one document, with its base URL."""
        return replace(self, base_url=self.servers[server])

    def changed(
        self, options: SharedOptions, known: frozenset[str] = SharedOptions.__optional_keys__
    ) -> Configuration:
        """Return the configuration with some options changed.

        Headers are added to the existing ones; any other option replaces the old value.

        Args:
            options: The options to change.
            known: The names of the options that are allowed.

        Raises:
            TypeError: An option is unknown, or redirects are requested but not supported.
            ValueError: An option has an invalid value.
        """
        for name in options.keys() - known:
            raise TypeError(f"unknown option {name!r}")
        if options.get("follow_redirects") and self.settings.redirects is None:
            raise TypeError(NO_REDIRECTS)
        fields = dict(self.headers)
        if "user_agent" in options:
            set_headers(fields, {"User-Agent": f"{self.product} {options['user_agent']}"})
        set_headers(fields, options.get("headers") or {})
        return replace(
            self,
            headers=fields,
            timeout=Timeout.of(options.get("timeout", self.timeout)),
            retries=options.get("retries", self.retries),
            on_request=_hooks(options.get("on_request", self.on_request)),
            on_response=_hooks(options.get("on_response", self.on_response)),
            rate_limiter=options.get("rate_limiter", self.rate_limiter),
            timing=options.get("timing", self.timing),
            follow_redirects=options.get("follow_redirects", self.follow_redirects),
            max_response_size=checked_size(
                options.get("max_response_size", self.max_response_size)
            ),
        )


def configure(
    *,
    base_url: str | Mapping[str, str],
    product: str,
    security: Mapping[str, SecurityScheme],
    settings: Settings,
    options: SharedOptions,
) -> Configuration:
    """Check the arguments of a client and return its configuration.

    Messages of errors never contain a credential.

    Raises:
        TypeError: An option is unknown, or redirects are requested but not supported.
        ValueError: An argument has an invalid value.
    """
    agent = f"{product} python/{sys.version_info.major}.{sys.version_info.minor}"
    fields: HeaderFields = {}
    set_headers(fields, {"Accept": "application/json", "User-Agent": agent})
    return Configuration(
        base_url=checked_base_url(base_url) if isinstance(base_url, str) else "",
        servers=(
            {}
            if isinstance(base_url, str)
            else {name: checked_base_url(url) for name, url in base_url.items()}
        ),
        product=agent,
        security=dict(security),
        settings=settings,
        headers=fields,
        rate_limiter=_own_limiter(settings, options),
    ).changed(options, ClientOptions.__optional_keys__)


def _own_limiter(settings: Settings, options: SharedOptions) -> RateLimiter | None:
    """Return the limiter of a client created without one, or None if no limits are known."""
    if "rate_limiter" in options or settings.rate_limits is None:
        return None
    made: RateLimiter = settings.rate_limits.limiter(options.get("timing", Timing()).clock)
    return made


def _hooks(given: Hook | Sequence[Hook]) -> tuple[Hook, ...]:
    return (given,) if callable(given) else tuple(given)


def set_headers(fields: HeaderFields, headers: Mapping[str, str]) -> None:
    """Check header fields and add them.

    Raises:
        InputError: A header field is invalid. The message omits the value, which may be secret.
    """
    for name, value in headers.items():
        check_header(name, value)
        key = name.lower()
        fields[key] = (name, Secret(value) if key in _SECRET_HEADERS else value)


def check_header(name: object, value: object) -> None:
    """Check that HTTP can transfer a header field.

    Raises:
        InputError: It cannot. The message has the name of the field only.
    """
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise InputError(f"{name!r} is not a valid header name", parameter=str(name))
    if not isinstance(value, str):
        message = f"header {name!r}: the value must be a str, not {type(value).__name__}"
        raise InputError(message, parameter=name)
    if not _VALUE.fullmatch(value):
        message = f"header {name!r}: the value must be printable ASCII without outer spaces"
        raise InputError(message, parameter=name)
