"""What a client is made with in, checked, what all its requests share out."""

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
NO_REDIRECTS = "follow_redirects=True needs a package with the feature redirects"
_SECRET_HEADERS = frozenset({"authorization", "cookie", "proxy-authorization"})

Hook = TypeVar("Hook", bound=Callable[..., object])
HeaderFields = dict[str, tuple[str, str]]  # by lower-case name: the name and value to send


class Configuration(Veiled, frozen=True, kw_only=True):
    """What all requests of one client share. `base_url` has no slash at its end.

    Where the documents of an API have different servers, `servers` has their base URLs and
    `base_url` is empty.
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
        """The same for the requests of one document, which go to its own server."""
        return replace(self, base_url=self.servers[server])

    def changed(
        self, options: SharedOptions, known: frozenset[str] = SharedOptions.__optional_keys__
    ) -> Configuration:
        """The same with some options; headers are added, all else takes the place of the old."""
        for name in options.keys() - known:
            raise TypeError(f"there is no option {name!r}")
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
    """Check what a client is made with.

    Raises ValueError and TypeError, never with a credential.
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
    """The limiter of a client that is given none, where the API has limits that are known."""
    if "rate_limiter" in options or settings.rate_limits is None:
        return None
    made: RateLimiter = settings.rate_limits.limiter(options.get("timing", Timing()).clock)
    return made


def _hooks(given: Hook | Sequence[Hook]) -> tuple[Hook, ...]:
    return (given,) if callable(given) else tuple(given)


def set_headers(fields: HeaderFields, headers: Mapping[str, str]) -> None:
    """Add header fields, checked. Raises InputError without showing the value: it may be secret."""
    for name, value in headers.items():
        check_header(name, value)
        key = name.lower()
        fields[key] = (name, Secret(value) if key in _SECRET_HEADERS else value)


def check_header(name: object, value: object) -> None:
    """Raises InputError for a header field that HTTP cannot carry; it names the field alone."""
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise InputError(f"{name!r} is not the name of a header", parameter=str(name))
    if not isinstance(value, str):
        message = f"header {name!r}: a value is a string, not of type {type(value).__name__}"
        raise InputError(message, parameter=name)
    if not _VALUE.fullmatch(value):
        message = f"header {name!r}: a value is visible ASCII text, blanks only between words"
        raise InputError(message, parameter=name)
